/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-layer-page"

#include "kiosk/layer-page.h"

#include "kiosk/more-below.h"
#include "kiosk/notice-words.h"
#include "kiosk/section-view.h"
#include "widgets/wrap-box.h"

typedef struct {
  GtkLabel *heading;
  GtkLabel *under;
  GtkLabel *version;
  GtkLabel *language;
  GtkScrolledWindow *body;
  GtkContainer *sections;
  GtkOrientable *actions;
  GtkButton *primary;
  GtkWidget *further;
  GtkLabel *further_words;
  GtkWidget *held;
} FoyerLayerPagePrivate;

/**
 * FoyerLayerPage:
 *
 * A layer of the privacy notice, in the notice's own words.
 */
G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FoyerLayerPage, foyer_layer_page, FOYER_TYPE_KIOSK_PAGE)

static FoyerLayerPagePrivate *
private_of (FoyerLayerPage *self)
{
  return foyer_layer_page_get_instance_private (self);
}

static void
on_further (FoyerLayerPage *self)
{
  foyer_kiosk_page_go_to (FOYER_KIOSK_PAGE (self), "notice");
}

static void
on_held (FoyerLayerPage *self)
{
  foyer_kiosk_page_go_to (FOYER_KIOSK_PAGE (self), "your-data");
}

static void
show_sections (FoyerLayerPage *self, FoyerNotice *notice)
{
  GtkContainer *sections = private_of (self)->sections;

  gtk_container_foreach (sections, (GtkCallback) gtk_widget_destroy, NULL);
  for (guint i = 0; i < foyer_notice_n_sections (notice); i++) {
    const FoyerNoticeSection *section = foyer_notice_get_section (notice, i);

    if (FOYER_LAYER_PAGE_GET_CLASS (self)->has_section (section))
      gtk_container_add (sections, foyer_section_view_new (section));
  }
}

static void
foyer_layer_page_show (FoyerKioskPage *page)
{
  FoyerLayerPage *self = FOYER_LAYER_PAGE (page);
  FoyerLayerPagePrivate *private = private_of (self);
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (page);
  FoyerNotice *notice = context->reading == NULL ? NULL : context->reading->notice;
  g_autofree char *version = notice == NULL ? NULL : foyer_notice_words_version (notice);
  g_autofree char *language =
      notice == NULL ? NULL : foyer_notice_words_language (notice, context->language);

  gtk_label_set_text (private->version, version);
  foyer_kiosk_page_show_words (private->language, language);
  if (notice != NULL)
    show_sections (self, notice);
  gtk_orientable_set_orientation (private->actions,
                                  context->portrait || foyer_kiosk_page_is_cramped (page)
                                      ? GTK_ORIENTATION_VERTICAL
                                      : GTK_ORIENTATION_HORIZONTAL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (private->body), 0);
  gtk_widget_grab_focus (GTK_WIDGET (private->primary));
}

static void
foyer_layer_page_class_init (FoyerLayerPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FOYER_KIOSK_PAGE_CLASS (klass)->show = foyer_layer_page_show;
  klass->has_section = foyer_layer_page_has_excerpt;

  g_type_ensure (FOYER_TYPE_MORE_BELOW);
  g_type_ensure (FOYER_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/layer-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, FoyerLayerPage, heading);
  gtk_widget_class_bind_template_child_private (widget_class, FoyerLayerPage, under);
  gtk_widget_class_bind_template_child_private (widget_class, FoyerLayerPage, version);
  gtk_widget_class_bind_template_child_private (widget_class, FoyerLayerPage, language);
  gtk_widget_class_bind_template_child_private (widget_class, FoyerLayerPage, body);
  gtk_widget_class_bind_template_child_private (widget_class, FoyerLayerPage, sections);
  gtk_widget_class_bind_template_child_private (widget_class, FoyerLayerPage, actions);
  gtk_widget_class_bind_template_child_private (widget_class, FoyerLayerPage, primary);
  gtk_widget_class_bind_template_child_private (widget_class, FoyerLayerPage, further);
  gtk_widget_class_bind_template_child_private (widget_class, FoyerLayerPage, further_words);
  gtk_widget_class_bind_template_child_private (widget_class, FoyerLayerPage, held);
  gtk_widget_class_bind_template_callback (widget_class, foyer_kiosk_page_answer);
  gtk_widget_class_bind_template_callback (widget_class, on_further);
  gtk_widget_class_bind_template_callback (widget_class, on_held);
  gtk_widget_class_set_css_name (widget_class, "foyer-layer-page");
}

static void
foyer_layer_page_init (FoyerLayerPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foyer_kiosk_page_set_complete (FOYER_KIOSK_PAGE (self), TRUE);
}

void
foyer_layer_page_set_words (FoyerLayerPage *self, const FoyerLayerWords *words)
{
  FoyerLayerPagePrivate *private;

  g_return_if_fail (FOYER_IS_LAYER_PAGE (self));

  private = private_of (self);
  gtk_label_set_text (private->heading, words->heading);
  foyer_kiosk_page_show_words (private->under, words->under);
  gtk_button_set_label (private->primary, words->primary);
  gtk_label_set_text (private->further_words, words->further);
  gtk_widget_set_visible (private->further, words->further != NULL);
  gtk_widget_set_visible (private->held, words->has_held);
}

gboolean
foyer_layer_page_has_excerpt (const FoyerNoticeSection *section)
{
  return section->in_excerpt;
}

gboolean
foyer_layer_page_has_all (const FoyerNoticeSection *section)
{
  return TRUE;
}
