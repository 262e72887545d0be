# SPDX-License-Identifier: GPL-3.0-or-later
"""C files as the lints read them: which there are, what is code in them, where a function is."""
import re

TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)|(?P<string>"(?:\\.|[^"\\\n])*")|(?P<char>'(?:\\.|[^'\\\n])*')""",
    re.S,
)


def files(root, folders=("src", "tests"), suffixes=(".c", ".h")):
    """The files below these folders of the tree, sorted."""
    return sorted(
        path
        for folder in folders
        for path in (root / folder).rglob("*")
        if path.suffix in suffixes and path.is_file()
    )


def blanks(text):
    return re.sub(r"[^\n]", " ", text)


def without_comments(text):
    """The text with its comments turned to blanks: every line and column stays where it is."""
    return TOKEN.sub(lambda m: blanks(m[0]) if m["comment"] else m[0], text)


def code_only(text):
    """As without_comments(), and nothing in strings: what is left are the program's own words."""

    def blank(m):
        return blanks(m[0]) if m["comment"] else m[0][0] + blanks(m[0][1:-1]) + m[0][-1]

    return TOKEN.sub(blank, text)


def strings(text):
    """(position, content) of each string literal."""
    return [(m.start(), m[0][1:-1]) for m in TOKEN.finditer(text) if m["string"]]


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def functions(code):
    """(name, start, end) of each function: from the { to the } that stand alone at column 0.

    `code` is what code_only() gives, in the layout of .clang-format.
    """
    found = []
    for m in re.finditer(r"^\{\n.*?^\}", code, re.S | re.M):
        heads = re.findall(r"^(\w+)\s*\(", code[: m.start()], re.M)
        found.append((heads[-1] if heads else "?", m.start(), m.end()))
    return found
