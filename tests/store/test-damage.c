/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes on in a store where something is damaged, and what does not. */

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "foyer-test.h"
#include "privacy/erasure.h"
#include "privacy/retention.h"
#include "reception/correction.h"
#include "reception/error.h"
#include "reception/remember.h"
#include "reception/scan.h"
#include "reception/sign-out.h"
#include "staff/account.h"
#include "store/damage.h"
#include "store/hosts.h"
#include "store/staff.h"
#include "store/vault-row.h"
#include "store/visits.h"

#define SECRET 65536

/* As an old disk would, past every deed; $1 is a visit's id. */
static void
damage (House *house, const char *sql, GBytes *id)
{
  g_autoptr (GError) err = NULL;
  FoyerValue value = foyer_blob (id);

  g_assert_true (foyer_db_run_all (house->desk, g_intern_string (sql), &value, 1, &err));
  g_assert_no_error (err);
}

static FoyerVisit *
find (House *house, GBytes *id)
{
  g_autoptr (GError) err = NULL;
  FoyerVisit *visit = NULL;

  foyer_db_script (house->desk, "BEGIN", &err);
  g_assert_true (foyer_vault_row_begin (house->desk, &err));
  g_assert_true (foyer_visits_find (house->desk, id, &visit, &err));
  g_assert_no_error (err);
  foyer_db_script (house->desk, "ROLLBACK", &err);
  return visit;
}

static void
assert_is (House *house, FoyerVisit *visit, FoyerVisitDamage damage_of_it)
{
  g_autoptr (FoyerVisit) found = find (house, foyer_visit_get_id (visit));

  g_assert_cmpint (foyer_visit_get_damage (found), ==, damage_of_it);
  g_assert_cmpstr (foyer_visit_get_name (found),
                   ==,
                   damage_of_it == FOYER_VISIT_SOUND ? foyer_visit_get_name (visit) : NULL);
}

/* How many damages of each kind a check finds, as a process that has read nothing yet. */
static void
assert_found (House *house, FoyerDamageKind kind, guint n)
{
  g_autoptr (FoyerDamageSearch) search = foyer_damage_search_new ();
  g_autoptr (GError) err = NULL;
  guint found = 0;

  foyer_db_script (house->desk, "BEGIN", &err);
  foyer_vault_forget (house->desk->vault);
  g_assert_true (foyer_vault_row_begin (house->desk, &err));
  while (search->more) {
    foyer_damage_search_next (house->desk, search, &err);
    g_assert_no_error (err);
  }
  foyer_db_script (house->desk, "ROLLBACK", &err);
  for (guint i = 0; i < search->found->len; i++)
    found += ((FoyerDamage *) g_ptr_array_index (search->found, i))->kind == kind;
  g_assert_cmpuint (found, ==, n);
  g_assert_cmpuint (search->found->len, ==, n);
}

static void
refused (House *house, FoyerActor *actor, const FoyerDeed *deed, gpointer what, FoyerDbError code)
{
  g_autoptr (GError) err = NULL;

  g_assert_false (foyer_store_do_wait (house->store, actor, deed, what, &err));
  g_assert_error (err, FOYER_DB_ERROR, (int) code);
}

static void
check_out (House *house, FoyerVisit *visit)
{
  g_autoptr (FoyerSignOut) out =
      foyer_sign_out_new (NULL, foyer_visit_get_id (visit), NINE_O_CLOCK + 1);

  house_do (house, house->receptionist, &foyer_reception_check_out, out);
}

static void
erase (House *house, FoyerVisit *visit)
{
  g_autoptr (FoyerErasure) erasure =
      foyer_erasure_new (foyer_visit_get_id (visit), NINE_O_CLOCK + 2);

  house_do (house, house->officer, &foyer_privacy_erase, erasure);
}

static guint
retain (House *house, gint64 now)
{
  g_autoptr (FoyerRetention) retention = foyer_retention_new (now, now - 9 * FOYER_HOUR);

  house_do (house, house->program, &foyer_privacy_retain, retention);
  return retention->deleted;
}

/* As another program: a store that has read nothing yet. */
static void
start_anew (House *house)
{
  g_assert_finalize_object (house->store);
  house->store = foyer_store_new (&house->place);
}

static void
test_who_has_a_damaged_record_checks_out_and_goes_in_time (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) visit = house_sign_in (house, "Zoë", NINE_O_CLOCK);
  g_autoptr (FoyerVisit) gone = NULL;
  gint64 keys;

  damage (house,
          "UPDATE visit SET record = randomblob (length (record)) WHERE id = $1",
          foyer_visit_get_id (visit));
  assert_is (house, visit, FOYER_VISIT_RECORD_DAMAGED);
  assert_found (house, FOYER_DAMAGE_VISIT, 1);

  check_out (house, visit);
  assert_is (house, visit, FOYER_VISIT_RECORD_DAMAGED);
  g_assert_cmpuint (retain (house, NINE_O_CLOCK + 29 * FOYER_DAY), ==, 0);
  keys = house_count (house, "SELECT count (*) FROM sealkey");
  g_assert_cmpuint (retain (house, NINE_O_CLOCK + 31 * FOYER_DAY), ==, 1);
  gone = find (house, foyer_visit_get_id (visit));
  g_assert_null (gone);

  /* With it went its key, and its acknowledgement's */
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM sealkey"), ==, keys - 2);
  assert_found (house, FOYER_DAMAGE_VISIT, 0);
}

static void
test_retention_leaves_changed_rows_and_an_erasure_takes_them (House *house, gconstpointer unused)
{
  static const char *const changes[] = {
    "UPDATE visit SET days_told = 0 WHERE id = $1",
    "UPDATE visit SET closed_at = 1 WHERE id = $1",
    "UPDATE visit SET arrived_at = 1 WHERE id = $1",
    "UPDATE visit SET type = 'contractor' WHERE id = $1",
    "UPDATE visit SET state = 6 WHERE id = $1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autoptr (FoyerVisit) visit = house_sign_in (house, "Zoë", NINE_O_CLOCK);
    g_autoptr (FoyerVisit) gone = NULL;

    check_out (house, visit);
    damage (house, changes[i], foyer_visit_get_id (visit));
    assert_is (house, visit, FOYER_VISIT_ROW_DAMAGED);
    assert_found (house, FOYER_DAMAGE_VISIT, 1);
    g_assert_cmpuint (retain (house, NINE_O_CLOCK + 100 * FOYER_DAY), ==, 0);
    assert_is (house, visit, FOYER_VISIT_ROW_DAMAGED);

    erase (house, visit);
    gone = find (house, foyer_visit_get_id (visit));
    g_assert_null (gone);
    assert_found (house, FOYER_DAMAGE_KEY, 0);
  }
}

/* One bit of the file turns "nothing" into 0: who is on site would have left in 1970, and been
 * deleted since. */
static void
test_a_zero_where_nothing_stood_is_damage (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) visit = house_sign_in (house, "Zoë", NINE_O_CLOCK);

  damage (house, "UPDATE visit SET left_at = 0 WHERE id = $1", foyer_visit_get_id (visit));
  assert_is (house, visit, FOYER_VISIT_ROW_DAMAGED);
  damage (house,
          "UPDATE visit SET left_at = NULL, closed_at = 0 WHERE id = $1",
          foyer_visit_get_id (visit));
  assert_is (house, visit, FOYER_VISIT_ROW_DAMAGED);
  g_assert_cmpuint (retain (house, NINE_O_CLOCK + 1), ==, 0);
  assert_is (house, visit, FOYER_VISIT_ROW_DAMAGED);
}

static void
test_an_erasure_takes_nobody_elses_key (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) visit = house_sign_in (house, "Zoë", NINE_O_CLOCK);
  g_autoptr (FoyerVisit) other = house_sign_in (house, "Renée", NINE_O_CLOCK);

  check_out (house, visit);
  damage (house,
          "UPDATE visit SET key = (SELECT key FROM visit WHERE id <> $1) WHERE id = $1",
          foyer_visit_get_id (visit));
  assert_is (house, visit, FOYER_VISIT_ROW_DAMAGED);
  erase (house, visit);
  assert_is (house, other, FOYER_VISIT_SOUND);

  /* Its own one is retired, though its number stood nowhere */
  assert_found (house, FOYER_DAMAGE_KEY, 0);
}

static void
test_an_erasure_says_when_no_key_opens_what_it_takes (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) visit = house_sign_in (house, "Zoë", NINE_O_CLOCK);
  g_autoptr (FoyerErasure) erasure =
      foyer_erasure_new (foyer_visit_get_id (visit), NINE_O_CLOCK + FOYER_HOUR);

  check_out (house, visit);
  damage (house,
          "UPDATE visit SET key = key + 100, record = zeroblob (length (record)) WHERE id = $1",
          foyer_visit_get_id (visit));
  house_do (house, house->officer, &foyer_privacy_erase, erasure);
  g_assert_false (erasure->key_is_known);
  assert_found (house, FOYER_DAMAGE_KEY, 1);
}

static void
test_a_text_that_goes_on_after_its_end_is_damage (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) visit = house_sign_in (house, "Zoë", NINE_O_CLOCK);

  damage (house,
          "UPDATE visit SET type = type || char (0) || 'x' WHERE id = $1",
          foyer_visit_get_id (visit));
  assert_is (house, visit, FOYER_VISIT_ROW_DAMAGED);
}

static void
test_an_erased_visit_that_is_put_back_is_found (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) visit = house_sign_in (house, "Zoë", NINE_O_CLOCK);
  GBytes *id = foyer_visit_get_id (visit);

  check_out (house, visit);
  damage (house, "CREATE TEMP TABLE old AS SELECT * FROM visit", id);
  damage (house, "CREATE TEMP TABLE oldkey AS SELECT * FROM sealkey", id);
  erase (house, visit);
  damage (house, "INSERT INTO visit SELECT * FROM temp.old WHERE id = $1", id);
  damage (house,
          "INSERT INTO sealkey SELECT * FROM temp.oldkey"
          " WHERE key = (SELECT key FROM main.visit WHERE id = $1)",
          id);

  /* Before the swap its key opens it; the audit trail knows that it was erased */
  assert_is (house, visit, FOYER_VISIT_SOUND);
  assert_found (house, FOYER_DAMAGE_OLD, 1);
}

static void
test_what_is_damaged_is_not_corrected (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) visit = house_sign_in (house, "Zoë", NINE_O_CLOCK);
  g_autoptr (FoyerCorrection) correction =
      foyer_correction_new (foyer_visit_get_id (visit), NINE_O_CLOCK);

  g_assert_true (foyer_correction_set_name (correction, "Zoé", NULL));
  damage (house,
          "UPDATE visit SET record = zeroblob (length (record)) WHERE id = $1",
          foyer_visit_get_id (visit));
  refused (house, house->receptionist, &foyer_reception_correct, correction, FOYER_DB_ERROR_ROW);
  assert_is (house, visit, FOYER_VISIT_RECORD_DAMAGED);
  damage (house, "UPDATE visit SET state = 5 WHERE id = $1", foyer_visit_get_id (visit));
  refused (house, house->receptionist, &foyer_reception_correct, correction, FOYER_DB_ERROR_ROW);
  assert_is (house, visit, FOYER_VISIT_ROW_DAMAGED);
}

static void
test_an_older_row_put_back_whole_is_found (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) visit = house_sign_in (house, "Zoë", NINE_O_CLOCK);
  GBytes *id = foyer_visit_get_id (visit);

  assert_found (house, FOYER_DAMAGE_OLD, 0);
  damage (house, "CREATE TEMP TABLE old AS SELECT * FROM visit", id);
  check_out (house, visit);
  assert_found (house, FOYER_DAMAGE_OLD, 0);
  damage (house, "DELETE FROM visit WHERE id = $1", id);
  damage (house, "INSERT INTO visit SELECT * FROM temp.old", id);

  /* By itself it is right; the audit trail knows that there was a later one */
  assert_is (house, visit, FOYER_VISIT_SOUND);
  assert_found (house, FOYER_DAMAGE_OLD, 1);
}

static void
test_a_key_without_a_record_is_named (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) visit = house_sign_in (house, "Zoë", NINE_O_CLOCK);
  GBytes *id = foyer_visit_get_id (visit);

  damage (house, "INSERT INTO sealkey (wrapped) VALUES ($1)", id);
  assert_found (house, FOYER_DAMAGE_KEY, 1);
  damage (house, "DELETE FROM sealkey WHERE wrapped = $1", id);
  assert_found (house, FOYER_DAMAGE_KEY, 0);

  /* And the reverse: a record without its key */
  damage (house, "DELETE FROM sealkey WHERE key = (SELECT key FROM visit WHERE id = $1)", id);
  assert_is (house, visit, FOYER_VISIT_RECORD_DAMAGED);
  assert_found (house, FOYER_DAMAGE_VISIT, 1);
}

static void
test_nobody_has_a_role_by_changing_a_number (House *house, gconstpointer unused)
{
  GBytes *id = foyer_actor_get_staff (house->receptionist);
  g_autoptr (FoyerVisit) visit = house_sign_in (house, "Zoë", NINE_O_CLOCK);
  g_autoptr (FoyerSignOut) out =
      foyer_sign_out_new (NULL, foyer_visit_get_id (visit), NINE_O_CLOCK + 1);
  g_autoptr (FoyerErasure) erasure =
      foyer_erasure_new (foyer_visit_get_id (visit), NINE_O_CLOCK + 2);
  g_autoptr (FoyerActor) climber =
      foyer_actor_new_staff (id, "Agnieszka", FOYER_ROLES_OF_STAFF, "Lobby desk");
  g_autoptr (FoyerSignOut) by_code =
      foyer_sign_out_new (foyer_visit_get_code (visit), NULL, NINE_O_CLOCK + 1);
  FoyerRole roles = FOYER_ROLES_OF_STAFF;
  g_autoptr (GError) err = NULL;

  damage (house, "UPDATE staff SET roles = roles | 30 WHERE id = $1", id);
  assert_found (house, FOYER_DAMAGE_STAFF, 1);
  g_assert_true (foyer_staff_roles (house->desk, id, &roles, &err));
  g_assert_cmpint (roles, ==, 0);
  refused (house, climber, &foyer_privacy_erase, erasure, FOYER_DB_ERROR_REFUSED);
  refused (house, climber, &foyer_reception_check_out, out, FOYER_DB_ERROR_REFUSED);

  /* Others go on */
  house_do (house, house->kiosk, &foyer_reception_sign_out, by_code);
  erase (house, visit);
}

static void
test_a_damaged_host_is_not_shown_and_visits_are (House *house, gconstpointer unused)
{
  g_autoptr (GPtrArray) hosts = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (FoyerVisit) visit = house_visit (house, "Zoë");
  g_autoptr (FoyerSignIn) sign_in = NULL;
  g_autoptr (FoyerVisit) found = NULL;
  GBytes *host;

  hosts = foyer_hosts_list (house->desk, NULL);
  host = foyer_host_get_id (g_ptr_array_index (hosts, 0));
  foyer_visit_set_host (visit, host, NULL);
  sign_in = foyer_sign_in_new (visit, NULL, "en", NINE_O_CLOCK);
  house_do (house, house->kiosk, &foyer_reception_sign_in, sign_in);
  damage (house, "UPDATE host SET added_at = added_at + 1 WHERE id = $1", host);

  left = foyer_hosts_list (house->desk, NULL);
  g_assert_cmpuint (left->len, ==, hosts->len - 1);
  found = find (house, foyer_visit_get_id (visit));
  g_assert_cmpstr (foyer_visit_get_name (found), ==, "Zoë");
  g_assert_null (foyer_visit_get_host_name (found));
  g_assert_cmpint (foyer_visit_get_damage (found), ==, FOYER_VISIT_HOST_DAMAGED);
  g_assert_true (g_bytes_equal (foyer_visit_get_host_id (found), host));
  assert_found (house, FOYER_DAMAGE_HOST, 1);
}

static void
test_what_is_remembered_and_damaged_is_brought_back_to_nobody (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) visit = house_sign_in (house, "Zoë", NINE_O_CLOCK);
  g_autoptr (FoyerRemembrance) kept =
      foyer_remembrance_new (foyer_visit_get_id (visit), 30, NINE_O_CLOCK);
  g_autoptr (FoyerCodeLook) look =
      foyer_code_look_new (kept->code, NINE_O_CLOCK, NINE_O_CLOCK, NINE_O_CLOCK + FOYER_DAY);
  g_autoptr (FoyerErasure) erasure = foyer_erasure_new (kept->id, NINE_O_CLOCK);

  house_do (house, house->kiosk, &foyer_reception_remember, kept);
  assert_found (house, FOYER_DAMAGE_REMEMBERED, 0);
  damage (house, "UPDATE remembered SET ends_at = ends_at + 1 WHERE id = $1", kept->id);
  assert_found (house, FOYER_DAMAGE_REMEMBERED, 1);
  house_do (house, house->kiosk, &foyer_reception_look_at_code, look);
  g_assert_null (look->visit);

  /* It can be erased by its own number, and its key is found */
  house_do (house, house->officer, &foyer_privacy_erase, erasure);
  g_assert_true (erasure->key_is_known);
  assert_found (house, FOYER_DAMAGE_REMEMBERED, 0);
  assert_found (house, FOYER_DAMAGE_KEY, 0);
}

/* The next ring begins; what the damaged one opens comes back with it. */
static void
test_work_goes_on_beside_a_damaged_ring (House *house, gconstpointer unused)
{
  g_autoptr (GBytes) none = g_bytes_new (NULL, 0);
  g_autoptr (FoyerVisit) before = NULL;
  g_autoptr (FoyerVisit) after = NULL;
  g_autoptr (FoyerVisit) later = NULL;

  house_plant (house, 1100, FOYER_VISIT_ON_SITE);
  before = house_sign_in (house, "Zoë", NINE_O_CLOCK);
  damage (house, "CREATE TEMP TABLE kept AS SELECT * FROM ring WHERE length ($1) = 0", none);
  damage (house,
          "UPDATE ring SET wrapped = randomblob (length (wrapped))"
          " WHERE ring = (SELECT max (ring) FROM ring) AND length ($1) = 0",
          none);
  g_assert_cmpint (house_count (house, "SELECT max (ring) FROM ring"), ==, 1);

  after = house_sign_in (house, "Renée", NINE_O_CLOCK);
  g_assert_cmpint (house_count (house, "SELECT max (ring) FROM ring"), ==, 2);
  start_anew (house);
  later = house_sign_in (house, "Chidi", NINE_O_CLOCK);
  check_out (house, after);
  foyer_vault_forget (house->desk->vault);
  assert_is (house, before, FOYER_VISIT_RECORD_DAMAGED);
  assert_is (house, after, FOYER_VISIT_SOUND);
  assert_is (house, later, FOYER_VISIT_SOUND);

  damage (house,
          "UPDATE ring SET wrapped = (SELECT wrapped FROM temp.kept WHERE kept.ring = ring.ring)"
          " WHERE ring = 1 AND length ($1) = 0",
          none);
  assert_is (house, before, FOYER_VISIT_SOUND);
}

/* Of the secret each byte counts. Nothing is destroyed for it, and with the bit back all is well.
 */
static void
test_a_flipped_secret_opens_nothing_and_destroys_nothing (House *house, gconstpointer unused)
{
  guint rounds = g_getenv ("FOYER_TEST_LONG") != NULL ? 10000 : 200;
  g_autofree char *path = g_build_filename (house->folder, "kek.0", NULL);
  int file = open (path, O_RDWR | O_CLOEXEC);
  g_autofree guint8 *secret = g_malloc (SECRET);
  g_autofree guint8 *after = g_malloc (SECRET);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  g_assert_cmpint (pread (file, secret, SECRET, 0), ==, SECRET);
  for (guint i = 0; i < rounds; i++) {
    g_autoptr (GError) err = NULL;
    gsize bit = i < 8 * 16 ? i : (gsize) g_rand_int_range (rand, 0, 8 * SECRET);

    secret[bit / 8] ^= 1 << bit % 8;
    g_assert_cmpint (pwrite (file, secret, SECRET, 0), ==, SECRET);
    foyer_db_script (house->desk, "BEGIN", &err);
    foyer_vault_forget (house->desk->vault);
    g_assert_false (foyer_vault_row_begin (house->desk, &err));
    g_assert_error (err, FOYER_DB_ERROR, FOYER_DB_ERROR_KEYS);
    g_clear_error (&err);
    foyer_db_script (house->desk, "ROLLBACK", &err);
    if (i % 16 == 0) {
      for (int when = FOYER_SWAP_NEVER; when <= FOYER_SWAP_NOW; when++) {
        if (when == FOYER_SWAP_IF_DUE) /* only looks, and finds that nothing is */
          continue;
        g_assert_false (foyer_store_swap (house->store, when, NULL, NINE_O_CLOCK, &err));
        g_assert_error (err, FOYER_DB_ERROR, FOYER_DB_ERROR_KEYS);
        g_clear_error (&err);
      }
    }
    g_assert_cmpint (pread (file, after, SECRET, 0), ==, SECRET);
    g_assert_cmpmem (after, SECRET, secret, SECRET);
    secret[bit / 8] ^= 1 << bit % 8;
  }
  g_assert_cmpint (pwrite (file, secret, SECRET, 0), ==, SECRET);
  close (file);
  g_object_unref (house_sign_in (house, "Zoë", NINE_O_CLOCK));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  HOUSE_TEST ("/damage/record", test_who_has_a_damaged_record_checks_out_and_goes_in_time);
  HOUSE_TEST ("/damage/retention", test_retention_leaves_changed_rows_and_an_erasure_takes_them);
  HOUSE_TEST ("/damage/zero", test_a_zero_where_nothing_stood_is_damage);
  HOUSE_TEST ("/damage/others-key", test_an_erasure_takes_nobody_elses_key);
  HOUSE_TEST ("/damage/no-key", test_an_erasure_says_when_no_key_opens_what_it_takes);
  HOUSE_TEST ("/damage/nul", test_a_text_that_goes_on_after_its_end_is_damage);
  HOUSE_TEST ("/damage/erased-row", test_an_erased_visit_that_is_put_back_is_found);
  HOUSE_TEST ("/damage/correction", test_what_is_damaged_is_not_corrected);
  HOUSE_TEST ("/damage/older-row", test_an_older_row_put_back_whole_is_found);
  HOUSE_TEST ("/damage/key", test_a_key_without_a_record_is_named);
  HOUSE_TEST ("/damage/role", test_nobody_has_a_role_by_changing_a_number);
  HOUSE_TEST ("/damage/host", test_a_damaged_host_is_not_shown_and_visits_are);
  HOUSE_TEST ("/damage/remembered", test_what_is_remembered_and_damaged_is_brought_back_to_nobody);
  HOUSE_TEST ("/damage/ring", test_work_goes_on_beside_a_damaged_ring);
  HOUSE_TEST ("/damage/secret", test_a_flipped_secret_opens_nothing_and_destroys_nothing);
  return g_test_run ();
}
