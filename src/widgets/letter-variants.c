/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-letter-variants"

#include "widgets/letter-variants.h"

/* Combining marks, by how many European names need them. */
static const gunichar marks[] = {
  0x0301, /* acute */
  0x0300, /* grave */
  0x0308, /* diaeresis */
  0x0302, /* circumflex */
  0x0303, /* tilde */
  0x030A, /* ring above */
  0x0327, /* cedilla */
  0x0328, /* ogonek */
  0x030C, /* caron */
  0x0000, /* here stand the strokes */
  0x030B, /* double acute */
  0x0304, /* macron */
  0x0306, /* breve */
  0x0307, /* dot above */
  0x0326, /* comma below */
  0x031B, /* horn */
  0x0309, /* hook above */
  0x0323, /* dot below */
};

/* The marks that Vietnamese puts over the first three. */
static const gunichar shapes[] = { 0x0302, 0x0306, 0x031B };
static const gunichar tones[] = { 0x0301, 0x0300, 0x0309, 0x0303, 0x0323 };

/* What Unicode does not take apart: strokes, two letters in one, and letters of their own. */
static const struct {
  char letter;
  const char *others;
} strokes[] = {
  { 'a', "æ" },  { 'd', "đð" }, { 'h', "ħ" },  { 'i', "ıĳ" }, { 'k', "ĸ" }, { 'l', "łŀ" },
  { 'n', "ŋŉ" }, { 'o', "øœ" }, { 's', "ßſ" }, { 't', "þŧ" }, { 'e', "ə" },
};

static void
append_composed (GString *variants, gunichar letter, gunichar mark)
{
  gunichar composed;

  if (g_unichar_compose (letter, mark, &composed))
    g_string_append_unichar (variants, composed);
}

/* Unicode takes the mark nearest to the letter first: a dot below before a circumflex. */
static void
append_shaped (GString *variants, gunichar letter, gunichar shape, gunichar tone)
{
  gunichar part, whole;

  if ((g_unichar_compose (letter, shape, &part) && g_unichar_compose (part, tone, &whole))
      || (g_unichar_compose (letter, tone, &part) && g_unichar_compose (part, shape, &whole)))
    g_string_append_unichar (variants, whole);
}

static gunichar
to_upper (gunichar letter)
{
  return letter == 0x00DF ? 0x1E9E : g_unichar_toupper (letter); /* ß */
}

static void
append_strokes (GString *variants, gunichar letter)
{
  gboolean upper = g_unichar_isupper (letter);

  for (gsize i = 0; i < G_N_ELEMENTS (strokes); i++) {
    if ((gunichar) strokes[i].letter != g_unichar_tolower (letter))
      continue;
    for (const char *p = strokes[i].others; *p != '\0'; p = g_utf8_next_char (p)) {
      gunichar other = g_utf8_get_char (p);
      gunichar big = to_upper (other);

      if (!upper)
        g_string_append_unichar (variants, other);
      else if (big != other && big > 127) /* ı and ſ have a plain one, ĸ and ŉ have none */
        g_string_append_unichar (variants, big);
    }
  }
}

char *
foyer_letter_variants (gunichar letter)
{
  GString *variants = g_string_new (NULL);

  if (letter < 128 && g_ascii_isalpha ((char) letter)) {
    for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
      if (marks[i] == 0)
        append_strokes (variants, letter);
      else
        append_composed (variants, letter, marks[i]);
    for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
      for (gsize j = 0; j < G_N_ELEMENTS (tones); j++)
        append_shaped (variants, letter, shapes[i], tones[j]);
  }
  return g_string_free (variants, FALSE);
}

gboolean
foyer_letter_has_variants (const char *letter)
{
  g_autofree char *variants = foyer_letter_variants (g_utf8_get_char (letter));

  return *variants != '\0';
}
