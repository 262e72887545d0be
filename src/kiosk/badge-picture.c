/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-badge-picture"

#include "kiosk/badge-picture.h"

#include <glib/gi18n-lib.h>

#include "visit/typed-text.h"

/* From which lengths on a name, or its given text alone, is written smaller, in code points. */
#define LONG_NAME 28
#define LONG_GIVEN 30

/**
 * FoyerBadgePicture:
 *
 * A badge that slides out of a slot.
 */
struct _FoyerBadgePicture {
  GtkOverlay parent;

  GtkLabel *organisation;
  GtkWidget *face;
  GtkWidget *words; /* all but the code */
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
  gtk_widget_class_bind_template_child (widget_class, FoyerBadgePicture, face);
  gtk_widget_class_bind_template_child (widget_class, FoyerBadgePicture, words);
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

static void
set_size (FoyerBadgePicture *self, const char *name, const char *given)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));

  gtk_style_context_remove_class (style, "long");
  gtk_style_context_remove_class (style, "longest");
  if (given != NULL && g_utf8_strlen (given, -1) > LONG_GIVEN)
    gtk_style_context_add_class (style, "longest");
  else if (name != NULL && g_utf8_strlen (name, -1) > LONG_NAME)
    gtk_style_context_add_class (style, "long");
}

void
foyer_badge_picture_show_face (FoyerBadgePicture *self, const FoyerBadgeFace *face)
{
  g_autofree char *given = face->name == NULL ? NULL : foyer_typed_text_given (face->name);
  const char *rest = given == NULL ? NULL : face->name + strlen (given);
  g_autofree char *day =
      face->day == NULL ? NULL : g_strdup_printf (C_ ("badge", "Valid %s"), face->day);

  g_return_if_fail (FOYER_IS_BADGE_PICTURE (self));

  while (rest != NULL && *rest == ' ')
    rest++;
  show_text (self->organisation, face->organisation);
  gtk_widget_set_visible (self->words, face->name != NULL);
  gtk_widget_set_halign (self->face, face->name != NULL ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER);
  show_text (self->given, given);
  show_text (self->rest, rest);
  show_text (self->host, face->host);
  gtk_widget_set_visible (GTK_WIDGET (self->visiting), face->host != NULL);
  show_text (self->day, day);
  set_size (self, face->name, given);
}
