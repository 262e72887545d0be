/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-service-page"

#include "kiosk/service-page.h"

#include <glib/gi18n-lib.h>

#include "kiosk/power.h"
#include "staff/service.h"

/**
 * FoyerServicePage:
 *
 * What staff can do at a kiosk; it shows nothing of any visitor.
 */
struct _FoyerServicePage {
  FoyerKioskPage parent;

  GtkGrid *deeds;
  GtkWidget *test;
  GtkWidget *restart;
  GtkWidget *switch_off;
  GtkLabel *said;

  FoyerActor *staff;
  GCancellable *cancel;
  GBytes *test_id; /* while a test badge is followed */
};

G_DEFINE_FINAL_TYPE (FoyerServicePage, foyer_service_page, FOYER_TYPE_KIOSK_PAGE)

static const FoyerKioskContext *
context_of (FoyerServicePage *self)
{
  return foyer_kiosk_page_get_context (FOYER_KIOSK_PAGE (self));
}

static void
say (FoyerServicePage *self, const char *sentence)
{
  gtk_label_set_text (self->said, sentence);
}

/* Does one of the deeds as the person who signed in, at this station. */
static void
serve (FoyerServicePage *self, const FoyerDeed *deed, GAsyncReadyCallback ready)
{
  const FoyerKioskContext *context = context_of (self);

  foyer_store_do (context->store,
                  self->staff,
                  deed,
                  foyer_service_new (foyer_settings_get_station (context->settings),
                                     self->test_id,
                                     foyer_clock_now (context->clock)),
                  foyer_service_free,
                  self->cancel,
                  ready,
                  self);
}

/* Returns: (nullable): What was done, where the page is still there; else it has said why not */
static FoyerService *
finish (GAsyncResult *result, gpointer page, gboolean *is_gone)
{
  g_autoptr (GError) err = NULL;
  FoyerService *service = foyer_store_do_finish (result, &err);

  *is_gone = g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  if (err != NULL && !*is_gone) {
    g_info ("no service: %s", err->message);
    say (page, C_ ("kiosk", "This is not possible at the moment."));
  }
  return service;
}

static void
on_noted (GObject *unused, GAsyncResult *result, gpointer data)
{
  gboolean is_gone;
  g_autoptr (FoyerService) service = finish (result, data, &is_gone);
}

static void
on_test_seen (GObject *unused, GAsyncResult *result, gpointer data)
{
  gboolean is_gone;
  g_autoptr (FoyerService) service = finish (result, data, &is_gone);
  FoyerServicePage *self = data;

  if (service == NULL || self->test_id == NULL || !g_bytes_equal (service->test, self->test_id)
      || service->state == FOYER_TEST_PRINTING)
    return;
  g_clear_pointer (&self->test_id, g_bytes_unref);
  gtk_widget_set_sensitive (self->test, TRUE);
  say (self,
       service->state == FOYER_TEST_PRINTED
           ? C_ ("kiosk", "The test badge was printed.")
           : C_ ("kiosk",
                 "The test badge was not printed. Look at the printer’s paper, cable and power."));
}

static void
on_changed (FoyerServicePage *self)
{
  if (self->test_id != NULL)
    serve (self, &foyer_staff_follow_test, on_test_seen);
}

static void
on_test_added (GObject *unused, GAsyncResult *result, gpointer data)
{
  gboolean is_gone;
  g_autoptr (FoyerService) service = finish (result, data, &is_gone);
  FoyerServicePage *self = data;

  if (is_gone)
    return;
  gtk_widget_set_sensitive (self->test, service == NULL);
  if (service == NULL)
    return;
  self->test_id = g_bytes_ref (service->test);
  say (self, C_ ("kiosk", "A test badge is being printed."));
  on_changed (self);
}

static void
on_test (FoyerServicePage *self)
{
  gtk_widget_set_sensitive (self->test, FALSE);
  serve (self, &foyer_staff_test_printer, on_test_added);
}

static void
on_restart_noted (GObject *unused, GAsyncResult *result, gpointer data)
{
  gboolean is_gone;
  g_autoptr (FoyerService) service = finish (result, data, &is_gone);

  if (service != NULL)
    foyer_service_door_restart (context_of (data)->door);
}

static void
on_restart (FoyerServicePage *self)
{
  serve (self, &foyer_staff_restart, on_restart_noted);
}

static void
on_switched_off (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  gboolean is_off = foyer_power_off_finish (result, &err);

  if (is_off || g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_info ("the machine is not switched off: %s", err->message);
  say (data, C_ ("kiosk", "This machine cannot be switched off from here."));
}

static void
on_switch_off_noted (GObject *unused, GAsyncResult *result, gpointer data)
{
  gboolean is_gone;
  g_autoptr (FoyerService) service = finish (result, data, &is_gone);

  if (service != NULL)
    foyer_power_off (FOYER_SERVICE_PAGE (data)->cancel, on_switched_off, data);
}

static void
on_switch_off (FoyerServicePage *self)
{
  serve (self, &foyer_staff_switch_off, on_switch_off_noted);
}

static void
on_leave (FoyerServicePage *self)
{
  foyer_kiosk_page_go_to (FOYER_KIOSK_PAGE (self), "welcome");
}

/* In landscape the deeds stand side by side. */
static void
lay_out (FoyerServicePage *self, gboolean portrait)
{
  GtkWidget *const deeds[] = { self->test, self->restart, self->switch_off };

  if (!portrait)
    return;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  for (int i = 0; i < (int) G_N_ELEMENTS (deeds); i++)
    gtk_container_child_set (GTK_CONTAINER (self->deeds),
                             deeds[i],
                             "left-attach",
                             0,
                             "top-attach",
                             i,
                             NULL);
}

static void
foyer_service_page_show (FoyerKioskPage *page)
{
  FoyerServicePage *self = FOYER_SERVICE_PAGE (page);
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (page);

  lay_out (self, context->portrait);
  self->staff = foyer_service_door_take_staff (context->door);
  if (self->staff == NULL) {
    on_leave (self); /* nobody has signed in */
    return;
  }
  serve (self, &foyer_staff_open_service, on_noted);
  g_signal_connect_object (context->store,
                           "changed",
                           G_CALLBACK (on_changed),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (self->test);
}

static void
foyer_service_page_dispose (GObject *object)
{
  FoyerServicePage *self = FOYER_SERVICE_PAGE (object);

  g_cancellable_cancel (self->cancel);
  g_clear_object (&self->staff);
  g_clear_pointer (&self->test_id, g_bytes_unref);

  G_OBJECT_CLASS (foyer_service_page_parent_class)->dispose (object);
}

static void
foyer_service_page_finalize (GObject *object)
{
  g_clear_object (&FOYER_SERVICE_PAGE (object)->cancel);

  G_OBJECT_CLASS (foyer_service_page_parent_class)->finalize (object);
}

static void
foyer_service_page_class_init (FoyerServicePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_service_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_service_page_finalize;
  FOYER_KIOSK_PAGE_CLASS (klass)->show = foyer_service_page_show;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/service-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerServicePage, deeds);
  gtk_widget_class_bind_template_child (widget_class, FoyerServicePage, test);
  gtk_widget_class_bind_template_child (widget_class, FoyerServicePage, restart);
  gtk_widget_class_bind_template_child (widget_class, FoyerServicePage, switch_off);
  gtk_widget_class_bind_template_child (widget_class, FoyerServicePage, said);
  gtk_widget_class_bind_template_callback (widget_class, on_test);
  gtk_widget_class_bind_template_callback (widget_class, on_restart);
  gtk_widget_class_bind_template_callback (widget_class, on_switch_off);
  gtk_widget_class_bind_template_callback (widget_class, on_leave);
  gtk_widget_class_set_css_name (widget_class, "foyer-service-page");
}

static void
foyer_service_page_init (FoyerServicePage *self)
{
  self->cancel = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
