/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-badge-picture"

#include "kiosk/badge-picture.h"

#include <glib/gi18n-lib.h>

#include "visit/typed-text.h"

/* From this length on a name is written smaller. */
#define LONG_NAME 14

/**
 * FoyerBadgePicture:
 *
 * A badge that slides out of a slot.
 */
struct _FoyerBadgePicture {
  GtkOverlay parent;

  GtkLabel *organisation;
  GtkLabel *given;
  GtkLabel *rest;
  GtkLabel *visiting;
  GtkLabel *host;
  GtkLabel *day;
};

G_DEFINE_FINAL_TYPE (FoyerBadgePicture, foyer_badge_picture, GTK_TYPE_OVERLAY)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && text[0] != '\0');
}

static void
foyer_badge_picture_class_init (FoyerBadgePictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/foyer/ui/kiosk/badge-picture.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerBadgePicture, organisation);
  gtk_widget_class_bind_template_child (widget_class, FoyerBadgePicture, given);
  gtk_widget_class_bind_template_child (widget_class, FoyerBadgePicture, rest);
  gtk_widget_class_bind_template_child (widget_class, FoyerBadgePicture, visiting);
  gtk_widget_class_bind_template_child (widget_class, FoyerBadgePicture, host);
  gtk_widget_class_bind_template_child (widget_class, FoyerBadgePicture, day);
  gtk_widget_class_set_css_name (widget_class, "foyer-badge-picture");
}

static void
foyer_badge_picture_init (FoyerBadgePicture *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
foyer_badge_picture_show_face (FoyerBadgePicture *self, const FoyerBadgeFace *face)
{
  g_autofree char *given = face->name == NULL ? NULL : foyer_typed_text_given (face->name);
  const char *rest = given == NULL ? NULL : face->name + strlen (given);
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  g_autofree char *day =
      face->day == NULL ? NULL : g_strdup_printf (C_ ("badge", "Valid %s"), face->day);

  g_return_if_fail (FOYER_IS_BADGE_PICTURE (self));

  while (rest != NULL && *rest == ' ')
    rest++;
  show_text (self->organisation, face->organisation);
  show_text (self->given, given);
  show_text (self->rest, rest);
  show_text (self->host, face->host);
  gtk_widget_set_visible (GTK_WIDGET (self->visiting), face->host != NULL);
  show_text (self->day, day);
  if (face->name != NULL && g_utf8_strlen (face->name, -1) > 2 * LONG_NAME)
    gtk_style_context_add_class (style, "long");
  else
    gtk_style_context_remove_class (style, "long");
}
