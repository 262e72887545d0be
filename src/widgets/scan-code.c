/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-scan-code"

#include "widgets/scan-code.h"

#include <string.h>
#include <xkbcommon/xkbcommon.h>

#define N_KEY_CODES 256
#define N_LEVELS 2 /* plain, with Shift */

struct _FoyerScanCode {
  char *prefix;
  gsize prefix_length;
  guint length;
  char *letters;
  char *layout;
  gboolean knows_layout;
  char keys[N_LEVELS][N_KEY_CODES]; /* of the layout, from the first key on */
};

/* What each key means on the scanner's layout, plain and with Shift; X key codes are xkbcommon's.
 */
static void
read_layout (FoyerScanCode *self)
{
  struct xkb_rule_names names = { "evdev", "pc105", self->layout, NULL, NULL };
  struct xkb_context *context = xkb_context_new (XKB_CONTEXT_NO_FLAGS);
  struct xkb_keymap *keymap =
      context != NULL ? xkb_keymap_new_from_names (context, &names, XKB_KEYMAP_COMPILE_NO_FLAGS)
                      : NULL;

  self->knows_layout = TRUE;
  if (keymap == NULL)
    g_warning ("no scan can be read: the keyboard layout “%s” is missing", self->layout);
  for (xkb_keycode_t key = 0; keymap != NULL && key < N_KEY_CODES; key++)
    for (xkb_level_index_t level = 0; level < N_LEVELS; level++) {
      const xkb_keysym_t *symbols;
      int n = xkb_keymap_key_get_syms_by_level (keymap, key, 0, level, &symbols);
      guint32 letter = n == 1 ? xkb_keysym_to_utf32 (symbols[0]) : 0;

      if (letter == '\r')
        letter = FOYER_SCAN_ENTER;
      self->keys[level][key] = letter < 0x80 ? (char) letter : 0;
    }
  xkb_keymap_unref (keymap);
  xkb_context_unref (context);
}

FoyerScanCode *
foyer_scan_code_new (const char *prefix, guint length, const char *letters, const char *layout)
{
  FoyerScanCode *self;

  g_return_val_if_fail (prefix != NULL, NULL);
  g_return_val_if_fail (letters != NULL, NULL);
  g_return_val_if_fail (layout != NULL, NULL);

  self = g_new0 (FoyerScanCode, 1);
  self->prefix = g_strdup (prefix);
  self->prefix_length = strlen (prefix);
  self->length = length;
  self->letters = g_strdup (letters);
  self->layout = g_strdup (layout);
  return self;
}

void
foyer_scan_code_free (FoyerScanCode *self)
{
  if (self == NULL)
    return;
  g_free (self->prefix);
  g_free (self->letters);
  g_free (self->layout);
  g_free (self);
}

char
foyer_scan_code_read_key (FoyerScanCode *self, guint key, gboolean shift)
{
  g_return_val_if_fail (self != NULL, 0);

  if (key >= N_KEY_CODES)
    return 0;
  if (!self->knows_layout)
    read_layout (self);
  return self->keys[shift ? 1 : 0][key];
}

gboolean
foyer_scan_code_fits (const FoyerScanCode *self, gsize place, char letter)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (letter == 0)
    return FALSE;
  if (place < self->prefix_length)
    return letter == self->prefix[place];
  if (place < self->prefix_length + self->length)
    return strchr (self->letters, letter) != NULL;
  return place == self->prefix_length + self->length && letter == FOYER_SCAN_ENTER;
}

gsize
foyer_scan_code_get_length (const FoyerScanCode *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->prefix_length + self->length;
}
