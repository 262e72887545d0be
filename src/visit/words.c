/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-words"

#include "visit/words.h"

struct _FoyerWords {
  GTree *texts; /* by language, in its order */
};

static int
compare (gconstpointer a, gconstpointer b, gpointer unused)
{
  return g_strcmp0 (a, b);
}

FoyerWords *
foyer_words_new (void)
{
  FoyerWords *self = g_new (FoyerWords, 1);

  self->texts = g_tree_new_full (compare, NULL, g_free, g_free);
  return self;
}

void
foyer_words_free (FoyerWords *self)
{
  if (self == NULL)
    return;
  g_tree_unref (self->texts);
  g_free (self);
}

void
foyer_words_set (FoyerWords *self, const char *language, const char *text)
{
  g_tree_replace (self->texts, g_strdup (language), g_strdup (text));
}

const char *
foyer_words_get (FoyerWords *self, const char *language)
{
  const char *text = language != NULL ? g_tree_lookup (self->texts, language) : NULL;

  return text != NULL ? text : g_tree_lookup (self->texts, "");
}

static gboolean
add_to_digest (gpointer language, gpointer text, gpointer digest)
{
  /* With their NUL, so that no two sets of words run into the same bytes. */
  g_checksum_update (digest, language, (gssize) strlen (language) + 1);
  g_checksum_update (digest, text, (gssize) strlen (text) + 1);
  return FALSE;
}

char *
foyer_words_digest (FoyerWords *self)
{
  g_autoptr (GChecksum) digest = g_checksum_new (G_CHECKSUM_SHA256);

  g_tree_foreach (self->texts, add_to_digest, digest);
  return g_strdup (g_checksum_get_string (digest));
}
