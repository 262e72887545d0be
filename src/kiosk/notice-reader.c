/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-notice-reader"

#include "kiosk/notice-reader.h"

/* How long until the store is tried again. */
#define RETRY (2 * FOYER_SECOND)

/**
 * FoyerNoticeReader:
 *
 * Reads the privacy notice in force, as often as it takes.
 */
struct _FoyerNoticeReader {
  GObject parent;

  const FoyerKioskContext *context;
  FoyerNoticeRead read;
  gpointer data;
  GCancellable *cancel;
  gboolean is_reading;
  guint retry;
};

G_DEFINE_FINAL_TYPE (FoyerNoticeReader, foyer_notice_reader, G_TYPE_OBJECT)

static void
on_read (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerReading) reading = foyer_store_do_finish (result, &err);
  FoyerNoticeReader *self = data;

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* self is gone */
  self->is_reading = FALSE;
  if (err != NULL)
    g_info ("the notice cannot be read: %s", err->message);
  self->read (err == NULL ? g_steal_pointer (&reading) : NULL, self->data);
}

static gboolean
on_retry (gpointer data)
{
  foyer_notice_reader_read (data);
  return G_SOURCE_CONTINUE;
}

static void
foyer_notice_reader_dispose (GObject *object)
{
  FoyerNoticeReader *self = FOYER_NOTICE_READER (object);

  g_cancellable_cancel (self->cancel);
  if (self->retry != 0)
    foyer_clock_cancel (self->context->clock, self->retry);
  self->retry = 0;

  G_OBJECT_CLASS (foyer_notice_reader_parent_class)->dispose (object);
}

static void
foyer_notice_reader_finalize (GObject *object)
{
  g_object_unref (FOYER_NOTICE_READER (object)->cancel);

  G_OBJECT_CLASS (foyer_notice_reader_parent_class)->finalize (object);
}

static void
foyer_notice_reader_class_init (FoyerNoticeReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_notice_reader_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_notice_reader_finalize;
}

static void
foyer_notice_reader_init (FoyerNoticeReader *self)
{
  self->cancel = g_cancellable_new ();
}

FoyerNoticeReader *
foyer_notice_reader_new (const FoyerKioskContext *context, FoyerNoticeRead read, gpointer data)
{
  FoyerNoticeReader *self = g_object_new (FOYER_TYPE_NOTICE_READER, NULL);

  self->context = context;
  self->read = read;
  self->data = data;
  return self;
}

void
foyer_notice_reader_read (FoyerNoticeReader *self)
{
  g_return_if_fail (FOYER_IS_NOTICE_READER (self));

  if (self->is_reading)
    return;
  self->is_reading = TRUE;
  foyer_store_do (self->context->store,
                  self->context->kiosk,
                  &foyer_privacy_read_notice,
                  foyer_reading_new (self->context->language),
                  foyer_reading_free,
                  self->cancel,
                  on_read,
                  self);
}

void
foyer_notice_reader_set_insisting (FoyerNoticeReader *self, gboolean insisting)
{
  g_return_if_fail (FOYER_IS_NOTICE_READER (self));

  foyer_clock_cancel (self->context->clock, self->retry);
  self->retry = insisting ? foyer_clock_after (self->context->clock, RETRY, on_retry, self) : 0;
}
