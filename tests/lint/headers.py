#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every function that a header of src/ declares has a doc comment right above it, naming it.

usage: headers.py TREE
"""
import pathlib
import re
import sys

import csource

# A declaration at column 0, which may go on over several lines: the name before the arguments.
DECLARATION = re.compile(r"^(?!G_|#|typedef|static|\s)[\w ]+[\s*]+(foyer_\w+)\s*\([^;{]*\)[^;{]*;", re.M)
# Boilerplate that explains itself.
PLAIN = re.compile(r"_(quark|get_type)$")


def check(path):
    text = path.read_text()
    for m in DECLARATION.finditer(csource.code_only(text)):
        name = m[1]
        if PLAIN.search(name):
            continue
        comment = re.search(r"/\*\*((?:(?!\*/).)*)\*/\s*\Z", text[: m.start()], re.S)
        where = f"{path}:{csource.line_of(text, m.start())}"
        if comment is None:
            yield f"{where}: {name}() has no /** doc comment */ right above it"
        elif not re.match(rf"[\s*]*{name}:", comment[1]):
            yield f"{where}: the doc comment above {name}() does not begin with its name"


def main():
    root = pathlib.Path(sys.argv[1])
    headers = csource.files(root, folders=("src",), suffixes=(".h",))
    wrong = [message for path in headers for message in check(path)]
    for message in wrong:
        print(message)
    return len(wrong) > 0


if __name__ == "__main__":
    sys.exit(main())
