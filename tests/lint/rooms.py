#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A room includes only its own headers and those that the table in src/README.md allows it.

usage: rooms.py TREE
"""
import pathlib
import re
import sys

# What the column "outside Foyer" calls a library, and what its headers are called. Libraries that
# are not listed here, and the C library, are free for every room.
LIBRARIES = {
    "GTK": r"(gtk|gdk|atk)/",
    "Pango": r"pango/",
    "cairo": r"cairo",
    "GLib": r"(glib|gio|gobject|gmodule)\b",
    "SQLite": r"sqlite3",
    "PostgreSQL": r"libpq",
    "libsodium": r"sodium",
    "tpm2-tss": r"tss2/",
    "libcmark": r"cmark",
    "libqrencode": r"qrencode",
    "libcups": r"cups/",
    "libcsv": r"csv",
    "libxkbcommon": r"xkbcommon/",
    "json-glib": r"json-glib/",
}
BROUGHT = {"GTK": {"Pango", "cairo", "GLib"}, "Pango": {"GLib"}}

# The seam: its queries are for the store and for deeds, so no face may get it through a header.
FACES = {"kiosk", "desk"}
SEAM = "store/db.h"


def read_map(readme):
    """The rooms from the ground up: {room: (what it may use, which libraries)}."""
    rooms = {}
    for line in readme.read_text().splitlines():
        if m := re.match(r"\| `(\w+)/` \|([^|]*)\|([^|]*)\|", line):
            outside = {name.strip() for name in m[3].split(",")}
            for name in list(outside):
                outside |= BROUGHT.get(name, set())
            rooms[m[1]] = (re.findall(r"`([a-z]+(?:/[\w-]+\.h)?)`", m[2]), outside)
    return rooms


def includes(path):
    for n, line in enumerate(path.read_text().splitlines(), 1):
        if m := re.match(r'\s*#\s*include\s+(["<])([^">]+)[">]', line):
            yield n, m[1] == '"', m[2]


def reaches(src, header, seen):
    """Whether this header brings the seam along."""
    if header == SEAM:
        return True
    path = src / header
    if header in seen or not path.is_file():
        return False
    seen.add(header)
    return any(reaches(src, name, seen) for _, own, name in includes(path) if own)


def check(src):
    rooms = read_map(src / "README.md")
    if not rooms:
        yield f"{src}/README.md: no table of rooms"
    above = set()
    for room, (may_use, _) in rooms.items():
        for other in may_use:
            if other.split("/")[0] not in above:
                yield f"{src}/README.md: {room}/ may not use {other}: it does not stand below"
        above.add(room)
    for path in sorted(src.glob("*/*.[ch]")):
        room = path.parent.name
        if room not in rooms:
            yield f"{path}: {room}/ is not on the map: add it to src/README.md"
            continue
        may_use, outside = rooms[room]
        for n, own, name in includes(path):
            where = f"{path}:{n}:"
            if own:
                other = name.split("/")[0] if "/" in name else None
                if other is None:
                    if (path.parent / name).exists():
                        yield f'{where} write "{room}/{name}"'
                elif other != room and other in rooms and not {other, name} & set(may_use):
                    yield f"{where} {room}/ may not use {name}"
                elif room in FACES and reaches(src, name, set()):
                    yield f"{where} {name} brings {SEAM} into a face"
            else:
                for library, headers in LIBRARIES.items():
                    if re.match(headers, name) and library not in outside:
                        yield f"{where} {room}/ may not use {library} (<{name}>)"


def main():
    wrong = list(check(pathlib.Path(sys.argv[1]) / "src"))
    for message in wrong:
        print(message)
    return len(wrong) > 0


if __name__ == "__main__":
    sys.exit(main())
