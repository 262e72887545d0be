/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-bench-fill"

#include "fill.h"

#include <fcntl.h>
#include <unistd.h>

#include "store/acknowledgements.h"
#include "store/hosts.h"
#include "store/keys.h"
#include "store/notices.h"
#include "store/vault-row.h"
#include "store/visits.h"
#include "visit/id.h"

#define AT_ONCE 50000

/* Nothing of this survives a crash, which is why it is fast. */
#define CARELESS                                                                                   \
  "PRAGMA synchronous = OFF;"                                                                      \
  "PRAGMA journal_mode = MEMORY;"                                                                  \
  "PRAGMA cache_size = -262144;"

#define CAREFUL                                                                                    \
  "PRAGMA cache_size = -2000;"                                                                     \
  "PRAGMA journal_mode = DELETE;"                                                                  \
  "PRAGMA synchronous = EXTRA;"

guint
bench_stored (guint by_default, guint in_long)
{
  return g_getenv ("FOYER_TEST_LONG") != NULL ? in_long : by_default;
}

void
bench_settle (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "foyer.db", NULL);
  int fd = open (path, O_RDWR | O_CLOEXEC);

  g_assert_cmpint (fsync (fd), ==, 0);
  close (fd);
}

/* The badge's code is left out: its hash is forgotten by now, and it makes the record no longer,
 * as that is padded. */
static FoyerVisit *
make_visit (House *house, FoyerHost *host, guint nth, gint64 at)
{
  static const char *const names[] = { "Zoë O'Brien-Łukasiewicz",
                                       "Ada Lovelace",
                                       "Chidi Okonkwo",
                                       "Renée Dubois",
                                       "José Núñez",
                                       "Li Wei" };
  g_autoptr (GError) err = NULL;
  g_autoptr (GBytes) id = foyer_id_new (at);
  g_autofree char *name = g_strdup_printf ("%s %u", names[nth % G_N_ELEMENTS (names)], nth);
  FoyerVisit *visit = foyer_visit_new_stored (id, NULL);

  foyer_visit_set_name (visit, name, &err);
  g_assert_no_error (err);
  foyer_visit_set_company (visit, "Müller & Söhne Gerätebau", &err);
  g_assert_no_error (err);
  foyer_visit_set_host (visit, foyer_host_get_id (host), NULL);
  foyer_visit_set_type (visit, "guest");
  foyer_visit_set_place (visit, "Headquarters", "Lobby kiosk");
  foyer_visit_set_days_told (visit, 30);
  foyer_visit_set_times (visit, FOYER_VISIT_ON_SITE, at, 0, 0);
  return visit;
}

static void
add (House *house, FoyerNotice *notice, FoyerVisit *visit)
{
  g_autoptr (GError) err = NULL;
  gint64 at = foyer_visit_get_arrived_at (visit);
  gboolean added = FALSE;

  foyer_visits_add (house->desk, visit, &added, &err);
  g_assert_no_error (err);
  foyer_visit_set_times (visit, FOYER_VISIT_LEFT, at, at + FOYER_HOUR, at + FOYER_HOUR);
  foyer_visits_update_times (house->desk, visit, &err);
  g_assert_no_error (err);
  foyer_acknowledgements_add (house->desk,
                              foyer_visit_get_id (visit),
                              foyer_notice_get_id (notice),
                              "en",
                              at,
                              &err);
  g_assert_no_error (err);
}

static void
commit (House *house)
{
  g_autoptr (GError) err = NULL;

  g_assert_true (foyer_db_script (house->desk, "COMMIT", &err));
  foyer_keys_ended (house->desk, TRUE);
}

static void
begin (House *house)
{
  g_autoptr (GError) err = NULL;

  g_assert_true (foyer_db_script (house->desk, "BEGIN IMMEDIATE", &err));
  g_assert_true (foyer_vault_row_begin (house->desk, &err));
}

void
bench_fill (House *house, guint n, gint64 from, gint64 until)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerNotice) notice = NULL;
  g_autoptr (GPtrArray) hosts = NULL;

  g_assert_true (foyer_db_script (house->desk, CARELESS, &err));
  begin (house);
  g_assert_true (foyer_notices_in_force (house->desk, "en", &notice, &err));
  hosts = foyer_hosts_list (house->desk, &err);
  g_assert_no_error (err);
  for (guint i = 0; i < n; i++) {
    FoyerHost *host = g_ptr_array_index (hosts, i % hosts->len);
    gint64 at = from + (gint64) ((double) (until - from) * i / n);
    g_autoptr (FoyerVisit) visit = make_visit (house, host, i, at);

    add (house, notice, visit);
    if (i % AT_ONCE == AT_ONCE - 1) {
      commit (house);
      begin (house);
    }
  }
  commit (house);
  g_assert_true (foyer_db_script (house->desk, CAREFUL, &err));
  bench_settle (house->folder);
}

double
bench_sign_in (House *house, FoyerStore *store, gint64 now)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerVisit) visit = house_visit (house, "Zoë O'Brien-Łukasiewicz");
  g_autoptr (FoyerSignIn) what = foyer_sign_in_new (visit, NULL, "en", now);
  gint64 began = g_get_monotonic_time ();

  foyer_store_do_wait (store, house->kiosk, &foyer_reception_sign_in, what, &err);
  g_assert_no_error (err);
  return g_get_monotonic_time () - began;
}
