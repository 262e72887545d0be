/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-choice-page"

#include "kiosk/choice-page.h"

#include <glib/gi18n-lib.h>

#include "kiosk/promise.h"
#include "kiosk/tiles.h"

/**
 * FoyerChoicePage:
 *
 * Asks for one of a few answers: a tile is the answer.
 */
struct _FoyerChoicePage {
  FoyerKioskPage parent;

  GtkLabel *question;
  GtkLabel *hint;
  FoyerTiles *tiles;
  GtkLabel *promise;
};

G_DEFINE_FINAL_TYPE (FoyerChoicePage, foyer_choice_page, FOYER_TYPE_KIOSK_PAGE)

static void
on_chosen (FoyerChoicePage *self, const char *key)
{
  FoyerVisitorField *field = foyer_kiosk_page_get_field (FOYER_KIOSK_PAGE (self));

  foyer_visitor_field_answer (field,
                              foyer_kiosk_page_get_visit (FOYER_KIOSK_PAGE (self)),
                              *key != '\0' ? key : NULL);
  foyer_kiosk_page_answer (FOYER_KIOSK_PAGE (self));
}

static void
add_tiles (FoyerChoicePage *self, FoyerVisitorField *field, const FoyerKioskContext *context)
{
  GPtrArray *parts = foyer_visitor_field_get_parts (field);
  guint n = parts->len + (foyer_visitor_field_get_required (field) ? 0 : 1);
  int columns = foyer_tiles_columns (n, context->portrait);

  for (guint i = 0; i < parts->len; i++) {
    const FoyerFieldPart *part = g_ptr_array_index (parts, i);

    foyer_tiles_add (self->tiles,
                     part->key,
                     foyer_words_get (part->words, context->language),
                     part->icon,
                     columns);
  }
  if (foyer_visitor_field_get_kind (field) == FOYER_FIELD_YES_NO) {
    foyer_tiles_add (self->tiles, "no", C_ ("kiosk", "No"), NULL, columns);
    foyer_tiles_add (self->tiles, "yes", C_ ("kiosk", "Yes"), NULL, columns);
  }
  if (!foyer_visitor_field_get_required (field))
    foyer_tiles_add (self->tiles, "", C_ ("kiosk", "I prefer not to say"), NULL, columns);
}

static void
foyer_choice_page_show (FoyerKioskPage *page)
{
  FoyerChoicePage *self = FOYER_CHOICE_PAGE (page);
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (page);
  FoyerVisitorField *field = foyer_kiosk_page_get_field (page);
  g_autofree char *promise = foyer_promise_say (field, context->language);

  if (context->portrait)
    gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  foyer_kiosk_page_show_words (
      self->question,
      foyer_visitor_field_say (field, FOYER_FIELD_QUESTION, context->language));
  foyer_kiosk_page_show_words (
      self->hint,
      foyer_visitor_field_say (field, FOYER_FIELD_HINT, context->language));
  foyer_kiosk_page_show_words (self->promise, promise);
  if (foyer_tiles_is_empty (self->tiles))
    add_tiles (self, field, context);
  foyer_tiles_show (self->tiles,
                    foyer_visit_get_answer (context->visit, foyer_visitor_field_get_key (field)));
}

static void
foyer_choice_page_class_init (FoyerChoicePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FOYER_KIOSK_PAGE_CLASS (klass)->show = foyer_choice_page_show;

  g_type_ensure (FOYER_TYPE_TILES);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/choice-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerChoicePage, question);
  gtk_widget_class_bind_template_child (widget_class, FoyerChoicePage, hint);
  gtk_widget_class_bind_template_child (widget_class, FoyerChoicePage, tiles);
  gtk_widget_class_bind_template_child (widget_class, FoyerChoicePage, promise);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_set_css_name (widget_class, "foyer-choice-page");
}

static void
foyer_choice_page_init (FoyerChoicePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
