/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-key-layout"

#include "widgets/key-layout.h"

#include <string.h>

typedef struct {
  const char *language;
  int columns;
  const char *rows[3]; /* of letters; the third stands between Shift and Backspace */
} Layout;

/* The first is the one of every language that has none here. */
static const Layout layouts[] = {
  { "en", 10, { "qwertyuiop", "asdfghjkl", "zxcvbnm" } },
  { "de", 11, { "qwertzuiopü", "asdfghjklöä", "yxcvbnmß" } },
};

/* What a keyboard needs at scale 1.0, as the style sheet says too, in px. */
#define LEAST 640

/* A landscape screen is low, a tablet narrow. */
static const FoyerKeyMeasures landscape = { 40, 16, 22, 66, 9 };
static const FoyerKeyMeasures portrait = { 40, 16, 16, 88, 8 };
static const FoyerKeyMeasures tablet = { 16, 15, 15, 76, 5 };

static const Layout *
find_layout (const char *language)
{
  for (gsize i = 0; language != NULL && i < G_N_ELEMENTS (layouts); i++) {
    gsize length = strlen (layouts[i].language);

    if (strncmp (language, layouts[i].language, length) == 0 && !g_ascii_isalpha (language[length]))
      return &layouts[i];
  }
  return &layouts[0];
}

static int
add_key (GArray *keys,
         FoyerKeyKind kind,
         const char *text,
         gsize bytes,
         int row,
         int start,
         int span)
{
  FoyerKeyPlace place = { .kind = kind, .row = row, .start = start, .span = span };

  memcpy (place.text, text, MIN (bytes, sizeof place.text - 1));
  g_array_append_val (keys, place);
  return start + span;
}

static int
add_letters (GArray *keys, FoyerKeyKind kind, const char *letters, int row, int start)
{
  for (const char *p = letters; *p != '\0'; p = g_utf8_next_char (p))
    start = add_key (keys, kind, p, (gsize) (g_utf8_next_char (p) - p), row, start, 2);
  return start;
}

GArray *
foyer_key_layout (const char *language, int *columns)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (FoyerKeyPlace));
  const Layout *layout = find_layout (language);
  int halves = 2 * layout->columns;
  int side, at;

  add_letters (keys, FOYER_KEY_DIGIT, "1234567890", 0, layout->columns - 10);
  for (int i = 0; i < 2; i++)
    add_letters (keys,
                 FOYER_KEY_LETTER,
                 layout->rows[i],
                 i + 1,
                 layout->columns - (int) g_utf8_strlen (layout->rows[i], -1));

  side = layout->columns - (int) g_utf8_strlen (layout->rows[2], -1);
  at = add_key (keys, FOYER_KEY_SHIFT, "", 0, 3, 0, side);
  at = add_letters (keys, FOYER_KEY_LETTER, layout->rows[2], 3, at);
  add_key (keys, FOYER_KEY_BACKSPACE, "", 0, 3, at, side);

  at = add_key (keys, FOYER_KEY_ACCENTS, "", 0, 4, 0, 2);
  at = add_letters (keys, FOYER_KEY_LETTER, "'-", 4, at);
  at = add_key (keys, FOYER_KEY_SPACE, " ", 1, 4, at, halves - at - 2 - 4);
  at = add_letters (keys, FOYER_KEY_LETTER, ".", 4, at);
  add_key (keys, FOYER_KEY_CONTINUE, "", 0, 4, at, 4);

  *columns = layout->columns;
  return keys;
}

static int
times (int length, double scale)
{
  return (int) (length * scale + 0.5);
}

FoyerKeyMeasures
foyer_key_measures (GtkWidget *keyboard, int width)
{
  GtkAllocation all;
  FoyerKeyMeasures m;
  int least;
  double scale;

  gtk_style_context_get (gtk_widget_get_style_context (keyboard), 0, "min-width", &least, NULL);
  gtk_widget_get_allocation (gtk_widget_get_toplevel (keyboard), &all);
  scale = least > 0 ? (double) least / LEAST : 1.0; /* the style sheet's lengths are at scale */
  m = width < 1000 * scale ? tablet : all.height > all.width ? portrait : landscape;
  return (FoyerKeyMeasures){ .side = times (m.side, scale),
                             .top = times (m.top, scale),
                             .bottom = times (m.bottom, scale),
                             .key_height = times (m.key_height, scale),
                             .gap = times (m.gap, scale),
                             .least = times (LEAST, scale) };
}
