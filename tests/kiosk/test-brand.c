/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "kiosk/brand.h"
#include "kiosk/welcome-page.h"
#include "page-stage.h"

/* The beginning of a picture of 20,000 x 20,000 px, which would take 1,1 GiB. */
static const guint8 bomb[] = { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00,
                               0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x4E, 0x20, 0x00, 0x00,
                               0x4E, 0x20, 0x08, 0x02, 0x00, 0x00, 0x00, 0x6C, 0x12, 0xD1, 0x6E,
                               0x00, 0x00, 0x00, 0x11, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63,
                               0x60, 0x18, 0x05, 0xA3, 0x60, 0x14, 0x0C, 0x77, 0x00, 0x00, 0x03,
                               0xE8, 0x00, 0x01, 0xB3, 0xA6, 0xD3, 0x46 };

#define SVG                                                                                        \
  "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d'>"                                \
  "<rect width='100%%' height='100%%' fill='#FF0000'/></svg>"

/* A file beside the settings, and settings that name it. */
static void
use_picture (PageStage *stage, const char *name, const void *bytes, gsize length)
{
  g_autofree char *path = g_build_filename (stage->house.folder, name, NULL);
  g_autofree char *line = g_strdup_printf ("welcome-picture=%s\n", name);
  g_autoptr (GError) err = NULL;

  g_file_set_contents (path, bytes, (gssize) length, &err);
  g_assert_no_error (err);
  page_stage_use_settings (stage, line);
}

static void
use_svg (PageStage *stage, int width, int height)
{
  g_autofree char *svg = g_strdup_printf (SVG, width, height);

  use_picture (stage, "picture.svg", svg, strlen (svg));
}

static void
refuse (PageStage *stage, const char *sentence)
{
  g_autoptr (GError) err = NULL;

  g_assert_false (foyer_brand_check (stage->context.settings, &err));
  g_assert_error (err, FOYER_SETTINGS_ERROR, FOYER_SETTINGS_ERROR_WRONG);
  g_assert_true (g_pattern_match_simple (sentence, err->message));
}

static void
test_what_is_no_picture_is_refused (PageStage *stage, gconstpointer unused)
{
  use_picture (stage, "picture.png", "nothing", 7);
  refuse (stage, "*/picture.png: This picture cannot be shown: *");
  use_picture (stage, "picture.png", "", 0);
  refuse (stage, "*/picture.png: This picture cannot be shown: *");
}

static void
test_a_bomb_is_refused_before_it_is_drawn (PageStage *stage, gconstpointer unused)
{
  use_picture (stage, "picture.png", bomb, sizeof bomb);
  refuse (stage, "*/picture.png: This picture cannot be shown: it is far too large.");
  use_svg (stage, 20000, 20000);
  refuse (stage, "*/picture.svg: This picture cannot be shown: it is far too large.");
}

static guint32
pixel_at (cairo_surface_t *shot, int x, int y)
{
  const guint8 *row =
      cairo_image_surface_get_data (shot) + y * cairo_image_surface_get_stride (shot);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xFFFFFF;
}

static void
test_the_picture_fills_its_place (PageStage *stage, gconstpointer unused)
{
  const int shapes[][2] = { { 4000, 100 }, { 10, 900 }, { 600, 800 } };

  stage->header = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++) {
    g_autoptr (FoyerBrand) brand = NULL;
    cairo_surface_t *shot = cairo_image_surface_create (CAIRO_FORMAT_RGB24, LANDSCAPE);
    cairo_t *cr = cairo_create (shot);

    use_svg (stage, shapes[i][0], shapes[i][1]);
    brand = foyer_brand_load (stage->context.settings, NULL);
    g_assert_nonnull (brand);
    stage->context.brand = brand;
    page_stage_show (stage, FOYER_TYPE_WELCOME_PAGE);
    gtk_widget_draw (stage->window, cr);
    cairo_destroy (cr);
    g_assert_cmphex (pixel_at (shot, 1277, 3), ==, 0xFF0000);
    g_assert_cmphex (pixel_at (shot, 763, 797), ==, 0xFF0000);
    g_assert_cmphex (pixel_at (shot, 757, 400), ==, 0xFBF7F0);
    cairo_surface_destroy (shot);
    page_stage_clear (stage);
    stage->context.brand = NULL;
  }
}

int
main (int argc, char *argv[])
{
  g_autoptr (Robot) robot = NULL;

  g_test_init (&argc, &argv, NULL);
  robot = page_stage_open_display ();

  PAGE_TEST ("/brand/no-picture", test_what_is_no_picture_is_refused);
  PAGE_TEST ("/brand/bomb", test_a_bomb_is_refused_before_it_is_drawn);
  PAGE_TEST ("/brand/fills", test_the_picture_fills_its_place);
  return g_test_run ();
}
