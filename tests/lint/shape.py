#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A file has the shape that CONTRIBUTING.md describes.

usage: shape.py TREE
"""
import pathlib
import re
import sys

import csource

LICENCE = "/* SPDX-License-Identifier: GPL-3.0-or-later */"


def check(root, path):
    text = path.read_text()
    code = csource.code_only(text)
    if not text.startswith(LICENCE + "\n"):
        yield f"{path}:1: the first line is {LICENCE}"
    if path.suffix == ".c" and path.is_relative_to(root / "src"):
        if not re.search(r"^#define G_LOG_DOMAIN \"foyer", text, re.M):
            yield f"{path}: no G_LOG_DOMAIN"
    for m in re.finditer(r"^static\b[^;{}=]*\)[^;{}=()]*;", code, re.M):
        where = f"{path}:{csource.line_of(text, m.start())}"
        yield f"{where}: a forward declaration: order the file so that none is needed"
    for n, line in enumerate(text.splitlines(), 1):
        if re.search(r"cppcheck-suppress(?! \S+ ; \S)", line):
            yield f"{path}:{n}: say why: /* cppcheck-suppress id ; the reason */"


def main():
    root = pathlib.Path(sys.argv[1])
    wrong = [message for path in csource.files(root) for message in check(root, path)]
    for message in wrong:
        print(message)
    return len(wrong) > 0


if __name__ == "__main__":
    sys.exit(main())
