/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-test"

#include "foyer-test.h"

#include <glib/gstdio.h>
#include <string.h>

#include "notice/notice.h"
#include "privacy/notice.h"
#include "privacy/periods.h"
#include "reception/hosts.h"
#include "store/keys.h"
#include "store/staff.h"
#include "store/vault-row.h"
#include "store/visits.h"
#include "visit/id.h"

static const char *const hosts[] = { "Łukasz Wójcik", "Renée Dubois", "Chidi Okonkwo" };

/* A role needs an account, whose password nobody needs here. */
static FoyerActor *
make_staff (House *house, const char *name, FoyerRole roles)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (GBytes) id = foyer_id_new (NINE_O_CLOCK);
  FoyerAccount account = { .id = id,
                           .name = (char *) name,
                           .roles = roles,
                           .password = (char *) "!" };

  foyer_staff_add (house->desk, &account, NINE_O_CLOCK, &err);
  g_assert_no_error (err);
  return foyer_actor_new_staff (id, name, roles, "Lobby desk");
}

static void
adopt (House *house, const char *type, int days, gint64 longest_stay)
{
  FoyerPeriodChange change = { type, days, longest_stay, NINE_O_CLOCK };

  house_do (house, house->program, &foyer_privacy_adopt_period, &change);
}

static void
publish_notice (House *house)
{
  g_autoptr (FoyerNotice) notice = foyer_notice_new (NULL, "3.2", "2026-10-01", "en");
  FoyerNoticeSection premises = {
    .number = (char *) "5",
    .title = (char *) "When you visit our offices",
    .text = (char *) "Reception writes down who you are.",
    .kinds = FOYER_NOTICE_PREMISES,
    .in_excerpt = TRUE,
  };
  g_autoptr (FoyerNoticeImport) import = NULL;

  foyer_notice_add_section (notice, &premises);
  import = foyer_notice_import_new (notice, TRUE, NINE_O_CLOCK);
  house_do (house, house->officer, &foyer_privacy_import_notice, import);
}

void
house_set_up (House *house, gconstpointer unused)
{
  g_autoptr (GError) err = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *names =
      g_strjoinv ("\n", (char **) (const char *[]){ hosts[0], hosts[1], hosts[2], NULL });
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (FoyerHostsToAdd) to_add = NULL;

  house->folder = g_dir_make_tmp ("foyer-test-XXXXXX", &err);
  g_assert_no_error (err);
  house->place.uri = g_strconcat ("sqlite:", house->folder, NULL);
  foyer_store_create (&house->place, NINE_O_CLOCK, &err);
  g_assert_no_error (err);
  house->store = foyer_store_new (&house->place);
  house->clock = foyer_clock_new_standing (NINE_O_CLOCK);
  house->desk = foyer_db_open (&house->place, FALSE, &err);
  g_assert_no_error (err);
  foyer_vault_row_begin (house->desk, &err);
  g_assert_no_error (err);

  house->kiosk = foyer_actor_new (FOYER_ROLE_KIOSK, "Lobby kiosk");
  house->program = foyer_actor_new (FOYER_ROLE_PROGRAM, "Lobby kiosk");
  house->receptionist = make_staff (house, "Agnieszka", FOYER_ROLE_RECEPTIONIST);
  house->security = make_staff (house, "Bogdan", FOYER_ROLE_SECURITY);
  house->officer = make_staff (house, "Chiara", FOYER_ROLE_PRIVACY_OFFICER);
  house->administrator = make_staff (house, "Dmitri", FOYER_ROLE_ADMINISTRATOR);

  adopt (house, "guest", 30, FOYER_DAY);
  adopt (house, "contractor", 90, 7 * FOYER_DAY);
  publish_notice (house);

  csv = g_strconcat ("name\n", names, "\n", NULL);
  bytes = g_bytes_new (csv, strlen (csv));
  to_add = foyer_hosts_to_add_parse (bytes, NINE_O_CLOCK, &err);
  g_assert_no_error (err);
  house_do (house, house->administrator, &foyer_reception_add_hosts, to_add);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (folder);
}

void
house_tear_down (House *house, gconstpointer unused)
{
  foyer_db_close (house->desk);
  g_assert_finalize_object (house->store);
  g_assert_finalize_object (house->clock);
  g_assert_finalize_object (house->kiosk);
  g_assert_finalize_object (house->program);
  g_assert_finalize_object (house->receptionist);
  g_assert_finalize_object (house->security);
  g_assert_finalize_object (house->officer);
  g_assert_finalize_object (house->administrator);
  remove_folder (house->folder);
  g_free (house->folder);
  g_free ((char *) house->place.uri);
}

void
house_do (House *house, FoyerActor *actor, const FoyerDeed *deed, gpointer what)
{
  g_autoptr (GError) err = NULL;

  foyer_store_do_wait (house->store, actor, deed, what, &err);
  g_assert_no_error (err);
}

FoyerVisit *
house_visit (House *house, const char *name)
{
  g_autoptr (GError) err = NULL;
  FoyerVisit *visit = foyer_visit_new (NINE_O_CLOCK);

  foyer_visit_set_name (visit, name, &err);
  g_assert_no_error (err);
  foyer_visit_set_type (visit, "guest");
  foyer_visit_set_place (visit, "Headquarters", "Lobby kiosk");
  foyer_visit_set_days_told (visit, 30);
  return visit;
}

FoyerVisit *
house_sign_in (House *house, const char *name, gint64 now)
{
  FoyerVisit *visit = house_visit (house, name);
  g_autoptr (FoyerSignIn) sign_in = foyer_sign_in_new (visit, NULL, "en", now);

  house_do (house, house->kiosk, &foyer_reception_sign_in, sign_in);
  return visit;
}

void
house_plant (House *house, guint n, FoyerVisitState state)
{
  g_autoptr (GError) err = NULL;

  g_assert_true (foyer_db_script (house->desk, "BEGIN IMMEDIATE", &err));
  g_assert_true (foyer_vault_row_begin (house->desk, &err));
  for (guint i = 0; i < n; i++) {
    g_autofree char *name = g_strdup_printf ("Guest %u", i);
    g_autoptr (FoyerVisit) visit = house_visit (house, name);
    gint64 at = NINE_O_CLOCK + i / 1500;
    gboolean added = FALSE;

    foyer_visit_set_times (visit, FOYER_VISIT_ON_SITE, at, 0, 0);
    foyer_visits_add (house->desk, visit, &added, &err);
    g_assert_no_error (err);
    if (state == FOYER_VISIT_ON_SITE)
      continue;
    foyer_visit_set_times (visit, state, at, at, at);
    foyer_visits_update_times (house->desk, visit, &err);
    g_assert_no_error (err);
  }
  g_assert_true (foyer_db_script (house->desk, "COMMIT", &err));
  foyer_keys_ended (house->desk, TRUE);
}

gint64
house_count (House *house, const char *sql)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRows) rows = foyer_db_run (house->desk, g_intern_string (sql), NULL, 0, &err);

  g_assert_no_error (err);
  g_assert_true (foyer_rows_next (rows, &err));
  return foyer_rows_int (rows, 0);
}

GBytes *
house_spell (const char *marker, guint nth)
{
  g_autofree char *folded = g_utf8_casefold (marker, -1);
  const char *text = nth % 2 == 0 ? marker : folded;
  gsize size = strlen (text);

  switch (nth / 2) {
  case 0:
    return g_bytes_new (text, size);
  case 1:
    text = g_convert (text, -1, "UTF-16LE", "UTF-8", NULL, &size, NULL);
    return g_bytes_new_take ((char *) text, size);
  case 2:
    text = g_convert (text, -1, "UTF-16BE", "UTF-8", NULL, &size, NULL);
    return g_bytes_new_take ((char *) text, size);
  case 3:
    text = g_uri_escape_string (text, NULL, FALSE);
    return g_bytes_new_take ((char *) text, strlen (text));
  default:
    return NULL;
  }
}

/* Case does not count in what is ASCII; the rest is folded where a spelling says so. */
static GBytes *
lower (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char *lowered = g_malloc (size + 1);

  for (gsize i = 0; i < size; i++)
    lowered[i] = g_ascii_tolower (data[i]);
  return g_bytes_new_take (lowered, size);
}

static gboolean
holds (GBytes *file, GBytes *spelled)
{
  g_autoptr (GBytes) low = lower (spelled);
  gsize size;
  gsize length;
  gconstpointer data = g_bytes_get_data (file, &size);
  gconstpointer needle = g_bytes_get_data (low, &length);

  g_assert_cmpuint (length, >, 0);
  return memmem (data, size, needle, length) != NULL;
}

static gboolean
file_holds (const char *path, const char *marker)
{
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GBytes) low = NULL;
  gboolean found = FALSE;
  char *data = NULL;
  gsize size = 0;

  if (!g_file_get_contents (path, &data, &size, NULL))
    return FALSE; /* a journal that was there a moment ago */
  file = g_bytes_new_take (data, size);
  low = lower (file);
  for (guint i = 0; !found; i++) {
    g_autoptr (GBytes) spelled = house_spell (marker, i);

    if (spelled == NULL)
      break;
    found = holds (low, spelled);
  }
  return found;
}

gboolean
house_files_hold (House *house, const char *marker)
{
  g_autoptr (GDir) dir = g_dir_open (house->folder, 0, NULL);
  gboolean found = FALSE;
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (house->folder, name, NULL);

    found |= file_holds (path, marker);
  }
  return found;
}

void
foyer_test_wait_until (gboolean (*is_so) (gpointer data), gpointer data)
{
  gint64 until = g_get_monotonic_time () + FOYER_TEST_PATIENCE * G_GINT64_CONSTANT (1000);

  while (!is_so (data)) {
    g_assert_cmpint (g_get_monotonic_time (), <, until);
    g_usleep (10000);
  }
}
