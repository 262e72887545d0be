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
# GLib's macros that cppcheck's own description of GTK does not know.
MACROS = [
    "-DG_DEFINE_FINAL_TYPE(a,b,c)=",
    "-DG_DECLARE_FINAL_TYPE(a,b,c,d,e)=",
    "-DG_DECLARE_DERIVABLE_TYPE(a,b,c,d,e)=",
]


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
        *MACROS,
    ]
    if len(sys.argv) > 2:
        pathlib.Path(sys.argv[2]).mkdir(exist_ok=True)
        command.append(f"--cppcheck-build-dir={sys.argv[2]}")
    folders = [root / name for name in ("src", "tests") if any((root / name).rglob("*.c"))]
    return subprocess.run([*command, *folders], check=False).returncode if folders else 0


if __name__ == "__main__":
    sys.exit(main())
