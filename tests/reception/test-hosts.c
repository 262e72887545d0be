/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "foyer-test.h"
#include "reception/error.h"
#include "reception/hosts.h"

static FoyerHostsToAdd *
parse (const char *csv, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (csv, strlen (csv));

  return foyer_hosts_to_add_parse (bytes, NINE_O_CLOCK, error);
}

static void
test_three_letters_find_a_host (House *house, gconstpointer unused)
{
  g_autoptr (FoyerHostSearch) search = foyer_host_search_new ("woj");

  house_do (house, house->kiosk, &foyer_reception_find_hosts, search);
  g_assert_cmpuint (search->hosts->len, ==, 1);
  g_assert_cmpstr (foyer_host_get_name (g_ptr_array_index (search->hosts, 0)), ==, "Łukasz Wójcik");
}

static void
test_two_letters_find_nobody (House *house, gconstpointer unused)
{
  static const char *const queries[] = { "", "  ", "lu", "l u", "--.", "%", "*" };

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++) {
    g_autoptr (FoyerHostSearch) search = foyer_host_search_new (queries[i]);
    g_autoptr (GError) err = NULL;

    g_assert_false (foyer_store_do_wait (house->store,
                                         house->kiosk,
                                         &foyer_reception_find_hosts,
                                         search,
                                         &err));
    g_assert_error (err, FOYER_RECEPTION_ERROR, FOYER_RECEPTION_ERROR_TOO_SHORT);
  }
}

static void
test_a_short_name_is_found_in_full (House *house, gconstpointer unused)
{
  g_autoptr (FoyerHostsToAdd) li = foyer_hosts_to_add_one ("Li", NINE_O_CLOCK, NULL);
  g_autoptr (FoyerHostSearch) search = foyer_host_search_new ("li");

  house_do (house, house->administrator, &foyer_reception_add_hosts, li);
  house_do (house, house->kiosk, &foyer_reception_find_hosts, search);
  g_assert_cmpuint (search->hosts->len, ==, 1);
}

static void
test_never_more_than_five_are_shown (House *house, gconstpointer unused)
{
  g_autoptr (GString) csv = g_string_new ("name,department\n");
  g_autoptr (FoyerHostsToAdd) many = NULL;
  g_autoptr (FoyerHostSearch) search = foyer_host_search_new ("ann");

  for (int i = 0; i < 40; i++)
    g_string_append_printf (csv, "Ann Example %d,Sales\n", i);
  many = parse (csv->str, NULL);
  house_do (house, house->receptionist, &foyer_reception_add_hosts, many);
  g_assert_cmpuint (many->added, ==, 40);
  house_do (house, house->kiosk, &foyer_reception_find_hosts, search);
  g_assert_cmpuint (search->hosts->len, ==, 5);
}

static void
test_a_csv_is_taken_whole_or_not_at_all (void)
{
  static const struct {
    const char *csv;
    const char *says;
  } wrong[] = {
    { "", "names no column" },
    { "surname\nAda\n", "names no column" },
    { "name,mail\nAda\n", "Row 2 has 1 columns" },
    { "name\nAda\n\"\"\n", "Row 3 has no name" },
    { "name\nAda\nB\"ob\n", "quotes" },
    { "name\n\"Ada\n", "quotes" },
    { "name\n\xff\xfe\n", "Row 2 has no name" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (GError) err = NULL;
    g_autoptr (FoyerHostsToAdd) hosts = parse (wrong[i].csv, &err);

    g_assert_null (hosts);
    g_assert_error (err, FOYER_RECEPTION_ERROR, FOYER_RECEPTION_ERROR_CSV);
    g_assert_nonnull (strstr (err->message, wrong[i].says));
  }
}

static void
test_a_csv_of_any_program_is_read (void)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerHostsToAdd) hosts = parse (
      "\xef\xbb\xbfmail, Name \r\na@x,\"Wójcik, Łukasz\"\r\n\r\nb@x,\"Al \"\"Bo\"\" Cy\"\r\n",
      &err);

  g_assert_no_error (err);
  g_assert_cmpuint (hosts->names->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (hosts->names, 0), ==, "Wójcik, Łukasz");
  g_assert_cmpstr (g_ptr_array_index (hosts->names, 1), ==, "Al \"Bo\" Cy");
}

static void
test_a_host_is_not_added_twice (House *house, gconstpointer unused)
{
  g_autoptr (FoyerHostsToAdd) again = parse ("name\nRenée Dubois\nNew Person\nNew Person\n", NULL);

  house_do (house, house->receptionist, &foyer_reception_add_hosts, again);
  g_assert_cmpuint (again->added, ==, 1);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM host"), ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  HOUSE_TEST ("/hosts/three-letters", test_three_letters_find_a_host);
  HOUSE_TEST ("/hosts/two-letters", test_two_letters_find_nobody);
  HOUSE_TEST ("/hosts/short-name", test_a_short_name_is_found_in_full);
  HOUSE_TEST ("/hosts/five", test_never_more_than_five_are_shown);
  g_test_add_func ("/hosts/csv-whole", test_a_csv_is_taken_whole_or_not_at_all);
  g_test_add_func ("/hosts/csv-any", test_a_csv_of_any_program_is_read);
  HOUSE_TEST ("/hosts/twice", test_a_host_is_not_added_twice);
  return g_test_run ();
}
