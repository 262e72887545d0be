/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "badge/printer.h"

#include "print-fixture.h"
#include "read-back.h"
#include "visit/badge-code.h"

#include <glib/gstdio.h>
#include <string.h>

#define JOB "01981a2b-0000-7000-8000-000000000001"
#define LONG 10000
#define SHORT 1000
/* What a printer that hangs may cost beyond the time-out */
#define GRACE 4.0

typedef struct {
  PrintFixture *print;
  GBytes *pdf;
  char *qr;
} Desk;

static gboolean
print (Desk *desk, const char *printer, gint64 timeout, GError **error)
{
  return foyer_printer_print (printer, JOB, desk->pdf, timeout, error);
}

static void
check_printed (Desk *desk, guint number)
{
  g_autofree char *path = print_fixture_wait (desk->print, number);
  g_autofree char *about = print_fixture_get_about (desk->print, number);
  g_autoptr (ReadBack) back = read_back (path, 300);

  g_assert_cmpint (back->pages, ==, 1);
  g_assert_cmpfloat_with_epsilon (back->width_mm, 62.0, 0.1);
  g_assert_cmpfloat_with_epsilon (back->height_mm, 100.0, 0.1);
  g_assert_cmpstr (back->qr, ==, desk->qr);
  g_assert_nonnull (strstr (about, "{x-dimension=6200 y-dimension=10000}"));
  g_assert_nonnull (strstr (about, "IPP_JOB_NAME=" JOB "\n"));
  g_assert_null (strstr (about, "Zo"));
  g_assert_null (strstr (about, "Bront"));
}

static void
check_refused (Desk *desk, const char *printer, FoyerPrinterError code)
{
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (GError) err = NULL;

  g_assert_false (print (desk, printer, SHORT, &err));
  g_assert_error (err, FOYER_PRINTER_ERROR, (int) code);
  g_assert_null (strstr (err->message, "Zo"));
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, SHORT / 1000.0 + GRACE);
}

static void
tell_queue (Desk *desk, const char *program)
{
  const char *const argv[] = { program, PRINT_FIXTURE_QUEUE, NULL };
  g_autofree char *said = print_fixture_run (desk->print, argv);

  g_assert_cmpstr (said, ==, "");
}

static void
test_a_printer_gets_the_badge_directly (gconstpointer data)
{
  Desk *desk = (Desk *) data;
  guint before = print_fixture_count (desk->print);
  g_autoptr (GError) err = NULL;

  g_assert_true (print (desk, print_fixture_get_uri (desk->print), LONG, &err));
  g_assert_no_error (err);
  check_printed (desk, before);
}

static void
test_a_queue_gets_the_badge_and_keeps_nothing (gconstpointer data)
{
  Desk *desk = (Desk *) data;
  guint before = print_fixture_count (desk->print);
  g_autofree char *spool = g_build_filename (print_fixture_get_folder (desk->print), "spool", NULL);
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) err = NULL;

  g_assert_true (print (desk, PRINT_FIXTURE_QUEUE, LONG, &err));
  g_assert_no_error (err);
  check_printed (desk, before);

  /* Then the server keeps the job's opaque title, and none of its bytes */
  dir = g_dir_open (spool, 0, &err);
  g_assert_no_error (err);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    g_assert_false (g_str_has_prefix (name, "d"));
}

static void
test_a_printer_that_is_off_is_said_at_once (gconstpointer data)
{
  Desk *desk = (Desk *) data;

  print_fixture_switch_off (desk->print);
  check_refused (desk, print_fixture_get_uri (desk->print), FOYER_PRINTER_ERROR_UNREACHABLE);
  print_fixture_switch_on (desk->print);
}

static void
test_a_print_that_fails_is_not_printed (gconstpointer data)
{
  Desk *desk = (Desk *) data;
  guint before = print_fixture_count (desk->print);

  print_fixture_set_mood (desk->print, "abort");
  check_refused (desk, print_fixture_get_uri (desk->print), FOYER_PRINTER_ERROR_NOT_COMPLETED);
  print_fixture_set_mood (desk->print, "");
  g_assert_cmpuint (print_fixture_count (desk->print), ==, before);
}

static void
test_a_printer_that_hangs_does_not_hold_anybody_up (gconstpointer data)
{
  Desk *desk = (Desk *) data;
  guint before = print_fixture_count (desk->print);

  /* Given a printer that takes connections and never answers */
  print_fixture_freeze (desk->print);
  check_refused (desk, print_fixture_get_uri (desk->print), FOYER_PRINTER_ERROR_UNREACHABLE);

  /* Then nothing of it comes out later: the next badge is the next document */
  print_fixture_thaw (desk->print);
  test_a_printer_gets_the_badge_directly (desk);
  g_assert_cmpuint (print_fixture_count (desk->print), ==, before + 1);
}

static void
test_a_printer_that_hangs_in_a_job_does_not_either (gconstpointer data)
{
  Desk *desk = (Desk *) data;
  guint before = print_fixture_count (desk->print);

  print_fixture_set_mood (desk->print, "freeze");
  check_refused (desk, print_fixture_get_uri (desk->print), FOYER_PRINTER_ERROR_NOT_COMPLETED);
  print_fixture_set_mood (desk->print, "");
  print_fixture_thaw (desk->print);
  test_a_printer_gets_the_badge_directly (desk);
  g_assert_cmpuint (print_fixture_count (desk->print), ==, before + 1);
}

static void
test_a_queue_that_does_not_exist_is_unreachable (gconstpointer data)
{
  check_refused ((Desk *) data, "Nowhere", FOYER_PRINTER_ERROR_UNREACHABLE);
}

static void
test_a_queue_that_rejects_refuses (gconstpointer data)
{
  Desk *desk = (Desk *) data;

  tell_queue (desk, "cupsreject");
  check_refused (desk, PRINT_FIXTURE_QUEUE, FOYER_PRINTER_ERROR_REFUSED);
  tell_queue (desk, "cupsaccept");
}

/* After a fault is over, nothing that was given up may come out: only the next badge. */
static void
check_nothing_comes_later (Desk *desk, guint before)
{
  g_autoptr (GError) err = NULL;

  print_fixture_wait_for_empty_queue (desk->print);
  g_assert_true (print (desk, PRINT_FIXTURE_QUEUE, LONG, &err));
  g_assert_no_error (err);
  print_fixture_wait_for_empty_queue (desk->print);
  g_assert_cmpuint (print_fixture_count (desk->print), ==, before + 1);
}

static void
test_a_paused_queue_prints_nothing_later (gconstpointer data)
{
  Desk *desk = (Desk *) data;
  guint before = print_fixture_count (desk->print);

  tell_queue (desk, "cupsdisable");
  check_refused (desk, PRINT_FIXTURE_QUEUE, FOYER_PRINTER_ERROR_NOT_COMPLETED);
  tell_queue (desk, "cupsenable");
  check_nothing_comes_later (desk, before);
}

static void
test_a_queue_whose_printer_is_off_prints_nothing_later (gconstpointer data)
{
  Desk *desk = (Desk *) data;
  guint before = print_fixture_count (desk->print);

  print_fixture_switch_off (desk->print);
  check_refused (desk, PRINT_FIXTURE_QUEUE, FOYER_PRINTER_ERROR_NOT_COMPLETED);
  print_fixture_switch_on (desk->print);
  check_nothing_comes_later (desk, before);
}

static void
test_a_queue_whose_printer_hangs_prints_nothing_later (gconstpointer data)
{
  Desk *desk = (Desk *) data;
  guint before = print_fixture_count (desk->print);

  print_fixture_freeze (desk->print);
  check_refused (desk, PRINT_FIXTURE_QUEUE, FOYER_PRINTER_ERROR_NOT_COMPLETED);
  print_fixture_thaw (desk->print);
  check_nothing_comes_later (desk, before);
}

int
main (int argc, char *argv[])
{
  g_autoptr (FoyerSettings) settings = NULL;
  g_autoptr (FoyerVisit) zoe = NULL;
  Desk desk;
  int result;

  g_test_init (&argc, &argv, NULL);
  settings = read_back_settings ();
  zoe = read_back_visit ("Zoë Brontë", NULL, "Łukasz Wójcik", "guest");
  desk = (Desk){ print_fixture_start (TRUE),
                 read_back_pdf (zoe, settings),
                 foyer_badge_code_to_qr (foyer_visit_get_code (zoe)) };

#define ADD(path, test) g_test_add_data_func (path, &desk, test)
  ADD ("/printer/direct", test_a_printer_gets_the_badge_directly);
  ADD ("/printer/queue", test_a_queue_gets_the_badge_and_keeps_nothing);
  ADD ("/printer/off", test_a_printer_that_is_off_is_said_at_once);
  ADD ("/printer/abort", test_a_print_that_fails_is_not_printed);
  ADD ("/printer/hang", test_a_printer_that_hangs_does_not_hold_anybody_up);
  ADD ("/printer/hang-in-job", test_a_printer_that_hangs_in_a_job_does_not_either);
  ADD ("/printer/no-queue", test_a_queue_that_does_not_exist_is_unreachable);
  ADD ("/printer/rejecting", test_a_queue_that_rejects_refuses);
  ADD ("/printer/paused", test_a_paused_queue_prints_nothing_later);
  ADD ("/printer/queue-off", test_a_queue_whose_printer_is_off_prints_nothing_later);
  ADD ("/printer/queue-hang", test_a_queue_whose_printer_hangs_prints_nothing_later);
  result = g_test_run ();

  print_fixture_stop (desk.print);
  g_bytes_unref (desk.pdf);
  g_free (desk.qr);
  return result;
}
