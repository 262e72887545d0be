/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-test.h"
#include "kiosk/flow.h"
#include "ui/robot.h"

G_BEGIN_DECLS

/** The sizes that every page has to fit. */
#define LANDSCAPE 1280, 800
#define PORTRAIT 1080, 1920
#define TABLET 800, 1280

/**
 * PageStage:
 *
 * One page of the kiosk in a window, with a visit that a guest has filled, and without the rest of
 * the kiosk. The clock stands at nine. It keeps what the page asked for.
 */
typedef struct {
  House house;
  FoyerKioskContext context;
  FoyerStyle *style;
  GtkWidget *window;
  FoyerKioskPage *page; /* of page_stage_show() */
  FoyerKioskFlow *flow; /* of page_stage_show_flow() */
  int width;
  int height;
  gboolean header; /* whether the frame's header takes its 84 px */
  guint answered;
  char *gone_to;
} PageStage;

/** page_stage_open_display: Once in main(): a display for all stages */
Robot *page_stage_open_display (void);

/** page_stage_set_up: A stage without a page, 1280x800, in English, with the demo's notice */
void page_stage_set_up (PageStage *stage, gconstpointer unused);

/** page_stage_tear_down: Ends it, and finds that nobody keeps page or visit */
void page_stage_tear_down (PageStage *stage, gconstpointer unused);

/** page_stage_turn: For another size; before the page is shown */
void page_stage_turn (PageStage *stage, int width, int height);

/** page_stage_use_settings: Other settings of the station: lines for [station] */
void page_stage_use_settings (PageStage *stage, const char *station);

/** page_stage_use_type: Only one visitor type: its key, and what its file says */
void page_stage_use_type (PageStage *stage, const char *key, const char *text);

/** page_stage_use_notice: Another notice: a file in Markdown below the source's root */
void page_stage_use_notice (PageStage *stage, const char *file, const char *language);

/** page_stage_show: Puts a page of that type into the window, and shows it */
void page_stage_show (PageStage *stage, GType type);

/** page_stage_show_flow: Puts a whole flow into the window, with its header and keyboard, at that
 * page, as the context's display wants it. Its pages are not the stage's */
void page_stage_show_flow (PageStage *stage, const char *page);

/** page_stage_clear: Ends the page, and finds that nobody keeps it */
void page_stage_clear (PageStage *stage);

/** page_stage_find: Returns: (transfer none) (nullable): The first widget to be seen whose text or
 * accessible name is that */
GtkWidget *page_stage_find (PageStage *stage, const char *name);

/** page_stage_press: Activates the button of that name */
void page_stage_press (PageStage *stage, const char *name);

/** page_stage_assert_fits: Finds that the window did not grow, that every button is at least 60 px
 * high and wholly inside, and that no text is cut */
void page_stage_assert_fits (PageStage *stage);

/** page_stage_shoot: Writes what is seen into a PNG */
void page_stage_shoot (PageStage *stage, const char *path);

/** PAGE_TEST: Adds a test that has a stage */
#define PAGE_TEST(path, func)                                                                      \
  g_test_add (path, PageStage, NULL, page_stage_set_up, func, page_stage_tear_down)

G_END_DECLS
