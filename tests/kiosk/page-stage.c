/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "page-stage"

#include "kiosk/page-stage.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <string.h>

#include "notice/parse.h"
#include "station/language.h"
#include "widgets/style.h"

/* The height of the frame's header. */
#define HEADER 84

static void
on_answered (PageStage *stage)
{
  stage->answered++;
}

static void
on_go_to (PageStage *stage, const char *page)
{
  g_free (stage->gone_to);
  stage->gone_to = g_strdup (page);
}

Robot *
page_stage_open_display (void)
{
  g_autoptr (GError) err = NULL;
  Robot *robot = robot_new (1280, 800, "us", &err);

  g_assert_no_error (err);
  gtk_disable_setlocale ();
  bindtextdomain (GETTEXT_PACKAGE, FOYER_PO);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  gtk_init (NULL, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  foyer_style_add (gdk_screen_get_default ());
  return robot;
}

static GBytes *
read_source (const char *file)
{
  g_autofree char *path = g_build_filename (g_getenv ("FOYER_SOURCE"), file, NULL);
  g_autoptr (GError) err = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &err);
  g_assert_no_error (err);
  return g_bytes_new_take (text, length);
}

void
page_stage_use_notice (PageStage *stage, const char *file, const char *language)
{
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GBytes) text = read_source (file);
  g_autoptr (GError) err = NULL;
  FoyerNoticeHints hints = { .language = language, .markdown = TRUE };

  g_ptr_array_add (terms, read_source ("data/notice/terms.en.ini"));
  g_ptr_array_add (terms, read_source ("data/notice/terms.de.ini"));
  g_clear_object (&stage->context.reading->notice);
  stage->context.reading->notice = foyer_notice_parse (text, terms, &hints, NULL, &err);
  g_assert_no_error (err);
}

static void
load_settings (PageStage *stage, const char *station)
{
  g_autofree char *path = g_build_filename (stage->house.folder, "foyer.conf", NULL);
  g_autofree char *text = g_strconcat ("[store]\nuri=",
                                       stage->house.place.uri,
                                       "\n[station]\nname=Lobby kiosk\n",
                                       station,
                                       "\n[site]\nname=Head office\norganisation=Northwind Labs\n"
                                       "timezone=Europe/London\nlanguages=en;de\n",
                                       NULL);
  g_autoptr (GError) err = NULL;

  g_file_set_contents (path, text, -1, &err);
  g_assert_no_error (err);
  g_clear_object (&stage->context.settings);
  stage->context.settings = foyer_settings_load (path, &err);
  g_assert_no_error (err);
}

void
page_stage_use_settings (PageStage *stage, const char *station)
{
  g_autofree char *types = g_build_filename (stage->house.folder, "types.d", NULL);
  g_autofree char *demo_types =
      g_build_filename (g_getenv ("FOYER_SOURCE"), "data/demo/types.d", NULL);
  g_autoptr (GFile) link = g_file_new_for_path (types);
  g_autoptr (GError) err = NULL;

  g_file_delete (link, NULL, NULL);
  g_file_make_symbolic_link (link, demo_types, NULL, &err);
  g_assert_no_error (err);
  load_settings (stage, station);
}

void
page_stage_use_type (PageStage *stage, const char *key, const char *text)
{
  g_autofree char *types = g_build_filename (stage->house.folder, "types.d", NULL);
  g_autofree char *name = g_strconcat (key, ".type", NULL);
  g_autofree char *path = g_build_filename (types, name, NULL);

  g_remove (types);
  g_assert_cmpint (g_mkdir (types, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  load_settings (stage, "printer=pdf:badges");
  g_remove (path);
  g_rmdir (types);
}

void
page_stage_set_up (PageStage *stage, gconstpointer unused)
{
  g_autoptr (GError) err = NULL;

  house_set_up (&stage->house, NULL);
  stage->context = (FoyerKioskContext){
    .companions = foyer_companions_new (),
    .host_budget = foyer_host_budget_new (stage->house.clock),
    .store = stage->house.store,
    .kiosk = stage->house.kiosk,
    .clock = stage->house.clock,
    .language = "en",
    .reading = foyer_reading_new ("en"),
    .visit = house_visit (&stage->house, "Zoë Brontë"),
  };
  foyer_store_do_wait (stage->house.store,
                       stage->house.kiosk,
                       &foyer_privacy_read_notice,
                       stage->context.reading,
                       &err);
  g_assert_no_error (err);
  foyer_visit_set_host (stage->context.visit,
                        foyer_visit_get_id (stage->context.visit),
                        "Łukasz Wójcik");
  page_stage_use_notice (stage, "data/demo/notice.en.md", "en");
  page_stage_use_settings (stage, "printer=pdf:badges");
  stage->style = foyer_style_new (gdk_screen_get_default ());
  page_stage_turn (stage, LANDSCAPE);
  stage->header = TRUE;
}

void
page_stage_clear (PageStage *stage)
{
  FoyerKioskPage *page;

  if (stage->window == NULL)
    return;
  if (stage->flow != NULL) {
    g_object_run_dispose (G_OBJECT (stage->flow));
    g_clear_object (&stage->flow);
    g_clear_pointer (&stage->window, gtk_widget_destroy);
    return;
  }
  page = g_object_ref (stage->page);
  gtk_widget_destroy (stage->window);
  stage->window = NULL;
  g_assert_finalize_object (page);
}

void
page_stage_tear_down (PageStage *stage, gconstpointer unused)
{
  page_stage_clear (stage);
  foyer_store_do_wait (stage->house.store,
                       stage->house.kiosk,
                       &foyer_privacy_read_notice,
                       stage->context.reading,
                       NULL); /* behind all that the page asked the store */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (stage->context.visit);
  g_assert_finalize_object (stage->style);
  foyer_companions_unref (stage->context.companions);
  g_clear_object (&stage->context.host_budget);
  foyer_reading_free (stage->context.reading);
  g_assert_finalize_object (stage->context.settings);
  g_free (stage->gone_to);
  foyer_language_use ("en");
  house_tear_down (&stage->house, NULL);
}

void
page_stage_turn (PageStage *stage, int width, int height)
{
  stage->width = width;
  stage->height = height;
  stage->context.portrait = height > width;
}

static void
build_window (PageStage *stage)
{
  GtkStyleContext *style;

  foyer_language_use (stage->context.language);
  stage->window = gtk_offscreen_window_new ();
  style = gtk_widget_get_style_context (stage->window);
  gtk_style_context_add_class (style, "kiosk");
  if (stage->context.portrait)
    gtk_style_context_add_class (style, "portrait");
  if (stage->context.portrait && stage->width < 1000)
    gtk_style_context_add_class (style, "tablet");
  gtk_widget_set_size_request (stage->window, stage->width, stage->height);
  if (stage->context.display != NULL)
    foyer_display_wear (stage->context.display,
                        stage->style,
                        stage->window,
                        stage->context.settings);
}

void
page_stage_show_flow (PageStage *stage, const char *page)
{
  FoyerKioskContext context = stage->context;

  build_window (stage);
  context.reading = NULL; /* the flow reads it itself */
  stage->flow = foyer_kiosk_flow_new (&context);
  gtk_container_add (GTK_CONTAINER (stage->window), foyer_kiosk_flow_get_frame (stage->flow));
  gtk_widget_show (stage->window);
  foyer_kiosk_flow_begin (stage->flow, page);
  foyer_store_do_wait (stage->house.store,
                       stage->house.kiosk,
                       &foyer_privacy_read_notice,
                       stage->context.reading,
                       NULL); /* behind what the flow asked the store */
  while (gtk_events_pending ())
    gtk_main_iteration ();
}

void
page_stage_show (PageStage *stage, GType type)
{
  build_window (stage);
  stage->page = g_object_new (type, NULL);
  foyer_kiosk_page_set_context (stage->page, &stage->context);
  g_signal_connect_swapped (stage->page, "answered", G_CALLBACK (on_answered), stage);
  g_signal_connect_swapped (stage->page, "go-to", G_CALLBACK (on_go_to), stage);
  if (stage->header)
    gtk_widget_set_margin_top (GTK_WIDGET (stage->page), HEADER);
  gtk_container_add (GTK_CONTAINER (stage->window), GTK_WIDGET (stage->page));
  foyer_kiosk_page_show (stage->page);
  gtk_widget_show (GTK_WIDGET (stage->page));
  gtk_widget_show (stage->window);
  while (gtk_events_pending ())
    gtk_main_iteration ();
}

typedef struct {
  const char *name;
  GtkWidget *found;
} Search;

static void
look_at (GtkWidget *widget, gpointer data)
{
  Search *search = data;
  const char *name;

  if (search->found != NULL || !gtk_widget_get_mapped (widget))
    return;
  name = atk_object_get_name (gtk_widget_get_accessible (widget));
  if ((GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), search->name))
      || g_strcmp0 (name, search->name) == 0)
    search->found = widget;
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), look_at, search);
}

GtkWidget *
page_stage_find (PageStage *stage, const char *name)
{
  Search search = { .name = name };

  look_at (stage->window, &search);
  return search.found;
}

void
page_stage_press (PageStage *stage, const char *name)
{
  GtkWidget *widget = page_stage_find (stage, name);

  g_assert_nonnull (widget);
  if (!GTK_IS_BUTTON (widget))
    widget = gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON);
  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_is_sensitive (widget));
  gtk_button_clicked (GTK_BUTTON (widget));
}

static gboolean
scrolls (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW) != NULL;
}

static void
assert_inside (GtkWidget *widget, gpointer data)
{
  PageStage *stage = data;
  GtkAllocation box;
  int x;
  int y;

  if (!gtk_widget_get_mapped (widget))
    return;
  gtk_widget_get_allocation (widget, &box);
  gtk_widget_translate_coordinates (widget, stage->window, 0, 0, &x, &y);
  if (GTK_IS_BUTTON (widget) || GTK_IS_LABEL (widget)) {
    g_assert_cmpint (x, >=, 0);
    g_assert_cmpint (x + box.width, <=, stage->width);
    if (!scrolls (widget)) {
      g_assert_cmpint (y, >=, 0);
      g_assert_cmpint (y + box.height, <=, stage->height);
    }
  }
  if (GTK_IS_BUTTON (widget)) {
    g_assert_cmpint (box.width, >=, 60);
    g_assert_cmpint (box.height, >=, 60);
  }
  if (GTK_IS_LABEL (widget))
    g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))));
  if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), assert_inside, stage);
}

void
page_stage_assert_fits (PageStage *stage)
{
  g_assert_cmpint (gtk_widget_get_allocated_width (stage->window), ==, stage->width);
  g_assert_cmpint (gtk_widget_get_allocated_height (stage->window), ==, stage->height);
  assert_inside (stage->window, stage);
}

void
page_stage_shoot (PageStage *stage, const char *path)
{
  cairo_surface_t *shot =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, stage->width, stage->height);
  cairo_t *cr = cairo_create (shot);

  gtk_widget_draw (stage->window, cr);
  cairo_destroy (cr);
  g_assert_cmpint (cairo_surface_write_to_png (shot, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (shot);
}
