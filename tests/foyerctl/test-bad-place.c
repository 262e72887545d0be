/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-test-bad-place"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ctl.h"

#define GUEST "{\"name\": \"Ada Lovelace\", \"type\": \"guest\"}"

static void
test_a_folder_that_is_missing (Place *place, gconstpointer unused)
{
  g_autofree char *elsewhere = g_build_filename (place->folder, "elsewhere", NULL);

  /* Given a data folder that somebody moved away */
  g_assert_cmpint (g_rename (place->data, elsewhere), ==, 0);
  {
    g_autoptr (Answer) sign_in = place_call (place, GUEST, "visit", "sign-in", NULL);
    g_autoptr (Answer) run = place_call (place, "", "retention", "run", NULL);
    g_autoptr (Answer) check = place_call (place, "", "check", NULL);

    /* Then each command says so, and none makes an empty store in its place */
    assert_refused (sign_in, 1, "no store");
    assert_refused (run, 1, "no store");
    g_assert_cmpint (check->status, ==, 1);
    g_assert_nonnull (strstr (check->out, "WRONG: store: "));
    g_assert_false (g_file_test (place->data, G_FILE_TEST_EXISTS));
  }

  /* And when it is back, so is everything */
  g_assert_cmpint (g_rename (elsewhere, place->data), ==, 0);
  {
    g_autoptr (Answer) sign_in = place_call (place, GUEST, "visit", "sign-in", NULL);

    assert_done (sign_in);
  }
}

static void
test_a_folder_that_may_not_be_read (Place *place, gconstpointer unused)
{
  static const char *const as_nobody[] = { "setpriv",
                                           "--reuid=65534",
                                           "--regid=65534",
                                           "--clear-groups",
                                           NULL };
  g_autoptr (Answer) before = place_call (place, GUEST, "visit", "sign-in", NULL);
  g_autofree char *list = place_list (place);

  if (geteuid () != 0 || access (FOYERCTL, X_OK) != 0) {
    g_test_skip ("only root can become nobody");
    return;
  }
  /* When nobody uses the store of somebody else */
  place->wrap = as_nobody;
  {
    g_autoptr (Answer) sign_in = place_call (place, GUEST, "visit", "sign-in", NULL);
    g_autoptr (Answer) check = place_call (place, "", "check", NULL);

    if (sign_in->status > 2) {
      g_test_skip ("nobody may not run programs of this build folder");
      place->wrap = NULL;
      return;
    }
    assert_refused (sign_in, 1, place->data);
    g_assert_cmpint (check->status, ==, 1);
    g_assert_nonnull (strstr (check->out, "WRONG: store: "));
  }
  place->wrap = NULL;
  {
    g_autofree char *after = place_list (place);

    g_assert_cmpstr (after, ==, list);
  }
}

/* Takes all that is left of a disk. */
static void
fill_disk (const char *path)
{
  const char zeros[4096] = { 0 };
  int fd = g_open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, >=, 0);
  for (gsize piece = sizeof zeros; piece > 0;) {
    if (write (fd, zeros, piece) != (gssize) piece)
      piece /= 2;
  }
  g_assert_true (g_close (fd, NULL));
}

/* Visits until no page is left that a visit fits in. */
static Answer *
visit_until_refused (Place *place, guint *n_acknowledged)
{
  for (*n_acknowledged = 0; *n_acknowledged < 50; (*n_acknowledged)++) {
    g_autoptr (Answer) answer = place_call (place, GUEST, "visit", "sign-in", NULL);

    if (answer->status != 0)
      return g_steal_pointer (&answer);
  }
  return NULL;
}

static guint
count_visits (Place *place)
{
  g_autofree char *list = place_list (place);
  g_auto (GStrv) parts = g_strsplit (list, "\"id\"", -1);

  return g_strv_length (parts) - 1;
}

/* Then each sign-in is refused for what it is, and nothing that was confirmed is lost. */
static void
assert_full (Place *place, const char *const *wrap, const char *filler)
{
  guint before = count_visits (place);
  guint n_acknowledged = 0;
  g_autoptr (Answer) refused = NULL;
  g_autoptr (Answer) sound = NULL;

  if (filler != NULL)
    fill_disk (filler);
  place->wrap = wrap;
  refused = visit_until_refused (place, &n_acknowledged);
  place->wrap = NULL;
  g_assert_nonnull (refused);
  assert_refused (refused, 1, "disk is full");
  if (filler != NULL)
    g_assert_cmpint (g_unlink (filler), ==, 0); /* to count needs room too */
  sound = place_call (place, "", "check", NULL);
  assert_done (sound);
  g_assert_cmpuint (count_visits (place), ==, before + n_acknowledged);
}

static void
test_a_disk_that_takes_no_more (Place *place, gconstpointer unused)
{
  g_autofree char *folder = g_strconcat ("FULL_DISK=", place->data, NULL);
  const char *const wrap[] = { "env", "LD_PRELOAD=" FULL_DISK, folder, NULL };
  g_autoptr (Answer) before = place_call (place, GUEST, "visit", "sign-in", NULL);
  g_autoptr (Answer) again = NULL;

  g_test_message ("a full disk: a library that refuses what makes a file longer");
  assert_done (before);
  assert_full (place, wrap, NULL);
  again = place_call (place, GUEST, "visit", "sign-in", NULL);
  assert_done (again);
}

static void
test_a_disk_that_is_full (Place *place, gconstpointer unused)
{
  g_autofree char *filler = NULL;

  place_set_up (place, NULL);
  g_assert_cmpint (g_mkdir (place->data, 0700), ==, 0);
  filler = g_build_filename (place->data, "filler", NULL);
  if (mount ("none", place->data, "tmpfs", 0, "size=1m,mode=0700") != 0) {
    g_autofree char *why = g_strdup_printf ("no small disk here: %s", g_strerror (errno));

    g_test_skip (why);
    place_tear_down (place, NULL);
    return;
  }
  g_test_message ("a full disk: a tmpfs of 1 MiB");
  place_open_here (place);
  {
    g_autoptr (Answer) before = place_call (place, GUEST, "visit", "sign-in", NULL);
    g_autoptr (Answer) again = NULL;

    assert_done (before);
    assert_full (place, NULL, filler);

    /* And now that there is room, it goes on */
    again = place_call (place, GUEST, "visit", "sign-in", NULL);
    assert_done (again);
  }
  g_assert_cmpint (umount2 (place->data, MNT_DETACH), ==, 0);
  place_tear_down (place, NULL);
}

/* The desktop program reads its settings before it looks for a screen. */
static void
assert_face_refuses (Place *place, const char *words)
{
  const char *const argv[] = { FOYER, "--kiosk", "--config", place->config, NULL };
  g_autofree char *said = NULL;
  g_autoptr (GError) err = NULL;
  int status = 0;

  g_spawn_sync (NULL,
                (char **) argv,
                NULL,
                G_SPAWN_STDOUT_TO_DEV_NULL,
                NULL,
                NULL,
                NULL,
                &said,
                &status,
                &err);
  g_assert_no_error (err);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 2);
  g_assert_nonnull (strstr (said, words));
}

static void
test_a_typo_in_the_settings (Place *place, gconstpointer unused)
{
  const struct {
    const char *from;
    const char *to;
    const char *words;
  } cases[] = {
    { "organisation=", "organization=", "foyer.conf:7: " },
    { "timezone=Europe/Berlin", "timezone=Europe/Berlim", "foyer.conf:8: " },
    { "[station]", "[stations]", "foyer.conf:3: " },
    { "uri=sqlite:data", "uri=data", "foyer.conf:2: " },
    { "[site]", "[site", "foyer.conf:5: " },
  };
  g_autofree char *settings = NULL;

  g_assert_true (g_file_get_contents (place->config, &settings, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (GStrv) parts = g_strsplit (settings, cases[i].from, 2);
    g_autofree char *typo = g_strjoinv (cases[i].to, parts);
    g_autoptr (Answer) sign_in = NULL;
    g_autoptr (Answer) check = NULL;

    g_free (place_write (place, "foyer.conf", typo, -1));
    sign_in = place_call (place, GUEST, "visit", "sign-in", NULL);
    check = place_call (place, "", "check", NULL);
    assert_refused (sign_in, 1, cases[i].words);
    assert_face_refuses (place, cases[i].words);
    g_assert_cmpint (check->status, ==, 1);
    g_assert_nonnull (strstr (check->out, cases[i].words));
  }
  {
    g_autoptr (Answer) missing = NULL;

    g_assert_cmpint (g_unlink (place->config), ==, 0);
    missing = place_call (place, GUEST, "visit", "sign-in", NULL);
    assert_refused (missing, 1, "foyer.conf");
  }
}

static void
test_a_file_that_is_no_store (Place *place, gconstpointer unused)
{
  g_autofree char *file = g_build_filename (place->data, "foyer.db", NULL);
  g_autofree char *garbage = g_strnfill (8192, '?');
  g_autofree char *after = NULL;
  g_autoptr (Answer) sign_in = NULL;
  g_autoptr (Answer) init = NULL;

  /* Given something else in the store's place */
  g_assert_true (g_file_set_contents (file, garbage, -1, NULL));

  /* Then it is refused, and never written over */
  sign_in = place_call (place, GUEST, "visit", "sign-in", NULL);
  init = place_call (place, "{\"name\": \"eve\", \"password\": \"" PASSWORD "\"}", "init", NULL);
  assert_refused (sign_in, 1, "damaged");
  assert_refused (init, 1, "damaged");
  g_assert_true (g_file_get_contents (file, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, garbage);
}

#define BAD(path, func) g_test_add (path, Place, NULL, place_open, func, place_tear_down)

static void
nothing (Place *place, gconstpointer unused)
{
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BAD ("/bad-place/a folder that is missing", test_a_folder_that_is_missing);
  BAD ("/bad-place/a folder that may not be read", test_a_folder_that_may_not_be_read);
  BAD ("/bad-place/a typo in the settings", test_a_typo_in_the_settings);
  BAD ("/bad-place/a file that is no store", test_a_file_that_is_no_store);
  BAD ("/bad-place/a disk that takes no more", test_a_disk_that_takes_no_more);
  g_test_add ("/bad-place/a disk that is full",
              Place,
              NULL,
              nothing,
              test_a_disk_that_is_full,
              nothing);
  return g_test_run ();
}
