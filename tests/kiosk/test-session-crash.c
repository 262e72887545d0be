/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "lobby.h"
#include "visit/badge-code.h"
#include "visitor.h"

#define GREETING "Thank you, Quentin."

/* How to get to each page, from the page before it in the same round or from the welcome. */

static void
stay (Lobby *lobby)
{
}

static void
ask_purpose (Lobby *lobby)
{
  visitor_taps (lobby->story, "Sign in");
  visitor_reads (lobby->story, "What brings you here?");
}

static void
ask_language (Lobby *lobby)
{
  ask_purpose (lobby);
  visitor_taps (lobby->story, "English");
  visitor_reads (lobby->story, "Which language?");
}

static void
read_privacy (Lobby *lobby)
{
  visitor_taps (lobby->story, "Your privacy here");
  visitor_reads (lobby->story, "Your privacy here");
}

static void
read_notice (Lobby *lobby)
{
  read_privacy (lobby);
  visitor_taps (lobby->story, "The whole notice");
  visitor_reads (lobby->story, "Our privacy notice");
}

static void
ask_company (Lobby *lobby)
{
  ask_purpose (lobby);
  visitor_taps (lobby->story, "Work on the building*");
  visitor_reads (lobby->story, "Which company sends you?");
}

static void
ask_name (Lobby *lobby)
{
  visitor_is_asked_for_name (lobby->story);
  visitor_types (lobby->story, "What is your name?", MARKER);
}

static void
ask_host (Lobby *lobby)
{
  visitor_is_asked_for_host (lobby->story);
}

static void
check (Lobby *lobby)
{
  visitor_is_asked_for_host (lobby->story);
  visitor_taps (lobby->story, "I do not know*");
  visitor_reads (lobby->story, "Check, and sign in");
}

static void
read_excerpt (Lobby *lobby)
{
  check (lobby);
  visitor_taps (lobby->story, "Read all of it*");
  visitor_reads (lobby->story, "Our privacy notice, the parts about your visit");
}

static void
thank (Lobby *lobby)
{
  check (lobby);
  visitor_taps (lobby->story, "Sign in");
  visitor_reads (lobby->story, GREETING);
}

static void
ask_to_sign_out (Lobby *lobby)
{
  visitor_taps (lobby->story, "Sign out");
  visitor_reads (lobby->story, "Hold your badge under the reader.");
}

static void
say_goodbye (Lobby *lobby)
{
  g_autofree char *said =
      story_ctl (lobby->story,
                 NULL,
                 "{\"name\": \"Grace Hopper\", \"host\": \"Chidi Okonkwo\", \"type\": \"guest\"}",
                 STORY_ARGS ("visit", "sign-in", "--json"));
  g_autofree char *code = story_take_code (said);
  g_autofree char *scan = g_strdup_printf (FOYER_BADGE_CODE_PREFIX "%s\n", code);

  robot_scan (lobby->story->robot, scan, 0);
  visitor_reads (lobby->story, "Goodbye.");
}

static void
be_called (Lobby *lobby)
{
  ask_purpose (lobby);
  visitor_taps (lobby->story, "Call reception");
  visitor_reads (lobby->story, "Reception has been called.");
}

static void
ask_what_is_held (Lobby *lobby)
{
  read_privacy (lobby);
  visitor_taps (lobby->story, "What do you hold about me?");
  visitor_reads (lobby->story, "What do you hold about me?");
}

static void
ask_where (Lobby *lobby)
{
  ask_purpose (lobby);
  visitor_taps (lobby->story, "Delivery*");
  visitor_reads (lobby->story, "Where does it go?");
}

static void
ask_staff (Lobby *lobby)
{
  visitor_holds_service_key (lobby->story);
}

static void
serve (Lobby *lobby)
{
  visitor_holds_service_key (lobby->story);
  visitor_signs_staff_in (lobby->story, STORY_SECURITY, STORY_PASSWORD);
  visitor_reads (lobby->story, "Service");
}

static const struct {
  const char *page;
  void (*go) (Lobby *lobby);
} pages[] = {
  { "welcome", stay },
  { "language", ask_language },
  { "privacy", read_privacy },
  { "notice", read_notice },
  { "purpose", ask_purpose },
  { "company", ask_company },
  { "name", ask_name },
  { "host", ask_host },
  { "check", check },
  { "excerpt", read_excerpt },
  { "thanks", thank },
  { "sign-out", ask_to_sign_out },
  { "goodbye", say_goodbye },
  { "called", be_called },
  { "your-data", ask_what_is_held },
  { "delivery/where", ask_where },
  { "service-sign-in", ask_staff },
  { "service", serve },
};

/* How many crashes there are: each page's, or a hundred; of instrumented programs a few. */
#ifdef __SANITIZE_ADDRESS__
#define CRASHES 6
#else
#define CRASHES G_N_ELEMENTS (pages)
#endif

static int
by_time (gconstpointer a, gconstpointer b)
{
  const gint64 *one = a;
  const gint64 *other = b;

  return (*one > *other) - (*one < *other);
}

/* No pause is waited for: to start again takes about as long as to start, a fraction of the 2 s
 * that are allowed. */
static void
assert_soon (Lobby *lobby, GArray *times)
{
  g_array_sort (times, by_time);
  g_test_message ("ms without a kiosk: median %d, most %d; the first start took %d",
                  (int) (g_array_index (times, gint64, times->len / 2) / 1000),
                  (int) (g_array_index (times, gint64, times->len - 1) / 1000),
                  (int) (lobby->first_took / 1000));
  g_assert_cmpint (g_array_index (times, gint64, times->len / 2), <, 4 * lobby->first_took);
}

static void
test_after_a_crash_comes_the_welcome (Lobby *lobby, gconstpointer unused)
{
  guint n = g_getenv ("FOYER_TEST_LONG") != NULL ? 100 : CRASHES;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 confirmed = 0;

  lobby_open (lobby);
  for (guint i = 0; i < n; i++) {
    const char *page = pages[i % G_N_ELEMENTS (pages)].page;
    gint64 before = visitor_count_visits (lobby->story);
    gint64 took;

    /* Given a visitor at that page, when the program dies */
    pages[i % G_N_ELEMENTS (pages)].go (lobby);
    took = lobby_crash_and_wait (lobby);
    g_array_append_val (times, took);

    /* Then who was told to be signed in is, and of anybody else nothing is left */
    confirmed = visitor_count_visits (lobby->story) - before;
    g_test_message ("%u: %s", i + 1, page);
    g_assert_cmpint (confirmed, ==, g_str_equal (page, "thanks") || g_str_equal (page, "goodbye"));
    g_assert_false (visitor_leaves_traces (lobby->story, "Quentin"));
  }
  assert_soon (lobby, times);
}

static void
add_tests (Story *story)
{
  LOBBY_TEST ("/session-crash/on-each-page", test_after_a_crash_comes_the_welcome);
}

int
main (int argc, char *argv[])
{
  return visitor_run (argc, argv, NULL, add_tests);
}
