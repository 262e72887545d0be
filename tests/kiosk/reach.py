#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the visitors' screen does not even link: dialogs, links, completion, drags, other programs.

usage: reach.py SOURCE LIBRARY...
"""
import pathlib
import re
import subprocess
import sys

FUNCTIONS = re.compile(
    r"gtk_(file_chooser|native_dialog|print_|show_uri|show_about|about_dialog|app_chooser|link_button"
    r"|color_chooser|color_button|font_chooser|font_button|dialog|message_dialog|menu|popover"
    r"|emoji|recent|entry_completion|entry_set_completion|drag_begin|drag_source|drag_dest_set"
    r"|drag_dest_add|text_view|clipboard_request|clipboard_wait|clipboard_set|window_set_interactive"
    r"|tooltip|widget_set_tooltip|shortcuts_window|plug|socket)\w*"
    r"|g_app_info_\w*|g_desktop_app_info_\w*|g_spawn_\w*|g_subprocess_\w*|g_application_\w*"
    r"|system|popen|fork|vfork|posix_spawnp?|exec[lv]\w*|dlopen|g_module_open"
)
CLASSES = re.compile(
    r'class="(Gtk(FileChooser\w*|LinkButton|Entry(Completion|Buffer)|TextView|ComboBox\w*|SpinButton'
    r'|SearchEntry|Menu\w*|Popover\w*|\w*Dialog|\w*Chooser\w*|ColorButton|FontButton|ScaleButton'
    r'|VolumeButton|ShortcutsWindow|HeaderBar))"|use-markup|tooltip-(text|markup)'
)


def undefined(library):
    lines = subprocess.run(["nm", "-u", library], check=True, capture_output=True, text=True).stdout
    return {line.split()[-1] for line in lines.splitlines() if re.match(r"\s*[Uw] ", line)}


def main():
    source = pathlib.Path(sys.argv[1])
    wrong = 0
    seen = 0
    for library in sys.argv[2:]:
        names = undefined(library)
        seen += sum(name.startswith("gtk_") for name in names)
        for name in sorted(names):
            if FUNCTIONS.fullmatch(name) and name != "gtk_drag_dest_unset":
                print(f"{library}: {name}")
                wrong = 1
    for folder in ("ui/kiosk", "ui/widgets"):
        for path in sorted((source / folder).glob("*.ui")):
            for found in CLASSES.finditer(path.read_text()):
                print(f"{path}: {found[0]}")
                wrong = 1
    if seen < 50:  # else nothing was looked at
        print(f"only {seen} functions of GTK are used")
        wrong = 1
    return wrong


if __name__ == "__main__":
    sys.exit(main())
