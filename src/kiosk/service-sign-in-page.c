/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-service-sign-in-page"

#include "kiosk/service-sign-in-page.h"

#include <glib/gi18n-lib.h>

#include "kiosk/field.h"
#include "kiosk/say.h"
#include "staff/sign-in.h"

/**
 * FoyerServiceSignInPage:
 *
 * Asks staff for name and password, one after the other.
 */
struct _FoyerServiceSignInPage {
  FoyerKioskPage parent;

  GtkLabel *question;
  FoyerField *field;

  FoyerActor *program;
  GCancellable *cancel;
  char *name; /* NULL: that is the question */
  gboolean is_busy;
};

G_DEFINE_FINAL_TYPE (FoyerServiceSignInPage, foyer_service_sign_in_page, FOYER_TYPE_KIOSK_PAGE)

static void
update_complete (FoyerServiceSignInPage *self)
{
  foyer_kiosk_page_set_complete (FOYER_KIOSK_PAGE (self),
                                 !self->is_busy && *foyer_field_get_text (self->field) != '\0');
}

static void
set_busy (FoyerServiceSignInPage *self, gboolean busy)
{
  self->is_busy = busy;
  gtk_widget_set_sensitive (GTK_WIDGET (self->field), !busy);
  update_complete (self);
}

/* A password is shown nowhere, not even its last character for a moment, and does not begin with a
 * capital by itself. */
static void
ask (FoyerServiceSignInPage *self, const char *question, gboolean is_password)
{
  GtkEntry *entry = foyer_field_get_entry (self->field);

  g_object_set (gtk_widget_get_settings (GTK_WIDGET (self)),
                "gtk-entry-password-hint-timeout",
                0,
                NULL);
  gtk_entry_set_text (entry, "");
  gtk_entry_set_visibility (entry, !is_password);
  gtk_entry_set_input_purpose (entry,
                               is_password ? GTK_INPUT_PURPOSE_PASSWORD
                                           : GTK_INPUT_PURPOSE_FREE_FORM);
  gtk_label_set_text (self->question, question);
  foyer_field_show (self->field, NULL);
  update_complete (self);
}

static void
ask_name (FoyerServiceSignInPage *self)
{
  g_clear_pointer (&self->name, g_free);
  ask (self, C_ ("kiosk", "Staff: what is your name?"), FALSE);
}

static void
ask_password (FoyerServiceSignInPage *self)
{
  self->name = g_strdup (foyer_field_get_text (self->field));
  ask (self, C_ ("kiosk", "Staff: what is your password?"), TRUE);
}

static void
on_signed_in (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerActor) staff = foyer_staff_sign_in_finish (result, &err);
  FoyerServiceSignInPage *self = data;
  const FoyerKioskContext *context;

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* self is gone */
  context = foyer_kiosk_page_get_context (FOYER_KIOSK_PAGE (self));
  set_busy (self, FALSE);
  ask_name (self);
  if (err != NULL) {
    foyer_field_complain (self->field, foyer_kiosk_say (err, "service-sign-in"));
  } else if (!foyer_roles_may (foyer_actor_get_roles (staff), FOYER_RIGHT_SERVE_STATION)) {
    foyer_field_complain (self->field, C_ ("kiosk", "This account may not serve a kiosk."));
  } else {
    foyer_service_door_enter (context->door, g_steal_pointer (&staff));
    foyer_kiosk_page_go_to (FOYER_KIOSK_PAGE (self), "service");
  }
}

static void
sign_in (FoyerServiceSignInPage *self)
{
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (FOYER_KIOSK_PAGE (self));
  GtkEntry *entry = foyer_field_get_entry (self->field);
  char *password = g_strdup (gtk_entry_get_text (entry));

  gtk_entry_set_text (entry, "");
  set_busy (self, TRUE);
  foyer_staff_sign_in_async (context->store,
                             context->clock,
                             self->program,
                             self->name,
                             password,
                             self->cancel,
                             on_signed_in,
                             self);
}

static void
on_activate (FoyerServiceSignInPage *self)
{
  foyer_kiosk_page_answer (FOYER_KIOSK_PAGE (self));
}

static void
on_leave (FoyerServiceSignInPage *self)
{
  foyer_kiosk_page_go_to (FOYER_KIOSK_PAGE (self), "welcome");
}

static void
foyer_service_sign_in_page_show (FoyerKioskPage *page)
{
  FoyerServiceSignInPage *self = FOYER_SERVICE_SIGN_IN_PAGE (page);
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (page);

  if (context->portrait)
    gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  if (self->program == NULL)
    self->program =
        foyer_actor_new (FOYER_ROLE_PROGRAM, foyer_settings_get_station (context->settings));
  ask_name (self);
}

/* The flow has no way back from here, and so leaves it to the page where this leads. */
static gboolean
foyer_service_sign_in_page_apply (FoyerKioskPage *page, GError **error)
{
  FoyerServiceSignInPage *self = FOYER_SERVICE_SIGN_IN_PAGE (page);

  if (!foyer_kiosk_page_get_complete (page))
    return TRUE;
  if (self->name == NULL)
    ask_password (self);
  else
    sign_in (self);
  return TRUE;
}

static GtkEntry *
foyer_service_sign_in_page_text_entry (FoyerKioskPage *page)
{
  return foyer_field_get_entry (FOYER_SERVICE_SIGN_IN_PAGE (page)->field);
}

static void
foyer_service_sign_in_page_dispose (GObject *object)
{
  FoyerServiceSignInPage *self = FOYER_SERVICE_SIGN_IN_PAGE (object);

  g_cancellable_cancel (self->cancel);
  g_clear_object (&self->program);

  G_OBJECT_CLASS (foyer_service_sign_in_page_parent_class)->dispose (object);
}

static void
foyer_service_sign_in_page_finalize (GObject *object)
{
  FoyerServiceSignInPage *self = FOYER_SERVICE_SIGN_IN_PAGE (object);

  g_clear_object (&self->cancel);
  g_free (self->name);

  G_OBJECT_CLASS (foyer_service_sign_in_page_parent_class)->finalize (object);
}

static void
foyer_service_sign_in_page_class_init (FoyerServiceSignInPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  FoyerKioskPageClass *page_class = FOYER_KIOSK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_service_sign_in_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_service_sign_in_page_finalize;
  page_class->show = foyer_service_sign_in_page_show;
  page_class->apply = foyer_service_sign_in_page_apply;
  page_class->text_entry = foyer_service_sign_in_page_text_entry;

  g_type_ensure (FOYER_TYPE_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/foyer/ui/kiosk/service-sign-in-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerServiceSignInPage, question);
  gtk_widget_class_bind_template_child (widget_class, FoyerServiceSignInPage, field);
  gtk_widget_class_bind_template_callback (widget_class, update_complete);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_leave);
  gtk_widget_class_set_css_name (widget_class, "foyer-service-sign-in-page");
}

static void
foyer_service_sign_in_page_init (FoyerServiceSignInPage *self)
{
  self->cancel = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_mnemonic_widget (self->question, GTK_WIDGET (foyer_field_get_entry (self->field)));
}
