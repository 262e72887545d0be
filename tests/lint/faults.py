#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""cppcheck finds nothing to warn of.

usage: faults.py TREE [CACHE]

What is suppressed stands in the code, with its reason: /* cppcheck-suppress id ; the reason */
"""
import os
import pathlib
import shutil
import subprocess
import sys

SKIPPED = 77
MACROS = pathlib.Path(__file__).resolve().parent / "glib-macros.h"


def main():
    root = pathlib.Path(sys.argv[1])
    if shutil.which("cppcheck") is None:
        print("cppcheck is not installed")
        return SKIPPED
    command = [
        "cppcheck",
        "--quiet",
        "--enable=warning,performance,portability",
        "--inline-suppr",
        "--error-exitcode=1",
        "--std=c11",
        "--library=gtk",
        "--suppress=missingInclude",
        f"-j{os.cpu_count()}",
        f"-I{root / 'src'}",
        f"--include={MACROS}",
    ]
    if len(sys.argv) > 2:
        pathlib.Path(sys.argv[2]).mkdir(exist_ok=True)
        command.append(f"--cppcheck-build-dir={sys.argv[2]}")
    folders = [root / name for name in ("src", "tests") if any((root / name).rglob("*.c"))]
    return subprocess.run([*command, *folders], check=False).returncode if folders else 0


if __name__ == "__main__":
    sys.exit(main())
