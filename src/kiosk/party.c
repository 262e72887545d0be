/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-party"

#include "kiosk/party.h"

#include <glib/gi18n-lib.h>

#include "kiosk/choice.h"

/* So wide is a name's button at least, in px. */
#define NAME_WIDTH 200
#define COLUMNS 3

/**
 * FoyerParty:
 *
 * The companions, each of whom taps the own name below the privacy notice.
 */
struct _FoyerParty {
  GtkBox parent;

  GtkGrid *names;
  FoyerCompanions *companions;
};

G_DEFINE_FINAL_TYPE (FoyerParty, foyer_party, GTK_TYPE_BOX)

static void
show_told (FoyerChoice *choice, FoyerCompanions *companions, guint nth)
{
  gboolean is_told = foyer_companions_is_told (companions, nth);
  const char *name = foyer_companions_get_name (companions, nth);
  /* Translators: said of a companion who has tapped the own name */
  g_autofree char *told = g_strdup_printf (C_ ("kiosk", "%s has been told"), name);

  foyer_choice_set_current (choice, is_told);
  foyer_choice_set_icon (choice, is_told ? "foyer-check-symbolic" : NULL);
  atk_object_set_name (gtk_widget_get_accessible (GTK_WIDGET (choice)), is_told ? told : name);
}

static void
on_tapped (FoyerParty *self, const char *key, FoyerChoice *choice)
{
  guint nth = (guint) g_ascii_strtoull (key, NULL, 10);

  foyer_companions_set_told (self->companions,
                             nth,
                             !foyer_companions_is_told (self->companions, nth));
  show_told (choice, self->companions, nth);
}

static void
foyer_party_class_init (FoyerPartyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/party.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerParty, names);
  gtk_widget_class_set_css_name (widget_class, "foyer-party");
}

static void
foyer_party_init (FoyerParty *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
foyer_party_show_companions (FoyerParty *self, FoyerCompanions *companions)
{
  g_return_if_fail (FOYER_IS_PARTY (self));

  self->companions = companions;
  gtk_container_foreach (GTK_CONTAINER (self->names), (GtkCallback) gtk_widget_destroy, NULL);
  for (guint i = 0; i < foyer_companions_count (companions); i++) {
    g_autofree char *key = g_strdup_printf ("%u", i);
    GtkWidget *choice =
        foyer_choice_new (key, foyer_companions_get_name (companions, i), NULL, "answer");

    gtk_widget_set_size_request (choice, NAME_WIDTH, -1);
    show_told (FOYER_CHOICE (choice), companions, i);
    g_signal_connect_object (choice, "chosen", G_CALLBACK (on_tapped), self, G_CONNECT_SWAPPED);
    gtk_grid_attach (self->names, choice, (int) i % COLUMNS, (int) i / COLUMNS, 1, 1);
  }
  gtk_widget_set_visible (GTK_WIDGET (self), foyer_companions_count (companions) > 0);
}
