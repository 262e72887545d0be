/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-thanks-page"

#include "kiosk/thanks-page.h"

#include <glib/gi18n-lib.h>

#include "kiosk/badge-picture.h"
#include "kiosk/closing.h"
#include "reception/desk-work.h"
#include "station/day.h"
#include "visit/badge-code.h"
#include "visit/typed-text.h"
#include "widgets/arches.h"
#include "widgets/qr-picture.h"

/* How long the page stays, in seconds. */
#define STAYS 12

/* From which lengths on a greeting is written smaller, in code points. */
#define LONG 20
#define LONGEST 40

/* How long the printer has to report the badge as completed. */
#define PATIENCE (10 * FOYER_SECOND)

/**
 * FoyerThanksPage:
 *
 * Says that the visitor is signed in, and where the badge is.
 */
struct _FoyerThanksPage {
  FoyerKioskPage parent;

  GtkLabel *thanks;
  GtkLabel *next;
  FoyerBadgePicture *badge;
  GtkWidget *photo; /* in place of the badge */
  GtkWidget *remember;
  FoyerQrPicture *code;
  GtkWidget *picture;
  FoyerClosing *closing;
  GCancellable *cancel; /* while the badge is followed */
  guint patience;
  gulong changes;
};

G_DEFINE_FINAL_TYPE (FoyerThanksPage, foyer_thanks_page, FOYER_TYPE_KIOSK_PAGE)

static void
stop_following (FoyerThanksPage *self)
{
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (FOYER_KIOSK_PAGE (self));

  if (self->cancel == NULL)
    return;
  g_cancellable_cancel (self->cancel);
  g_clear_object (&self->cancel);
  foyer_clock_cancel (context->clock, self->patience);
  self->patience = 0;
  g_clear_signal_handler (&self->changes, context->store);
}

/* The visitor can sign out with it all the same. */
static void
show_code (FoyerThanksPage *self, const char *code)
{
  g_autofree char *text = g_strconcat (FOYER_BADGE_CODE_PREFIX, code, NULL);

  foyer_qr_picture_set_text (self->code, text);
  atk_object_set_name (gtk_widget_get_accessible (GTK_WIDGET (self->code)),
                       C_ ("kiosk", "The code that signs you out"));
  gtk_widget_show (self->photo);
}

/* No badge will come out below: the words change, and there is time again to read them. */
static void
send_to_reception (FoyerThanksPage *self)
{
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (FOYER_KIOSK_PAGE (self));

  stop_following (self);
  gtk_label_set_text (self->next,
                      C_ ("kiosk",
                          "You are signed in. The badge cannot be printed here; reception has one "
                          "for you."));
  gtk_widget_hide (GTK_WIDGET (self->badge));
  show_code (self, foyer_visit_get_code (context->visit));
  foyer_closing_start (self->closing,
                       context->clock,
                       (int) foyer_display_stretch (context->display, STAYS));
}

static gboolean
on_patience_ended (gpointer data)
{
  FoyerThanksPage *self = data;

  self->patience = 0;
  send_to_reception (self);
  return G_SOURCE_REMOVE;
}

static void
on_badge_seen (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerDeskWork) work = foyer_store_do_finish (result, &err);
  FoyerThanksPage *self = data;

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* self is gone, or waits no more */
  if (err != NULL)
    g_info ("the badge cannot be followed: %s", err->message);
  else if (work->badge == FOYER_BADGE_PRINTED)
    stop_following (self);
  else if (work->badge == FOYER_BADGE_AT_DESK)
    send_to_reception (self);
}

static void
look_for_badge (FoyerThanksPage *self)
{
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (FOYER_KIOSK_PAGE (self));

  foyer_store_do (
      context->store,
      context->kiosk,
      &foyer_reception_follow_badge,
      foyer_desk_work_new (foyer_visit_get_id (context->visit), foyer_clock_now (context->clock)),
      foyer_desk_work_free,
      self->cancel,
      on_badge_seen,
      self);
}

static void
follow_badge (FoyerThanksPage *self, const FoyerKioskContext *context)
{
  self->cancel = g_cancellable_new ();
  self->patience = foyer_clock_after (context->clock, PATIENCE, on_patience_ended, self);
  self->changes =
      g_signal_connect_swapped (context->store, "changed", G_CALLBACK (look_for_badge), self);
  look_for_badge (self);
}

/* A greeting that is longer than a line or two is written smaller. */
static void
set_size (GtkLabel *label, const char *text)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (label));
  glong length = g_utf8_strlen (text, -1);

  gtk_style_context_remove_class (style, "long");
  gtk_style_context_remove_class (style, "longest");
  if (length > LONGEST)
    gtk_style_context_add_class (style, "longest");
  else if (length > LONG)
    gtk_style_context_add_class (style, "long");
}

static void
show_words (FoyerThanksPage *self, const FoyerKioskContext *context)
{
  FoyerVisit *visit = context->visit;
  const char *host = foyer_visit_get_host_name (visit);
  g_autofree char *given = foyer_typed_text_given (foyer_visit_get_name (visit));
  g_autofree char *thanks = g_strdup_printf (C_ ("kiosk", "Thank you, %s."), given);
  g_autofree char *told = host == NULL
                              ? g_strdup (C_ ("kiosk", "Reception will tell your host."))
                              : g_strdup_printf (C_ ("kiosk", "Reception will tell %s."), host);
  g_autofree char *next =
      g_strconcat (told, "\n", C_ ("kiosk", "Please take your badge below and have a seat."), NULL);

  gtk_label_set_text (self->thanks, thanks);
  set_size (self->thanks, thanks);
  gtk_label_set_text (self->next, next);
}

static void
show_badge (FoyerThanksPage *self, const FoyerKioskContext *context)
{
  g_autofree char *day =
      foyer_day_format_short_date (foyer_settings_get_time_zone (context->settings),
                                   foyer_clock_now (context->clock));

  foyer_badge_picture_show_face (
      self->badge,
      &(FoyerBadgeFace){
          .organisation = foyer_settings_get_organisation (context->settings),
          .name = foyer_visit_get_name (context->visit),
          .host = foyer_visit_get_host_name (context->visit),
          .day = day,
      });
  gtk_widget_show (GTK_WIDGET (self->badge));
  gtk_widget_hide (self->photo);
}

static void
foyer_thanks_page_show (FoyerKioskPage *page)
{
  FoyerThanksPage *self = FOYER_THANKS_PAGE (page);
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (page);

  stop_following (self);
  foyer_kiosk_page_place_picture (page, self->picture);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->closing),
                                  context->portrait ? GTK_ORIENTATION_VERTICAL
                                                    : GTK_ORIENTATION_HORIZONTAL);
  foyer_kiosk_page_set_complete (page, TRUE);
  gtk_widget_set_visible (self->remember, foyer_settings_get_remember_days (context->settings) > 0);
  show_words (self, context);
  show_badge (self, context);
  if (foyer_settings_get_printer (context->settings) == NULL) {
    send_to_reception (self);
    return;
  }
  foyer_closing_start (self->closing,
                       context->clock,
                       (int) foyer_display_stretch (context->display, STAYS));
  follow_badge (self, context);
}

static void
on_wrong (FoyerThanksPage *self)
{
  foyer_kiosk_page_go_to (FOYER_KIOSK_PAGE (self), "put-right");
}

static void
on_remember (FoyerThanksPage *self)
{
  foyer_kiosk_page_go_to (FOYER_KIOSK_PAGE (self), "remember");
}

static void
on_over (FoyerThanksPage *self)
{
  foyer_kiosk_page_go_to (FOYER_KIOSK_PAGE (self), "welcome");
}

static void
foyer_thanks_page_unmap (GtkWidget *widget)
{
  stop_following (FOYER_THANKS_PAGE (widget));

  GTK_WIDGET_CLASS (foyer_thanks_page_parent_class)->unmap (widget);
}

static void
foyer_thanks_page_dispose (GObject *object)
{
  stop_following (FOYER_THANKS_PAGE (object));

  G_OBJECT_CLASS (foyer_thanks_page_parent_class)->dispose (object);
}

static void
foyer_thanks_page_class_init (FoyerThanksPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_thanks_page_dispose;
  widget_class->unmap = foyer_thanks_page_unmap;
  FOYER_KIOSK_PAGE_CLASS (klass)->show = foyer_thanks_page_show;

  g_type_ensure (FOYER_TYPE_ARCHES);
  g_type_ensure (FOYER_TYPE_BADGE_PICTURE);
  g_type_ensure (FOYER_TYPE_CLOSING);
  g_type_ensure (FOYER_TYPE_QR_PICTURE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/thanks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerThanksPage, thanks);
  gtk_widget_class_bind_template_child (widget_class, FoyerThanksPage, next);
  gtk_widget_class_bind_template_child (widget_class, FoyerThanksPage, badge);
  gtk_widget_class_bind_template_child (widget_class, FoyerThanksPage, photo);
  gtk_widget_class_bind_template_child (widget_class, FoyerThanksPage, remember);
  gtk_widget_class_bind_template_child (widget_class, FoyerThanksPage, code);
  gtk_widget_class_bind_template_child (widget_class, FoyerThanksPage, picture);
  gtk_widget_class_bind_template_child (widget_class, FoyerThanksPage, closing);
  gtk_widget_class_bind_template_callback (widget_class, on_wrong);
  gtk_widget_class_bind_template_callback (widget_class, on_remember);
  gtk_widget_class_bind_template_callback (widget_class, on_over);
  gtk_widget_class_set_css_name (widget_class, "foyer-thanks-page");
}

static void
foyer_thanks_page_init (FoyerThanksPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
