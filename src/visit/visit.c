/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-visit"

#include "visit/visit.h"

#include "visit/badge-code.h"
#include "visit/id.h"
#include "visit/typed-text.h"

/**
 * FoyerVisit:
 *
 * One person's presence.
 */
struct _FoyerVisit {
  GObject parent;

  GBytes *id;
  char *code;
  char *name;
  GPtrArray *answers; /* of FoyerAnswer */
  GBytes *leader;
  GBytes *host_id;
  char *host_name;
  char *type;
  char *site;
  char *station;
  int days_told;
  FoyerVisitState state;
  FoyerVisitNote notes;
  FoyerVisitDamage damage;
  gint64 arrived_at;
  gint64 left_at;
  gint64 closed_at;
};

G_DEFINE_FINAL_TYPE (FoyerVisit, foyer_visit, G_TYPE_OBJECT)

static void
answer_free (gpointer data)
{
  FoyerAnswer *answer = data;

  g_free (answer->key);
  g_free (answer->value);
  g_free (answer);
}

static void
foyer_visit_finalize (GObject *object)
{
  FoyerVisit *self = FOYER_VISIT (object);

  g_bytes_unref (self->id);
  g_clear_pointer (&self->host_id, g_bytes_unref);
  g_free (self->code);
  g_free (self->name);
  g_ptr_array_unref (self->answers);
  g_clear_pointer (&self->leader, g_bytes_unref);
  g_free (self->host_name);
  g_free (self->type);
  g_free (self->site);
  g_free (self->station);

  G_OBJECT_CLASS (foyer_visit_parent_class)->finalize (object);
}

static void
foyer_visit_class_init (FoyerVisitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_visit_finalize;
}

static void
foyer_visit_init (FoyerVisit *self)
{
  self->answers = g_ptr_array_new_with_free_func (answer_free);
}

FoyerVisit *
foyer_visit_new_stored (GBytes *id, const char *code)
{
  FoyerVisit *self = g_object_new (FOYER_TYPE_VISIT, NULL);

  self->id = g_bytes_ref (id);
  self->code = g_strdup (code);
  return self;
}

FoyerVisit *
foyer_visit_new (gint64 now)
{
  g_autoptr (GBytes) id = foyer_id_new (now);
  g_autofree char *code = foyer_badge_code_new ();

  return foyer_visit_new_stored (id, code);
}

GBytes *
foyer_visit_get_id (FoyerVisit *self)
{
  g_return_val_if_fail (FOYER_IS_VISIT (self), NULL);

  return self->id;
}

const char *
foyer_visit_get_code (FoyerVisit *self)
{
  g_return_val_if_fail (FOYER_IS_VISIT (self), NULL);

  return self->code;
}

static gboolean
set_typed (char **field, const char *text, GError **error)
{
  char *clean = foyer_typed_text_clean (text, error);

  if (clean == NULL)
    return FALSE;
  g_free (*field);
  *field = clean;
  return TRUE;
}

gboolean
foyer_visit_set_name (FoyerVisit *self, const char *text, GError **error)
{
  g_return_val_if_fail (FOYER_IS_VISIT (self), FALSE);

  return set_typed (&self->name, text, error);
}

const char *
foyer_visit_get_name (FoyerVisit *self)
{
  g_return_val_if_fail (FOYER_IS_VISIT (self), NULL);

  return self->name;
}

static FoyerAnswer *
find_answer (FoyerVisit *self, const char *key)
{
  for (guint i = 0; i < self->answers->len; i++) {
    FoyerAnswer *answer = g_ptr_array_index (self->answers, i);

    if (g_str_equal (answer->key, key))
      return answer;
  }
  return NULL;
}

void
foyer_visit_set_answer (FoyerVisit *self,
                        const char *key,
                        const char *value,
                        FoyerKept kept,
                        FoyerRole seen_by)
{
  FoyerAnswer *answer;

  g_return_if_fail (FOYER_IS_VISIT (self));

  answer = find_answer (self, key);
  if (value == NULL) {
    if (answer != NULL)
      g_ptr_array_remove (self->answers, answer);
    return;
  }
  if (answer == NULL) {
    answer = g_new0 (FoyerAnswer, 1);
    answer->key = g_strdup (key);
    g_ptr_array_add (self->answers, answer);
  }
  g_free (answer->value);
  answer->value = g_strdup (value);
  answer->kept = kept;
  answer->seen_by = seen_by;
}

const char *
foyer_visit_get_answer (FoyerVisit *self, const char *key)
{
  FoyerAnswer *answer;

  g_return_val_if_fail (FOYER_IS_VISIT (self), NULL);

  answer = find_answer (self, key);
  return answer != NULL ? answer->value : NULL;
}

GPtrArray *
foyer_visit_get_answers (FoyerVisit *self)
{
  g_return_val_if_fail (FOYER_IS_VISIT (self), NULL);

  return self->answers;
}

gboolean
foyer_visit_drop_answers (FoyerVisit *self, FoyerKept least, FoyerRole seen_by)
{
  guint before;

  g_return_val_if_fail (FOYER_IS_VISIT (self), FALSE);

  before = self->answers->len;
  for (guint i = self->answers->len; i > 0; i--) {
    FoyerAnswer *answer = g_ptr_array_index (self->answers, i - 1);

    if (answer->kept < least || !(answer->seen_by & seen_by))
      g_ptr_array_remove_index (self->answers, i - 1);
  }
  return self->answers->len < before;
}

void
foyer_visit_copy_answers (FoyerVisit *self, FoyerVisit *from)
{
  g_return_if_fail (FOYER_IS_VISIT (self));
  g_return_if_fail (FOYER_IS_VISIT (from));

  foyer_visit_set_type (self, from->type);
  g_free (self->name);
  self->name = g_strdup (from->name);
  foyer_visit_set_host (self, from->host_id, from->host_name);
  g_ptr_array_set_size (self->answers, 0);
  for (guint i = 0; i < from->answers->len; i++) {
    FoyerAnswer *answer = g_ptr_array_index (from->answers, i);

    foyer_visit_set_answer (self, answer->key, answer->value, answer->kept, answer->seen_by);
  }
}

void
foyer_visit_set_leader (FoyerVisit *self, GBytes *id)
{
  g_return_if_fail (FOYER_IS_VISIT (self));

  g_clear_pointer (&self->leader, g_bytes_unref);
  self->leader = id != NULL ? g_bytes_ref (id) : NULL;
}

GBytes *
foyer_visit_get_leader (FoyerVisit *self)
{
  g_return_val_if_fail (FOYER_IS_VISIT (self), NULL);

  return self->leader;
}

gboolean
foyer_visit_set_company (FoyerVisit *self, const char *text, GError **error)
{
  g_autofree char *clean = NULL;

  g_return_val_if_fail (FOYER_IS_VISIT (self), FALSE);

  clean = text != NULL ? foyer_typed_text_clean (text, error) : NULL;
  if (text != NULL && clean == NULL)
    return FALSE;
  foyer_visit_set_answer (self,
                          FOYER_ANSWER_COMPANY,
                          clean,
                          FOYER_KEPT_WITH_VISIT,
                          FOYER_ROLES_OF_STAFF);
  return TRUE;
}

const char *
foyer_visit_get_company (FoyerVisit *self)
{
  return foyer_visit_get_answer (self, FOYER_ANSWER_COMPANY);
}

void
foyer_visit_set_host (FoyerVisit *self, GBytes *id, const char *name)
{
  g_return_if_fail (FOYER_IS_VISIT (self));

  g_clear_pointer (&self->host_id, g_bytes_unref);
  g_free (self->host_name);
  self->host_id = id != NULL ? g_bytes_ref (id) : NULL;
  self->host_name = g_strdup (name);
}

GBytes *
foyer_visit_get_host_id (FoyerVisit *self)
{
  g_return_val_if_fail (FOYER_IS_VISIT (self), NULL);

  return self->host_id;
}

const char *
foyer_visit_get_host_name (FoyerVisit *self)
{
  g_return_val_if_fail (FOYER_IS_VISIT (self), NULL);

  return self->host_name;
}

void
foyer_visit_set_type (FoyerVisit *self, const char *key)
{
  g_return_if_fail (FOYER_IS_VISIT (self));

  g_free (self->type);
  self->type = g_strdup (key);
}

const char *
foyer_visit_get_type_key (FoyerVisit *self)
{
  g_return_val_if_fail (FOYER_IS_VISIT (self), NULL);

  return self->type;
}

void
foyer_visit_set_days_told (FoyerVisit *self, int days)
{
  g_return_if_fail (FOYER_IS_VISIT (self));
  g_return_if_fail (days >= 0);

  self->days_told = days;
}

int
foyer_visit_get_days_told (FoyerVisit *self)
{
  g_return_val_if_fail (FOYER_IS_VISIT (self), 0);

  return self->days_told;
}

void
foyer_visit_set_place (FoyerVisit *self, const char *site, const char *station)
{
  g_return_if_fail (FOYER_IS_VISIT (self));

  g_free (self->site);
  g_free (self->station);
  self->site = g_strdup (site);
  self->station = g_strdup (station);
}

const char *
foyer_visit_get_site (FoyerVisit *self)
{
  g_return_val_if_fail (FOYER_IS_VISIT (self), NULL);

  return self->site;
}

const char *
foyer_visit_get_station (FoyerVisit *self)
{
  g_return_val_if_fail (FOYER_IS_VISIT (self), NULL);

  return self->station;
}

void
foyer_visit_set_times (FoyerVisit *self,
                       FoyerVisitState state,
                       gint64 arrived_at,
                       gint64 left_at,
                       gint64 closed_at)
{
  g_return_if_fail (FOYER_IS_VISIT (self));

  self->state = state;
  self->arrived_at = arrived_at;
  self->left_at = left_at;
  self->closed_at = closed_at;
}

FoyerVisitState
foyer_visit_get_state (FoyerVisit *self)
{
  g_return_val_if_fail (FOYER_IS_VISIT (self), FOYER_VISIT_NEW);

  return self->state;
}

gint64
foyer_visit_get_arrived_at (FoyerVisit *self)
{
  g_return_val_if_fail (FOYER_IS_VISIT (self), 0);

  return self->arrived_at;
}

gint64
foyer_visit_get_left_at (FoyerVisit *self)
{
  g_return_val_if_fail (FOYER_IS_VISIT (self), 0);

  return self->left_at;
}

gint64
foyer_visit_get_closed_at (FoyerVisit *self)
{
  g_return_val_if_fail (FOYER_IS_VISIT (self), 0);

  return self->closed_at;
}

void
foyer_visit_set_notes (FoyerVisit *self, FoyerVisitNote notes)
{
  g_return_if_fail (FOYER_IS_VISIT (self));

  self->notes = notes;
}

FoyerVisitNote
foyer_visit_get_notes (FoyerVisit *self)
{
  g_return_val_if_fail (FOYER_IS_VISIT (self), 0);

  return self->notes;
}

void
foyer_visit_set_damage (FoyerVisit *self, FoyerVisitDamage damage)
{
  g_return_if_fail (FOYER_IS_VISIT (self));

  self->damage = damage;
}

FoyerVisitDamage
foyer_visit_get_damage (FoyerVisit *self)
{
  g_return_val_if_fail (FOYER_IS_VISIT (self), FOYER_VISIT_SOUND);

  return self->damage;
}

const char *
foyer_visit_state_to_string (FoyerVisitState state)
{
  switch (state) {
  case FOYER_VISIT_EXPECTED:
    return "expected";
  case FOYER_VISIT_ASKED:
    return "asked";
  case FOYER_VISIT_DENIED:
    return "denied";
  case FOYER_VISIT_ON_SITE:
    return "on-site";
  case FOYER_VISIT_LEFT:
    return "left";
  case FOYER_VISIT_NOT_SEEN_LEAVING:
    return "not-seen-leaving";
  default:
    return "new";
  }
}
