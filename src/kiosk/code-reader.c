/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-code-reader"

#include "kiosk/code-reader.h"

#include "reception/error.h"
#include "station/day.h"
#include "visit/badge-code.h"
#include "widgets/scan.h"
#include "widgets/scanner.h"

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
  FoyerScan *scan;
  FoyerScanner *scanner; /* one that is no keyboard, or NULL */
  gint64 second;         /* in which codes are counted, on the steady clock, in ms */
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
  FoyerCodeReader *self = FOYER_CODE_READER (object);

  g_cancellable_cancel (self->cancel);
  if (self->scan != NULL)
    g_signal_handlers_disconnect_by_data (self->scan, self);
  g_clear_object (&self->scan);
  if (self->scanner != NULL) {
    g_signal_handlers_disconnect_by_data (self->scanner, self);
    g_object_run_dispose (G_OBJECT (self->scanner));
  }
  g_clear_object (&self->scanner);

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

static void
on_scanned (FoyerCodeReader *self, const char *text)
{
  foyer_code_reader_read (self, text);
}

static void
on_strange (FoyerCodeReader *self)
{
  g_autoptr (GError) err = g_error_new_literal (FOYER_RECEPTION_ERROR,
                                                FOYER_RECEPTION_ERROR_NO_SUCH_CODE,
                                                "something else was scanned");

  self->read (NULL, err, self->data);
}

void
foyer_code_reader_watch (FoyerCodeReader *self, GtkWindow *window)
{
  const char *layout;
  const char *scanner;

  g_return_if_fail (FOYER_IS_CODE_READER (self));

  layout = foyer_settings_get_scanner_layout (self->settings);
  scanner = foyer_settings_get_scanner (self->settings);
  self->scan = foyer_scan_new (FOYER_BADGE_CODE_PREFIX,
                               FOYER_BADGE_CODE_LENGTH,
                               FOYER_BADGE_CODE_LETTERS,
                               layout);
  foyer_scan_set_strict (self->scan, TRUE);
  foyer_scan_watch (self->scan, window);
  g_signal_connect_swapped (self->scan, "scanned", G_CALLBACK (on_scanned), self);
  g_signal_connect_swapped (self->scan, "strange", G_CALLBACK (on_strange), self);
  if (scanner == NULL)
    return;
  self->scanner = foyer_scanner_new (foyer_scan_code_new (FOYER_BADGE_CODE_PREFIX,
                                                          FOYER_BADGE_CODE_LENGTH,
                                                          FOYER_BADGE_CODE_LETTERS,
                                                          layout));
  g_signal_connect_swapped (self->scanner, "scanned", G_CALLBACK (on_scanned), self);
  g_signal_connect_swapped (self->scanner, "strange", G_CALLBACK (on_strange), self);
  foyer_scanner_open (self->scanner, scanner);
}

void
foyer_code_reader_interrupt (FoyerCodeReader *self)
{
  g_return_if_fail (FOYER_IS_CODE_READER (self));

  foyer_scan_interrupt (self->scan);
}
