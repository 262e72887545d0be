/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A scanner that is set to another keyboard than a US one. */

#include "station/settings.h"
#include "visit/badge-code.h"
#include "widgets/scan.h"

#include <xkbcommon/xkbcommon.h>

#define CODE "7ABCDEFGHJKMNPQRSTVWXYZ012"

/* The key that types a letter on that layout, as a scanner set to it presses it. */
static void
press (FoyerScan *scan, struct xkb_keymap *keymap, char letter)
{
  const xkb_keysym_t wanted =
      letter == '\n' ? XKB_KEY_Return : xkb_utf32_to_keysym ((guint32) letter);

  for (xkb_keycode_t key = 9; key < 256; key++)
    for (xkb_level_index_t level = 0; level < 2; level++) {
      const xkb_keysym_t *symbols;
      GdkEventKey event = { .type = GDK_KEY_PRESS };

      if (xkb_keymap_key_get_syms_by_level (keymap, key, 0, level, &symbols) != 1
          || symbols[0] != wanted)
        continue;
      event.hardware_keycode = (guint16) key;
      event.state = level == 1 ? GDK_SHIFT_MASK : 0;
      g_assert_true (foyer_scan_filter (scan, &event));
      return;
    }
  g_test_message ("no key types “%c”", letter);
  g_test_fail ();
}

static void
on_scanned (FoyerScan *scan, const char *text, GPtrArray *scanned)
{
  g_ptr_array_add (scanned, g_strdup (text));
}

static void
test_each_layout_has_every_letter_of_a_code (void)
{
  struct xkb_context *context = xkb_context_new (XKB_CONTEXT_NO_FLAGS);

  for (const char *const *layout = foyer_settings_get_scanner_layouts (); *layout != NULL;
       layout++) {
    struct xkb_rule_names names = { "evdev", "pc105", *layout, NULL, NULL };
    struct xkb_keymap *keymap =
        xkb_keymap_new_from_names (context, &names, XKB_KEYMAP_COMPILE_NO_FLAGS);
    g_autoptr (GPtrArray) scanned = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (FoyerScan) scan = foyer_scan_new (FOYER_BADGE_CODE_PREFIX,
                                                 FOYER_BADGE_CODE_LENGTH,
                                                 FOYER_BADGE_CODE_LETTERS,
                                                 *layout);

    g_test_message ("%s", *layout);
    g_signal_connect (scan, "scanned", G_CALLBACK (on_scanned), scanned);
    for (const char *at = FOYER_BADGE_CODE_PREFIX CODE "\n" FOYER_BADGE_CODE_PREFIX
                                                       "03456789000000000000000000\n";
         *at != '\0';
         at++)
      press (scan, keymap, *at);
    g_assert_cmpuint (scanned->len, ==, 2);
    g_assert_cmpstr (g_ptr_array_index (scanned, 0), ==, FOYER_BADGE_CODE_PREFIX CODE);
    xkb_keymap_unref (keymap);
  }
  xkb_context_unref (context);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scan-layout/every-letter", test_each_layout_has_every_letter_of_a_code);
  return g_test_run ();
}
