#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text that people read reaches the translators, and each language has all of them.

usage: translations.py TREE
"""
import pathlib
import re
import subprocess
import sys
import tempfile

import csource

HERE = pathlib.Path(__file__).resolve().parent
PO_UPDATE = HERE.parent.parent / "tools" / "po-update"
MARKED_C = re.compile(r"(?<!\w)(N?C?_|g_d[np]?gettext2?|d?npgettext)\s*\(\s*[^)]*\"")
MARKED_UI = re.compile(r"translatable=\"(yes|1|true)\"")


def lines(path):
    return [line for line in path.read_text().splitlines() if line and not line.startswith("#")]


def has_texts(path):
    if path.suffix == ".ui":
        return MARKED_UI.search(path.read_text())
    return MARKED_C.search(csource.without_comments(path.read_text()))


def check_potfiles(root):
    """Which files are read for texts."""
    listed = lines(root / "po" / "POTFILES")
    for name in listed:
        if not (root / name).is_file():
            yield f"po/POTFILES: {name} is not there"
    if listed != sorted(listed):
        yield "po/POTFILES: sort it (LC_ALL=C sort)"
    for path in csource.files(root, folders=("src", "ui"), suffixes=(".c", ".h", ".ui")):
        name = path.relative_to(root).as_posix()
        if has_texts(path) and name not in listed:
            yield f"po/POTFILES: {name} has texts, and is not listed"


def check_contexts(root):
    """A text says where it stands, so that one word may have two translations."""
    for path in csource.files(root, folders=("ui",), suffixes=(".ui",)):
        for n, line in enumerate(path.read_text().splitlines(), 1):
            if MARKED_UI.search(line) and "context=" not in line:
                yield f"{path}:{n}: a translatable text without context="
    for path in csource.files(root, folders=("src",)):
        text = csource.without_comments(path.read_text())
        for m in re.finditer(r"(?<!\w)N?_\s*\(\s*\"", text):
            yield f'{path}:{csource.line_of(text, m.start())}: write C_ ("where it stands", …)'


def texts(po):
    """The msgids in what msgattrib gave out."""
    return re.findall(r"^msgid (\"(?!\"$)[^\n]*|\"\"\n\"[^\n]*)", po, re.M)


def check_language(po, pot, temp):
    """No text is missing, guessed or broken."""
    broken = subprocess.run(
        ["msgfmt", "--check", "-o", "/dev/null", po], capture_output=True, text=True, check=False
    )
    if broken.returncode != 0:
        yield f"msgfmt --check: {broken.stderr.strip()}"
        return
    merged = temp / po.name
    subprocess.run(["msgmerge", "-q", "-N", "--force-po", "-o", merged, po, pot], check=True)
    for kind, what in (("--untranslated", "not translated"), ("--only-fuzzy", "only guessed (fuzzy)")):
        found = subprocess.run(
            ["msgattrib", "--no-obsolete", "--force-po", kind, merged], capture_output=True, text=True, check=True
        )
        for text in texts(found.stdout):
            text = " ".join(text.split("\n"))
            yield f"po/{po.name}: {what}: {text} (tools/po-update brings all of them in)"


def check(root):
    yield from check_potfiles(root)
    yield from check_contexts(root)
    with tempfile.TemporaryDirectory() as name:
        temp = pathlib.Path(name)
        pot = temp / "foyer.pot"
        made = subprocess.run(
            [PO_UPDATE, "--tree", root, "--pot", pot], capture_output=True, text=True, check=False
        )
        if made.returncode != 0:
            yield f"xgettext: {made.stderr.strip()}"
            return
        for language in lines(root / "po" / "LINGUAS"):
            yield from check_language(root / "po" / f"{language}.po", pot, temp)


def main():
    wrong = list(check(pathlib.Path(sys.argv[1]).resolve()))
    for message in wrong:
        print(message)
    return len(wrong) > 0


if __name__ == "__main__":
    sys.exit(main())
