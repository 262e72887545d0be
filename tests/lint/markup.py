#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Screens and lists of resources are well-formed XML.

usage: markup.py TREE
"""
import pathlib
import re
import subprocess
import sys


def check(root):
    for path in [*sorted(root.glob("ui/**/*.ui")), *sorted(root.glob("[a-z]*/**/*.gresource.xml"))]:
        done = subprocess.run(["xmllint", "--noout", path], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            yield done.stderr.strip()
        elif path.suffix == ".ui" and not re.search(r"<interface[^>]* domain=\"foyer\"", path.read_text()):
            yield f'{path}: <interface domain="foyer">, or its texts stay English'


def main():
    wrong = list(check(pathlib.Path(sys.argv[1])))
    for message in wrong:
        print(message)
    return len(wrong) > 0


if __name__ == "__main__":
    sys.exit(main())
