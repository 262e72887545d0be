/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-desk-sign-in-page"

#include "desk/sign-in-page.h"

#include <glib/gi18n.h>

#include "desk/say.h"
#include "staff/sign-in.h"

/**
 * FoyerDeskSignInPage:
 *
 * Asks staff for name and password.
 */
struct _FoyerDeskSignInPage {
  GtkBox parent;

  GtkEntry *name;
  GtkEntry *password;
  GtkButton *sign_in;
  GtkLabel *error;
  GtkLabel *station;

  FoyerStore *store;
  FoyerClock *clock;
  FoyerActor *program;
  GCancellable *cancel;
};

G_DEFINE_FINAL_TYPE (FoyerDeskSignInPage, foyer_desk_sign_in_page, GTK_TYPE_BOX)

enum {
  SIGNED_IN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
complain (FoyerDeskSignInPage *self, const char *sentence)
{
  gtk_label_set_text (self->error, sentence);
}

static void
set_busy (FoyerDeskSignInPage *self, gboolean busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->name), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->password), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->sign_in), !busy);
}

static void
on_signed_in (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerActor) actor = foyer_staff_sign_in_finish (result, &err);
  FoyerDeskSignInPage *self = data;

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* self is gone */
  set_busy (self, FALSE);
  if (err != NULL) {
    complain (self, foyer_desk_say (err));
    gtk_widget_grab_focus (GTK_WIDGET (self->password));
    return;
  }
  foyer_desk_sign_in_page_start (self);
  g_signal_emit (self, signals[SIGNED_IN], 0, actor);
}

static void
on_sign_in (FoyerDeskSignInPage *self)
{
  const char *name = gtk_entry_get_text (self->name);
  char *password;

  if (*name == '\0') {
    complain (self, C_ ("desk", "Type your name to go on."));
    gtk_widget_grab_focus (GTK_WIDGET (self->name));
    return;
  }
  if (gtk_entry_get_text_length (self->password) == 0) {
    complain (self, C_ ("desk", "Type your password to go on."));
    gtk_widget_grab_focus (GTK_WIDGET (self->password));
    return;
  }
  password = g_strdup (gtk_entry_get_text (self->password));
  complain (self, "");
  gtk_entry_set_text (self->password, "");
  set_busy (self, TRUE);
  foyer_staff_sign_in_async (self->store,
                             self->clock,
                             self->program,
                             name,
                             password,
                             self->cancel,
                             on_signed_in,
                             self);
}

static void
on_name_activate (FoyerDeskSignInPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->password));
}

void
foyer_desk_sign_in_page_start (FoyerDeskSignInPage *self)
{
  complain (self, "");
  gtk_entry_set_text (self->name, "");
  gtk_entry_set_text (self->password, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

void
foyer_desk_sign_in_page_set_up (FoyerDeskSignInPage *self,
                                FoyerStore *store,
                                FoyerClock *clock,
                                const char *station)
{
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->program = foyer_actor_new (FOYER_ROLE_PROGRAM, station);
  gtk_label_set_text (self->station, station);
}

static void
foyer_desk_sign_in_page_dispose (GObject *object)
{
  FoyerDeskSignInPage *self = FOYER_DESK_SIGN_IN_PAGE (object);

  g_cancellable_cancel (self->cancel);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->program);

  G_OBJECT_CLASS (foyer_desk_sign_in_page_parent_class)->dispose (object);
}

static void
foyer_desk_sign_in_page_finalize (GObject *object)
{
  g_clear_object (&FOYER_DESK_SIGN_IN_PAGE (object)->cancel);

  G_OBJECT_CLASS (foyer_desk_sign_in_page_parent_class)->finalize (object);
}

static void
foyer_desk_sign_in_page_class_init (FoyerDeskSignInPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_desk_sign_in_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_desk_sign_in_page_finalize;

  signals[SIGNED_IN] = g_signal_new ("signed-in",
                                     FOYER_TYPE_DESK_SIGN_IN_PAGE,
                                     G_SIGNAL_RUN_LAST,
                                     0,
                                     NULL,
                                     NULL,
                                     NULL,
                                     G_TYPE_NONE,
                                     1,
                                     FOYER_TYPE_ACTOR);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/desk/sign-in-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerDeskSignInPage, name);
  gtk_widget_class_bind_template_child (widget_class, FoyerDeskSignInPage, password);
  gtk_widget_class_bind_template_child (widget_class, FoyerDeskSignInPage, sign_in);
  gtk_widget_class_bind_template_child (widget_class, FoyerDeskSignInPage, error);
  gtk_widget_class_bind_template_child (widget_class, FoyerDeskSignInPage, station);
  gtk_widget_class_bind_template_callback (widget_class, on_sign_in);
  gtk_widget_class_bind_template_callback (widget_class, on_name_activate);
  gtk_widget_class_set_css_name (widget_class, "foyer-desk-sign-in-page");
}

static void
foyer_desk_sign_in_page_init (FoyerDeskSignInPage *self)
{
  self->cancel = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
