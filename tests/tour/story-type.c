/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-story-type"

#include "story.h"

#include <string.h>

/* Taps the key of that name, where it shows. */
static gboolean
tap_key (Story *story, const char *name)
{
  g_autoptr (AtspiAccessible) key = robot_find (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, name);

  if (key == NULL)
    return FALSE;
  robot_tap (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, name);
  return TRUE;
}

static gboolean
tap_letter (Story *story, gunichar letter)
{
  char name[8] = "";
  char other[8] = "";

  g_unichar_to_utf8 (letter, name);
  if (tap_key (story, name))
    return TRUE;
  g_unichar_to_utf8 (g_unichar_isupper (letter) ? g_unichar_tolower (letter)
                                                : g_unichar_toupper (letter),
                     other);
  if (strcmp (other, name) == 0 || robot_count (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, other) == 0)
    return FALSE;
  robot_tap (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, "Shift");
  robot_tap (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, name);
  return TRUE;
}

/* The letter that an accented one is a variant of. */
static gunichar
plain (gunichar letter)
{
  gunichar base = 0;
  gunichar mark = 0;

  if (letter == 0x0141 || letter == 0x0142) /* Ł, which Unicode does not take apart */
    return letter == 0x0141 ? 'L' : 'l';
  return g_unichar_decompose (letter, &base, &mark) ? base : letter;
}

static gboolean
tap_variant (Story *story, gunichar letter)
{
  char name[8] = "";

  if (plain (letter) == letter)
    return FALSE;
  g_unichar_to_utf8 (letter, name);
  robot_tap (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, "Letters with accents");
  g_assert_true (tap_letter (story, plain (letter)));
  robot_tap (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, name);
  return TRUE;
}

/* A key of the keyboard waits whether it begins a scan; the kiosk's own keys follow what it typed.
 */
static void
press_key (Story *story, const char *key, const char *typed, gsize length)
{
  g_autofree char *pattern = g_strdup_printf ("*%.*s", (int) length, typed);

  robot_type (story->robot, key);
  robot_wait_text (story->kiosk, ATSPI_ROLE_TEXT, NULL, pattern);
}

void
story_type (Story *story, const char *text)
{
  /* The page has slid in when its keys stand still. */
  g_object_unref (robot_wait (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, "space"));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar letter = g_utf8_get_char (p);
    char key[8] = "";

    g_unichar_to_utf8 (letter, key);
    if (letter == ' ')
      robot_tap (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, "space");
    else if (!tap_letter (story, letter) && !tap_variant (story, letter))
      press_key (story, key, text, (gsize) (g_utf8_next_char (p) - text));
  }
}
