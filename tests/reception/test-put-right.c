/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "foyer-test.h"
#include "reception/desk-work.h"
#include "reception/error.h"
#include "reception/hosts.h"
#include "reception/put-right.h"
#include "reception/scan.h"

#define STATION "Lobby kiosk"

/* The visit as its visitor wants it: another name, and Renée for a host. */
static FoyerPutRight *
put_right_new (House *house, FoyerVisit *visit, const char *name, const char *station, gint64 now)
{
  g_autoptr (FoyerVisit) wanted =
      foyer_visit_new_stored (foyer_visit_get_id (visit), foyer_visit_get_code (visit));
  g_autoptr (FoyerHostSearch) search = foyer_host_search_new ("Renée");

  house_do (house, house->kiosk, &foyer_reception_find_hosts, search);
  foyer_visit_copy_answers (wanted, visit);
  g_assert_true (foyer_visit_set_name (wanted, name, NULL));
  foyer_visit_set_host (wanted,
                        foyer_host_get_id (g_ptr_array_index (search->hosts, 0)),
                        "Renée Dubois");
  return foyer_put_right_new (wanted, station, now);
}

static FoyerCodeMeaning
look (House *house, const char *code, char **name)
{
  g_autoptr (FoyerCodeLook) seen =
      foyer_code_look_new (code, NINE_O_CLOCK, NINE_O_CLOCK, NINE_O_CLOCK + FOYER_DAY);

  house_do (house, house->kiosk, &foyer_reception_look_at_code, seen);
  if (name != NULL)
    *name = g_strdup (foyer_visit_get_name (seen->visit));
  return seen->meaning;
}

static void
test_what_is_put_right_has_another_badge (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) visit = house_sign_in (house, "Adda", NINE_O_CLOCK);
  g_autoptr (FoyerDeskWork) told = foyer_desk_work_new (foyer_visit_get_id (visit), NINE_O_CLOCK);
  g_autoptr (FoyerPutRight) put_right =
      put_right_new (house, visit, "Ada", STATION, NINE_O_CLOCK + FOYER_MINUTE);
  g_autofree char *name = NULL;

  /* Given a host who was told already, when the name is put right, twice for once */
  house_do (house, house->receptionist, &foyer_reception_host_told, told);
  house_do (house, house->kiosk, &foyer_reception_put_right, put_right);
  house_do (house, house->kiosk, &foyer_reception_put_right, put_right);

  /* Then the old badge opens nothing, the new one is that visit's, and waits to be printed; the
   * host is to be told again, and the text before is to be forgotten within a minute */
  g_assert_cmpint (look (house, foyer_visit_get_code (visit), NULL), ==, FOYER_CODE_UNKNOWN);
  g_assert_cmpint (look (house, foyer_visit_get_code (put_right->changed), &name),
                   ==,
                   FOYER_CODE_ON_SITE);
  g_assert_cmpstr (name, ==, "Ada");
  g_assert_cmpint (
      house_count (house, "SELECT count (*) FROM visit WHERE arrived_at = 1795424400000"),
      ==,
      1);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM letter WHERE kind = 1"), ==, 1);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM letter WHERE kind = 2"), ==, 1);
  g_assert_cmpint (
      house_count (house, "SELECT count (*) FROM vault WHERE owed_by = owed_since + 60000"),
      ==,
      1);
}

static void
test_only_who_signed_in_here_a_moment_ago_puts_it_right (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) visit = house_sign_in (house, "Adda", NINE_O_CLOCK);
  const struct {
    const char *station;
    gint64 now;
  } wrong[] = { { STATION, NINE_O_CLOCK + FOYER_PUT_RIGHT_WITHIN }, { "Back door", NINE_O_CLOCK } };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (FoyerPutRight) put_right =
        put_right_new (house, visit, "Ada", wrong[i].station, wrong[i].now);
    g_autoptr (GError) err = NULL;

    g_assert_false (foyer_store_do_wait (house->store,
                                         house->kiosk,
                                         &foyer_reception_put_right,
                                         put_right,
                                         &err));
    g_assert_error (err, FOYER_RECEPTION_ERROR, FOYER_RECEPTION_ERROR_NOT_ON_SITE);
  }
  g_assert_cmpint (look (house, foyer_visit_get_code (visit), NULL), ==, FOYER_CODE_ON_SITE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  HOUSE_TEST ("/put-right/what is put right has another badge",
              test_what_is_put_right_has_another_badge);
  HOUSE_TEST ("/put-right/only who signed in here a moment ago puts it right",
              test_only_who_signed_in_here_a_moment_ago_puts_it_right);
  return g_test_run ();
}
