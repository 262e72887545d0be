/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-companions"

#include "kiosk/companions.h"

struct _FoyerCompanions {
  GPtrArray *people; /* of Companion */
};

typedef struct {
  FoyerVisit *visit;
  gboolean is_told;
} Companion;

static void
companion_free (gpointer data)
{
  Companion *companion = data;

  g_object_unref (companion->visit);
  g_free (companion);
}

static void
companions_clear (gpointer data)
{
  g_ptr_array_unref (((FoyerCompanions *) data)->people);
}

FoyerCompanions *
foyer_companions_new (void)
{
  FoyerCompanions *self = g_rc_box_new0 (FoyerCompanions);

  self->people = g_ptr_array_new_with_free_func (companion_free);
  return self;
}

FoyerCompanions *
foyer_companions_ref (FoyerCompanions *self)
{
  return g_rc_box_acquire (self);
}

void
foyer_companions_unref (FoyerCompanions *self)
{
  if (self != NULL)
    g_rc_box_release_full (self, companions_clear);
}

gboolean
foyer_companions_add (FoyerCompanions *self, const char *name, gint64 now, GError **error)
{
  g_autoptr (FoyerVisit) visit = foyer_visit_new (now);
  Companion *companion;

  if (!foyer_visit_set_name (visit, name, error))
    return FALSE;
  companion = g_new0 (Companion, 1);
  companion->visit = g_steal_pointer (&visit);
  g_ptr_array_add (self->people, companion);
  return TRUE;
}

void
foyer_companions_remove (FoyerCompanions *self, guint nth)
{
  g_ptr_array_remove_index (self->people, nth);
}

guint
foyer_companions_count (FoyerCompanions *self)
{
  return self->people->len;
}

static Companion *
get (FoyerCompanions *self, guint nth)
{
  return g_ptr_array_index (self->people, nth);
}

const char *
foyer_companions_get_name (FoyerCompanions *self, guint nth)
{
  return foyer_visit_get_name (get (self, nth)->visit);
}

void
foyer_companions_set_told (FoyerCompanions *self, guint nth, gboolean told)
{
  get (self, nth)->is_told = told;
}

gboolean
foyer_companions_is_told (FoyerCompanions *self, guint nth)
{
  return get (self, nth)->is_told;
}

gboolean
foyer_companions_are_told (FoyerCompanions *self)
{
  for (guint i = 0; i < self->people->len; i++)
    if (!get (self, i)->is_told)
      return FALSE;
  return TRUE;
}

GPtrArray *
foyer_companions_to_visits (FoyerCompanions *self, FoyerVisit *leader)
{
  GPtrArray *visits = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->people->len; i++) {
    FoyerVisit *visit = get (self, i)->visit;
    g_autofree char *name = g_strdup (foyer_visit_get_name (visit));

    foyer_visit_copy_answers (visit, leader);
    foyer_visit_set_name (visit, name, NULL);
    foyer_visit_set_leader (visit, foyer_visit_get_id (leader));
    foyer_visit_set_days_told (visit, foyer_visit_get_days_told (leader));
    foyer_visit_set_place (visit, foyer_visit_get_site (leader), foyer_visit_get_station (leader));
    g_ptr_array_add (visits, g_object_ref (visit));
  }
  return visits;
}
