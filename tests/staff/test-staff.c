/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "foyer-test.h"
#include "staff/account.h"
#include "staff/error.h"
#include "staff/service.h"
#include "staff/sign-in.h"
#include "store/staff.h"

#define PASSWORD "correct horse"

static void
add (House *house, const char *name, FoyerRole roles)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerNewAccount) account =
      foyer_new_account_new (name, PASSWORD, roles, NINE_O_CLOCK, &err);

  g_assert_no_error (err);
  house_do (house, house->administrator, &foyer_staff_add_account, account);
}

static FoyerActor *
sign_in (House *house, const char *name, const char *password, GError **error)
{
  return foyer_staff_sign_in (house->store, house->clock, house->program, name, password, error);
}

static void
refuse (House *house, const char *name, const char *password, int code)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerActor) actor = sign_in (house, name, password, &err);

  g_assert_null (actor);
  g_assert_error (err, FOYER_STAFF_ERROR, code);
}

static void
test_name_and_password_open_the_desk (House *house, gconstpointer unused)
{
  g_autoptr (FoyerActor) actor = NULL;
  g_autoptr (GError) err = NULL;

  add (house, "Agnieszka Nowak", FOYER_ROLE_RECEPTIONIST | FOYER_ROLE_SECURITY);
  refuse (house, "Agnieszka Nowak", "correct horsf", FOYER_STAFF_ERROR_WRONG);
  refuse (house, "Nobody", PASSWORD, FOYER_STAFF_ERROR_WRONG);

  actor = sign_in (house, " agnieszka  nowak", PASSWORD, &err);
  g_assert_no_error (err);
  g_assert_cmpstr (foyer_actor_get_name (actor), ==, "Agnieszka Nowak");
  g_assert_cmpint (foyer_actor_get_roles (actor),
                   ==,
                   FOYER_ROLE_RECEPTIONIST | FOYER_ROLE_SECURITY);
}

static void
test_a_try_is_stored_before_it_is_verified (House *house, gconstpointer unused)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerActor) actor = NULL;

  add (house, "Agnieszka Nowak", FOYER_ROLE_SECURITY);
  refuse (house, "Agnieszka Nowak", "wrong", FOYER_STAFF_ERROR_WRONG);
  g_assert_cmpint (house_count (house, "SELECT max (tries) FROM staff"), ==, 1);
  actor = sign_in (house, "Agnieszka Nowak", PASSWORD, &err);
  g_assert_no_error (err);
  g_assert_cmpint (house_count (house, "SELECT max (tries) FROM staff"), ==, 0);
}

/* As if that many tries had been made. */
static void
try_often (House *house, const char *name, int tries)
{
  g_autoptr (FoyerAccount) account = NULL;
  g_autoptr (GError) err = NULL;

  g_assert_true (foyer_staff_find (house->desk, name, &account, NULL, &err));
  foyer_staff_set_tries (house->desk, account->id, tries, NINE_O_CLOCK, &err);
  g_assert_no_error (err);
}

static void
test_guessing_waits_and_in_the_end_is_locked (House *house, gconstpointer unused)
{
  g_autoptr (GError) err = NULL;

  add (house, "Agnieszka Nowak", FOYER_ROLE_SECURITY);
  for (int i = 0; i < FOYER_STAFF_FREE_TRIES; i++)
    refuse (house, "Agnieszka Nowak", "wrong", FOYER_STAFF_ERROR_WRONG);

  /* now even the right password waits, to the second */
  refuse (house, "Agnieszka Nowak", PASSWORD, FOYER_STAFF_ERROR_WAIT);
  foyer_clock_advance (house->clock, 29999);
  refuse (house, "Agnieszka Nowak", PASSWORD, FOYER_STAFF_ERROR_WAIT);
  foyer_clock_advance (house->clock, 1);
  refuse (house, "Agnieszka Nowak", "wrong", FOYER_STAFF_ERROR_WRONG);
  foyer_clock_advance (house->clock, 30 * FOYER_SECOND);
  refuse (house, "Agnieszka Nowak", PASSWORD, FOYER_STAFF_ERROR_WAIT);

  try_often (house, "Agnieszka Nowak", 20);
  foyer_clock_advance (house->clock, FOYER_DAY);
  refuse (house, "Agnieszka Nowak", PASSWORD, FOYER_STAFF_ERROR_LOCKED);

  /* until somebody who may unlocks it */
  {
    FoyerUnlock unlock = { "agnieszka nowak", NINE_O_CLOCK };
    FoyerUnlock nobody = { "Nobody At All", NINE_O_CLOCK };
    g_autoptr (FoyerActor) actor = NULL;

    g_assert_false (foyer_store_do_wait (house->store,
                                         house->receptionist,
                                         &foyer_staff_unlock,
                                         &unlock,
                                         &err));
    g_assert_error (err, FOYER_DB_ERROR, FOYER_DB_ERROR_REFUSED);
    g_clear_error (&err);
    g_assert_false (foyer_store_do_wait (house->store,
                                         house->administrator,
                                         &foyer_staff_unlock,
                                         &nobody,
                                         &err));
    g_assert_error (err, FOYER_STAFF_ERROR, FOYER_STAFF_ERROR_NO_SUCH_ACCOUNT);
    g_clear_error (&err);
    house_do (house, house->administrator, &foyer_staff_unlock, &unlock);
    actor = sign_in (house, "Agnieszka Nowak", PASSWORD, &err);
    g_assert_no_error (err);
  }
}

static void
test_what_cannot_be_an_account_is_refused (House *house, gconstpointer unused)
{
  static const struct {
    const char *name;
    const char *password;
    FoyerRole roles;
    int code;
  } wrong[] = {
    { "", PASSWORD, FOYER_ROLE_SECURITY, FOYER_STAFF_ERROR_NAME },
    { "A", "short", FOYER_ROLE_SECURITY, FOYER_STAFF_ERROR_PASSWORD },
    { "A", PASSWORD, 0, FOYER_STAFF_ERROR_ROLES },
    { "A", PASSWORD, FOYER_ROLE_KIOSK, FOYER_STAFF_ERROR_ROLES },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (GError) err = NULL;
    g_autoptr (FoyerNewAccount) account = foyer_new_account_new (wrong[i].name,
                                                                 wrong[i].password,
                                                                 wrong[i].roles,
                                                                 NINE_O_CLOCK,
                                                                 &err);

    g_assert_null (account);
    g_assert_error (err, FOYER_STAFF_ERROR, wrong[i].code);
  }
}

static void
test_a_name_is_taken_once (House *house, gconstpointer unused)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerNewAccount) again =
      foyer_new_account_new ("BOGDAN", PASSWORD, FOYER_ROLE_SECURITY, NINE_O_CLOCK, &err);

  g_assert_false (foyer_store_do_wait (house->store,
                                       house->administrator,
                                       &foyer_staff_add_account,
                                       again,
                                       &err));
  g_assert_error (err, FOYER_STAFF_ERROR, FOYER_STAFF_ERROR_NAME);
}

static void
test_a_store_is_set_up_once (House *house, gconstpointer unused)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerNewAccount) account =
      foyer_new_account_new ("Eve", PASSWORD, FOYER_ROLE_ADMINISTRATOR, NINE_O_CLOCK, &err);

  g_assert_false (
      foyer_store_do_wait (house->store, house->program, &foyer_staff_set_up, account, &err));
  g_assert_error (err, FOYER_STAFF_ERROR, FOYER_STAFF_ERROR_SET_UP);
}

static void
on_answer (GObject *unused, GAsyncResult *result, gpointer data)
{
  GError *err = NULL;
  FoyerActor **actor = data;

  *actor = foyer_staff_sign_in_finish (result, &err);
  g_assert_no_error (err);
}

static void
test_a_screen_waits_for_no_password (House *house, gconstpointer unused)
{
  g_autoptr (FoyerActor) actor = NULL;

  add (house, "Agnieszka Nowak", FOYER_ROLE_SECURITY);
  foyer_staff_sign_in_async (house->store,
                             house->clock,
                             house->program,
                             "Agnieszka Nowak",
                             g_strdup (PASSWORD),
                             NULL,
                             on_answer,
                             &actor);
  g_assert_null (actor);
  while (actor == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_a_kiosk_does_not_serve_itself (House *house, gconstpointer unused)
{
  static const FoyerDeed *const deeds[] = { &foyer_staff_open_service,
                                            &foyer_staff_restart,
                                            &foyer_staff_switch_off,
                                            &foyer_staff_test_printer,
                                            &foyer_staff_follow_test };
  FoyerActor *const strangers[] = { house->kiosk, house->officer, house->program };
  g_autoptr (FoyerService) service = foyer_service_new ("Lobby kiosk", NULL, NINE_O_CLOCK);

  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++) {
    for (gsize k = 0; k < G_N_ELEMENTS (strangers); k++) {
      g_autoptr (GError) err = NULL;

      g_assert_false (foyer_store_do_wait (house->store, strangers[k], deeds[i], service, &err));
      g_assert_error (err, FOYER_DB_ERROR, FOYER_DB_ERROR_REFUSED);
    }
    house_do (house, house->receptionist, deeds[i], service);
  }
  g_assert_cmpint (service->state, ==, FOYER_TEST_PRINTING);
  g_assert_cmpint (house_count (house,
                                "SELECT count (*) FROM audit WHERE event IN ('service-open',"
                                " 'station-restart', 'station-switch-off', 'printer-test')"),
                   ==,
                   4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  HOUSE_TEST ("/staff/opens", test_name_and_password_open_the_desk);
  HOUSE_TEST ("/staff/stored-before", test_a_try_is_stored_before_it_is_verified);
  HOUSE_TEST ("/staff/guessing", test_guessing_waits_and_in_the_end_is_locked);
  HOUSE_TEST ("/staff/no-account", test_what_cannot_be_an_account_is_refused);
  HOUSE_TEST ("/staff/taken", test_a_name_is_taken_once);
  HOUSE_TEST ("/staff/once", test_a_store_is_set_up_once);
  HOUSE_TEST ("/staff/screen", test_a_screen_waits_for_no_password);
  HOUSE_TEST ("/staff/service", test_a_kiosk_does_not_serve_itself);
  return g_test_run ();
}
