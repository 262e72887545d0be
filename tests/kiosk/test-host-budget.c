/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "foyer-test.h"
#include "kiosk/host-budget.h"
#include "reception/hosts.h"

#define N_HOSTS 1000

/* Families of ten, whose names begin alike: the easiest to read out. */
static char *
name_of (guint nth)
{
  guint family = nth / 10;

  return g_strdup_printf ("Given%c %c%c%clast%cson",
                          'a' + (char) (nth % 10),
                          'a' + (char) (family / 26),
                          'a' + (char) (family % 26),
                          'e',
                          'a' + (char) (nth % 10));
}

static void
add_hosts (House *house)
{
  FoyerHostsToAdd hosts = { .names = g_ptr_array_new_with_free_func (g_free), NINE_O_CLOCK };

  for (guint i = 0; i < N_HOSTS; i++)
    g_ptr_array_add (hosts.names, name_of (i));
  house_do (house, house->administrator, &foyer_reception_add_hosts, &hosts);
  g_assert_cmpuint (hosts.added, ==, N_HOSTS);
  g_ptr_array_unref (hosts.names);
}

/* What the page does with what is typed; how many hosts it shows. */
static guint
type (House *house, FoyerHostBudget *budget, const char *typed, GHashTable *seen)
{
  FoyerHostAllowance allowance = foyer_host_budget_ask (budget, typed);
  g_autoptr (FoyerHostSearch) search = foyer_host_search_new (typed);

  if (allowance == FOYER_HOST_USED_UP)
    return 0;
  search->last_name = allowance == FOYER_HOST_LAST_NAMES;
  if (!foyer_store_do_wait (house->store, house->kiosk, &foyer_reception_find_hosts, search, NULL))
    return 0; /* too short */
  foyer_host_budget_shown (budget, search->hosts);
  for (guint i = 0; seen != NULL && i < search->hosts->len; i++)
    g_hash_table_add (seen, g_bytes_ref (foyer_host_get_id (g_ptr_array_index (search->hosts, i))));
  return search->hosts->len;
}

/* As quick fingers would: the first family letter by letter and back, then eleven more. */
static void
harvest (House *house, FoyerHostBudget *budget, guint *family, GHashTable *seen)
{
  for (guint i = 0; i < 12; i++, (*family)++) {
    g_autofree char *all = g_strdup_printf ("%c%celast",
                                            'a' + (char) (*family / 26 % 26),
                                            'a' + (char) (*family % 26));

    type (house, budget, all, seen);
    for (char last = 'f'; i == 0 && last <= 'j'; last++) {
      g_autofree char *longer = g_strdup_printf ("%s%c", all, last);

      type (house, budget, longer, seen);
      type (house, budget, all, seen);
    }
  }
}

static void
test_a_thousand_hosts_cannot_be_read_out (House *house, gconstpointer unused)
{
  g_autoptr (FoyerHostBudget) budget = foyer_host_budget_new (house->clock);
  g_autoptr (GHashTable) seen =
      g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  guint family = 0;

  /* Given somebody who searches, walks away, and begins again, five times within ten minutes */
  add_hosts (house);
  for (guint visitor = 0; visitor < 5; visitor++) {
    harvest (house, budget, &family, seen);
    foyer_host_budget_next_visitor (budget);
    foyer_clock_advance (house->clock, FOYER_MINUTE);
  }

  /* Then the first three have seen at most fifty each, and the others nobody */
  g_test_message ("%u shown", g_hash_table_size (seen));
  g_assert_cmpuint (g_hash_table_size (seen), >, 100);
  g_assert_cmpuint (g_hash_table_size (seen), <=, 150);

  /* And who knows the whole last name finds the host */
  g_assert_cmpuint (type (house, budget, "AAElástbson", NULL), ==, 1);
  g_assert_cmpuint (type (house, budget, "givenb aaelastbson", NULL), ==, 1);
  g_assert_cmpuint (type (house, budget, "givenb", NULL), ==, 0);
  g_assert_cmpuint (type (house, budget, "aaelas", NULL), ==, 0);
}

static void
test_caution_ends_after_ten_minutes (House *house, gconstpointer unused)
{
  g_autoptr (FoyerHostBudget) budget = foyer_host_budget_new (house->clock);

  for (guint i = 0; i < 3; i++) {
    g_assert_cmpint (foyer_host_budget_ask (budget, "ren"), ==, FOYER_HOST_ALLOWED);
    foyer_host_budget_next_visitor (budget);
  }
  g_assert_cmpint (foyer_host_budget_ask (budget, "ren"), ==, FOYER_HOST_LAST_NAMES);
  foyer_clock_advance (house->clock, FOYER_HOST_CAUTION - 1);
  g_assert_cmpint (foyer_host_budget_ask (budget, "ren"), ==, FOYER_HOST_LAST_NAMES);
  foyer_clock_advance (house->clock, 1);
  g_assert_cmpint (foyer_host_budget_ask (budget, "ren"), ==, FOYER_HOST_ALLOWED);
}

static void
test_only_those_count_who_searched_and_left_within_ten_minutes (House *house, gconstpointer unused)
{
  g_autoptr (FoyerHostBudget) budget = foyer_host_budget_new (house->clock);

  for (guint i = 0; i < 6; i++) {
    /* one signs in, one never searches, one searches and goes away, one in six minutes */
    foyer_host_budget_ask (budget, "ren");
    foyer_host_budget_signed_in (budget);
    foyer_host_budget_next_visitor (budget);
    foyer_host_budget_ask (budget, "re");
    foyer_host_budget_next_visitor (budget);
    g_assert_cmpint (foyer_host_budget_ask (budget, "ren"), ==, FOYER_HOST_ALLOWED);
    foyer_host_budget_next_visitor (budget);
    foyer_clock_advance (house->clock, 6 * FOYER_MINUTE);
  }
}

static void
test_letters_added_or_taken_are_the_same_search (House *house, gconstpointer unused)
{
  static const char *const typed[] = { "l", "lu", "luk", "luka", "Łukasz", "luk", "lukaszw" };
  g_autoptr (FoyerHostBudget) budget = foyer_host_budget_new (house->clock);

  /* Ten searches, each typed letter by letter */
  for (guint i = 0; i < FOYER_HOST_SEARCHES_MAX; i++) {
    const char *other[] = { "ren", "chi" };

    for (guint j = 0; i == 0 && j < G_N_ELEMENTS (typed); j++)
      g_assert_cmpint (foyer_host_budget_ask (budget, typed[j]), ==, FOYER_HOST_ALLOWED);
    if (i > 0)
      g_assert_cmpint (foyer_host_budget_ask (budget, other[i % 2]), ==, FOYER_HOST_ALLOWED);
  }
  g_assert_cmpint (foyer_host_budget_ask (budget, "chid"), ==, FOYER_HOST_ALLOWED);
  g_assert_cmpint (foyer_host_budget_ask (budget, "oko"), ==, FOYER_HOST_USED_UP);
  g_assert_cmpint (foyer_host_budget_ask (budget, "chi"), ==, FOYER_HOST_USED_UP);

  /* The next visitor has ten again */
  foyer_host_budget_next_visitor (budget);
  g_assert_cmpint (foyer_host_budget_ask (budget, "oko"), ==, FOYER_HOST_ALLOWED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  HOUSE_TEST ("/host-budget/a thousand hosts cannot be read out",
              test_a_thousand_hosts_cannot_be_read_out);
  HOUSE_TEST ("/host-budget/caution ends after ten minutes", test_caution_ends_after_ten_minutes);
  HOUSE_TEST ("/host-budget/only those count who searched and left within ten minutes",
              test_only_those_count_who_searched_and_left_within_ten_minutes);
  HOUSE_TEST ("/host-budget/letters added or taken are the same search",
              test_letters_added_or_taken_are_the_same_search);
  return g_test_run ();
}
