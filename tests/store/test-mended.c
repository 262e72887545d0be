/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of the keys' own rows when somebody changes them. */

#include "foyer-test.h"
#include "privacy/soundness.h"
#include "privacy/vault.h"
#include "store/vault-row.h"

static void
assert_nothing_is_damaged (House *house)
{
  g_autoptr (FoyerDamageSearch) search = foyer_damage_search_new ();

  while (search->more)
    house_do (house, house->administrator, &foyer_privacy_check_records, search);
  g_assert_cmpuint (search->found->len, ==, 0);
}

static gint64
count_events (House *house, const char *event)
{
  g_autoptr (GError) err = NULL;
  FoyerValue value = foyer_text (event);
  g_autoptr (FoyerRows) rows =
      foyer_db_run (house->desk, "SELECT count (*) FROM audit WHERE event = $1", &value, 1, &err);

  g_assert_no_error (err);
  g_assert_true (foyer_rows_next (rows, &err));
  return foyer_rows_int (rows, 0);
}

static void
test_what_a_swap_writes_anew_the_trail_keeps_and_stays_whole (House *house, gconstpointer unused)
{
  static const char *const changes[] = {
    "UPDATE vault SET swaps = swaps + 7",
    "UPDATE vault SET owed_since = 1, owed_by = NULL",
    "UPDATE ring SET dirty = 1 - dirty",
  };
  g_autoptr (FoyerVisit) visit = house_sign_in (house, "Zoë", NINE_O_CLOCK);

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autoptr (FoyerVisit) next = NULL;
    g_autoptr (GError) err = NULL;
    FoyerSoundness soundness = { 0 };
    gint64 swaps = house_count (house, "SELECT swaps FROM vault");

    /* Given a row that was changed, and somebody who comes then */
    g_assert_true (foyer_db_script (house->desk, changes[i], &err));
    swaps = house_count (house, "SELECT swaps FROM vault");
    next = house_sign_in (house, "Renée", NINE_O_CLOCK);

    /* When the key is swapped, then nothing was believed of it, and the trail says so */
    foyer_store_swap (house->store, FOYER_SWAP_IF_OWED, NULL, NINE_O_CLOCK, &err);
    g_assert_no_error (err);
    if (i == 2)
      foyer_store_swap (house->store, FOYER_SWAP_NOW, NULL, NINE_O_CLOCK, &err);
    g_assert_no_error (err);
    g_assert_cmpint (house_count (house, "SELECT swaps FROM vault"), ==, swaps + 1);
    g_assert_cmpint (count_events (house, "vault-row-was-changed"), ==, MIN (i + 1, 2));
    g_assert_cmpint (count_events (house, "ring-was-changed"), ==, i == 2);
    g_assert_finalize_object (house->store);
    house->store = foyer_store_new (&house->place);
    g_assert_true (foyer_vault_row_begin (house->desk, &err));
    house_do (house, house->administrator, &foyer_privacy_verify_audit, &soundness);
    assert_nothing_is_damaged (house);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  HOUSE_TEST ("/mended/trail", test_what_a_swap_writes_anew_the_trail_keeps_and_stays_whole);
  return g_test_run ();
}
