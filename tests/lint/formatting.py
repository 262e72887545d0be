#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-format has nothing to change in any C file.

usage: formatting.py TREE
"""
import pathlib
import re
import shutil
import subprocess
import sys

import csource

SKIPPED = 77


def main():
    root = pathlib.Path(sys.argv[1])
    files = csource.files(root)
    if shutil.which("clang-format") is None:
        print("clang-format is not installed")
        return SKIPPED
    if not files:
        return 0
    style = f"--style=file:{root / '.clang-format'}"
    done = subprocess.run(
        ["clang-format", style, "--dry-run", "-Werror", *files], stderr=subprocess.PIPE, text=True, check=False
    )
    places = dict(reversed(re.findall(r"^(\S+?):(\d+):\d+: error", done.stderr, re.M)))
    for path, line in places.items():
        print(f"{path}:{line}: run clang-format -i {path}")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
