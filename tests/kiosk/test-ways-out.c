/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-ways-out"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <string.h>

#include "doors.h"
#include "foyer-test.h"
#include "visit/badge-code.h"
#include "visitor.h"

#define QUESTION "What is your name?"
#define TYPED "Quentin"
#define BULLET "●"

/* Long enough for a finger that is held, or for what comes up with a delay, in ms. */
#define HELD 900

/* The ways, each at a name that is half typed and has the focus */

typedef struct {
  Story *story;
  Display *x;
  int left, top, width, height; /* of the name's entry */
} Scene;

static void
press_keys (Scene *scene, const char *keys)
{
  g_auto (GStrv) each = g_strsplit (keys, " ", -1);

  for (char **key = each; *key != NULL; key++)
    robot_key (scene->story->robot, *key);
}

static void
click (Scene *scene, int button)
{
  robot_click_at (scene->story->robot, scene->left + 40, scene->top + scene->height / 2, button);
}

static void
right_click (Scene *scene, const char *unused)
{
  click (scene, 3);
}

static void
select_and_paste (Scene *scene, const char *unused)
{
  click (scene, 1);
  click (scene, 1);
  click (scene, 2);
}

static void
click_other_buttons (Scene *scene, const char *unused)
{
  for (int button = 2; button < 10; button++)
    click (scene, button);
}

static void
tap (Scene *scene, const char *unused)
{
  robot_tap_at (scene->story->robot, scene->left + 40, scene->top + scene->height / 2);
}

static void
tap_twice (Scene *scene, const char *unused)
{
  tap (scene, NULL);
  tap (scene, NULL);
}

static void
hold_finger (Scene *scene, const char *unused)
{
  Robot *robot = scene->story->robot;

  robot_finger_down (robot, 0, scene->left + 40, scene->top + scene->height / 2);
  g_assert_false (robot_sees_within (scene->story->kiosk, ATSPI_ROLE_MENU, NULL, HELD));
  robot_finger_up (robot, 0, scene->left + 40, scene->top + scene->height / 2);
}

static void
drag_text (Scene *scene, const char *unused)
{
  robot_key (scene->story->robot, "shift+Home");
  robot_drag (scene->story->robot,
              scene->left + 40,
              scene->top + scene->height / 2,
              scene->left + 300,
              scene->top + scene->height + 150);
}

static Window
find_kiosk (Scene *scene)
{
  Window root = DefaultRootWindow (scene->x), window = None;
  int x, y;

  XTranslateCoordinates (scene->x, root, root, 10, 10, &x, &y, &window);
  g_assert_cmpint (window, !=, None);
  return window;
}

/* As a window manager does for its ×. */
static void
close_window (Scene *scene, const char *unused)
{
  XEvent event = { 0 };

  event.xclient.type = ClientMessage;
  event.xclient.window = find_kiosk (scene);
  event.xclient.message_type = XInternAtom (scene->x, "WM_PROTOCOLS", False);
  event.xclient.format = 32;
  event.xclient.data.l[0] = (long) XInternAtom (scene->x, "WM_DELETE_WINDOW", False);
  XSendEvent (scene->x, event.xclient.window, False, NoEventMask, &event);
  XSync (scene->x, False);
}

/* The hand's other fingers: on Back, on the rest of the header. */
static void
lay_hand (Scene *scene, const char *unused)
{
  static const char *const buttons[] = { "Back", "Call reception", "English" };
  Robot *robot = scene->story->robot;
  int at[G_N_ELEMENTS (buttons) + 1][2] = {
    { scene->left + 40, scene->top + scene->height / 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++) {
    int x, y, width, height;

    robot_get_box (scene->story->kiosk,
                   ATSPI_ROLE_PUSH_BUTTON,
                   buttons[i],
                   &x,
                   &y,
                   &width,
                   &height);
    at[i + 1][0] = x + width / 2;
    at[i + 1][1] = y + height / 2;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (at); i++)
    robot_finger_down (robot, (int) i, at[i][0], at[i][1]);
  for (gsize i = G_N_ELEMENTS (at); i-- > 0;)
    robot_finger_up (robot, (int) i, at[i][0], at[i][1]);
}

static void
scan (Scene *scene, const char *text)
{
  g_autofree char *line = g_strconcat (text, "\n", NULL);

  robot_scan (scene->story->robot, line, 0);
  visitor_sees (scene->story, ATSPI_ROLE_NOTIFICATION, "This is not a Foyer code.*");
}

static void
scan_every_byte (Scene *scene, const char *unused)
{
  guint8 bytes[257];
  g_autoptr (GBytes) all = NULL;

  for (int i = 0; i < 256; i++)
    bytes[i] = (guint8) i;
  bytes[256] = '\n';
  all = g_bytes_new_static (bytes, sizeof bytes);
  robot_scan_bytes (scene->story->robot, all);
  visitor_sees (scene->story, ATSPI_ROLE_NOTIFICATION, "This is not a Foyer code.*");
}

/* Also with the page's own keys in it, and a whole code of Foyer's at its end. */
static void
scan_10_kb (Scene *scene, const char *unused)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (text->len < 10240)
    g_string_append (text, "Mallory\tMallory\n\n");
  g_string_append (text, FOYER_BADGE_CODE_PREFIX "00000000000000000000000000");
  scan (scene, text->str);
}

typedef struct {
  const char *name;
  void (*go) (Scene *scene, const char *keys);
  const char *keys;
  const char *text;      /* what is typed then, where that is not as before */
  gboolean is_unguarded; /* it is a way out of GTK's own, which has to be seen without the guard */
} Way;

static const Way ways[] = {
  { "the inspector", press_keys, "ctrl+shift+i ctrl+shift+d" },
  { "right click", right_click, .is_unguarded = TRUE },
  { "Shift+F10", press_keys, "shift+F10", .is_unguarded = TRUE },
  { "the menu's key", press_keys, "Menu", .is_unguarded = TRUE },
  { "the emoji chooser", press_keys, "ctrl+period" },
  { "the emoji chooser's other key", press_keys, "ctrl+semicolon" },
  { "a letter by its number", press_keys, "ctrl+shift+u 2 0 2 e space", TYPED "202e " },
  { "select, copy, paste", press_keys, "ctrl+a ctrl+c End ctrl+v ctrl+x" },
  { "the other keys for it", press_keys, "ctrl+Insert shift+Home shift+Delete shift+Insert End" },
  { "double click, middle click", select_and_paste },
  { "each button of a mouse", click_other_buttons },
  { "a tap", tap, .is_unguarded = TRUE },
  { "two taps", tap_twice, .is_unguarded = TRUE },
  { "a finger that is held", hold_finger },
  { "selected text that is dragged", drag_text },
  { "the window manager's key", press_keys, "alt+F4 alt+space alt+Tab" },
  { "the window manager's word", close_window },
  { "keys that programs have", press_keys, "ctrl+q ctrl+w ctrl+n ctrl+p ctrl+o F5 F6 F8 F10 F11" },
  { "keys of a keyboard", press_keys, "Print Pause Insert Prior Next Scroll_Lock Super_L F4" },
  { "a whole hand", lay_hand },
  { "a code of a shop", scan, "4006381333931" },
  { "a short code", scan, "abc" },
  { "what is nearly a code", scan, FOYER_BADGE_CODE_PREFIX "0000000000000000000000000" },
  { "every byte", scan_every_byte },
  { "10 kB", scan_10_kb },
};

static void
stand_at_name (Scene *scene)
{
  visitor_puts (scene->story, QUESTION, TYPED);
  visitor_assert_typed (scene->story, QUESTION, TYPED);
  robot_key (scene->story->robot, "End");
}

static void
scene_begin (Scene *scene)
{
  scene->x = XOpenDisplay (robot_get_display (scene->story->robot));
  visitor_is_asked_for_name (scene->story);
  robot_get_box (scene->story->kiosk,
                 ATSPI_ROLE_TEXT,
                 QUESTION,
                 &scene->left,
                 &scene->top,
                 &scene->width,
                 &scene->height);
}

static void
assert_nothing_open (Story *story, MonkeyWatch *watch)
{
  static const AtspiRole roles[] = {
    ATSPI_ROLE_MENU,  ATSPI_ROLE_POPUP_MENU,   ATSPI_ROLE_MENU_ITEM, ATSPI_ROLE_DIALOG,
    ATSPI_ROLE_ALERT, ATSPI_ROLE_FILE_CHOOSER, ATSPI_ROLE_WINDOW,    ATSPI_ROLE_LINK,
  };

  g_assert_cmpstr (monkey_watch_look (watch), ==, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    g_assert_cmpint (robot_count (story->kiosk, roles[i], NULL), ==, 0);
  g_assert_cmpint (robot_count (story->kiosk, ATSPI_ROLE_FRAME, NULL), ==, 1);
}

static void
test_no_way_leads_out (gconstpointer data)
{
  Scene scene = { .story = (Story *) data };
  g_autoptr (MonkeyWatch) watch = doors_start (scene.story, scene.story->foyer);

  scene_begin (&scene);
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++) {
    const char *text = ways[i].text != NULL ? ways[i].text : TYPED;
    g_autofree char *more = g_strconcat (text, "z", NULL);

    g_test_message ("%s", ways[i].name);
    stand_at_name (&scene);
    ways[i].go (&scene, ways[i].keys);
    assert_nothing_open (scene.story, watch);
    visitor_assert_typed (scene.story, QUESTION, text);

    robot_key (scene.story->robot, "End");
    robot_type (scene.story->robot, "z");
    visitor_assert_typed (scene.story, QUESTION, more);
  }
  XCloseDisplay (scene.x);
}

static gboolean
finds_something (gpointer data)
{
  return monkey_watch_look (data) != NULL;
}

static void
test_without_the_guard_they_do (gconstpointer data)
{
  Scene scene = { .story = (Story *) data };

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++) {
    g_autoptr (MonkeyWatch) watch = NULL;

    if (!ways[i].is_unguarded)
      continue;
    watch = doors_start (scene.story, g_getenv ("FOYER_UNGUARDED"));
    scene_begin (&scene);
    stand_at_name (&scene);
    ways[i].go (&scene, ways[i].keys);
    foyer_test_wait_until (finds_something, watch);
    g_test_message ("%s: %s", ways[i].name, monkey_watch_look (watch));
    XCloseDisplay (scene.x);
  }
}

static void
add_tests (Story *story)
{
  g_test_add_data_func ("/ways-out/none", story, test_no_way_leads_out);
  g_test_add_data_func ("/ways-out/unguarded", story, test_without_the_guard_they_do);
}

int
main (int argc, char *argv[])
{
  return visitor_run (argc, argv, NULL, add_tests);
}
