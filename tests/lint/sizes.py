#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A .c file has at most 500 lines (aim for 100 to 300), a function at most 80 (aim for 50).

usage: sizes.py TREE
"""
import pathlib
import sys

import csource

FILE_LINES = 500
FUNCTION_LINES = 80


def check(path):
    text = path.read_text()
    lines = text.count("\n")
    if path.suffix == ".c" and lines > FILE_LINES:
        yield f"{path}: {lines} lines; at most {FILE_LINES}: split it by purpose"
    for name, start, end in csource.functions(csource.code_only(text)):
        lines = text.count("\n", start, end) + 1
        if lines > FUNCTION_LINES:
            where = f"{path}:{csource.line_of(text, start)}"
            yield f"{where}: {name}() has {lines} lines; at most {FUNCTION_LINES}"


def main():
    root = pathlib.Path(sys.argv[1])
    wrong = [message for path in csource.files(root) for message in check(path)]
    for message in wrong:
        print(message)
    return len(wrong) > 0


if __name__ == "__main__":
    sys.exit(main())
