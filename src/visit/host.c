/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-host"

#include "visit/host.h"

#include "visit/typed-text.h"

/**
 * FoyerHost:
 *
 * An employee who can be visited.
 */
struct _FoyerHost {
  GObject parent;

  GBytes *id;
  char *name;
  char *folded;
};

G_DEFINE_FINAL_TYPE (FoyerHost, foyer_host, G_TYPE_OBJECT)

static void
foyer_host_finalize (GObject *object)
{
  FoyerHost *self = FOYER_HOST (object);

  g_bytes_unref (self->id);
  g_free (self->name);
  g_free (self->folded);

  G_OBJECT_CLASS (foyer_host_parent_class)->finalize (object);
}

static void
foyer_host_class_init (FoyerHostClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_host_finalize;
}

static void
foyer_host_init (FoyerHost *self)
{
}

FoyerHost *
foyer_host_new (GBytes *id, const char *name)
{
  FoyerHost *self = g_object_new (FOYER_TYPE_HOST, NULL);

  self->id = g_bytes_ref (id);
  self->name = g_strdup (name);
  self->folded = foyer_typed_text_fold (name);
  return self;
}

GBytes *
foyer_host_get_id (FoyerHost *self)
{
  g_return_val_if_fail (FOYER_IS_HOST (self), NULL);

  return self->id;
}

const char *
foyer_host_get_name (FoyerHost *self)
{
  g_return_val_if_fail (FOYER_IS_HOST (self), NULL);

  return self->name;
}

gboolean
foyer_host_matches (FoyerHost *self, const char *query)
{
  g_return_val_if_fail (FOYER_IS_HOST (self), FALSE);

  return foyer_typed_text_matches (self->folded, query);
}
