/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "visit/visitor-field.h"

#include <string.h>

#include "visit/clock.h"
#include "visit/typed-text.h"

/* What is typed, and what is kept of it; NULL where it is refused. */
typedef struct {
  const char *typed;
  const char *kept;
} Answer;

static void
assert_kind (FoyerFieldKind kind, FoyerFieldError code, const Answer *answers, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    g_autoptr (FoyerVisitorField) field = foyer_visitor_field_new ("x", kind);
    g_autofree char *clean = NULL;
    g_autoptr (GError) err = NULL;
    gboolean taken = foyer_visitor_field_clean (field, answers[i].typed, &clean, &err);

    g_test_message ("%s", answers[i].typed);
    g_assert_cmpstr (clean, ==, answers[i].kept);
    g_assert_cmpint (taken, ==, answers[i].kept != NULL);
    if (taken)
      g_assert_no_error (err);
    else
      g_assert_error (err, FOYER_FIELD_ERROR, (int) code);
  }
}

#define ASSERT_KIND(kind, code, answers)                                                           \
  assert_kind (FOYER_FIELD_##kind, FOYER_FIELD_ERROR_##code, answers, G_N_ELEMENTS (answers))

static void
test_an_email_address_has_the_form_of_one (void)
{
  static const Answer answers[] = {
    { " ada@example.com ", "ada@example.com" },
    { "a.b+c_d@sub.example.co.uk", "a.b+c_d@sub.example.co.uk" },
    { "o'connor@example.com", "o'connor@example.com" },
    { "root@localhost", "root@localhost" },
    { "ada", NULL },
    { "ada@", NULL },
    { "@example.com", NULL },
    { "ada@@example.com", NULL },
    { "ada lovelace@example.com", NULL },
    { "ada@-example.com", NULL },
    { "ada@example..com", NULL },
    { "ada@example.com, bob@example.com", NULL },
    { "<ada@example.com>", NULL },
  };

  ASSERT_KIND (EMAIL, EMAIL, answers);
}

static void
test_a_telephone_number_is_made_of_digits (void)
{
  static const Answer answers[] = {
    { "+49 (0)89 / 1234-56", "+49 (0)89 / 1234-56" },
    { " 110 ", "110" },
    { "020.7946.0958", "020.7946.0958" },
    { "123456789012345", "123456789012345" },
    { "12", NULL },
    { "1234567890123456", NULL },
    { "12+34", NULL },
    { "++49 89 1234", NULL },
    { "call me", NULL },
    { "0800 FLOWERS", NULL },
  };

  ASSERT_KIND (TELEPHONE, TELEPHONE, answers);
}

static void
test_a_date_is_a_day_that_there_is (void)
{
  static const Answer answers[] = {
    { "24.12.2026", "2026-12-24" },
    { "24/12/2026", "2026-12-24" },
    { "24-12-2026", "2026-12-24" },
    { "24 12 2026", "2026-12-24" },
    { "1. 2. 2026", "2026-02-01" },
    { "2026-12-24", "2026-12-24" },
    { "2026/2/1", "2026-02-01" },
    /* Leap days: every four years, but not in a full century, but in each fourth of these */
    { "29.2.2024", "2024-02-29" },
    { "2000-02-29", "2000-02-29" },
    { "29.2.2023", NULL },
    { "29.2.1900", NULL },
    /* Days come before months */
    { "12/24/2026", NULL },
    { "31.4.2026", NULL },
    { "0.1.2026", NULL },
    { "1.0.2026", NULL },
    { "1.1.0000", NULL },
    { "300.1.2026", NULL },
    { "1.2.26", NULL },
    { "1.2026.2", NULL },
    { "2026.1.2026", NULL },
    { "24.12.", NULL },
    { "24.12.20265", NULL },
    { "24.12.2026 noon", NULL },
    { "24.+1.2026", NULL },
    { "-4.1.2026", NULL },
    { "24122026", NULL },
    { "tomorrow", NULL },
  };

  ASSERT_KIND (DATE, DATE, answers);
}

static void
test_a_number_is_whole (void)
{
  static const Answer answers[] = {
    { " 0 ", "0" },         { "12", "12" },   { "2147483647", "2147483647" },
    { "2147483648", NULL }, { "-1", NULL },   { "1.5", NULL },
    { "1 000", NULL },      { "0x10", NULL }, { "two", NULL },
  };

  ASSERT_KIND (NUMBER, NUMBER, answers);
}

static void
test_a_car_registration_stands_in_capitals (void)
{
  static const Answer answers[] = {
    { " m-x 123e ", "M-X 123E" },
    { "lö-ab 1", "LÖ-AB 1" },
    { "А123ВС 77", "А123ВС 77" },
    { "品川 500 さ 12-34", "品川 500 さ 12-34" },
    { "1·ABC·23", "1·ABC·23" },
    { "ABCDEFGHIJKLMNOP", "ABCDEFGHIJKLMNOP" },
    { "ABCDEFGHIJKLMNOPQ", NULL },
    { "M_X 1", NULL },
    { "<b>", NULL },
    { "M “X” 1", NULL },
  };

  ASSERT_KIND (CAR_REGISTRATION, CAR_REGISTRATION, answers);
}

static void
test_a_text_is_any_text (void)
{
  static const Answer answers[] = {
    { "  <b>ACME</b>  & Söhne ", "<b>ACME</b> & Söhne" },
    { "李", "李" },
  };

  ASSERT_KIND (TEXT, CHOICE, answers);
}

static void
test_yes_or_no_is_nothing_else (void)
{
  static const Answer answers[] = {
    { "yes", "yes" }, { "no", "no" }, { "Yes", NULL }, { "maybe", NULL }, { "1", NULL },
  };

  ASSERT_KIND (YES_NO, CHOICE, answers);
}

static void
test_a_choice_is_one_of_the_choices (void)
{
  g_autoptr (FoyerVisitorField) field = foyer_visitor_field_new ("x", FOYER_FIELD_CHOICE);
  g_autofree char *clean = NULL;
  g_autofree char *wrong = NULL;
  g_autoptr (GError) err = NULL;

  foyer_visitor_field_add_part (field, "leave", NULL);
  foyer_visitor_field_add_part (field, "inside", "foyer-door-symbolic");
  g_assert_true (foyer_visitor_field_clean (field, "inside", &clean, NULL));
  g_assert_cmpstr (clean, ==, "inside");
  g_assert_false (foyer_visitor_field_clean (field, "insid", &wrong, &err));
  g_assert_error (err, FOYER_FIELD_ERROR, FOYER_FIELD_ERROR_CHOICE);
  g_assert_null (wrong);
  g_assert_null (foyer_visitor_field_find_part (field, NULL));
}

static void
test_what_need_not_be_answered_may_be_empty (void)
{
  static const FoyerFieldKind kinds[] = {
    FOYER_FIELD_TEXT,   FOYER_FIELD_EMAIL,  FOYER_FIELD_TELEPHONE,        FOYER_FIELD_DATE,
    FOYER_FIELD_CHOICE, FOYER_FIELD_NUMBER, FOYER_FIELD_CAR_REGISTRATION, FOYER_FIELD_YES_NO,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autoptr (FoyerVisitorField) field = foyer_visitor_field_new ("x", kinds[i]);
    g_autofree char *clean = NULL;
    g_autoptr (GError) err = NULL;

    g_assert_false (foyer_visitor_field_clean (field, " \t", &clean, &err));
    g_assert_error (err, FOYER_TYPED_TEXT_ERROR, FOYER_TYPED_TEXT_ERROR_EMPTY);
    g_clear_error (&err);

    foyer_visitor_field_set_required (field, FALSE);
    g_assert_true (foyer_visitor_field_clean (field, " \t", &clean, &err));
    g_assert_no_error (err);
    g_assert_null (clean);

    /* but what is there has to be right, and to be printed */
    g_assert_false (foyer_visitor_field_clean (field, "\xe2\x80\xae", &clean, &err));
    g_assert_error (err, FOYER_TYPED_TEXT_ERROR, FOYER_TYPED_TEXT_ERROR_UNPRINTABLE);
  }
}

static FoyerVisitorField *
new_agreement (void)
{
  FoyerVisitorField *field = foyer_visitor_field_new ("rules", FOYER_FIELD_ACCEPT);
  FoyerFieldPart *rule = foyer_visitor_field_add_part (field, "1", NULL);

  foyer_visitor_field_set_version (field, "2 b");
  foyer_words_set (rule->words, "", "Wear a helmet.");
  foyer_words_set (rule->words, "de", "Tragen Sie einen Helm.");
  rule = foyer_visitor_field_add_part (field, "2", NULL);
  foyer_words_set (rule->words, "", "Keep escape routes free.");
  return field;
}

static void
test_a_changed_word_of_any_language_is_another_edition (void)
{
  g_autoptr (FoyerVisitorField) field = new_agreement ();
  g_autoptr (FoyerVisitorField) same = new_agreement ();
  g_autofree char *edition = foyer_visitor_field_get_edition (field);
  g_autofree char *again = foyer_visitor_field_get_edition (same);
  GPtrArray *rules = foyer_visitor_field_get_parts (same);
  FoyerFieldPart *first = rules->pdata[0];

  g_assert_true (g_str_has_prefix (edition, "2 b "));
  g_assert_cmpstr (edition, ==, again);

  for (guint i = 0; i < 5; i++) {
    g_autofree char *other = NULL;
    g_autofree char *clean = NULL;
    g_autoptr (GError) err = NULL;

    switch (i) {
    case 0:
      foyer_words_set (first->words, "de", "Tragen Sie keinen Helm.");
      break;
    case 1:
      foyer_words_set (first->words, "de", "Tragen Sie einen Helm.");
      foyer_words_set (first->words, "fr", "Portez un casque.");
      break;
    case 2:
      foyer_words_set (foyer_visitor_field_words (same, FOYER_FIELD_AGREEMENT), "", "More.");
      break;
    case 3:
      foyer_visitor_field_set_version (same, "3");
      break;
    default:
      g_ptr_array_remove_index (rules, 1);
    }
    other = foyer_visitor_field_get_edition (same);
    g_assert_cmpstr (other, !=, edition);
    g_assert_cmpstr (other, !=, again);
    g_free (again);
    again = g_strdup (other);

    g_assert_false (foyer_visitor_field_clean (same, edition, &clean, &err));
    g_assert_error (err, FOYER_FIELD_ERROR, FOYER_FIELD_ERROR_CHOICE);
  }
}

static void
test_no_word_slips_from_one_rule_into_the_next (void)
{
  g_autoptr (FoyerVisitorField) one = foyer_visitor_field_new ("rules", FOYER_FIELD_ACCEPT);
  g_autoptr (FoyerVisitorField) two = foyer_visitor_field_new ("rules", FOYER_FIELD_ACCEPT);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  foyer_words_set (foyer_visitor_field_add_part (one, "1", NULL)->words, "", "No fire.");
  foyer_words_set (foyer_visitor_field_add_part (one, "2", NULL)->words, "", "");
  foyer_words_set (foyer_visitor_field_add_part (two, "1", NULL)->words, "", "");
  foyer_words_set (foyer_visitor_field_add_part (two, "2", NULL)->words, "", "No fire.");
  first = foyer_visitor_field_get_edition (one);
  second = foyer_visitor_field_get_edition (two);
  g_assert_cmpstr (first, !=, second);
}

static void
test_a_condition_is_about_another_answer (void)
{
  g_autoptr (FoyerVisit) visit = foyer_visit_new (1000 * FOYER_DAY);
  g_autoptr (FoyerVisitorField) escort = foyer_visitor_field_new ("escort", FOYER_FIELD_TEXT);

  g_assert_true (foyer_visitor_field_is_asked (escort, visit));
  foyer_visitor_field_set_condition (escort, "first-visit", "yes");
  g_assert_false (foyer_visitor_field_is_asked (escort, visit));
  foyer_visit_set_answer (visit, "first-visit", "no", FOYER_KEPT_NOT, 0);
  g_assert_false (foyer_visitor_field_is_asked (escort, visit));
  foyer_visit_set_answer (visit, "first-visit", "yes", FOYER_KEPT_NOT, 0);
  g_assert_true (foyer_visitor_field_is_asked (escort, visit));
}

static void
test_an_answer_counts_while_it_is_right (void)
{
  g_autoptr (FoyerVisit) visit = foyer_visit_new (1000 * FOYER_DAY);
  g_autoptr (FoyerVisitorField) name = foyer_visitor_field_new ("name", FOYER_FIELD_NAME);
  g_autoptr (FoyerVisitorField) host = foyer_visitor_field_new ("host", FOYER_FIELD_HOST);
  g_autoptr (FoyerVisitorField) rules = new_agreement ();
  g_autoptr (FoyerVisitorField) date = foyer_visitor_field_new ("date", FOYER_FIELD_DATE);
  g_autofree char *edition = foyer_visitor_field_get_edition (rules);

  g_assert_false (foyer_visitor_field_is_answered (name, visit));
  g_assert_false (foyer_visitor_field_is_answered (host, visit));
  g_assert_false (foyer_visitor_field_is_answered (rules, visit));
  g_assert_false (foyer_visitor_field_is_answered (date, visit));

  foyer_visit_set_name (visit, "Ada", NULL);
  foyer_visit_set_host (visit, foyer_visit_get_id (visit), "Bob");
  foyer_visit_set_answer (visit, "rules", edition, FOYER_KEPT_WITH_VISIT, FOYER_ROLE_SECURITY);
  foyer_visit_set_answer (visit, "date", "2026-12-24", FOYER_KEPT_WITH_VISIT, FOYER_ROLE_SECURITY);
  g_assert_true (foyer_visitor_field_is_answered (name, visit));
  g_assert_true (foyer_visitor_field_is_answered (host, visit));
  g_assert_true (foyer_visitor_field_is_answered (rules, visit));
  g_assert_true (foyer_visitor_field_is_answered (date, visit));

  /* Rules that changed since are read anew, and so is what the site asks otherwise by now */
  foyer_visitor_field_set_version (rules, "3");
  foyer_visit_set_answer (visit, "date", "soon", FOYER_KEPT_WITH_VISIT, FOYER_ROLE_SECURITY);
  g_assert_false (foyer_visitor_field_is_answered (rules, visit));
  g_assert_false (foyer_visitor_field_is_answered (date, visit));
}

static void
test_words_fall_back_to_the_default_language (void)
{
  g_autoptr (FoyerVisitorField) field = foyer_visitor_field_new ("x", FOYER_FIELD_TEXT);
  FoyerWords *question = foyer_visitor_field_words (field, FOYER_FIELD_QUESTION);

  g_assert_null (foyer_visitor_field_say (field, FOYER_FIELD_QUESTION, "de"));
  foyer_words_set (question, "", "Which company?");
  foyer_words_set (question, "de", "Welche Firma?");
  g_assert_cmpstr (foyer_visitor_field_say (field, FOYER_FIELD_QUESTION, "de"),
                   ==,
                   "Welche Firma?");
  g_assert_cmpstr (foyer_visitor_field_say (field, FOYER_FIELD_QUESTION, "fr"),
                   ==,
                   "Which company?");
  g_assert_cmpstr (foyer_visitor_field_say (field, FOYER_FIELD_QUESTION, NULL),
                   ==,
                   "Which company?");
  g_assert_null (foyer_visitor_field_say (field, FOYER_FIELD_HINT, "de"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/visitor-field/email", test_an_email_address_has_the_form_of_one);
  g_test_add_func ("/visitor-field/telephone", test_a_telephone_number_is_made_of_digits);
  g_test_add_func ("/visitor-field/date", test_a_date_is_a_day_that_there_is);
  g_test_add_func ("/visitor-field/number", test_a_number_is_whole);
  g_test_add_func ("/visitor-field/car-registration", test_a_car_registration_stands_in_capitals);
  g_test_add_func ("/visitor-field/text", test_a_text_is_any_text);
  g_test_add_func ("/visitor-field/yes-no", test_yes_or_no_is_nothing_else);
  g_test_add_func ("/visitor-field/choice", test_a_choice_is_one_of_the_choices);
  g_test_add_func ("/visitor-field/optional", test_what_need_not_be_answered_may_be_empty);
  g_test_add_func ("/visitor-field/edition",
                   test_a_changed_word_of_any_language_is_another_edition);
  g_test_add_func ("/visitor-field/edition/rules", test_no_word_slips_from_one_rule_into_the_next);
  g_test_add_func ("/visitor-field/condition", test_a_condition_is_about_another_answer);
  g_test_add_func ("/visitor-field/answered", test_an_answer_counts_while_it_is_right);
  g_test_add_func ("/visitor-field/languages", test_words_fall_back_to_the_default_language);
  return g_test_run ();
}
