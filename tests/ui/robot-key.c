/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-robot"

#include "ui/robot-private.h"

#include <string.h>

#include <X11/XKBlib.h>
#include <X11/keysym.h>
#include <xkbcommon/xkbcommon.h>

#define CTRL_CODE 37
#define ALT_CODE 64

/* The US layout, which every scanner has when it leaves its box. */
static const struct {
  const char *plain;
  const char *shifted;
  guint first_code;
} us_rows[] = {
  { "1234567890-=", "!@#$%^&*()_+", 10 },
  { "qwertyuiop[]\n", "QWERTYUIOP{}", 24 },
  { "asdfghjkl;'`", "ASDFGHJKL:\"~", 38 },
  { "\\zxcvbnm,./", "|ZXCVBNM<>?", 51 },
  { "\t", "", 23 },
  { " ", "", 65 },
};

static const struct {
  const char *name;
  KeySym key;
} modifiers[] = {
  { "shift+", XK_Shift_L },
  { "ctrl+", XK_Control_L },
  { "alt+", XK_Alt_L },
  { "altgr+", XK_ISO_Level3_Shift },
};

/* From what was typed to the next key, in ms: at once it could be a scan. */
#define PAUSE 40

static gboolean
find_on_us_layout (char letter, guint *code, gboolean *shift)
{
  for (gsize i = 0; i < G_N_ELEMENTS (us_rows); i++) {
    const char *at = strchr (us_rows[i].plain, letter);

    *shift = at == NULL;
    if (at != NULL)
      *code = us_rows[i].first_code + (guint) (at - us_rows[i].plain);
    else if ((at = strchr (us_rows[i].shifted, letter)) != NULL)
      *code = us_rows[i].first_code + (guint) (at - us_rows[i].shifted);
    if (at != NULL)
      return TRUE;
  }
  return FALSE;
}

static void
add_stroke (GArray *strokes, guint code, gboolean down)
{
  RobotStroke stroke = { code, down };

  g_array_append_val (strokes, stroke);
}

/* A key, with another that is held meanwhile, or none. */
static void
add_press (GArray *strokes, guint held, guint code)
{
  if (held != 0)
    add_stroke (strokes, held, TRUE);
  add_stroke (strokes, code, TRUE);
  add_stroke (strokes, code, FALSE);
  if (held != 0)
    add_stroke (strokes, held, FALSE);
}

static void
add_number (GArray *strokes, guint number)
{
  static const guint keypad[] = { 90, 87, 88, 89, 83, 84, 85, 79, 80, 81 };

  add_stroke (strokes, ALT_CODE, TRUE);
  for (guint unit = 1000; unit > 0; unit /= 10)
    add_press (strokes, 0, keypad[number / unit % 10]);
  add_stroke (strokes, ALT_CODE, FALSE);
}

static void
add_byte (GArray *strokes, guint8 byte)
{
  guint code;
  gboolean shift;

  if (byte != 0 && byte < 0x80 && find_on_us_layout ((char) byte, &code, &shift))
    add_press (strokes, shift ? ROBOT_SHIFT_CODE : 0, code);
  else if (byte > 0 && byte < 27 && find_on_us_layout ((char) ('a' + byte - 1), &code, &shift))
    add_press (strokes, CTRL_CODE, code);
  else
    add_number (strokes, byte);
}

/* What somebody types, and what they type next, are two things. */
static void
pause_after_typing (Robot *robot)
{
  gint64 left = robot->typed_at + PAUSE * 1000 - g_get_monotonic_time ();

  if (left > 0 && !robot->hurries)
    robot_breathe ((guint) (left / 1000 + 1));
  robot_mind_focus (robot);
}

void
robot_scan (Robot *robot, const char *text, guint pace)
{
  g_autoptr (GArray) strokes = g_array_new (FALSE, FALSE, sizeof (RobotStroke));

  pause_after_typing (robot);
  for (const char *p = text; *p != '\0'; p++) {
    add_byte (strokes, (guint8) *p);
    if (pace > 0 || p[1] == '\0') {
      robot_hand_keys (robot, (RobotStroke *) (void *) strokes->data, strokes->len);
      g_array_set_size (strokes, 0);
      robot_breathe (pace);
    }
  }
  robot->tally.scans++;
  robot->typed_at = g_get_monotonic_time ();
}

void
robot_scan_bytes (Robot *robot, GBytes *bytes)
{
  g_autoptr (GArray) strokes = g_array_new (FALSE, FALSE, sizeof (RobotStroke));
  gsize n;
  const guint8 *data = g_bytes_get_data (bytes, &n);

  pause_after_typing (robot);
  for (gsize i = 0; i < n; i++)
    add_byte (strokes, data[i]);
  robot_hand_keys (robot, (RobotStroke *) (void *) strokes->data, strokes->len);
  robot->tally.scans++;
  robot->typed_at = g_get_monotonic_time ();
}

/* Presses the key that has this symbol, with what its level needs. */
static gboolean
press_symbol (Robot *robot, KeySym symbol)
{
  int first, last;

  XDisplayKeycodes (robot->x, &first, &last);
  for (int level = 0; level < 4; level++)
    for (int code = first; code <= last; code++) {
      guint level3 = XKeysymToKeycode (robot->x, XK_ISO_Level3_Shift);

      if (XkbKeycodeToKeysym (robot->x, (KeyCode) code, 0, level) != symbol)
        continue;
      if (level & 2)
        robot_hand_key (robot, level3, TRUE);
      if (level & 1)
        robot_hand_key (robot, ROBOT_SHIFT_CODE, TRUE);
      robot_hand_key (robot, code, TRUE);
      robot_hand_key (robot, code, FALSE);
      robot->tally.keys++;
      if (level & 1)
        robot_hand_key (robot, ROBOT_SHIFT_CODE, FALSE);
      if (level & 2)
        robot_hand_key (robot, level3, FALSE);
      return TRUE;
    }
  return FALSE;
}

void
robot_type_slowly (Robot *robot, const char *text, guint pace)
{
  pause_after_typing (robot);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar letter = g_utf8_get_char (p);
    KeySym symbol = letter == '\n' ? XK_Return : xkb_utf32_to_keysym (letter);

    if (!press_symbol (robot, symbol))
      g_error ("The keyboard's layout has no U+%04X", letter);
    robot_breathe (pace);
  }
  robot->typed_at = g_get_monotonic_time ();
}

void
robot_type (Robot *robot, const char *text)
{
  robot_type_slowly (robot, text, 0);
}

void
robot_key (Robot *robot, const char *key)
{
  guint held[G_N_ELEMENTS (modifiers)];
  guint n_held = 0;

  pause_after_typing (robot);
  for (gsize i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (g_str_has_prefix (key, modifiers[i].name)) {
      held[n_held] = XKeysymToKeycode (robot->x, modifiers[i].key);
      robot_hand_key (robot, held[n_held++], TRUE);
      key += strlen (modifiers[i].name);
      i = (gsize) -1; /* the next may stand anywhere in the table */
    }

  if (!press_symbol (robot, XStringToKeysym (key)))
    g_error ("The keyboard's layout has no key %s", key);
  while (n_held > 0)
    robot_hand_key (robot, held[--n_held], FALSE);
  robot->typed_at = g_get_monotonic_time ();
}

static guint
code_of (Robot *robot, const char *key)
{
  guint code = XKeysymToKeycode (robot->x, XStringToKeysym (key));

  if (code == 0)
    g_error ("The keyboard's layout has no key %s", key);
  return code;
}

void
robot_key_down (Robot *robot, const char *key)
{
  robot_mind_focus (robot);
  robot_hand_key (robot, code_of (robot, key), TRUE);
}

void
robot_key_up (Robot *robot, const char *key)
{
  robot_hand_key (robot, code_of (robot, key), FALSE);
}
