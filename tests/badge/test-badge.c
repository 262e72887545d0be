/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "badge/fit.h"

#include "read-back.h"
#include "visit/badge-code.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <string.h>

/* 80 code points of the widest letters, and of one word that never ends */
#define TEN_W "WWWWWWWWWW"
#define EIGHTY_W TEN_W TEN_W TEN_W TEN_W TEN_W TEN_W TEN_W TEN_W

static const char *const hard_names[] = {
  "Zoë Brontë",
  "Zoë O'Brien-Łukasiewicz",
  "X",
  EIGHTY_W,
  "Maximiliane-Friederike Wolfeschlegelsteinhausenbergerdorff von und zu Hohenlohe",
  "محمد بن عبد الله بن عبد المطلب الهاشمي القرشي",
  "李小龍",
  "李小龍李小龍李小龍李小龍李小龍李小龍李小龍李小龍李小龍李小龍李小龍李小龍李小龍李小龍",
  "ナルトうずまき 木ノ葉",
  "김철수",
  "Ada 🎉 Lovelace 👩‍🚀",
  "Nguyễn Thị Ánh Nguyệt",
  "प्रियंका चोपड़ा",
  "Ệ̂̃g̈ Ẫ̊ǰ",
  "Αλέξανδρος Παπαδόπουλος",
  "a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m n",
};

static char *
write_pdf (GBytes *pdf)
{
  g_autofree char *folder = g_dir_make_tmp ("foyer-badge-XXXXXX", NULL);
  char *path = g_build_filename (folder, "badge.pdf", NULL);

  g_assert_true (
      g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL));
  return path;
}

static void
remove_pdf (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_remove (path);
  g_rmdir (folder);
}

static void
test_a_badge_is_one_page_of_the_label_s_size (void)
{
  g_autoptr (FoyerSettings) settings = read_back_settings ();
  g_autoptr (FoyerVisit) zoe = read_back_visit ("Zoë Brontë", NULL, "Łukasz Wójcik", "guest");
  g_autoptr (GBytes) pdf = read_back_pdf (zoe, settings);
  g_autofree char *path = write_pdf (pdf);
  const int resolutions[] = { 203, 300 };

  for (guint i = 0; i < G_N_ELEMENTS (resolutions); i++) {
    g_autoptr (ReadBack) back = read_back (path, resolutions[i]);
    g_autofree char *qr = foyer_badge_code_to_qr (foyer_visit_get_code (zoe));

    g_assert_cmpint (back->pages, ==, 1);
    g_assert_cmpfloat_with_epsilon (back->width_mm, 62.0, 0.1);
    g_assert_cmpfloat_with_epsilon (back->height_mm, 100.0, 0.1);
    g_assert_cmpstr (back->qr, ==, qr);

    /* Nobody's name in what the file says about itself */
    g_assert_null (strstr (back->about, "Zo"));
    g_assert_null (strstr (back->about, "Title:"));
    g_assert_null (strstr (back->about, "Author:"));
  }
  remove_pdf (path);
}

static void
test_it_says_what_the_type_asks_for (void)
{
  g_autoptr (FoyerSettings) settings = read_back_settings ();
  g_autoptr (FoyerVisit) guest = read_back_visit ("Zoë Brontë", "ACME", "Łukasz Wójcik", "guest");
  g_autoptr (FoyerVisit) worker = read_back_visit ("Bo", "<b>ACME</b> & Söhne", NULL, "contractor");
  g_autoptr (GBytes) guest_pdf = read_back_pdf (guest, settings);
  g_autoptr (GBytes) worker_pdf = read_back_pdf (worker, settings);
  g_autofree char *guest_path = write_pdf (guest_pdf);
  g_autofree char *worker_path = write_pdf (worker_pdf);
  const char *const read_guest[] = { "pdftotext", "-raw", guest_path, "-", NULL };
  const char *const read_worker[] = { "pdftotext", "-raw", worker_path, "-", NULL };
  g_autofree char *guest_text = g_strdelimit (read_back_run (read_guest, FALSE), "\n", ' ');
  g_autofree char *worker_text = g_strdelimit (read_back_run (read_worker, FALSE), "\n", ' ');
  g_autofree char *guest_said = g_utf8_normalize (guest_text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *worker_said = g_utf8_normalize (worker_text, -1, G_NORMALIZE_ALL_COMPOSE);

  g_test_message ("%s", guest_said);
  g_assert_nonnull (strstr (guest_said, "Northwind Labs"));
  g_assert_nonnull (strstr (guest_said, "VISITOR"));
  g_assert_nonnull (strstr (guest_said, "Zoë Brontë visiting Łukasz Wójcik"));
  g_assert_nonnull (strstr (guest_said, "Valid Mon 23 Nov 2026"));
  g_assert_nonnull (strstr (guest_said, "Leaving? Scan this code at the kiosk."));
  g_assert_null (strstr (guest_said, "ACME"));
  g_assert_null (strstr (guest_said, "Guest"));

  /* Typed text is text, and a host who is not known leaves no empty words */
  g_assert_nonnull (strstr (worker_said, "Bo <b>ACME</b> & Söhne Valid"));
  g_assert_null (strstr (worker_said, "visiting"));
  remove_pdf (guest_path);
  remove_pdf (worker_path);
}

static void
test_it_speaks_its_own_language (void)
{
  g_autoptr (FoyerSettings) settings = read_back_settings ();
  g_autoptr (FoyerVisit) zoe = read_back_visit ("Zoë Brontë", NULL, "Łukasz Wójcik", "guest");
  g_autoptr (FoyerBadge) badge = foyer_badge_new (zoe, settings, "de");
  g_autoptr (GBytes) pdf = foyer_badge_to_pdf (badge);
  g_autofree char *path = write_pdf (pdf);
  const char *const read[] = { "pdftotext", "-raw", path, "-", NULL };
  g_autofree char *text = g_strdelimit (read_back_run (read, FALSE), "\n", ' ');
  g_autofree char *said = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  g_assert_nonnull (strstr (said, "BESUCH"));
  g_assert_nonnull (strstr (said, "Gültig Mo 23. Nov 2026"));
  remove_pdf (path);
}

/* Where the badge's ink is, in mm: all of it, and that of a part of the label. */
static gboolean
is_inked (cairo_surface_t *image, double x, double y, double width, double height)
{
  int stride = cairo_image_surface_get_stride (image);
  const guint8 *data = cairo_image_surface_get_data (image);
  double dots = cairo_image_surface_get_width (image) / FOYER_BADGE_WIDTH_MM;

  for (int row = y * dots; row < (int) ((y + height) * dots); row++)
    for (int column = x * dots; column < (int) ((x + width) * dots); column++)
      if (data[row * stride + column] != 0)
        return TRUE;
  return FALSE;
}

static void
check_ink (FoyerBadge *badge)
{
  const double dots = 8.0;
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_A8,
                                                       FOYER_BADGE_WIDTH_MM * dots,
                                                       FOYER_BADGE_HEIGHT_MM * dots);
  cairo_t *cairo = cairo_create (recording);
  double x;
  double y;
  double width;
  double height;

  /* No ink leaves the label */
  foyer_badge_draw (badge, cairo);
  cairo_destroy (cairo);
  cairo_recording_surface_ink_extents (recording, &x, &y, &width, &height);
  g_assert_cmpfloat (x, >=, -0.01);
  g_assert_cmpfloat (y, >=, -0.01);
  g_assert_cmpfloat (x + width, <=, FOYER_BADGE_WIDTH_MM + 0.01);
  g_assert_cmpfloat (y + height, <=, FOYER_BADGE_HEIGHT_MM + 0.01);
  cairo_surface_destroy (recording);

  /* None stands in the margins, between band and texts, or in the QR's quiet zone */
  cairo = cairo_create (image);
  cairo_scale (cairo, dots, dots);
  foyer_badge_draw (badge, cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (image);
  g_assert_true (is_inked (image, 6, 13, 50, 40));
  g_assert_false (is_inked (image, 0, 12.2, 3, 49));
  g_assert_false (is_inked (image, 0, 61.4, 100, 0.6));
  g_assert_false (is_inked (image, 61.5, 12.4, 4.4, 38));
  g_assert_false (is_inked (image, 95.2, 12.4, 4.6, 38));
  g_assert_false (is_inked (image, 61.5, 12.4, 38, 4.4));
  g_assert_false (is_inked (image, 61.5, 46.1, 38, 4.4));
  cairo_surface_destroy (image);
}

static void
test_every_script_has_its_letters (void)
{
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cairo = cairo_create (recording);

  for (guint i = 0; i < G_N_ELEMENTS (hard_names); i++) {
    g_autoptr (PangoLayout) layout = foyer_fit_new_layout (cairo, hard_names[i], 9.0, 56.0);

    g_test_message ("%s", hard_names[i]);
    g_assert_cmpint (pango_layout_get_unknown_glyphs_count (layout), ==, 0);
  }
  cairo_destroy (cairo);
  cairo_surface_destroy (recording);
}

static void
test_no_name_leaves_its_place (gconstpointer data)
{
  const char *name = data;
  g_autoptr (FoyerSettings) settings = read_back_settings ();
  g_autoptr (FoyerVisit) guest = read_back_visit (name, NULL, "Łukasz Wójcik", "guest");
  g_autoptr (FoyerVisit) worker = read_back_visit (name, name, name, "contractor");
  FoyerVisit *visits[] = { guest, worker };

  for (guint i = 0; i < G_N_ELEMENTS (visits); i++) {
    g_autoptr (FoyerBadge) badge = foyer_badge_new (visits[i], settings, "en");
    g_autoptr (GBytes) pdf = foyer_badge_to_pdf (badge);
    g_autofree char *path = write_pdf (pdf);
    g_autofree char *qr = foyer_badge_code_to_qr (foyer_visit_get_code (visits[i]));
    g_autoptr (ReadBack) back = read_back (path, 203);

    check_ink (badge);
    g_assert_cmpstr (back->qr, ==, qr);
    g_assert_cmpint (back->pages, ==, 1);
    remove_pdf (path);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_unsetenv ("LANGUAGE");
  bindtextdomain (GETTEXT_PACKAGE, FOYER_PO);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_add_func ("/badge/page", test_a_badge_is_one_page_of_the_label_s_size);
  g_test_add_func ("/badge/texts", test_it_says_what_the_type_asks_for);
  g_test_add_func ("/badge/language", test_it_speaks_its_own_language);
  g_test_add_func ("/badge/scripts", test_every_script_has_its_letters);
  for (guint i = 0; i < G_N_ELEMENTS (hard_names); i++) {
    g_autofree char *path = g_strdup_printf ("/badge/names/%u", i + 1);

    g_test_add_data_func (path, hard_names[i], test_no_name_leaves_its_place);
  }
  return g_test_run ();
}
