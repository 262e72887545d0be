/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-post"

#include "post/post.h"

#include "badge/badge.h"
#include "badge/printer.h"
#include "post/letters.h"
#include "visit/id.h"

/* Letters of a lease that ended are found without a change of the store. */
#define ROUND_US (3 * G_USEC_PER_SEC)

/**
 * FoyerPost:
 *
 * Carries this station's letters out of the house.
 */
struct _FoyerPost {
  GObject parent;

  FoyerStore *store;
  FoyerClock *clock;
  FoyerSettings *settings;
  FoyerActor *actor;
  GThread *carrier;
  GAsyncQueue *bell; /* RING or STOP */
};

G_DEFINE_FINAL_TYPE (FoyerPost, foyer_post, G_TYPE_OBJECT)

enum {
  RING = 1,
  STOP
};

static const char *
own_language (FoyerPost *self)
{
  return foyer_settings_get_languages (self->settings)[0];
}

/* A visitor waits for the badge that long from signing in, and then goes to reception. */
static gint64
time_left (FoyerPost *self, const FoyerLetter *letter)
{
  return letter->made_at + FOYER_POST_PRINT_MS - foyer_clock_now (self->clock);
}

static gboolean
print (FoyerPost *self, const FoyerLetter *letter, FoyerBadge *badge, GError **error)
{
  g_autoptr (GBytes) pdf = foyer_badge_to_pdf (badge);
  g_autofree char *job = foyer_id_to_string (letter->visit);

  return foyer_printer_print (foyer_settings_get_printer (self->settings),
                              job,
                              pdf,
                              CLAMP (time_left (self, letter), 0, FOYER_POST_PRINT_MS),
                              error);
}

/* A letter whose lease has ended may have been printed, by a process that could not say so any
 * more: on paper the desk decides, a file is written over. */
static FoyerPostOutcome
carry_badge (FoyerPost *self, const FoyerPostTake *take)
{
  const char *printer = foyer_settings_get_printer (self->settings);
  gboolean files = foyer_printer_keeps_files (printer);
  gboolean tried = take->letter->state == FOYER_LETTER_LEASED;
  g_autoptr (FoyerBadge) badge = NULL;
  g_autoptr (GError) err = NULL;

  if (take->visit != NULL
      && (foyer_visit_get_name (take->visit) == NULL || foyer_visit_get_code (take->visit) == NULL))
    return FOYER_POST_NOT_PRINTED; /* its record is damaged */
  if (take->visit == NULL || foyer_visit_get_state (take->visit) != FOYER_VISIT_ON_SITE)
    return take->letter->folder != NULL ? FOYER_POST_FILED : FOYER_POST_DROPPED;
  if (printer == NULL || (tried && !files) || (!tried && time_left (self, take->letter) <= 0))
    return FOYER_POST_NOT_PRINTED;
  badge = foyer_badge_new (take->visit,
                           self->settings,
                           take->language != NULL ? take->language : own_language (self));
  if (print (self, take->letter, badge, &err))
    return files ? FOYER_POST_FILED : FOYER_POST_PRINTED;
  g_info ("A badge was not printed: %s", err->message);
  return FOYER_POST_NOT_PRINTED;
}

/* Staff stand at the printer and look: a file is gone as soon as it could be written. */
static FoyerPostOutcome
carry_test (FoyerPost *self, const FoyerPostTake *take)
{
  const char *printer = foyer_settings_get_printer (self->settings);
  g_autofree char *job = foyer_id_to_string (take->letter->visit);
  g_autoptr (FoyerBadge) badge = NULL;
  g_autoptr (GError) err = NULL;

  if (printer == NULL || take->letter->state == FOYER_LETTER_LEASED
      || time_left (self, take->letter) <= 0)
    return FOYER_POST_NOT_PRINTED;
  badge =
      foyer_badge_new_sample (self->settings, own_language (self), foyer_clock_now (self->clock));
  if (print (self, take->letter, badge, &err)
      && (!foyer_printer_keeps_files (printer) || foyer_printer_shred (printer, job, &err)))
    return FOYER_POST_PRINTED;
  g_info ("A test badge was not printed: %s", err->message);
  return FOYER_POST_NOT_PRINTED;
}

static gboolean
settle (FoyerPost *self, const FoyerLetter *letter, FoyerPostOutcome outcome, GError **error)
{
  FoyerPostSettle settle = { letter, outcome, foyer_clock_now (self->clock) };

  return foyer_store_do_wait (self->store, self->actor, &foyer_post_settle, &settle, error);
}

/* A file stands in the folder where it was written, whatever the settings say today. */
static gboolean
shred (FoyerPost *self, const FoyerLetter *letter, GError **error)
{
  g_autofree char *job = foyer_id_to_string (letter->visit);

  return (letter->folder == NULL || foyer_printer_shred (letter->folder, job, error))
         && settle (self, letter, FOYER_POST_SHREDDED, error);
}

/* Carries one letter of that kind, if one waits. */
static gboolean
carry_one (FoyerPost *self, FoyerLetterKind kind, gboolean *carried, GError **error)
{
  const char *station = foyer_settings_get_station (self->settings);
  gint64 now = foyer_clock_now (self->clock);
  FoyerPostLook look = { station, kind, now, FALSE };
  const char *printer = foyer_settings_get_printer (self->settings);
  g_auto (FoyerPostTake) take = { station, kind, now, now + FOYER_POST_LEASE };

  *carried = FALSE;
  if (kind == FOYER_LETTER_BADGE && foyer_printer_keeps_files (printer))
    take.folder = printer;
  if (!foyer_store_do_wait (self->store, self->actor, &foyer_post_look, &look, error))
    return FALSE;
  if (!look.waits)
    return TRUE;
  if (!foyer_store_do_wait (self->store, self->actor, &foyer_post_take, &take, error))
    return FALSE;
  if (take.letter == NULL) /* somebody else was faster */
    return TRUE;
  *carried = TRUE;
  if (kind == FOYER_LETTER_BADGE)
    return settle (self, take.letter, carry_badge (self, &take), error);
  if (kind == FOYER_LETTER_TEST)
    return settle (self, take.letter, carry_test (self, &take), error);
  return shred (self, take.letter, error);
}

static gboolean
is_stopping (FoyerPost *self)
{
  gpointer ring = g_async_queue_try_pop (self->bell);
  gboolean stopping = GPOINTER_TO_INT (ring) == STOP;

  if (ring != NULL)
    g_async_queue_push_front (self->bell, ring);
  return stopping;
}

static gboolean
carry_all (FoyerPost *self, FoyerLetterKind kind, GError **error)
{
  gboolean carried = TRUE;

  while (carried && !is_stopping (self)) {
    if (!carry_one (self, kind, &carried, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
carry_each_kind (FoyerPost *self, GError **error)
{
  return carry_all (self, FOYER_LETTER_BADGE, error) && carry_all (self, FOYER_LETTER_TEST, error)
         && carry_all (self, FOYER_LETTER_FILE, error);
}

/* What cannot be carried now is tried again: with the next change, or when its lease has ended. */
static gpointer
carry (gpointer data)
{
  FoyerPost *self = data;
  gpointer ring = GINT_TO_POINTER (RING);

  while (GPOINTER_TO_INT (ring) != STOP) {
    g_autoptr (GError) err = NULL;

    if (!carry_each_kind (self, &err))
      g_info ("Letters wait: %s", err->message);
    ring = g_async_queue_timeout_pop (self->bell, ROUND_US);
  }
  return NULL;
}

static void
on_changed (FoyerPost *self)
{
  if (self->carrier != NULL && g_async_queue_length (self->bell) < 1)
    g_async_queue_push (self->bell, GINT_TO_POINTER (RING));
}

static void
foyer_post_dispose (GObject *object)
{
  FoyerPost *self = FOYER_POST (object);

  foyer_post_stop (self);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);
  g_clear_object (&self->actor);

  G_OBJECT_CLASS (foyer_post_parent_class)->dispose (object);
}

static void
foyer_post_finalize (GObject *object)
{
  FoyerPost *self = FOYER_POST (object);

  g_async_queue_unref (self->bell);

  G_OBJECT_CLASS (foyer_post_parent_class)->finalize (object);
}

static void
foyer_post_class_init (FoyerPostClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_post_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_post_finalize;
}

static void
foyer_post_init (FoyerPost *self)
{
  self->bell = g_async_queue_new ();
}

FoyerPost *
foyer_post_new (FoyerStore *store, FoyerClock *clock, FoyerSettings *settings)
{
  FoyerPost *self = g_object_new (FOYER_TYPE_POST, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->settings = g_object_ref (settings);
  self->actor = foyer_actor_new (FOYER_ROLE_PROGRAM, foyer_settings_get_station (settings));
  g_signal_connect_object (store, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return self;
}

void
foyer_post_start (FoyerPost *self)
{
  g_return_if_fail (FOYER_IS_POST (self));
  g_return_if_fail (self->carrier == NULL);

  self->carrier = g_thread_new ("post", carry, self);
}

void
foyer_post_stop (FoyerPost *self)
{
  g_return_if_fail (FOYER_IS_POST (self));

  if (self->carrier == NULL)
    return;
  g_async_queue_push_front (self->bell, GINT_TO_POINTER (STOP));
  g_thread_join (g_steal_pointer (&self->carrier));
  while (g_async_queue_try_pop (self->bell) != NULL)
    continue;
}

gboolean
foyer_post_carry_all_now (FoyerPost *self, GError **error)
{
  g_return_val_if_fail (FOYER_IS_POST (self), FALSE);
  g_return_val_if_fail (self->carrier == NULL, FALSE);

  return carry_each_kind (self, error);
}

gboolean
foyer_post_file_waits (FoyerPost *self, gboolean *waits, GError **error)
{
  FoyerPostLook look = {
    .station = foyer_settings_get_station (self->settings),
    .kind = FOYER_LETTER_FILE,
    .now = foyer_clock_now (self->clock),
  };

  g_return_val_if_fail (FOYER_IS_POST (self), FALSE);

  if (!foyer_store_do_wait (self->store, self->actor, &foyer_post_look, &look, error))
    return FALSE;
  *waits = look.waits;
  return TRUE;
}

gboolean
foyer_post_shred_now (FoyerPost *self, GError **error)
{
  g_return_val_if_fail (FOYER_IS_POST (self), FALSE);
  g_return_val_if_fail (self->carrier == NULL, FALSE);

  return carry_all (self, FOYER_LETTER_FILE, error);
}
