#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each lint refuses a small tree that is wrong, in the words that help, and accepts one that is right."""
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SKIPPED = 77

LICENCE = "/* SPDX-License-Identifier: GPL-3.0-or-later */\n"
DOMAIN = '\n#define G_LOG_DOMAIN "foyer-a"\n\n'
MAP = """
| room | may use | outside Foyer |
| --- | --- | --- |
| `visit/` | | GLib |
| `store/` | `visit` | GLib, SQLite |
| `reception/` | `store`, `visit` | GLib |
| `kiosk/` | `reception`, `visit`, `store/store.h` | GTK |
"""
FUNCTION = "int\nfoyer_a (void)\n{\n  return 1;\n}\n"
PO = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: de\\n"\n'
UI = '<interface domain="foyer"><object class="GtkLabel" id="a">%s</object></interface>\n'
HELLO = '<property name="label" translatable="yes" context="kiosk">Hello</property>'

# What every lint accepts; a case changes one or two files of it.
RIGHT = {
    "src/README.md": MAP,
    "src/visit/a.c": LICENCE + DOMAIN + '#include "visit/a.h"\n\n' + FUNCTION,
    "src/visit/a.h": LICENCE
    + "#pragma once\n\n/** foyer_a: Returns: One */\nint foyer_a (void);\n\n"
    + "/**\n * foyer_b:\n * @a: A number\n *\n * Returns: Another\n */\nint foyer_b (int a);\n",
    "src/store/db.h": LICENCE,
    "src/store/store.h": LICENCE + '#include "visit/a.h"\n',
    "src/store/db-sqlite.c": LICENCE + DOMAIN + '#include <sqlite3.h>\n\n#include "store/db.h"\n',
    "src/kiosk/a.c": LICENCE + DOMAIN + '#include <gtk/gtk.h>\n\n#include "store/store.h"\n',
    "ui/kiosk/a.ui": UI % HELLO,
    "po/POTFILES": "ui/kiosk/a.ui\n",
    "po/LINGUAS": "de\n",
    "po/de.po": PO + '\nmsgctxt "kiosk"\nmsgid "Hello"\nmsgstr "Hallo"\n',
    "tools/a": "#!/bin/sh\necho a\n",
    ".clang-format": (ROOT / ".clang-format").read_text(),
}


def c(code):
    return LICENCE + DOMAIN + code


def within(statement):
    return c(f"void\nfoyer_a (void)\n{{\n  {statement}\n}}\n")


# (lint, a sentence, {file: content}, what it has to say or None where it has to accept)
CASES = [
    ("rooms", "a room may not use one above", {"src/visit/a.c": c('#include "store/store.h"\n')}, "visit/ may not use store/store.h"),
    ("rooms", "a room may not use another header than the named one", {"src/kiosk/a.c": c('#include "store/visits.h"\n')}, "kiosk/ may not use store/visits.h"),
    ("rooms", "no gtk below the faces", {"src/reception/a.c": c("#include <gtk/gtk.h>\n")}, "reception/ may not use GTK"),
    ("rooms", "no gdk below the faces", {"src/visit/a.h": c("#  include <gdk/gdk.h>\n")}, "visit/ may not use GTK"),
    ("rooms", "no database outside the store", {"src/reception/a.c": c("#include <sqlite3.h>\n")}, "reception/ may not use SQLite"),
    ("rooms", "a room that is not on the map", {"src/utils/a.c": c("")}, "utils/ is not on the map"),
    ("rooms", "the seam leaks through a header", {"src/store/store.h": LICENCE + '#include "store/db.h"\n'}, "store/store.h brings store/db.h into a face"),
    ("rooms", "the map itself points up", {"src/README.md": MAP.replace("`visit/` | |", "`visit/` | `store` |")}, "it does not stand below"),
    ("rooms", "an own header without its room", {"src/visit/a.c": c('#include "a.h"\n')}, 'write "visit/a.h"'),
    ("rooms", "a program may use every room", {"src/foyer.c": c('#include "store/db.h"\n#include <gtk/gtk.h>\n')}, None),
    ("sizes", "a file of 501 lines", {"src/visit/a.c": "\n" * 501}, "501 lines; at most 500"),
    ("sizes", "a file of 500 lines is fine", {"src/visit/a.c": "\n" * 500}, None),
    ("sizes", "a function of 81 lines", {"src/visit/a.c": "int\nf (int a,\n   int b)\n{\n" + "  a++;\n" * 79 + "}\n"}, "f() has 81 lines"),
    ("sizes", "a function of 80 lines is fine", {"src/visit/a.c": "int\nf (int a)\n{\n" + "  a++;\n" * 78 + "}\n"}, None),
    ("words", "SQLite outside its driver", {"src/store/visits.c": within("sqlite3_step (a);")}, "sqlite3_; instead"),
    ("words", "SQLite in its driver is fine", {"src/store/db-sqlite.c": within("sqlite3_step (foyer_sqlite_of (a));")}, None),
    ("words", "names with sqlite in them are fine", {"src/store/db.c": within("foyer_sqlite_open (foyer_sqlite3_driver);")}, None),
    ("words", "libpq outside its driver", {"src/store/visits.c": within("PQexec (a, b);")}, "PQ…; instead"),
    ("words", "SQL outside the store", {"src/reception/a.c": within('f ("SELECT id FROM visit");')}, "SQL in a string"),
    ("words", "SQL in the store is fine", {"src/store/visits.c": within('f ("DELETE FROM visit");')}, None),
    ("words", "SQL printed together", {"src/store/visits.c": within('f (g_strdup_printf (a, "SELECT %s", b));')}, "printf beside SQL"),
    ("words", "the machine's clock", {"src/reception/a.c": within("gint64 a = g_get_real_time ();")}, "the machine's clock"),
    ("words", "the C library's clock", {"src/reception/a.c": within("time (NULL);")}, "the machine's clock"),
    ("words", "the clock reads the clock", {"src/visit/clock.c": within("gint64 a = g_get_real_time ();")}, None),
    ("words", "chance", {"tests/visit/test-a.c": within("g_random_int ();")}, "chance; instead"),
    ("words", "a UUID of chance", {"src/visit/id.c": within("g_uuid_string_random ();")}, "chance; instead"),
    ("words", "a loop inside", {"src/kiosk/a.c": within("gtk_dialog_run (a);")}, "a main loop inside"),
    ("words", "a loop in a test is fine", {"tests/visit/test-a.c": within("g_main_context_iteration (NULL, TRUE);")}, None),
    ("words", "a test sleeps", {"tests/visit/test-a.c": within("g_usleep (1);")}, "sleeping; instead"),
    ("words", "the one place of tests that waits", {"tests/foyer-test.c": within("g_usleep (1);")}, None),
    ("words", "a singleton", {"src/visit/a.c": within("foyer_clock_get_default ();")}, "a singleton"),
    ("words", "another library's singleton is fine", {"src/kiosk/a.c": within("gdk_display_get_default ();")}, None),
    ("words", "a static that changes", {"src/visit/a.c": c("static int count;\n")}, "static variable that changes (count)"),
    ("words", "a static pointer that changes", {"src/visit/a.c": c("static const char *name = NULL;\n")}, "static variable that changes (name)"),
    ("words", "a static array that changes", {"src/visit/a.c": within("static char buffer[80];")}, "static variable that changes (buffer)"),
    ("words", "statics that do not change are fine", {"src/visit/a.c": c('static const char *const names[] = { "a" };\nstatic const struct {\n  int a;\n} b[] = { { 1 } };\nstatic GParamSpec *props[2];\nstatic guint signals[2];\n\nstatic char *\nf (void)\n{\n  return NULL;\n}\n')}, None),
    ("words", "aborting", {"src/visit/a.c": within("g_assert (a != NULL);")}, "abort; instead"),
    ("words", "leaving in the middle", {"src/kiosk/a.c": within("exit (1);")}, "exit; instead"),
    ("words", "main may exit", {"src/foyer.c": c("int\nmain (void)\n{\n  exit (1);\n}\n")}, None),
    ("words", "data hung on an object", {"src/kiosk/a.c": within('g_object_set_data (a, "b", c);')}, "g_object_set_data"),
    ("words", "a widget made in code", {"src/kiosk/a.c": within("gtk_label_new (NULL);")}, "a widget made in code"),
    ("words", "what is no widget is fine", {"src/kiosk/a.c": within("gtk_css_provider_new ();")}, None),
    ("words", "the environment changed late", {"src/kiosk/a.c": within('g_setenv ("A", "b", TRUE);')}, "g_setenv; instead"),
    ("words", "goto", {"tests/visit/test-a.c": within("goto out;")}, "goto; instead"),
    ("words", "printing", {"src/store/visits.c": within('g_print ("a");')}, "printing; instead"),
    ("words", "foyerctl prints", {"src/foyerctl.c": within('g_print ("a");')}, None),
    ("words", "raw markup", {"src/kiosk/a.c": within("gtk_label_set_markup (a, name);")}, "markup; instead"),
    ("words", "markup in a tooltip", {"src/kiosk/a.c": within("gtk_widget_set_tooltip_markup (a, name);")}, "markup; instead"),
    ("words", "a label that takes markup", {"src/kiosk/a.c": within("gtk_label_set_use_markup (a, TRUE);")}, "markup; instead"),
    ("words", "markup as a property", {"src/kiosk/a.c": within('g_object_set (a, "use-markup", TRUE, NULL);')}, "markup; instead"),
    ("words", "escaped markup is fine", {"src/kiosk/a.c": within('a = g_markup_printf_escaped ("<b>%s</b>", b);\n  gtk_label_set_markup (c, a);')}, None),
    ("words", "words in comments and texts are fine", {"src/visit/a.c": c('/* goto sleep (1); exit (1); */\n// g_object_set_data\nconst char *const a = "goto out; exit (1); g_random_int ()";\n')}, None),
    ("headers", "a function without a comment", {"src/visit/a.h": LICENCE + "int *foyer_a (void);\n"}, "foyer_a() has no /** doc comment */"),
    ("headers", "the second function without one", {"src/visit/a.h": LICENCE + "/** foyer_a: One */\nint foyer_a (void);\n\nint foyer_b (int a,\n             int b);\n"}, "foyer_b() has no /** doc comment */"),
    ("headers", "a plain comment", {"src/visit/a.h": LICENCE + "/* foyer_a: One */\nint foyer_a (void);\n"}, "foyer_a() has no /** doc comment */"),
    ("headers", "another function's comment", {"src/visit/a.h": LICENCE + "/** foyer_b: Two */\nint foyer_a (void);\n"}, "does not begin with its name"),
    ("shape", "no licence", {"src/visit/a.c": "int a;\n"}, "the first line is"),
    ("shape", "no log domain", {"src/visit/a.c": LICENCE}, "no G_LOG_DOMAIN"),
    ("shape", "a forward declaration", {"src/visit/a.c": c("static int b (int a,\n              int c);\n")}, "a forward declaration"),
    ("shape", "a suppression without reason", {"src/visit/a.c": c("/* cppcheck-suppress nullPointer */\n")}, "say why"),
    ("shape", "a suppression with its reason is fine", {"src/visit/a.c": c("/* cppcheck-suppress nullPointer ; checked by the caller */\n")}, None),
    ("formatting", "another layout", {"src/visit/a.c": c("int a(void) { return 1; }\n")}, "clang-format"),
    ("faults", "a fault that cppcheck sees", {"src/visit/a.c": c("int\nf (void)\n{\n  int a[2] = { 0 };\n\n  return a[2];\n}\n")}, "arrayIndexOutOfBounds"),
    ("translations", "a broken .po", {"po/de.po": PO + '\nmsgid "a %d"\nmsgid "b"\n'}, "msgfmt --check"),
    ("translations", "a text in no list", {"po/POTFILES": ""}, "ui/kiosk/a.ui has texts, and is not listed"),
    ("translations", "a text of C in no list", {"src/kiosk/a.c": c('const char *const a = NC_ ("kiosk", "Hello");\n')}, "src/kiosk/a.c has texts, and is not listed"),
    ("translations", "a list of what is not there", {"po/POTFILES": "src/b.c\nui/kiosk/a.ui\n"}, "src/b.c is not there"),
    ("translations", "an untranslated text", {"po/de.po": PO}, 'not translated: "Hello"'),
    ("translations", "a guessed text", {"po/de.po": PO + '\n#, fuzzy\nmsgctxt "kiosk"\nmsgid "Hello"\nmsgstr "Hallo"\n'}, 'only guessed (fuzzy): "Hello"'),
    ("translations", "a text without context", {"ui/kiosk/a.ui": UI % HELLO.replace(' context="kiosk"', "")}, "without context="),
    ("translations", "a text of C without context", {"src/visit/a.c": c('const char *const a = _ ("Hello");\n')}, "write C_"),
    ("markup", "XML that is not well-formed", {"ui/kiosk/a.ui": "<interface>\n"}, "parser error"),
    ("markup", "a list of resources that is not well-formed", {"data/a.gresource.xml": "<gresources>\n"}, "parser error"),
    ("markup", "a screen that no catalogue translates", {"ui/kiosk/a.ui": "<interface/>\n"}, 'domain="foyer"'),
    ("scripts", "a script that shellcheck refuses", {"tools/a": "#!/bin/sh\nrm $1\n"}, "SC2086"),
]  # fmt: skip
LINTS = sorted({lint for lint, *_ in CASES})


def run(lint, changes):
    with tempfile.TemporaryDirectory() as folder:
        for name, content in (RIGHT | changes).items():
            path = pathlib.Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content)
        command = [sys.executable, "-B", HERE / f"{lint}.py", folder]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def main():
    cases = [(lint, "a tree that is right", {}, None) for lint in LINTS] + CASES
    failed = False
    print(f"1..{len(cases)}")
    for n, (lint, sentence, changes, says) in enumerate(cases, 1):
        code, output = run(lint, changes)
        if code == SKIPPED:
            print(f"ok {n} {lint}: {sentence} # SKIP {output.strip()}")
            continue
        good = code == 0 if says is None else code == 1 and says in output
        failed = failed or not good
        print(f"{'ok' if good else 'not ok'} {n} {lint}: {sentence}")
        if not good:
            print(f"# expected {says or 'no refusal'}; exit code {code}")
            print("".join(f"# {line}\n" for line in output.splitlines()), end="")
    return failed


if __name__ == "__main__":
    sys.exit(main())
