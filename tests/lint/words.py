#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that may not be used, each with what to do instead.

usage: words.py TREE
"""
import fnmatch
import pathlib
import re
import sys
from dataclasses import dataclass

import csource

SQL = (
    r"\b(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\s|REPLACE\s+INTO\s"
    r"|CREATE\s+(TABLE|INDEX|UNIQUE)\b|ALTER\s+TABLE\b|DROP\s+(TABLE|INDEX)\b|PRAGMA\s|VACUUM\b)"
)
PRINTF = r"\bg_(strdup_v?printf|string_(append_)?v?printf|snprintf)\s*\("
WIDGETS = (
    # what is no widget has no place in a template
    r"\bgtk_(?!(application|css_provider|builder|gesture|event_controller|list_store|tree_store"
    r"|tree_model|tree_path|size_group|text_buffer|accel_group|print_|page_setup|paper_size"
    r"|widget_path|icon_theme|target_list)\w*_new)\w+_new(_with_\w+|_from_\w+)?\s*\("
)


@dataclass
class Word:
    word: str  # as people say it
    find: str  # a regular expression for it
    instead: str
    where: tuple = ("src/*", "tests/*")  # files it is blocked in; * also crosses folders
    but: tuple = ()  # files it is allowed in
    look: str = "code"  # code | strings | statement (code with its strings, up to the ;)
    outside: str = ""  # a function whose body may use it
    unless: str = ""  # fine in a function that has this too


# A mistake that was made twice becomes a row here.
WORDS = [
    Word("sqlite3_", r"\bsqlite3_\w", "a query in store/", but=("src/store/db-*", "tests/bench/*")),
    Word("PQ…", r"\bPQ[a-z]\w*\s*\(", "a query in store/", but=("src/store/db-*",)),
    Word(
        "SQL in a string",
        SQL,
        "a function in store/",
        but=("src/store/*", "tests/*"),
        look="strings",
    ),
    Word("printf beside SQL", PRINTF + r"[^;]*?\"[^\";]*?" + SQL, "$n and a bound value", look="statement"),
    Word(
        "the machine's clock",
        r"\bg_get_real_time\b|\bg_date_time_new_now|(?<![\w.>])(time|gettimeofday|clock_gettime)\s*\(",
        "`now` handed in, from FoyerClock",
        but=("src/visit/clock.c",),
    ),
    Word(
        "chance",
        r"\bg_random_\w|(?<![\w.>])(s?rand|s?random)\s*\(|\bg_uuid_string_random\b",
        "foyer_id_new(), foyer_badge_code_new()",
    ),
    Word(
        "a main loop inside",
        r"\bg_main_context_iteration\b|\bgtk_dialog_run\b|\bgtk_main_iteration",
        "a callback",
        where=("src/*",),
    ),
    Word(
        "sleeping",
        r"\bg_timeout_add\w*|\bg_usleep\b|(?<![\w.>])u?sleep\s*\(|\bnanosleep\s*\(",
        "foyer_test_wait_until(): a test waits for a state",
        where=("tests/*",),
        but=("*/foyer-test.*",),
    ),
    Word("a singleton", r"\bfoyer_\w*_get_default\s*\(", "hand it to new()"),
    Word("abort", r"\bg_error\s*\(|\bg_assert\s*\(|\babort\s*\(", "a GError", where=("src/*",), outside="main"),
    Word("exit", r"(?<![\w.>])_?exit\s*\(", "a GError", where=("src/*",), outside="main"),
    Word("g_object_set_data", r"\bg_object_set_q?data", "a field"),
    Word(
        "a widget made in code",
        WIDGETS,
        "the template in ui/",
        where=("src/kiosk/*", "src/desk/*"),
    ),
    Word(
        "g_setenv",
        r"(?<![\w.>])(g_)?(un)?setenv\s*\(|\bputenv\s*\(",
        "an argument; a thread's language by uselocale()",
        where=("src/*",),
        but=("src/vault/holder-tpm.c",),  # before main(): tpm2-tss logs to stderr otherwise
        outside="main",
    ),
    Word("goto", r"\bgoto\s+\w+\s*;", "g_autoptr"),
    Word(
        "printing",
        r"\bg_print\s*\(|(?<![\w.>])(v?f?printf|f?puts|putchar)\s*\(",
        "g_debug(), g_info()",
        where=("src/*",),
        but=("src/foyer*.c", "src/foyerctl/*"),
    ),
    Word(
        "markup",
        r"\bpango_(parse|layout_set)_markup|\bgtk_\w+_(set|insert)_(tooltip_|use_)?markup",
        "gtk_label_set_text(), or g_markup_printf_escaped() in the same function",
        unless=r"\bg_markup_(v?printf_escaped|escape_text)\b",
    ),
    Word("markup", r"^(use-markup|tooltip-markup|markup) $", "a property that is plain text", look="strings"),
]

# Static variables that may change: what G_DEFINE_TYPE's own boilerplate needs, and nothing else.
STATIC = re.compile(r"\bstatic\b(?P<type>[^;={}()]*?)(?P<name>\w*)\s*(?P<rest>\[[^;={}()]*)?(?P<end>[;={(])")
STATIC_MAY_CHANGE = {"props", "properties", "signals"}


def is_in(name, patterns):
    return any(fnmatch.fnmatch(name, pattern) for pattern in patterns)


def hits(word, text, code):
    if word.look == "strings":
        return [at for at, content in csource.strings(text) if re.search(word.find, content + " ")]
    look_at = code if word.look == "code" else csource.without_comments(text)
    return [m.start() for m in re.finditer(word.find, look_at)]


def changeable_statics(code):
    for m in STATIC.finditer(code):
        if m["end"] == "(":
            # a function, unless it is a pointer to one
            if not re.match(r"\(\s*\*(?!\s*const)", code[m.end() - 1 :]):
                continue
        elif m["end"] == "{":
            if "const" in m["type"].split() or "const" == m["name"]:
                continue
        elif m["name"] in STATIC_MAY_CHANGE:
            continue
        elif "const" in m["type"].rpartition("*")[2].split():
            continue
        yield m.start(), m["name"]


def check(root, path):
    text = path.read_text()
    code = csource.code_only(text)
    name = path.relative_to(root).as_posix()
    bodies = csource.functions(code)

    def around(at):
        return next(((who, code[a:b]) for who, a, b in bodies if a <= at < b), ("", ""))

    for word in WORDS:
        if not is_in(name, word.where) or is_in(name, word.but):
            continue
        for at in hits(word, text, code):
            who, body = around(at)
            if word.outside and who == word.outside:
                continue
            if word.unless and re.search(word.unless, body):
                continue
            yield csource.line_of(text, at), f"{word.word}; instead: {word.instead}"
    for at, variable in changeable_statics(code) if name.startswith("src/") else ():
        what = f"a static variable that changes ({variable}); instead: hand it to new()"
        yield csource.line_of(text, at), what


def main():
    root = pathlib.Path(sys.argv[1])
    wrong = 0
    for path in csource.files(root):
        for line, what in check(root, path):
            print(f"{path}:{line}: {what}")
            wrong = 1
    return wrong


if __name__ == "__main__":
    sys.exit(main())
