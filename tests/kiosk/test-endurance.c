/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-endurance"

#include "kiosk/stream.h"

#define N_VISITS 100
#define LONGER 100 /* times as many in the long run */

/* What that many visits may add, in kB. */
#define GROWTH 1024

static void
test_visitors_leave_nothing_behind (void)
{
  Stream stream = { 0 };
  guint n = g_getenv ("FOYER_TEST_LONG") != NULL ? N_VISITS * LONGER : N_VISITS;
  guint files, memory;
  int grown;
  gint64 stored;

  /* Given a kiosk that has seen visitors, so that its caches are full */
  stream_open (&stream);
  for (guint i = 0; i < N_VISITS / 5; i++)
    stream_visit (&stream);
  files = stream_count_files ();
  memory = stream_read_memory ();
  stored = house_count (&stream.stage.house, "SELECT count (*) FROM visit");

  /* When more of them sign in, then it holds no more, and each is stored */
  for (guint i = 0; i < n; i++)
    stream_visit (&stream);
  grown = (int) stream_read_memory () - (int) memory;
  g_test_message ("%u visits: %d kB more than %u", n, grown, memory);
  g_assert_cmpuint (stream_count_files (), ==, files);
  g_assert_cmpint (grown, <=, GROWTH);
  g_assert_cmpint (house_count (&stream.stage.house, "SELECT count (*) FROM visit"),
                   ==,
                   stored + n);
  stream_close (&stream);
}

int
main (int argc, char *argv[])
{
  Robot *robot;
  int status;

  g_test_init (&argc, &argv, NULL);
  robot = page_stage_open_display ();
  g_test_add_func ("/endurance/nothing-behind", test_visitors_leave_nothing_behind);
  status = g_test_run ();
  robot_free (robot);
  return status;
}
