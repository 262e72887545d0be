/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-welcome-page"

#include "kiosk/welcome-page.h"

#include "kiosk/choice.h"
#include "kiosk/organisation.h"
#include "kiosk/tool.h"
#include "station/language.h"
#include "widgets/arches.h"
#include "widgets/picture.h"
#include "widgets/wrap-box.h"

/**
 * FoyerWelcomePage:
 *
 * Greets whoever comes, and offers to sign in or out.
 */
struct _FoyerWelcomePage {
  FoyerKioskPage parent;

  GtkWidget *picture;
  GtkOverlay *scene;
  GtkWidget *arches;
  FoyerOrganisation *organisation; /* over the text */
  FoyerOrganisation *organisation_over_picture;
  GtkBox *deeds;
  GtkWidget *sign_in;
  GtkContainer *languages;
  GtkWidget *help; /* below the text */
  GtkWidget *privacy_over_picture;
  GtkWidget *help_over_picture;
  gboolean is_filled;
};

G_DEFINE_FINAL_TYPE (FoyerWelcomePage, foyer_welcome_page, FOYER_TYPE_KIOSK_PAGE)

static void
on_sign_in (FoyerWelcomePage *self)
{
  foyer_kiosk_page_answer (FOYER_KIOSK_PAGE (self));
}

static void
on_sign_out (FoyerWelcomePage *self)
{
  foyer_kiosk_page_go_to (FOYER_KIOSK_PAGE (self), "sign-out");
}

static void
on_privacy (FoyerWelcomePage *self)
{
  foyer_kiosk_page_go_to (FOYER_KIOSK_PAGE (self), "privacy");
}

static void
on_display (FoyerWelcomePage *self)
{
  foyer_kiosk_page_go_to (FOYER_KIOSK_PAGE (self), "display");
}

static void
on_call (FoyerWelcomePage *self)
{
  foyer_kiosk_page_go_to (FOYER_KIOSK_PAGE (self), "called");
}

static void
on_language (FoyerWelcomePage *self, const char *language)
{
  foyer_kiosk_page_wish_language (FOYER_KIOSK_PAGE (self), language);
}

static void
add_languages (FoyerWelcomePage *self, const FoyerKioskContext *context)
{
  const char *const *languages = foyer_settings_get_languages (context->settings);

  for (int i = 0; languages[i] != NULL && languages[1] != NULL; i++) {
    GtkWidget *choice = foyer_choice_new (languages[i],
                                          foyer_language_get_own_name (languages[i]),
                                          NULL,
                                          "language");

    foyer_choice_set_current (FOYER_CHOICE (choice), g_str_equal (languages[i], context->language));
    g_signal_connect_swapped (choice, "chosen", G_CALLBACK (on_language), self);
    gtk_container_add (self->languages, choice);
  }
}

/* The organisation's own picture, if it has one. */
static void
hang_picture (FoyerWelcomePage *self, const FoyerBrand *brand)
{
  if (brand == NULL || brand->picture == NULL)
    return;
  gtk_widget_destroy (self->arches);
  gtk_style_context_add_class (
      gtk_widget_get_style_context (GTK_WIDGET (self->organisation_over_picture)),
      "plate");
  gtk_container_add (GTK_CONTAINER (self->scene), foyer_picture_new (brand->picture, 0));
}

/* All that can be touched stands on the picture, or below the text where the picture is on top, or
 * where there is none. */
static void
arrange (FoyerWelcomePage *self, const FoyerKioskContext *context)
{
  gboolean is_beside;
  gboolean is_above;

  foyer_kiosk_page_place_picture (FOYER_KIOSK_PAGE (self), self->picture);
  is_beside = gtk_widget_get_visible (self->picture) && !context->portrait;
  is_above = gtk_widget_get_visible (self->picture) && context->portrait;
  if (context->portrait)
    gtk_widget_set_halign (GTK_WIDGET (self->languages), GTK_ALIGN_CENTER);
  else if (!is_beside)
    g_object_set (self->deeds,
                  "orientation",
                  GTK_ORIENTATION_HORIZONTAL,
                  "homogeneous",
                  TRUE,
                  NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->organisation), !is_above);
  gtk_widget_set_visible (GTK_WIDGET (self->organisation_over_picture), is_above);
  gtk_widget_set_visible (self->help, !is_beside);
  gtk_widget_set_visible (self->privacy_over_picture, is_beside);
  gtk_widget_set_visible (self->help_over_picture, is_beside);
}

static void
foyer_welcome_page_show (FoyerKioskPage *page)
{
  FoyerWelcomePage *self = FOYER_WELCOME_PAGE (page);
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (page);

  gtk_widget_grab_focus (
      self->sign_in); /* Enter is the primary action, for whoever comes next too */
  if (self->is_filled)
    return;
  self->is_filled = TRUE;
  foyer_organisation_show (self->organisation, context);
  foyer_organisation_show (self->organisation_over_picture, context);
  hang_picture (self, context->brand);
  add_languages (self, context);
  arrange (self, context);
  foyer_kiosk_page_set_complete (page, TRUE);
}

static void
foyer_welcome_page_class_init (FoyerWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FOYER_KIOSK_PAGE_CLASS (klass)->show = foyer_welcome_page_show;

  g_type_ensure (FOYER_TYPE_ARCHES);
  g_type_ensure (FOYER_TYPE_ORGANISATION);
  g_type_ensure (FOYER_TYPE_TOOL);
  g_type_ensure (FOYER_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerWelcomePage, picture);
  gtk_widget_class_bind_template_child (widget_class, FoyerWelcomePage, scene);
  gtk_widget_class_bind_template_child (widget_class, FoyerWelcomePage, arches);
  gtk_widget_class_bind_template_child (widget_class, FoyerWelcomePage, organisation);
  gtk_widget_class_bind_template_child (widget_class, FoyerWelcomePage, organisation_over_picture);
  gtk_widget_class_bind_template_child (widget_class, FoyerWelcomePage, deeds);
  gtk_widget_class_bind_template_child (widget_class, FoyerWelcomePage, sign_in);
  gtk_widget_class_bind_template_child (widget_class, FoyerWelcomePage, languages);
  gtk_widget_class_bind_template_child (widget_class, FoyerWelcomePage, help);
  gtk_widget_class_bind_template_child (widget_class, FoyerWelcomePage, privacy_over_picture);
  gtk_widget_class_bind_template_child (widget_class, FoyerWelcomePage, help_over_picture);
  gtk_widget_class_bind_template_callback (widget_class, on_display);
  gtk_widget_class_bind_template_callback (widget_class, on_call);
  gtk_widget_class_bind_template_callback (widget_class, on_sign_in);
  gtk_widget_class_bind_template_callback (widget_class, on_sign_out);
  gtk_widget_class_bind_template_callback (widget_class, on_privacy);
  gtk_widget_class_set_css_name (widget_class, "foyer-welcome-page");
}

static void
foyer_welcome_page_init (FoyerWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
