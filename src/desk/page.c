/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-desk-page"

#include "desk/page.h"

#include <glib/gi18n.h>

#include "desk/say.h"
#include "station/day.h"

/* How soon a page asks again by itself: for “longest …” and the day's end; and while cut off. */
#define ASK_AGAIN FOYER_MINUTE
#define TRY_AGAIN (2 * FOYER_SECOND)

typedef struct {
  const FoyerDeskContext *context;
  GCancellable *cancel;
  guint timeout;
  gint64 as_of;         /* when the last good answer came */
  gint64 cut_off_since; /* 0: the store answers */
  gboolean asking;
  gboolean again; /* rows changed while the answer was to come */
} FoyerDeskPagePrivate;

/**
 * FoyerDeskPage:
 *
 * A view of the desk: what it shows follows the store.
 */
G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FoyerDeskPage, foyer_desk_page, GTK_TYPE_BOX)

enum {
  SAID,
  TROUBLE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static FoyerDeskPagePrivate *
private_of (FoyerDeskPage *self)
{
  return foyer_desk_page_get_instance_private (self);
}

const FoyerDeskContext *
foyer_desk_page_get_context (FoyerDeskPage *self)
{
  return private_of (self)->context;
}

GCancellable *
foyer_desk_page_get_cancel (FoyerDeskPage *self)
{
  return private_of (self)->cancel;
}

gboolean
foyer_desk_page_is_cut_off (FoyerDeskPage *self)
{
  return private_of (self)->cut_off_since != 0;
}

void
foyer_desk_page_say (FoyerDeskPage *self, const char *words)
{
  g_signal_emit (self, signals[SAID], 0, words);
}

void
foyer_desk_page_refresh (FoyerDeskPage *self)
{
  FoyerDeskPagePrivate *priv = private_of (self);

  if (priv->asking) {
    priv->again = TRUE;
    return;
  }
  priv->asking = TRUE;
  foyer_clock_cancel (priv->context->clock, priv->timeout);
  priv->timeout = 0;
  FOYER_DESK_PAGE_GET_CLASS (self)->ask (self);
}

void
foyer_desk_page_say_error (FoyerDeskPage *self, const GError *err)
{
  foyer_desk_page_say (self, foyer_desk_say (err));
  if (foyer_desk_is_cut_off (err))
    foyer_desk_page_refresh (self);
}

static gboolean
on_time (gpointer data)
{
  private_of (data)->timeout = 0;
  foyer_desk_page_refresh (data);
  return G_SOURCE_REMOVE;
}

static void
tell_trouble (FoyerDeskPage *self)
{
  FoyerDeskPagePrivate *priv = private_of (self);
  GTimeZone *zone = foyer_settings_get_time_zone (priv->context->settings);
  g_autofree char *since = foyer_day_format_time (zone, priv->cut_off_since);
  g_autofree char *as_of = foyer_day_format_time (zone, priv->as_of);
  g_autofree char *words = NULL;

  if (priv->cut_off_since == 0)
    words = NULL;
  else if (priv->as_of == 0)
    words =
        g_strdup_printf (C_ ("desk", "Not connected since %s. Changes are not possible."), since);
  else
    words = g_strdup_printf (C_ ("desk",
                                 "Not connected since %s. Changes are not possible; this list is "
                                 "as of %s."),
                             since,
                             as_of);
  g_signal_emit (self, signals[TROUBLE], 0, words);
}

static void
set_cut_off (FoyerDeskPage *self, gint64 since)
{
  FoyerDeskPagePrivate *priv = private_of (self);
  FoyerDeskPageClass *klass = FOYER_DESK_PAGE_GET_CLASS (self);

  if ((priv->cut_off_since != 0) == (since != 0))
    return;
  priv->cut_off_since = since;
  tell_trouble (self);
  if (klass->cut_off_changed != NULL)
    klass->cut_off_changed (self);
}

void
foyer_desk_page_answered (FoyerDeskPage *self, const GError *err)
{
  FoyerDeskPagePrivate *priv = private_of (self);
  gint64 now = foyer_clock_now (priv->context->clock);

  priv->asking = FALSE;
  if (err == NULL)
    priv->as_of = now;
  if (err != NULL && !foyer_desk_is_cut_off (err))
    foyer_desk_page_say (self, foyer_desk_say (err));
  else
    set_cut_off (self, err != NULL ? now : 0);
  if (priv->again) {
    priv->again = FALSE;
    foyer_desk_page_refresh (self);
  } else if (priv->timeout == 0) {
    priv->timeout = foyer_clock_after (priv->context->clock,
                                       err != NULL ? TRY_AGAIN : ASK_AGAIN,
                                       on_time,
                                       self);
  }
}

gboolean
foyer_desk_page_handle_key (FoyerDeskPage *self, GdkEventKey *event)
{
  return FOYER_DESK_PAGE_GET_CLASS (self)->handle_key (self, event);
}

void
foyer_desk_page_set_context (FoyerDeskPage *self, const FoyerDeskContext *context)
{
  private_of (self)->context = context;
  g_signal_connect_object (context->store,
                           "changed",
                           G_CALLBACK (foyer_desk_page_refresh),
                           self,
                           G_CONNECT_SWAPPED);
  foyer_desk_page_refresh (self);
}

static void
foyer_desk_page_destroy (GtkWidget *widget)
{
  FoyerDeskPagePrivate *priv = private_of (FOYER_DESK_PAGE (widget));

  g_cancellable_cancel (priv->cancel);
  if (priv->context != NULL) {
    foyer_clock_cancel (priv->context->clock, priv->timeout);
    g_signal_handlers_disconnect_by_data (priv->context->store, widget);
  }
  priv->timeout = 0;

  GTK_WIDGET_CLASS (foyer_desk_page_parent_class)->destroy (widget);
}

static void
foyer_desk_page_finalize (GObject *object)
{
  g_clear_object (&private_of (FOYER_DESK_PAGE (object))->cancel);

  G_OBJECT_CLASS (foyer_desk_page_parent_class)->finalize (object);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name,
                       FOYER_TYPE_DESK_PAGE,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       1,
                       G_TYPE_STRING);
}

static void
foyer_desk_page_class_init (FoyerDeskPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_desk_page_finalize;
  GTK_WIDGET_CLASS (klass)->destroy = foyer_desk_page_destroy;

  signals[SAID] = new_signal ("said");
  signals[TROUBLE] = new_signal ("trouble");
}

static void
foyer_desk_page_init (FoyerDeskPage *self)
{
  private_of (self)->cancel = g_cancellable_new ();
}
