/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-badge-code"

#include "visit/badge-code.h"

#include <string.h>

#include "visit/id.h"

static const char letters[] = FOYER_BADGE_CODE_LETTERS;

char *
foyer_badge_code_new (void)
{
  guint8 bits[16];
  char *code = g_new0 (char, FOYER_BADGE_CODE_LENGTH + 1);

  /* 26 letters hold 130 bits: the first carries the upper 3, so it is one of 0 to 7. */
  foyer_random_bytes (bits, sizeof bits);
  for (int i = 0; i < FOYER_BADGE_CODE_LENGTH; i++) {
    guint value = 0;

    for (int bit = 5 * i - 2; bit < 5 * i + 3; bit++)
      value = value << 1 | (bit < 0 ? 0 : bits[bit / 8] >> (7 - bit % 8) & 1);
    code[i] = letters[value];
  }
  return code;
}

char *
foyer_badge_code_to_qr (const char *code)
{
  return g_strconcat (FOYER_BADGE_CODE_PREFIX, code, NULL);
}

char *
foyer_badge_code_parse (const char *text)
{
  g_autofree char *code = NULL;

  if (text == NULL)
    return NULL;
  if (g_ascii_strncasecmp (text, FOYER_BADGE_CODE_PREFIX, strlen (FOYER_BADGE_CODE_PREFIX)) == 0)
    text += strlen (FOYER_BADGE_CODE_PREFIX);
  if (strlen (text) != FOYER_BADGE_CODE_LENGTH)
    return NULL;

  code = g_ascii_strup (text, -1);
  for (int i = 0; i < FOYER_BADGE_CODE_LENGTH; i++) {
    if (code[i] == 'O')
      code[i] = '0';
    else if (code[i] == 'I' || code[i] == 'L')
      code[i] = '1';
    if (strchr (letters, code[i]) == NULL)
      return NULL;
  }
  return code[0] <= '7' ? g_steal_pointer (&code) : NULL;
}
