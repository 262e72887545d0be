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
  GPtrArray *fields;  /* of FoyerVisitorField */
  GPtrArray *printed; /* keys of fields */
  gboolean approval;
  guint companions;
  char *host;
  char *design;
  int days;
  gint64 longest_stay;
  FoyerWords *names;
  FoyerWords *purposes;
};

G_DEFINE_FINAL_TYPE (FoyerVisitorType, foyer_visitor_type, G_TYPE_OBJECT)

static void
foyer_visitor_type_finalize (GObject *object)
{
  FoyerVisitorType *self = FOYER_VISITOR_TYPE (object);

  g_free (self->key);
  g_free (self->icon);
  g_free (self->host);
  g_free (self->design);
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->printed);
  foyer_words_free (self->names);
  foyer_words_free (self->purposes);

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
  self->fields = g_ptr_array_new_with_free_func (g_object_unref);
  self->printed = g_ptr_array_new_with_free_func (g_free);
  self->names = foyer_words_new ();
  self->purposes = foyer_words_new ();
}

FoyerVisitorType *
foyer_visitor_type_new (const char *key, int days, gint64 longest_stay)
{
  FoyerVisitorType *self = g_object_new (FOYER_TYPE_VISITOR_TYPE, NULL);

  self->key = g_strdup (key);
  self->days = days;
  self->longest_stay = longest_stay;
  return self;
}

FoyerWords *
foyer_visitor_type_names (FoyerVisitorType *self)
{
  g_return_val_if_fail (FOYER_IS_VISITOR_TYPE (self), NULL);

  return self->names;
}

FoyerWords *
foyer_visitor_type_purposes (FoyerVisitorType *self)
{
  g_return_val_if_fail (FOYER_IS_VISITOR_TYPE (self), NULL);

  return self->purposes;
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

void
foyer_visitor_type_add_field (FoyerVisitorType *self, FoyerVisitorField *field)
{
  g_return_if_fail (FOYER_IS_VISITOR_TYPE (self));

  g_ptr_array_add (self->fields, field);
}

GPtrArray *
foyer_visitor_type_get_fields (FoyerVisitorType *self)
{
  g_return_val_if_fail (FOYER_IS_VISITOR_TYPE (self), NULL);

  return self->fields;
}

FoyerVisitorField *
foyer_visitor_type_find_field (FoyerVisitorType *self, const char *key)
{
  g_return_val_if_fail (FOYER_IS_VISITOR_TYPE (self), NULL);

  for (guint i = 0; i < self->fields->len; i++)
    if (g_str_equal (foyer_visitor_field_get_key (self->fields->pdata[i]), key))
      return self->fields->pdata[i];
  return NULL;
}

gboolean
foyer_visitor_type_asks_host (FoyerVisitorType *self)
{
  return foyer_visitor_type_find_field (self, FOYER_FIELD_KEY_HOST) != NULL;
}

void
foyer_visitor_type_add_printed (FoyerVisitorType *self, const char *key)
{
  g_return_if_fail (FOYER_IS_VISITOR_TYPE (self));

  g_ptr_array_add (self->printed, g_strdup (key));
}

gboolean
foyer_visitor_type_prints (FoyerVisitorType *self, const char *key)
{
  g_return_val_if_fail (FOYER_IS_VISITOR_TYPE (self), FALSE);

  return g_ptr_array_find_with_equal_func (self->printed, key, g_str_equal, NULL);
}

void
foyer_visitor_type_set_approval (FoyerVisitorType *self, gboolean needed)
{
  g_return_if_fail (FOYER_IS_VISITOR_TYPE (self));

  self->approval = needed;
}

gboolean
foyer_visitor_type_get_approval (FoyerVisitorType *self)
{
  g_return_val_if_fail (FOYER_IS_VISITOR_TYPE (self), FALSE);

  return self->approval;
}

void
foyer_visitor_type_set_companions (FoyerVisitorType *self, guint most)
{
  g_return_if_fail (FOYER_IS_VISITOR_TYPE (self));
  g_return_if_fail (most <= FOYER_COMPANIONS_MAX);

  self->companions = most;
}

guint
foyer_visitor_type_get_companions (FoyerVisitorType *self)
{
  g_return_val_if_fail (FOYER_IS_VISITOR_TYPE (self), 0);

  return self->companions;
}

void
foyer_visitor_type_set_host (FoyerVisitorType *self, const char *name)
{
  g_return_if_fail (FOYER_IS_VISITOR_TYPE (self));

  g_free (self->host);
  self->host = g_strdup (name);
}

const char *
foyer_visitor_type_get_host (FoyerVisitorType *self)
{
  g_return_val_if_fail (FOYER_IS_VISITOR_TYPE (self), NULL);

  return self->host;
}

void
foyer_visitor_type_set_design (FoyerVisitorType *self, const char *design)
{
  g_return_if_fail (FOYER_IS_VISITOR_TYPE (self));

  g_free (self->design);
  self->design = g_strdup (design);
}

const char *
foyer_visitor_type_get_design (FoyerVisitorType *self)
{
  g_return_val_if_fail (FOYER_IS_VISITOR_TYPE (self), NULL);

  return self->design;
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
in_language (FoyerVisitorType *self, FoyerWords *words, const char *language)
{
  const char *word = foyer_words_get (words, language);

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
