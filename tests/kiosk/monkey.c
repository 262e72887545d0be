/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-monkey"

#include "monkey.h"

#include <X11/XKBlib.h>
#include <string.h>

#include "monkey-watch.h"
#include "ui/robot-private.h"
#include "visit/badge-code.h"

#define FAKETIME "/usr/$LIB/faketime/libfaketime.so.1"

/* So many events at once; then the kiosk is waited for, and looked at. */
#define BATCH 400

/* The screen changes after so many batches, once. */
#define CHANGES_EVERY 10

/* The language changes after so many batches, once. */
#define SPEAKS_EVERY 5

struct _Monkey {
  Story *story;
  Robot *robot;
  MonkeyWatch *watch;
  GRand *random;
  GPtrArray *codes;
  GHashTable *pages; /* headings */
  guint n_events;
  guint n_batches;
  const char *found;
  guint next_byte; /* every one has its turn in a scan */
  int width;
  int height;
};

static int
any (Monkey *self, int n)
{
  return g_rand_int_range (self->random, 0, n);
}

static gboolean
once_in (Monkey *self, int n)
{
  return any (self, n) == 0;
}

static int
any_x (Monkey *self)
{
  return any (self, self->robot->width);
}

static int
any_y (Monkey *self)
{
  return any (self, self->robot->height);
}

static void
tap (Monkey *self)
{
  int x = any_x (self), y = any_y (self);

  if (once_in (self, 3)) { /* where the primary button is */
    x = self->robot->width - 1 - x / 4;
    y = self->robot->height - 1 - y / 8;
  }
  robot_tap_at (self->robot, x, y);
  self->n_events += 2;
  if (once_in (self, 8)) {
    robot_tap_at (self->robot, x, y);
    self->n_events += 2;
  }
}

static void
drag (Monkey *self)
{
  int n_fingers = once_in (self, 2) ? 1 : 1 + any (self, 5);
  int n_moves = any (self, 12);

  for (int finger = 0; finger < n_fingers; finger++)
    robot_finger_down (self->robot, finger, any_x (self), any_y (self));
  for (int i = 0; i < n_moves; i++)
    robot_finger_move (self->robot, any (self, n_fingers), any_x (self), any_y (self));
  for (int finger = 0; finger < n_fingers; finger++)
    robot_finger_up (self->robot, finger, any_x (self), any_y (self));
  self->n_events += 2 * (guint) n_fingers + (guint) n_moves;
}

static void
click (Monkey *self)
{
  int x = any_x (self), y = any_y (self), button = any (self, 10);
  int times = 1 + any (self, 3);

  for (int i = 0; i < times; i++)
    robot_click_at (self->robot, x, y, button);
  self->n_events += 3 * (guint) times;
}

/* With Ctrl and Alt some keys are the X server's own: they lead to another terminal, or end it. */
static gboolean
is_the_servers (guint code, guint held)
{
  static const guint codes[] = { 22, 63, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 82, 86, 95, 96 };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (codes[i] == code)
      return (held & 3) == 3;
  return FALSE;
}

static void
press_key (Monkey *self)
{
  /* Ctrl, Alt, Shift, AltGr, Super, Menu, Meta, Hyper: as the robot's layout has them */
  static const guint modifiers[] = { 37, 64, 50, 108, 133, 135, 205, 207 };
  guint held = once_in (self, 3) ? 0 : (guint) any (self, 1 << G_N_ELEMENTS (modifiers));
  guint code = 9 + (guint) any (self, 247);

  if (once_in (self, 2))
    held &= (guint) any (self, 1 << G_N_ELEMENTS (modifiers));
  if (is_the_servers (code, held))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (held & 1U << i)
      robot_hand_key (self->robot, modifiers[i], TRUE);
  robot_hand_key (self->robot, code, TRUE);
  robot_hand_key (self->robot, code, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (held & 1U << i)
      robot_hand_key (self->robot, modifiers[i], FALSE);
  self->n_events += 2 + 2 * (guint) __builtin_popcount (held);
}

/* What a visitor would type, so that it comes further than the first question. */
static void
type_something (Monkey *self)
{
  static const guint keys[] = { 27, 26, 57, 24, 38, 65 }; /* r e n q a, space */
  int n = any (self, 6);

  for (int i = 0; i < n; i++) {
    guint key = i < 3 ? keys[i] : keys[any (self, G_N_ELEMENTS (keys))];

    robot_hand_key (self->robot, key, TRUE);
    robot_hand_key (self->robot, key, FALSE);
  }
  robot_hand_key (self->robot, 36, TRUE); /* Return */
  robot_hand_key (self->robot, 36, FALSE);
  self->n_events += 2 * (guint) n + 2;
}

static void
scan (Monkey *self)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) code = NULL;
  int length = once_in (self, 50) ? 500 : any (self, 2 * FOYER_BADGE_CODE_LENGTH);
  const char *known = g_ptr_array_index (self->codes, any (self, (int) self->codes->len));

  if (once_in (self, 4))
    g_byte_array_append (bytes, (const guint8 *) known, (guint) strlen (known));
  else {
    if (once_in (self, 2))
      g_byte_array_append (bytes, (const guint8 *) known, sizeof FOYER_BADGE_CODE_PREFIX - 1);
    for (int i = 0; i < length; i++) {
      guint8 byte = once_in (self, 8) ? (guint8) self->next_byte++
                                      : (guint8) FOYER_BADGE_CODE_LETTERS[any (self, 32)];

      g_byte_array_append (bytes, &byte, 1);
    }
    if (once_in (self, 2))
      g_byte_array_append (bytes, (const guint8 *) "\n", 1);
  }
  code = g_bytes_new (bytes->data, bytes->len);
  robot_scan_bytes (self->robot, code);
  self->n_events += 2 * bytes->len;
}

const char *
monkey_look (Monkey *self)
{
  self->found = monkey_watch_look (self->watch);
  return self->found;
}

static void
change_screen (Monkey *self)
{
  static const int sizes[][2] = { { 0, 0 }, { 1024, 768 }, { 640, 600 }, { 600, 1024 } };
  const int *size = sizes[any (self, G_N_ELEMENTS (sizes))];

  robot_change_screen (self->robot, size[0], size[1]);
  monkey_look (self);
  robot_change_screen (self->robot, self->width, self->height);
  self->n_events += 2;
}

static void
do_something (Monkey *self)
{
  switch (any (self, 10)) {
  case 0:
  case 1:
  case 2:
    tap (self);
    break;
  case 3:
    drag (self);
    break;
  case 4:
  case 5:
    click (self);
    break;
  case 6:
    scan (self);
    break;
  case 7:
    type_something (self);
    break;
  default:
    press_key (self);
  }
}

static void
read_page (Monkey *self)
{
  g_autoptr (AtspiAccessible) heading = robot_find (self->story->kiosk, ATSPI_ROLE_HEADING, NULL);
  g_autofree char *name = heading != NULL ? atspi_accessible_get_name (heading, NULL) : NULL;

  if (name != NULL)
    g_hash_table_add (self->pages, g_steal_pointer (&name));
}

/* Whatever page it is: where the language can be changed, it is. */
static void
change_language (Monkey *self)
{
  const char *name = once_in (self, 2) ? "English" : "Deutsch";
  g_autoptr (AtspiAccessible) language =
      robot_find (self->story->kiosk, ATSPI_ROLE_PUSH_BUTTON, name);

  if (language != NULL)
    robot_press (language);
}

const char *
monkey_rage (Monkey *self, guint n_events)
{
  guint end = self->n_events + n_events;

  while (self->n_events < end && self->found == NULL) {
    guint batch_end = MIN (end, self->n_events + BATCH);

    robot_mind_focus (self->robot);
    robot_hurry (self->robot);
    while (self->n_events < batch_end)
      do_something (self);
    robot_catch_up (self->robot);
    monkey_look (self);
    self->n_batches++;
    if (self->found != NULL)
      break;
    read_page (self);
    if (self->n_batches % SPEAKS_EVERY == 0)
      change_language (self);
    if (self->n_batches % CHANGES_EVERY == 0)
      change_screen (self);
  }
  return self->found;
}

static void
start_kiosk (Monkey *self, const char *program, const char *lookout, const char *path)
{
  Story *story = self->story;
  const char *const argv[] = { program != NULL ? program : story->foyer,
                               "--kiosk",
                               "--config",
                               story->config,
                               NULL };
  g_autofree char *preload = g_strconcat ("LD_PRELOAD=" FAKETIME ":", lookout, NULL);
  g_autofree char *clock = g_strconcat ("FAKETIME_TIMESTAMP_FILE=", story->clock, NULL);
  g_autofree char *notes = g_strconcat ("FOYER_LOOKOUT=", path, NULL);
  const char *const env[] = { preload, "FAKETIME_NO_CACHE=1", clock, notes, NULL };
  g_autoptr (GError) err = NULL;

  story->kiosk = robot_launch (self->robot, argv, env, &err);
  g_assert_no_error (err);
  g_object_unref (robot_wait (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, "Sign in"));
}

Monkey *
monkey_new (Story *story, const char *program, const char *lookout, guint32 seed)
{
  Monkey *self = g_new0 (Monkey, 1);
  g_autofree char *notes = g_build_filename (story->folder, "lookout", NULL);

  g_assert_true (g_file_set_contents (notes, "", 0, NULL));
  self->story = story;
  self->robot = story->robot;
  self->random = g_rand_new_with_seed (seed);
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  robot_get_screen (self->robot, &self->width, &self->height);
  monkey_learn_code (self, FOYER_BADGE_CODE_PREFIX "00000000000000000000000000\n");
  start_kiosk (self, program, lookout, notes);
  self->watch = monkey_watch_new (self->robot, story->kiosk, notes);
  return self;
}

void
monkey_free (Monkey *self)
{
  robot_end_apps (self->robot);
  XkbLockModifiers (self->robot->x, XkbUseCoreKbd, 0xff, 0); /* Caps Lock and its like */
  XkbLockGroup (self->robot->x, XkbUseCoreKbd, 0);
  XSync (self->robot->x, False);
  monkey_watch_free (self->watch);
  g_rand_free (self->random);
  g_ptr_array_unref (self->codes);
  g_hash_table_unref (self->pages);
  g_free (self);
}

void
monkey_learn_code (Monkey *self, const char *scan)
{
  g_ptr_array_add (self->codes, g_strdup (scan));
}

guint
monkey_count_events (Monkey *self)
{
  return self->n_events;
}

char *
monkey_list_pages (Monkey *self)
{
  g_autofree char **names = (char **) g_hash_table_get_keys_as_array (self->pages, NULL);

  return g_strjoinv (", ", names);
}
