/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "visit/visit.h"

#include "visit/clock.h"
#include "visit/typed-text.h"

#define KEPT FOYER_KEPT_WITH_VISIT
#define STAY FOYER_KEPT_UNTIL_LEAVING

static FoyerVisit *
new_visit (void)
{
  return foyer_visit_new (1000 * FOYER_DAY);
}

/* "company=ACME car=X 1" */
static char *
list_answers (FoyerVisit *visit)
{
  GPtrArray *answers = foyer_visit_get_answers (visit);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < answers->len; i++) {
    const FoyerAnswer *answer = g_ptr_array_index (answers, i);

    g_string_append_printf (list, "%s%s=%s", i > 0 ? " " : "", answer->key, answer->value);
  }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
assert_answers (FoyerVisit *visit, const char *expected)
{
  g_autofree char *list = list_answers (visit);

  g_assert_cmpstr (list, ==, expected);
}

static void
test_answers_keep_the_order_in_which_they_were_given (void)
{
  g_autoptr (FoyerVisit) visit = new_visit ();

  foyer_visit_set_answer (visit, "car", "M-X 1", KEPT, FOYER_ROLE_SECURITY);
  foyer_visit_set_answer (visit, "company", "ACME", KEPT, FOYER_ROLE_SECURITY);
  foyer_visit_set_answer (visit, "car", "M-X 2", KEPT, FOYER_ROLE_SECURITY);
  assert_answers (visit, "car=M-X 2 company=ACME");
  g_assert_cmpstr (foyer_visit_get_answer (visit, "car"), ==, "M-X 2");
  g_assert_null (foyer_visit_get_answer (visit, "ca"));

  /* One that is taken back is gone, and comes last when it is given again */
  foyer_visit_set_answer (visit, "car", NULL, KEPT, FOYER_ROLE_SECURITY);
  foyer_visit_set_answer (visit, "never", NULL, KEPT, FOYER_ROLE_SECURITY);
  assert_answers (visit, "company=ACME");
  foyer_visit_set_answer (visit, "car", "M-X 3", KEPT, FOYER_ROLE_SECURITY);
  assert_answers (visit, "company=ACME car=M-X 3");
}

static void
test_answers_are_dropped_by_how_long_and_by_whom (void)
{
  static const struct {
    FoyerKept least;
    FoyerRole seen_by;
    const char *left;
  } cases[] = {
    { FOYER_KEPT_NOT, FOYER_SEEN_BY_ALL, "way=a stay=b desk=c guard=d host=e" },
    { STAY, FOYER_SEEN_BY_ALL, "stay=b desk=c guard=d host=e" },
    { KEPT, FOYER_SEEN_BY_ALL, "desk=c guard=d host=e" },
    { FOYER_KEPT_NOT, FOYER_ROLE_RECEPTIONIST, "stay=b desk=c" },
    { FOYER_KEPT_NOT, FOYER_ROLE_SECURITY, "guard=d" },
    { FOYER_KEPT_NOT, FOYER_ROLE_SECURITY | FOYER_ROLE_RECEPTIONIST, "stay=b desk=c guard=d" },
    { KEPT, FOYER_ROLE_RECEPTIONIST, "desk=c" },
    { FOYER_KEPT_NOT, FOYER_ROLE_PRIVACY_OFFICER, "" },
    /* What the host alone sees, no role of staff does */
    { FOYER_KEPT_NOT, FOYER_ROLES_OF_STAFF, "stay=b desk=c guard=d" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (FoyerVisit) visit = new_visit ();

    foyer_visit_set_answer (visit, "way", "a", FOYER_KEPT_NOT, FOYER_SEEN_BY_HOST);
    foyer_visit_set_answer (visit, "stay", "b", STAY, FOYER_ROLE_RECEPTIONIST);
    foyer_visit_set_answer (visit, "desk", "c", KEPT, FOYER_ROLE_RECEPTIONIST);
    foyer_visit_set_answer (visit, "guard", "d", KEPT, FOYER_ROLE_SECURITY);
    foyer_visit_set_answer (visit, "host", "e", KEPT, FOYER_SEEN_BY_HOST);
    g_assert_cmpint (foyer_visit_drop_answers (visit, cases[i].least, cases[i].seen_by), ==, i > 0);
    assert_answers (visit, cases[i].left);
  }
}

static void
test_a_copy_has_the_answers_and_nothing_else (void)
{
  g_autoptr (FoyerVisit) yesterday = new_visit ();
  g_autoptr (FoyerVisit) today = new_visit ();
  g_autoptr (GBytes) host = g_bytes_new_static ("0123456789abcdef", 16);
  const FoyerAnswer *answer;

  foyer_visit_set_type (yesterday, "contractor");
  g_assert_true (foyer_visit_set_name (yesterday, "Zoë Brontë", NULL));
  foyer_visit_set_host (yesterday, host, "Łukasz Wójcik");
  foyer_visit_set_answer (yesterday, "car", "M-X 1", STAY, FOYER_ROLE_SECURITY);
  foyer_visit_set_days_told (yesterday, 90);
  foyer_visit_set_leader (yesterday, host);
  foyer_visit_set_times (yesterday, FOYER_VISIT_LEFT, 1, 2, 3);
  foyer_visit_set_answer (today, "company", "ACME", KEPT, FOYER_ROLE_SECURITY);

  foyer_visit_copy_answers (today, yesterday);

  g_assert_cmpstr (foyer_visit_get_type_key (today), ==, "contractor");
  g_assert_cmpstr (foyer_visit_get_name (today), ==, "Zoë Brontë");
  g_assert_cmpstr (foyer_visit_get_host_name (today), ==, "Łukasz Wójcik");
  g_assert_true (g_bytes_equal (foyer_visit_get_host_id (today), host));
  assert_answers (today, "car=M-X 1");
  answer = g_ptr_array_index (foyer_visit_get_answers (today), 0);
  g_assert_cmpint (answer->kept, ==, STAY);
  g_assert_cmpint (answer->seen_by, ==, FOYER_ROLE_SECURITY);

  g_assert_false (g_bytes_equal (foyer_visit_get_id (today), foyer_visit_get_id (yesterday)));
  g_assert_cmpstr (foyer_visit_get_code (today), !=, foyer_visit_get_code (yesterday));
  g_assert_cmpint (foyer_visit_get_state (today), ==, FOYER_VISIT_NEW);
  g_assert_cmpint (foyer_visit_get_arrived_at (today), ==, 0);
  g_assert_cmpint (foyer_visit_get_days_told (today), ==, 0);
  g_assert_null (foyer_visit_get_leader (today));
}

static void
test_the_company_is_an_answer (void)
{
  g_autoptr (FoyerVisit) visit = new_visit ();
  g_autoptr (GError) err = NULL;
  const FoyerAnswer *answer;

  g_assert_true (foyer_visit_set_company (visit, "  <b>ACME</b>  & Söhne ", &err));
  g_assert_no_error (err);
  g_assert_cmpstr (foyer_visit_get_company (visit), ==, "<b>ACME</b> & Söhne");
  answer = g_ptr_array_index (foyer_visit_get_answers (visit), 0);
  g_assert_cmpstr (answer->key, ==, FOYER_ANSWER_COMPANY);
  g_assert_cmpint (answer->kept, ==, KEPT);
  g_assert_cmpint (answer->seen_by, ==, FOYER_ROLES_OF_STAFF);

  /* What is no company changes nothing */
  g_assert_false (foyer_visit_set_company (visit, " ", &err));
  g_assert_error (err, FOYER_TYPED_TEXT_ERROR, FOYER_TYPED_TEXT_ERROR_EMPTY);
  g_assert_cmpstr (foyer_visit_get_company (visit), ==, "<b>ACME</b> & Söhne");

  g_assert_true (foyer_visit_set_company (visit, NULL, NULL));
  g_assert_null (foyer_visit_get_company (visit));
  assert_answers (visit, "");
}

static void
test_what_is_no_name_leaves_the_name (void)
{
  g_autoptr (FoyerVisit) visit = new_visit ();
  g_autoptr (GError) err = NULL;

  g_assert_null (foyer_visit_get_name (visit));
  g_assert_true (foyer_visit_set_name (visit, " Ada  Lovelace ", NULL));
  g_assert_false (foyer_visit_set_name (visit, "\xe2\x80\xae", &err));
  g_assert_error (err, FOYER_TYPED_TEXT_ERROR, FOYER_TYPED_TEXT_ERROR_UNPRINTABLE);
  g_assert_cmpstr (foyer_visit_get_name (visit), ==, "Ada Lovelace");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/visit/answers/order", test_answers_keep_the_order_in_which_they_were_given);
  g_test_add_func ("/visit/answers/drop", test_answers_are_dropped_by_how_long_and_by_whom);
  g_test_add_func ("/visit/copy", test_a_copy_has_the_answers_and_nothing_else);
  g_test_add_func ("/visit/company", test_the_company_is_an_answer);
  g_test_add_func ("/visit/name", test_what_is_no_name_leaves_the_name);
  return g_test_run ();
}
