/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes as what a scanner's device says. */

#include <linux/input.h>
#include <string.h>

#include "fuzz.h"
#include "visit/badge-code.h"
#include "widgets/scanner.h"

/* What is heard is a code, whatever was said. */
static void
on_scanned (FoyerScanner *scanner, const char *text, gpointer unused)
{
  const char *letters = text + strlen (FOYER_BADGE_CODE_PREFIX);

  g_assert_true (g_str_has_prefix (text, FOYER_BADGE_CODE_PREFIX));
  g_assert_cmpuint (strlen (letters), ==, FOYER_BADGE_CODE_LENGTH);
  g_assert_cmpuint (strspn (letters, FOYER_BADGE_CODE_LETTERS), ==, FOYER_BADGE_CODE_LENGTH);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static FoyerScanner *scanner; /* one for all, as in a kiosk's day: the layout is read once */

  if (scanner == NULL) {
    scanner = foyer_scanner_new (foyer_scan_code_new (FOYER_BADGE_CODE_PREFIX,
                                                      FOYER_BADGE_CODE_LENGTH,
                                                      FOYER_BADGE_CODE_LETTERS,
                                                      "us"));
    g_signal_connect (scanner, "scanned", G_CALLBACK (on_scanned), NULL);
  }
  foyer_scanner_feed (scanner, data, size);
  return 0;
}

gsize
fuzz_seed (guint nth, guint8 *bytes)
{
  static const struct {
    guint16 key;
    gint32 value;
    guint times;
  } keys[] = {
    { KEY_LEFTSHIFT, 1, 1 }, { KEY_F, 1, 1 },         { KEY_O, 1, 1 },         { KEY_Y, 1, 1 },
    { KEY_E, 1, 1 },         { KEY_R, 1, 1 },         { KEY_LEFTSHIFT, 0, 1 }, { KEY_1, 1, 1 },
    { KEY_LEFTSHIFT, 1, 1 }, { KEY_SEMICOLON, 1, 1 }, { KEY_LEFTSHIFT, 0, 1 }, { KEY_0, 1, 26 },
    { KEY_ENTER, 1, 1 },
  };
  gsize n = 0;

  if (nth > 0)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    for (guint times = 0; times < keys[i].times; times++) {
      struct input_event event = { .type = EV_KEY, .code = keys[i].key, .value = keys[i].value };

      memcpy (bytes + n, &event, sizeof event);
      n += sizeof event;
    }
  return n;
}
