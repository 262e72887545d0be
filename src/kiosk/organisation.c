/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-organisation"

#include "kiosk/organisation.h"

#include "widgets/picture.h"

#define LOGO_PX 52

/**
 * FoyerOrganisation:
 *
 * The organisation's sign.
 */
struct _FoyerOrganisation {
  GtkBox parent;

  GtkLabel *monogram;
  GtkLabel *name;
};

G_DEFINE_FINAL_TYPE (FoyerOrganisation, foyer_organisation, GTK_TYPE_BOX)

static void
foyer_organisation_class_init (FoyerOrganisationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/organisation.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerOrganisation, monogram);
  gtk_widget_class_bind_template_child (widget_class, FoyerOrganisation, name);
}

static void
foyer_organisation_init (FoyerOrganisation *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_logo (FoyerOrganisation *self, GdkPixbuf *logo, double scale)
{
  GtkWidget *picture = foyer_picture_new (logo, (int) (LOGO_PX * scale + 0.5));

  gtk_widget_set_valign (picture, GTK_ALIGN_CENTER);
  gtk_container_add (GTK_CONTAINER (self), picture);
  gtk_box_reorder_child (GTK_BOX (self), picture, 0);
  gtk_widget_hide (GTK_WIDGET (self->monogram));
}

void
foyer_organisation_show (FoyerOrganisation *self, const FoyerKioskContext *context)
{
  const char *name;
  g_autofree char *first = NULL;
  g_autofree char *monogram = NULL;

  g_return_if_fail (FOYER_IS_ORGANISATION (self));

  name = foyer_settings_get_organisation (context->settings);
  first = g_utf8_substring (name, 0, 1);
  monogram = g_utf8_strup (first, -1);
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->monogram, monogram);
  if (context->brand != NULL && context->brand->logo != NULL)
    show_logo (self, context->brand->logo, foyer_settings_get_identity (context->settings)->scale);
}
