/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "station/settings.h"
#include "station/types.h"
#include "visit/clock.h"

#include <glib/gstdio.h>
#include <string.h>

#define WORDS "[type]\nname=Guest\npurpose=Visiting someone\n"
#define TYPE WORDS "asks=name\n"
#define WITH_X WORDS "asks=name;x\n[field x]\n"
#define TOLD "question=Q\nlabel=L\npurpose=P\nseen-by=host\nkept=visit\n"
#define YES_NO WORDS "asks=name;y;x\n[field y]\nkind=yes-no\n" TOLD "[field x]\n"

static FoyerVisitorType *
find (GPtrArray *types, guint i)
{
  g_assert_cmpuint (i, <, types->len);
  return types->pdata[i];
}

static void
test_the_delivered_types_ask_what_the_flows_need (void)
{
  static const struct {
    const char *key;
    const char *purpose;
    const char *asks;
    int days;
    gint64 stay;
  } delivered[] = {
    { "guest", "Visiting someone", "name host", 30, 24 * FOYER_HOUR },
    { "delivery", "Delivery", "where name", 30, 12 * FOYER_HOUR },
    { "contractor", "Work on the building", "company name host safety", 90, 7 * FOYER_DAY },
    { "interview", "Interview", "name", 30, 12 * FOYER_HOUR },
  };
  g_autoptr (GPtrArray) types = NULL;
  g_autoptr (GError) err = NULL;

  types = foyer_types_load (FOYER_DATA "/types.d", &err);
  g_assert_no_error (err);
  g_assert_cmpuint (types->len, ==, G_N_ELEMENTS (delivered));
  for (guint i = 0; i < types->len; i++) {
    FoyerVisitorType *type = find (types, i);
    GPtrArray *fields = foyer_visitor_type_get_fields (type);
    g_autoptr (GString) asks = g_string_new (NULL);

    for (guint k = 0; k < fields->len; k++)
      g_string_append_printf (asks,
                              "%s%s",
                              k > 0 ? " " : "",
                              foyer_visitor_field_get_key (fields->pdata[k]));
    g_assert_cmpstr (foyer_visitor_type_get_key (type), ==, delivered[i].key);
    g_assert_cmpstr (foyer_visitor_type_get_purpose (type, "en"), ==, delivered[i].purpose);
    g_assert_cmpstr (asks->str, ==, delivered[i].asks);
    g_assert_cmpint (foyer_visitor_type_get_days (type), ==, delivered[i].days);
    g_assert_cmpint (foyer_visitor_type_get_longest_stay (type), ==, delivered[i].stay);
    g_assert_cmpint (foyer_visitor_type_prints (type, FOYER_ANSWER_COMPANY), ==, i == 2);
  }
  g_assert_cmpstr (foyer_visitor_type_get_name (find (types, 0), "de"), ==, "Gast");
  g_assert_cmpstr (foyer_visitor_type_get_purpose (find (types, 0), "de"), ==, "Jemanden besuchen");
}

static GPtrArray *
load_one (const char *name, const char *text, char **path, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("foyer-types-XXXXXX", NULL);
  GPtrArray *types;

  *path = g_build_filename (folder, name, NULL);
  g_assert_true (g_file_set_contents (*path, text, -1, NULL));
  types = foyer_types_load (folder, error);
  g_remove (*path);
  g_rmdir (folder);
  return types;
}

/* What a person wrote who makes a type, the line in which it is wrong, and what is said. */
typedef struct {
  const char *text;
  int line;
  const char *says;
} Slip;

static void
assert_refused (const char *name, const Slip *slip)
{
  g_autoptr (GPtrArray) types = NULL;
  g_autoptr (GError) err = NULL;
  g_autofree char *path = NULL;
  g_autofree char *place = NULL;

  types = load_one (name, slip->text, &path, &err);
  place = g_strdup_printf ("%s:%d: ", path, slip->line);
  g_test_message ("%s", err != NULL ? err->message : slip->text);
  g_assert_error (err, FOYER_SETTINGS_ERROR, FOYER_SETTINGS_ERROR_WRONG);
  g_assert_true (g_str_has_prefix (err->message, place));
  g_assert_nonnull (strstr (err->message, slip->says));
  g_assert_null (types);
}

static void
test_what_is_wrong_in_a_type_is_named_with_its_line (void)
{
  static const Slip slips[] = {
    { TYPE "days=-1\n", 5, "0 to 3650" },
    { TYPE "days=3651\n", 5, "0 to 3650" },
    { TYPE "order=first\n", 5, "whole number" },
    { TYPE "longest-stay=24\n", 5, "24h or 7d" },
    { TYPE "longest-stay=0h\n", 5, "24h or 7d" },
    { TYPE "longest-stay=h\n", 5, "24h or 7d" },
    { TYPE "longest-stay=367d\n", 5, "366d" },
    { TYPE "icon=../x\n", 5, "“icon” is an icon's name" },
    { TYPE "colour=red\n", 5, "purpose, order" },
    { TYPE "days=1\ndays=2\n", 6, "stands twice" },
    { TYPE "[fields]\n", 5, "[type], [field *]" },
    { TYPE "badge=company\n", 5, "“badge” allows company" },
    { WORDS "asks=name;host\nbadge=host\n", 5, "“badge” allows company" },
    { TYPE "design=A4\n", 5, "“design” is 62x100." },
    { TYPE "approval=maybe\n", 5, "“approval” is yes or no." },
    { TYPE "companions=21\n", 5, "0 to 20" },
    { TYPE "companions=-1\n", 5, "0 to 20" },
    { WORDS "asks=name;host\nhost=Ada\n", 5, "does not have host" },
    { TYPE "host=\xe2\x80\xae\n", 5, "“host” is the name" },
    { "[type]\nname=Guest\nasks=name\n", 1, "“purpose” is missing" },
    { "[type]\nname[de]=Gast\npurpose=x\nasks=name\n", 1, "“name” is missing" },
    { "", 1, "“name” is missing" },
    { WORDS, 1, "“asks” must have name" },
    { WORDS "asks=host\n", 4, "“asks” must have name" },
    { WORDS "asks=name;name\n", 4, "names each field once" },
    { WORDS "asks=name;e mail\n", 4, "lower case letters" },
    { WORDS "asks=name;E-Mail\n", 4, "lower case letters" },
  };
  static const Slip named = { TYPE, 1, "lower case" };

  for (gsize i = 0; i < G_N_ELEMENTS (slips); i++)
    assert_refused ("guest.type", &slips[i]);
  assert_refused ("Guest 2.type", &named);
}

static void
test_what_is_wrong_in_a_field_is_named_with_its_line (void)
{
  static const Slip slips[] = {
    { WORDS "asks=name;x\n", 1, "“kind” is text, email" },
    { WITH_X TOLD, 5, "“kind” is text, email" },
    { WITH_X TOLD "kind=colour\n", 11, "“kind” is text, email" },
    { WITH_X "kind=name\n" TOLD, 6, "“kind” is text, email" },
    { TYPE "[field x]\nkind=text\n" TOLD, 5, "does not name the field “x”" },
    { TYPE "[field name]\nkind=text\n" TOLD, 5, "“name” is known" },
    { WITH_X "kind=text\n" TOLD "[field host]\n", 12, "“host” is known" },
    { WITH_X "kind=text\n" TOLD "size=3\n", 12, "There is no key “size” in [field x]" },
    { WITH_X "kind=text\n" TOLD "seen-by[de]=host\n", 12, "There is no key “seen-by[de]”" },
    { WITH_X "kind=text\n" TOLD "required=maybe\n", 12, "“required” is yes or no." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (slips); i++)
    assert_refused ("guest.type", &slips[i]);
}

static void
test_a_field_must_say_what_for_who_and_how_long (void)
{
  static const Slip slips[] = {
    { WITH_X "kind=text\nlabel=L\npurpose=P\nseen-by=host\nkept=visit\n", 5, "“question”" },
    { WITH_X "kind=text\nquestion=\nlabel=L\npurpose=P\nkept=no\n", 7, "“question” is missing" },
    { WITH_X "kind=text\nquestion=Q\npurpose=P\nseen-by=host\nkept=visit\n", 5, "“label”" },
    { WITH_X "kind=text\nquestion=Q\nlabel=L\nseen-by=host\nkept=visit\n", 5, "“purpose”" },
    { WITH_X "kind=text\nquestion=Q\nlabel=L\npurpose[de]=P\nseen-by=host\nkept=visit\n",
      5,
      "“purpose” is missing" },
    { WITH_X "kind=text\nquestion=Q\nlabel=L\npurpose=P\nkept=visit\n", 5, "“seen-by” says who" },
    { WITH_X "kind=text\nquestion=Q\nlabel=L\npurpose=P\nkept=stay\n", 5, "“seen-by” says who" },
    { WITH_X "kind=text\nquestion=Q\nlabel=L\npurpose=P\nkept=visit\nseen-by=host;all\n",
      11,
      "“seen-by” says who" },
    { WITH_X "kind=text\nquestion=Q\nlabel=L\npurpose=P\nseen-by=host\n", 5, "“kept” says" },
    { WITH_X "kind=text\nquestion=Q\nlabel=L\npurpose=P\nseen-by=host\nkept=ever\n",
      11,
      "“kept” says" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (slips); i++)
    assert_refused ("guest.type", &slips[i]);
}

static void
test_a_condition_looks_back_at_a_choice (void)
{
  static const Slip slips[] = {
    { YES_NO "kind=text\n" TOLD "show-if=y\n", 19, "“show-if” is KEY:ANSWER" },
    { YES_NO "kind=text\n" TOLD "show-if=y:\n", 19, "“show-if” is KEY:ANSWER" },
    { YES_NO "kind=text\n" TOLD "show-if=y:perhaps\n", 19, "“show-if” is KEY:ANSWER" },
    { YES_NO "kind=text\n" TOLD "show-if=z:yes\n", 19, "“show-if” is KEY:ANSWER" },
    { YES_NO "kind=text\n" TOLD "show-if=x:yes\n", 19, "“show-if” is KEY:ANSWER" },
    { YES_NO "kind=text\n" TOLD "show-if=name:yes\n", 19, "“show-if” is KEY:ANSWER" },
    /* What is asked later has no answer yet */
    { WORDS "asks=name;x;y\n[field y]\nkind=yes-no\n" TOLD "[field x]\nkind=text\n" TOLD
            "show-if=y:yes\n",
      19,
      "“show-if” is KEY:ANSWER" },
    /* No answer to a question that need not be answered is no answer */
    { WORDS "asks=name;y;x\n[field y]\nkind=yes-no\nrequired=no\n" TOLD
            "[field x]\nkind=text\n" TOLD "show-if=y:\n",
      20,
      "“show-if” is KEY:ANSWER" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (slips); i++)
    assert_refused ("guest.type", &slips[i]);
}

static void
test_what_is_wrong_in_a_choice_is_named_with_its_line (void)
{
  static const Slip slips[] = {
    { WITH_X "kind=choice\n" TOLD, 5, "“choices” are 2 to 6" },
    { WITH_X "kind=choice\n" TOLD "choices=a\nchoice.a=A\n", 12, "“choices” are 2 to 6" },
    { WITH_X "kind=choice\n" TOLD "choices=a;b;c;d;e;f;g\n", 12, "“choices” are 2 to 6" },
    { WITH_X "kind=choice\n" TOLD "choices=a;B\n", 12, "“choices” are 2 to 6" },
    { WITH_X "kind=choice\n" TOLD "choices=a;b\nchoice.a=A\n", 5, "“choice.b” is missing" },
    { WITH_X "kind=choice\n" TOLD "choices=a;b\nchoice.a=A\nchoice.b[de]=B\n",
      5,
      "“choice.b” is missing" },
    { WITH_X "kind=choice\n" TOLD "choices=a;b\nchoice.a=A\nchoice.b=B\ncalls=c\n",
      15,
      "“calls” is the one of" },
    { WITH_X "kind=choice\n" TOLD "choices=a;b\nchoice.a=A\nchoice.b=B\nicon.a=a/b\n",
      15,
      "“icon.a” is an icon's name" },
    { WITH_X "kind=choice\n" TOLD "choices=a;b\nchoice.a=A\nchoice.b=B\nchoice.c=C\n",
      15,
      "“choice.c” says nothing here" },
    { WITH_X "kind=choice\n" TOLD "choices=a;b\nchoice.a=A\nchoice.b=B\nicon.c=c\n",
      15,
      "“icon.c” says nothing here" },
    { WITH_X "kind=choice\n" TOLD "choices=a;b\nchoice.a=A\nchoice.b=B\nrule.a=A\n",
      15,
      "“rule.a” says nothing here" },
    { WITH_X "kind=text\n" TOLD "choices=a;b\n", 12, "“choices” says nothing here" },
    { WITH_X "kind=yes-no\n" TOLD "calls=yes\n", 12, "“calls” says nothing here" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (slips); i++)
    assert_refused ("guest.type", &slips[i]);
}

static void
test_what_is_wrong_in_an_agreement_is_named_with_its_line (void)
{
  static const Slip slips[] = {
    { WITH_X "kind=accept\n" TOLD "text=T\n", 5, "“version” is your name" },
    { WITH_X "kind=accept\n" TOLD "text=T\nversion=\xe2\x80\xae\n", 13, "“version” is your name" },
    { WITH_X "kind=accept\n" TOLD "text=T\nversion=a name of this edition that has no end at all\n",
      13,
      "40 letters at most" },
    { WITH_X "kind=accept\n" TOLD "version=1\n", 5, "either a “text” or rules" },
    { WITH_X "kind=accept\n" TOLD "version=1\ntext=T\nrule.1=R\n", 13, "either a “text” or rules" },
    /* A rule that nobody would be shown */
    { WITH_X "kind=accept\n" TOLD "version=1\nrule.1=R\nrule.7=R\n", 14, "“rule.7” says nothing" },
    { WITH_X "kind=accept\n" TOLD "version=1\nrule.1=R\nrule.2[de]=R\n", 14, "“rule.2[de]” says" },
    { WITH_X "kind=accept\n" TOLD "version=1\nrule.1=R\nicon.1=é\n", 14, "“icon.1” is an icon's" },
    { WITH_X "kind=text\n" TOLD "text=T\n", 12, "“text” says nothing here" },
    { WITH_X "kind=text\n" TOLD "version=1\n", 12, "“version” says nothing here" },
    { WORDS "companions=1\nasks=name;x\n[field x]\nkind=accept\n" TOLD "version=1\ntext=T\n",
      4,
      "nobody answers for another" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (slips); i++)
    assert_refused ("guest.type", &slips[i]);
}

static FoyerVisitorField *
find_field (FoyerVisitorType *type, const char *key)
{
  FoyerVisitorField *field = foyer_visitor_type_find_field (type, key);

  g_assert_nonnull (field);
  return field;
}

/* A type with all that a file can say, but a fixed host. */
static const char all_of_it[] =
    "[type]\n"
    "name=Tour\nname[de]=Führung\npurpose=A tour\n"
    "asks=first;name;escort;where;host;rules\n"
    "approval=yes\ndays=0\nlongest-stay=7d\nicon=foyer-door-symbolic\ndesign=62x100\n"
    "[field first]\nkind=yes-no\nquestion=Is this your first visit?\n"
    "question[de]=Sind Sie zum ersten Mal hier?\nhint=Think\\nhard.\nlabel=First visit\n"
    "purpose=Then somebody comes along.\nkept=no\n"
    "[field escort]\nkind=text\nquestion=Who comes along?\nlabel=Escort\npurpose=So we know.\n"
    "required=no\nseen-by=receptionist;host\nkept=stay\nshow-if= first : yes \n"
    "[field where]\nkind=choice\nquestion=Where?\nlabel=Place\npurpose=So we know.\n"
    "seen-by=security\nkept=visit\nchoices=roof;cellar\nchoice.roof=Roof\nchoice.roof[de]=Dach\n"
    "icon.roof=foyer-ladder-symbolic\nchoice.cellar=Cellar\ncalls=cellar\n"
    "[field rules]\nkind=accept\nquestion=The rules\nlabel=Rules\npurpose=So all know.\n"
    "seen-by=security\nkept=visit\nversion=  2   b \nrule.1=One\nrule.3=Three\n"
    "icon.3=foyer-bell-symbolic\n";

static void
test_all_that_a_file_says_is_read (void)
{
  g_autoptr (GPtrArray) types = NULL;
  g_autoptr (GError) err = NULL;
  g_autofree char *path = NULL;
  g_autofree char *edition = NULL;
  FoyerVisitorType *type;
  FoyerVisitorField *field;
  const FoyerFieldPart *part;

  types = load_one ("tour.type", all_of_it, &path, &err);
  g_assert_no_error (err);
  type = find (types, 0);
  g_assert_cmpstr (foyer_visitor_type_get_name (type, "de"), ==, "Führung");
  g_assert_cmpstr (foyer_visitor_type_get_purpose (type, "de"), ==, "A tour");
  g_assert_true (foyer_visitor_type_get_approval (type));
  g_assert_cmpuint (foyer_visitor_type_get_companions (type), ==, 0);
  g_assert_cmpint (foyer_visitor_type_get_days (type), ==, 0);
  g_assert_cmpstr (foyer_visitor_type_get_icon (type), ==, "foyer-door-symbolic");
  g_assert_cmpstr (foyer_visitor_type_get_design (type), ==, "62x100");
  g_assert_null (foyer_visitor_type_get_host (type));
  g_assert_true (foyer_visitor_type_asks_host (type));
  g_assert_cmpuint (foyer_visitor_type_get_fields (type)->len, ==, 6);

  field = find_field (type, "first");
  g_assert_cmpint (foyer_visitor_field_get_kind (field), ==, FOYER_FIELD_YES_NO);
  g_assert_cmpstr (foyer_visitor_field_say (field, FOYER_FIELD_QUESTION, "de"),
                   ==,
                   "Sind Sie zum ersten Mal hier?");
  g_assert_cmpstr (foyer_visitor_field_say (field, FOYER_FIELD_HINT, "de"), ==, "Think\nhard.");
  g_assert_true (foyer_visitor_field_get_required (field));
  g_assert_cmpint (foyer_visitor_field_get_kept (field), ==, FOYER_KEPT_NOT);

  field = find_field (type, "escort");
  g_assert_false (foyer_visitor_field_get_required (field));
  g_assert_cmpint (foyer_visitor_field_get_kept (field), ==, FOYER_KEPT_UNTIL_LEAVING);
  g_assert_cmpint (foyer_visitor_field_get_seen_by (field),
                   ==,
                   FOYER_ROLE_RECEPTIONIST | FOYER_SEEN_BY_HOST);

  field = find_field (type, "where");
  part = foyer_visitor_field_find_part (field, "roof");
  g_assert_cmpstr (foyer_words_get (part->words, "de"), ==, "Dach");
  g_assert_cmpstr (part->icon, ==, "foyer-ladder-symbolic");
  g_assert_false (part->calls);
  g_assert_true (foyer_visitor_field_find_part (field, "cellar")->calls);

  field = find_field (type, "rules");
  g_assert_cmpuint (foyer_visitor_field_get_parts (field)->len, ==, 2);
  edition = foyer_visitor_field_get_edition (field);
  g_assert_true (g_str_has_prefix (edition, "2 b "));
}

static void
test_a_type_may_have_its_own_host_and_companions (void)
{
  static const struct {
    const char *text;
    const char *host;
    guint companions;
  } cases[] = {
    { TYPE, NULL, 20 },
    { TYPE "companions=3\nhost=  Ada  Lovelace \n", "Ada Lovelace", 3 },
    { TYPE "companions=0\nhost=\n", NULL, 0 },
    { WITH_X "kind=accept\n" TOLD "version=1\ntext=T\n", NULL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = NULL;
    g_autoptr (GError) err = NULL;
    g_autoptr (GPtrArray) types = load_one ("guest.type", cases[i].text, &path, &err);

    g_assert_no_error (err);
    g_assert_cmpstr (foyer_visitor_type_get_host (find (types, 0)), ==, cases[i].host);
    g_assert_cmpuint (foyer_visitor_type_get_companions (find (types, 0)), ==, cases[i].companions);
  }
}

static void
test_a_folder_without_types_is_refused (void)
{
  g_autoptr (GPtrArray) types = NULL;
  g_autoptr (GError) err = NULL;
  g_autofree char *path = NULL;

  /* Files that are no types are ignored; then none is left */
  types = load_one ("guest.type.bak", "nonsense", &path, &err);
  g_assert_error (err, FOYER_SETTINGS_ERROR, FOYER_SETTINGS_ERROR_WRONG);
  g_assert_nonnull (strstr (err->message, "NAME.type"));

  g_clear_error (&err);
  types = foyer_types_load ("/nowhere/types.d", &err);
  g_assert_error (err, FOYER_SETTINGS_ERROR, FOYER_SETTINGS_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (err->message, "/nowhere/types.d"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/types/delivered", test_the_delivered_types_ask_what_the_flows_need);
  g_test_add_func ("/types/wrong", test_what_is_wrong_in_a_type_is_named_with_its_line);
  g_test_add_func ("/types/field/wrong", test_what_is_wrong_in_a_field_is_named_with_its_line);
  g_test_add_func ("/types/field/told", test_a_field_must_say_what_for_who_and_how_long);
  g_test_add_func ("/types/field/condition", test_a_condition_looks_back_at_a_choice);
  g_test_add_func ("/types/field/choice", test_what_is_wrong_in_a_choice_is_named_with_its_line);
  g_test_add_func ("/types/field/agreement",
                   test_what_is_wrong_in_an_agreement_is_named_with_its_line);
  g_test_add_func ("/types/all", test_all_that_a_file_says_is_read);
  g_test_add_func ("/types/host-and-companions", test_a_type_may_have_its_own_host_and_companions);
  g_test_add_func ("/types/none", test_a_folder_without_types_is_refused);
  return g_test_run ();
}
