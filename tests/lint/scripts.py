#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""shellcheck finds nothing in the shell scripts.

usage: scripts.py TREE
"""
import pathlib
import re
import shutil
import subprocess
import sys

SKIPPED = 77


def scripts(root):
    for folder in ("tools", ".ci", "tests", "data"):
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and re.match(rb"#!\S*[/ ](ba|da)?sh\b", path.read_bytes()[:40]):
                yield path


def main():
    found = list(scripts(pathlib.Path(sys.argv[1])))
    if shutil.which("shellcheck") is None:
        print("shellcheck is not installed")
        return SKIPPED
    return subprocess.run(["shellcheck", "-x", *found], check=False).returncode if found else 0


if __name__ == "__main__":
    sys.exit(main())
