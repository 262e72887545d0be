/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-code-reader"

#include "kiosk/code-reader.h"

#include "station/day.h"
#include "visit/badge-code.h"

/**
 * FoyerCodeReader:
 *
 * Finds out what a code means that somebody shows.
 */
struct _FoyerCodeReader {
  GObject parent;

  FoyerStore *store;
  FoyerActor *kiosk;
  FoyerClock *clock;
  FoyerSettings *settings;
  FoyerCodeRead read;
  gpointer data;
  GCancellable *cancel;
  gint64 second; /* in which codes are counted, on the steady clock, in ms */
  guint n;
};

G_DEFINE_FINAL_TYPE (FoyerCodeReader, foyer_code_reader, G_TYPE_OBJECT)

static void
on_looked (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerCodeLook) look = foyer_store_do_finish (result, &err);
  FoyerCodeReader *self = data;

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* self is gone */
  self->read (err == NULL ? look : NULL, err, self->data);
}

static void
foyer_code_reader_dispose (GObject *object)
{
  g_cancellable_cancel (FOYER_CODE_READER (object)->cancel);

  G_OBJECT_CLASS (foyer_code_reader_parent_class)->dispose (object);
}

static void
foyer_code_reader_finalize (GObject *object)
{
  FoyerCodeReader *self = FOYER_CODE_READER (object);

  g_object_unref (self->cancel);
  g_object_unref (self->store);
  g_object_unref (self->kiosk);
  g_object_unref (self->clock);
  g_object_unref (self->settings);

  G_OBJECT_CLASS (foyer_code_reader_parent_class)->finalize (object);
}

static void
foyer_code_reader_class_init (FoyerCodeReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_code_reader_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_code_reader_finalize;
}

static void
foyer_code_reader_init (FoyerCodeReader *self)
{
  self->cancel = g_cancellable_new ();
}

FoyerCodeReader *
foyer_code_reader_new (FoyerStore *store,
                       FoyerActor *kiosk,
                       FoyerClock *clock,
                       FoyerSettings *settings,
                       FoyerCodeRead read,
                       gpointer data)
{
  FoyerCodeReader *self = g_object_new (FOYER_TYPE_CODE_READER, NULL);

  self->store = g_object_ref (store);
  self->kiosk = g_object_ref (kiosk);
  self->clock = g_object_ref (clock);
  self->settings = g_object_ref (settings);
  self->read = read;
  self->data = data;
  self->second = -FOYER_SECOND;
  return self;
}

static gboolean
is_too_often (FoyerCodeReader *self)
{
  gint64 now = foyer_clock_steady (self->clock);

  if (now - self->second >= FOYER_SECOND) {
    self->second = now;
    self->n = 0;
  }
  self->n++;
  return self->n > FOYER_CODES_A_SECOND;
}

gboolean
foyer_code_reader_read (FoyerCodeReader *self, const char *text)
{
  g_autofree char *code = NULL;
  gint64 now;
  gint64 from;
  gint64 until;

  g_return_val_if_fail (FOYER_IS_CODE_READER (self), FALSE);

  code = foyer_badge_code_parse (text);
  if (code == NULL || is_too_often (self))
    return FALSE;
  now = foyer_clock_now (self->clock);
  foyer_day_bounds (foyer_settings_get_time_zone (self->settings), now, &from, &until);
  foyer_store_do (self->store,
                  self->kiosk,
                  &foyer_reception_look_at_code,
                  foyer_code_look_new (code, now, from, until),
                  foyer_code_look_free,
                  self->cancel,
                  on_looked,
                  self);
  return TRUE;
}
