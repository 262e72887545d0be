/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What no widget of any page may be or do, looked up in the widgets themselves. */

#include <string.h>

#include "kiosk/page-stage.h"
#include "kiosk/service-door.h"
#include "kiosk/way.h"

/* What people type who try things, and who do not. */
static const char *const hostile[] = {
  "%n%s'--",
  "Smith & Sons",
  "<a href=\"https://example.org\">Tap</a>",
  "<span size=\"1000000\">W</span>",
  "<b>Ada</b>",
  "&#x202e;&lt;",
  "</span>\"'<!--",
};

typedef struct {
  const char *page;
  const char *text; /* that stands literally in a label */
  gboolean is_there;
} Look;

static void
look_at_label (GtkLabel *label, Look *look)
{
  const char *text = gtk_label_get_text (label);

  g_assert_false (gtk_label_get_use_markup (label));
  g_assert_false (gtk_label_get_selectable (label)); /* such a text can be dragged away */
  if (look->text != NULL && strstr (text, look->text) != NULL)
    look->is_there = TRUE;
}

static void
look_at_entry (GtkEntry *entry)
{
  gboolean populates;

  g_object_get (entry, "populate-all", &populates, NULL);
  g_assert_true (populates); /* so that its bubble and menu can be emptied */
  g_assert_null (gtk_entry_get_completion (entry));
  g_assert_cmpint (gtk_entry_get_input_hints (entry) & GTK_INPUT_HINT_NO_EMOJI, !=, 0);
  g_assert_cmpint (gtk_entry_get_max_length (entry), >, 0);
}

static void
look_at (GtkWidget *widget, gpointer data)
{
  Look *look = data;

  if (gtk_drag_dest_get_target_list (widget) != NULL
      || gtk_drag_source_get_target_list (widget) != NULL || GTK_IS_LINK_BUTTON (widget)
      || GTK_IS_POPOVER (widget) || GTK_IS_MENU_SHELL (widget) || GTK_IS_TEXT_VIEW (widget)
      || GTK_IS_COMBO_BOX (widget) || GTK_IS_MENU_BUTTON (widget))
    g_error ("On the page “%s” there is a %s", look->page, G_OBJECT_TYPE_NAME (widget));
  g_assert_null (gtk_widget_get_tooltip_text (widget));
  if (GTK_IS_LABEL (widget))
    look_at_label (GTK_LABEL (widget), look);
  if (GTK_IS_ENTRY (widget))
    look_at_entry (GTK_ENTRY (widget));
  if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), look_at, look);
}

static gboolean
shows_typed (PageStage *stage, const FoyerStep *step, const char *text)
{
  GtkWidget *window = gtk_offscreen_window_new ();
  FoyerKioskPage *page = g_object_new (step->type (), NULL);
  Look look = { .page = step->page, .text = text };
  GtkRequisition least;

  foyer_kiosk_page_set_context (page, &stage->context);
  foyer_kiosk_page_set_field (page, step->field);
  gtk_container_add (GTK_CONTAINER (window), GTK_WIDGET (page));
  foyer_kiosk_page_show (page);
  gtk_widget_show (GTK_WIDGET (page));
  gtk_widget_show (window);

  look_at (GTK_WIDGET (page), &look);
  gtk_widget_get_preferred_size (GTK_WIDGET (page), &least, NULL);
  g_assert_cmpint (least.width, <=, stage->width); /* no text is as large as it says it is */
  gtk_widget_destroy (window);
  return look.is_there;
}

/* Whoever is asked for something answers with that text. */
static void
answer_everything (PageStage *stage, const char *text)
{
  FoyerVisit *visit = stage->context.visit;
  g_autoptr (GError) err = NULL;

  foyer_visit_set_name (visit, text, &err);
  g_assert_no_error (err);
  foyer_visit_set_company (visit, text, &err);
  g_assert_no_error (err);
  foyer_visit_set_host (visit, foyer_visit_get_id (visit), text);
}

static void
test_no_page_has_a_door (PageStage *stage, gconstpointer unused)
{
  g_autoptr (FoyerServiceDoor) door =
      foyer_service_door_new (stage->context.store, stage->context.kiosk, stage->context.clock);
  g_autoptr (FoyerVisit) held = g_object_ref (stage->context.visit);
  GPtrArray *types = foyer_settings_get_types (stage->context.settings);

  stage->context.door = door;
  stage->context.held = held;
  stage->context.remembered_code = "7ABCDEFGHJKMNPQRSTVWXYZ012";
  stage->context.message = (FoyerKioskMessage){ .heading = hostile[0], .words = hostile[1] };
  answer_everything (stage, hostile[0]);
  for (guint i = 0; i < types->len; i++) {
    g_autoptr (FoyerWay) way = NULL;
    const FoyerStep *step;

    foyer_visit_set_type (stage->context.visit,
                          foyer_visitor_type_get_key (g_ptr_array_index (types, i)));
    way = foyer_way_new (stage->context.visit, stage->context.settings);
    for (guint n = 0; (step = foyer_way_nth (way, n)) != NULL; n++) {
      g_test_message ("%s", step->page);
      shows_typed (stage, step, NULL);
    }
  }
  stage->context.door = NULL;
  stage->context.held = NULL;
}

static void
test_what_is_typed_is_text (PageStage *stage, gconstpointer unused)
{
  g_autoptr (FoyerWay) way = foyer_way_new (stage->context.visit, stage->context.settings);
  g_autoptr (FoyerVisit) held = g_object_ref (stage->context.visit);

  stage->context.held = held;
  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++) {
    answer_everything (stage, hostile[i]);
    g_assert_true (shows_typed (stage, foyer_way_find (way, "check"), hostile[i]));
    g_assert_true (shows_typed (stage, foyer_way_find (way, "your-data"), hostile[i]));
  }
  stage->context.held = NULL;
}

int
main (int argc, char *argv[])
{
  g_autoptr (Robot) robot = NULL;

  g_test_init (&argc, &argv, NULL);
  robot = page_stage_open_display ();
  PAGE_TEST ("/page-trees/no-door", test_no_page_has_a_door);
  PAGE_TEST ("/page-trees/text", test_what_is_typed_is_text);
  return g_test_run ();
}
