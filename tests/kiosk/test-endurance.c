/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-endurance"

#include "kiosk/stream.h"

#ifdef __SANITIZE_ADDRESS__
#define N_VISITS 10
#else
#define N_VISITS 100
#endif
#define LONGER 100 /* times as many in the long run */

/* What that many visits may add, in kB. */
#define GROWTH 1024

static void
test_visitors_leave_nothing_behind (void)
{
  Stream stream = { 0 };
  gboolean is_long = g_getenv ("FOYER_TEST_LONG") != NULL;
  guint n = is_long ? N_VISITS * LONGER : N_VISITS;
  guint files, memory, grown;

  /* Given a kiosk that has seen visitors, so that its caches are full */
  stream_open (&stream);
  for (guint i = 0; i < N_VISITS; i++)
    stream_visit (&stream);
  files = stream_count_files ();
  memory = stream_read_memory ();

  /* When more of them sign in, then it holds no more */
  for (guint i = 0; i < n; i++) {
    stream_visit (&stream);
    if (i % (n / 20) == 0)
      g_test_message ("%u: %u", i, stream_read_memory ());
  }
  grown = stream_read_memory () - memory;
  g_test_message ("%u visits: %u kB before, %d kB more; %u files", n, memory, (int) grown, files);
  g_assert_cmpuint (stream_count_files (), ==, files);
#ifndef __SANITIZE_ADDRESS__ /* which keeps what was freed */
  g_assert_cmpint ((int) grown, <=, GROWTH);
#endif
  g_assert_cmpint (house_count (&stream.stage.house, "SELECT count (*) FROM visit"),
                   ==,
                   stream.n_visits);
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
