/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-visitor-type"

#include "visit/visitor-type.h"

/**
 * FoyerVisitorType:
 *
 * A kind of visit, with what is asked of its visitors.
 */
struct _FoyerVisitorType {
  GObject parent;

  char *key;
  char *icon;
  FoyerVisitorTypeAsks asks;
  int days;
  gint64 longest_stay;
  GHashTable *names;    /* by language */
  GHashTable *purposes; /* by language */
};

G_DEFINE_FINAL_TYPE (FoyerVisitorType, foyer_visitor_type, G_TYPE_OBJECT)

static void
foyer_visitor_type_finalize (GObject *object)
{
  FoyerVisitorType *self = FOYER_VISITOR_TYPE (object);

  g_free (self->key);
  g_free (self->icon);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->purposes);

  G_OBJECT_CLASS (foyer_visitor_type_parent_class)->finalize (object);
}

static void
foyer_visitor_type_class_init (FoyerVisitorTypeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_visitor_type_finalize;
}

static void
foyer_visitor_type_init (FoyerVisitorType *self)
{
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->purposes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

FoyerVisitorType *
foyer_visitor_type_new (const char *key, FoyerVisitorTypeAsks asks, int days, gint64 longest_stay)
{
  FoyerVisitorType *self = g_object_new (FOYER_TYPE_VISITOR_TYPE, NULL);

  self->key = g_strdup (key);
  self->asks = asks;
  self->days = days;
  self->longest_stay = longest_stay;
  return self;
}

void
foyer_visitor_type_set_words (FoyerVisitorType *self,
                              const char *language,
                              const char *name,
                              const char *purpose)
{
  g_return_if_fail (FOYER_IS_VISITOR_TYPE (self));

  if (name != NULL)
    g_hash_table_insert (self->names, g_strdup (language), g_strdup (name));
  if (purpose != NULL)
    g_hash_table_insert (self->purposes, g_strdup (language), g_strdup (purpose));
}

void
foyer_visitor_type_set_icon (FoyerVisitorType *self, const char *icon)
{
  g_return_if_fail (FOYER_IS_VISITOR_TYPE (self));

  g_free (self->icon);
  self->icon = g_strdup (icon);
}

const char *
foyer_visitor_type_get_key (FoyerVisitorType *self)
{
  g_return_val_if_fail (FOYER_IS_VISITOR_TYPE (self), NULL);

  return self->key;
}

gboolean
foyer_visitor_type_asks (FoyerVisitorType *self, FoyerVisitorTypeAsks what)
{
  g_return_val_if_fail (FOYER_IS_VISITOR_TYPE (self), FALSE);

  return (self->asks & what) == what;
}

int
foyer_visitor_type_get_days (FoyerVisitorType *self)
{
  g_return_val_if_fail (FOYER_IS_VISITOR_TYPE (self), 0);

  return self->days;
}

gint64
foyer_visitor_type_get_longest_stay (FoyerVisitorType *self)
{
  g_return_val_if_fail (FOYER_IS_VISITOR_TYPE (self), 0);

  return self->longest_stay;
}

const char *
foyer_visitor_type_get_icon (FoyerVisitorType *self)
{
  g_return_val_if_fail (FOYER_IS_VISITOR_TYPE (self), NULL);

  return self->icon != NULL ? self->icon : "avatar-default-symbolic";
}

static const char *
in_language (FoyerVisitorType *self, GHashTable *words, const char *language)
{
  const char *word = language != NULL ? g_hash_table_lookup (words, language) : NULL;

  if (word == NULL)
    word = g_hash_table_lookup (words, "");
  return word != NULL ? word : self->key;
}

const char *
foyer_visitor_type_get_name (FoyerVisitorType *self, const char *language)
{
  g_return_val_if_fail (FOYER_IS_VISITOR_TYPE (self), NULL);

  return in_language (self, self->names, language);
}

const char *
foyer_visitor_type_get_purpose (FoyerVisitorType *self, const char *language)
{
  g_return_val_if_fail (FOYER_IS_VISITOR_TYPE (self), NULL);

  return in_language (self, self->purposes, language);
}
