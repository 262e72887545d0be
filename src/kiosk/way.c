/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-way"

#include "kiosk/way.h"

#include <glib/gi18n-lib.h>

#include "kiosk/agreement-page.h"
#include "kiosk/check-page.h"
#include "kiosk/choice-page.h"
#include "kiosk/companions-page.h"
#include "kiosk/display-page.h"
#include "kiosk/excerpt-page.h"
#include "kiosk/goodbye-page.h"
#include "kiosk/host-page.h"
#include "kiosk/language-page.h"
#include "kiosk/message-page.h"
#include "kiosk/notice-page.h"
#include "kiosk/privacy-page.h"
#include "kiosk/purpose-page.h"
#include "kiosk/put-right-page.h"
#include "kiosk/remember-page.h"
#include "kiosk/remembered-page.h"
#include "kiosk/service-page.h"
#include "kiosk/service-sign-in-page.h"
#include "kiosk/sign-out-page.h"
#include "kiosk/text-page.h"
#include "kiosk/thanks-page.h"
#include "kiosk/unreachable-page.h"
#include "kiosk/welcome-page.h"
#include "kiosk/your-data-page.h"

struct _FoyerWay {
  FoyerVisit *visit;
  FoyerSettings *settings;
  GPtrArray *steps;      /* of FoyerStep: all of them, in their order */
  const FoyerStep *step; /* where the visitor stands */
  GPtrArray *history;    /* of const FoyerStep: where Back leads, the last one first */
  GHashTable *answered;  /* of const FoyerStep: questions that were answered */
  gboolean is_known;     /* the visit came with answers: only what is missing is asked */
};

#define ON_THE_WAY FOYER_STEP_ON_THE_WAY
#define QUESTION (FOYER_STEP_ON_THE_WAY | FOYER_STEP_QUESTION)
#define NO_BACK FOYER_STEP_NO_BACK
#define NO_LANGUAGES FOYER_STEP_NO_LANGUAGES
#define NO_HEADER FOYER_STEP_NO_HEADER
#define NEEDS_NOTICE FOYER_STEP_NEEDS_NOTICE
#define LONG_TEXT FOYER_STEP_LONG_TEXT
#define NOTHING_TO_LOSE FOYER_STEP_NOTHING_TO_LOSE
#define AT_ONCE FOYER_STEP_AT_ONCE
#define NO_CALL FOYER_STEP_NO_CALL
#define FOR_STAFF (NO_BACK | NO_LANGUAGES | NO_CALL | NOTHING_TO_LOSE | AT_ONCE)

/* The way, from the top: between these stand the questions of the visitor types. */
static const FoyerStep before_questions[] = {
  { "welcome", foyer_welcome_page_get_type, ON_THE_WAY | NO_HEADER | NO_BACK },
  { "purpose", foyer_purpose_page_get_type, QUESTION },
};
static const FoyerStep after_questions[] = {
  { "check", foyer_check_page_get_type, ON_THE_WAY | NEEDS_NOTICE | LONG_TEXT },
  /* and what lies beside it */
  { "excerpt", foyer_excerpt_page_get_type, NEEDS_NOTICE | LONG_TEXT },
  { "privacy", foyer_privacy_page_get_type, NEEDS_NOTICE | LONG_TEXT | NOTHING_TO_LOSE },
  { "notice", foyer_notice_page_get_type, NEEDS_NOTICE | LONG_TEXT },
  { "thanks", foyer_thanks_page_get_type, NO_HEADER | NO_BACK | NOTHING_TO_LOSE | AT_ONCE },
  { "sign-out", foyer_sign_out_page_get_type, NOTHING_TO_LOSE },
  { "goodbye", foyer_goodbye_page_get_type, NO_HEADER | NO_BACK | NOTHING_TO_LOSE | AT_ONCE },
  { "unreachable", foyer_unreachable_page_get_type, 0 },
  { "companions", foyer_companions_page_get_type, 0 },
  { "put-right", foyer_put_right_page_get_type, 0 },
  { "remember", foyer_remember_page_get_type, NOTHING_TO_LOSE },
  { "remembered", foyer_remembered_page_get_type, NO_BACK | NOTHING_TO_LOSE | LONG_TEXT },
  { "your-data", foyer_your_data_page_get_type, NOTHING_TO_LOSE | LONG_TEXT },
  { "called", foyer_message_page_get_type, LONG_TEXT | NO_CALL },
  { "said", foyer_message_page_get_type, NO_HEADER | NO_BACK | NOTHING_TO_LOSE | AT_ONCE },
  { "language", foyer_language_page_get_type, NO_LANGUAGES },
  { "service-sign-in", foyer_service_sign_in_page_get_type, FOR_STAFF },
  { "service", foyer_service_page_get_type, FOR_STAFF },
  { "display", foyer_display_page_get_type, 0 },
};

/* What asks for each kind of answer. */
static GType (*const page_types[]) (void) = {
  [FOYER_FIELD_NAME] = foyer_text_page_get_type,
  [FOYER_FIELD_HOST] = foyer_host_page_get_type,
  [FOYER_FIELD_TEXT] = foyer_text_page_get_type,
  [FOYER_FIELD_EMAIL] = foyer_text_page_get_type,
  [FOYER_FIELD_TELEPHONE] = foyer_text_page_get_type,
  [FOYER_FIELD_DATE] = foyer_text_page_get_type,
  [FOYER_FIELD_CHOICE] = foyer_choice_page_get_type,
  [FOYER_FIELD_YES_NO] = foyer_choice_page_get_type,
  [FOYER_FIELD_NUMBER] = foyer_text_page_get_type,
  [FOYER_FIELD_CAR_REGISTRATION] = foyer_text_page_get_type,
  [FOYER_FIELD_ACCEPT] = foyer_agreement_page_get_type,
};

static void
step_free (gpointer data)
{
  FoyerStep *step = data;

  g_free ((char *) step->page);
  g_clear_object (&step->field);
  g_free (step);
}

static void
add_step (FoyerWay *self, const FoyerStep *of)
{
  FoyerStep *step = g_new (FoyerStep, 1);

  *step = *of;
  step->page = g_strdup (of->page);
  if (of->field != NULL)
    g_object_ref (of->field);
  g_ptr_array_add (self->steps, step);
}

static gboolean
is_shared (FoyerVisitorField *field)
{
  FoyerFieldKind kind = foyer_visitor_field_get_kind (field);

  return kind == FOYER_FIELD_NAME || kind == FOYER_FIELD_HOST;
}

char *
foyer_way_page_of (const char *type, FoyerVisitorField *field)
{
  const char *key = foyer_visitor_field_get_key (field);

  return is_shared (field) ? g_strdup (key) : g_strdup_printf ("%s/%s", type, key);
}

static void
add_question (FoyerWay *self, FoyerVisitorType *type, FoyerVisitorField *field)
{
  FoyerFieldKind kind = foyer_visitor_field_get_kind (field);
  g_autofree char *page = foyer_way_page_of (foyer_visitor_type_get_key (type), field);
  FoyerStep step = { page,
                     page_types[kind],
                     QUESTION | (kind == FOYER_FIELD_ACCEPT ? LONG_TEXT : 0),
                     field };

  if (foyer_way_find (self, page) == NULL)
    add_step (self, &step);
}

/* The name is asked in the same way of who leaves without a badge. */
static void
add_leave (FoyerWay *self)
{
  g_autoptr (FoyerVisitorField) name =
      foyer_visitor_field_new (FOYER_FIELD_KEY_NAME, FOYER_FIELD_NAME);
  FoyerStep step = { "leave", foyer_text_page_get_type, 0, name };

  foyer_words_set (foyer_visitor_field_words (name, FOYER_FIELD_HINT),
                   "",
                   C_ ("kiosk", "First and last name, as you gave it when you came."));
  add_step (self, &step);
}

static void
add_steps (FoyerWay *self)
{
  GPtrArray *types = foyer_settings_get_types (self->settings);

  for (gsize i = 0; i < G_N_ELEMENTS (before_questions); i++)
    add_step (self, &before_questions[i]);
  for (guint i = 0; i < types->len; i++) {
    GPtrArray *fields = foyer_visitor_type_get_fields (types->pdata[i]);

    for (guint k = 0; k < fields->len; k++)
      add_question (self, types->pdata[i], fields->pdata[k]);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (after_questions); i++)
    add_step (self, &after_questions[i]);
  add_leave (self);
}

FoyerWay *
foyer_way_new (FoyerVisit *visit, FoyerSettings *settings)
{
  FoyerWay *self = g_new0 (FoyerWay, 1);

  self->visit = g_object_ref (visit);
  self->settings = g_object_ref (settings);
  self->steps = g_ptr_array_new_with_free_func (step_free);
  self->history = g_ptr_array_new ();
  self->answered = g_hash_table_new (NULL, NULL);
  add_steps (self);
  return self;
}

void
foyer_way_free (FoyerWay *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->visit);
  g_object_unref (self->settings);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->history);
  g_hash_table_unref (self->answered);
  g_free (self);
}

const FoyerStep *
foyer_way_nth (FoyerWay *self, guint nth)
{
  return nth < self->steps->len ? g_ptr_array_index (self->steps, nth) : NULL;
}

const FoyerStep *
foyer_way_find (FoyerWay *self, const char *page)
{
  for (guint i = 0; i < self->steps->len; i++) {
    const FoyerStep *step = g_ptr_array_index (self->steps, i);

    if (g_str_equal (step->page, page))
      return step;
  }
  return NULL;
}

/* Whoever has not said yet what brings them is most likely what stands first. */
static FoyerVisitorType *
type_of (FoyerWay *self)
{
  const char *key = foyer_visit_get_type_key (self->visit);
  GPtrArray *types = foyer_settings_get_types (self->settings);

  return key == NULL ? types->pdata[0] : foyer_settings_find_type (self->settings, key);
}

static const FoyerStep *
find_question (FoyerWay *self, FoyerVisitorType *type, FoyerVisitorField *field)
{
  g_autofree char *page = foyer_way_page_of (foyer_visitor_type_get_key (type), field);

  return foyer_way_find (self, page);
}

/* The questions of the visit's type, in the order that the type gives them. */
static GPtrArray *
list_way (FoyerWay *self)
{
  GPtrArray *way = g_ptr_array_new ();
  FoyerVisitorType *type = type_of (self);
  GPtrArray *fields = type != NULL ? foyer_visitor_type_get_fields (type) : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (before_questions); i++)
    g_ptr_array_add (way, (gpointer) foyer_way_find (self, before_questions[i].page));
  for (guint i = 0; fields != NULL && i < fields->len; i++)
    if (foyer_visitor_field_is_asked (fields->pdata[i], self->visit))
      g_ptr_array_add (way, (gpointer) find_question (self, type, fields->pdata[i]));
  g_ptr_array_add (way, (gpointer) foyer_way_find (self, "check"));
  return way;
}

/* Where a page stands: on the way, or behind all of it. */
static guint
place_of (FoyerWay *self, const FoyerStep *step)
{
  g_autoptr (GPtrArray) way = list_way (self);
  guint place = 0;

  if (g_ptr_array_find (way, step, &place))
    return place;
  g_ptr_array_find (self->steps, step, &place);
  return self->steps->len + place;
}

gboolean
foyer_way_comes_before (FoyerWay *self, const FoyerStep *step, const FoyerStep *other)
{
  return place_of (self, step) < place_of (self, other);
}

static gboolean
is_on_way (FoyerWay *self, const FoyerStep *step)
{
  g_autoptr (GPtrArray) way = list_way (self);

  return g_ptr_array_find (way, step, NULL);
}

static gboolean
is_behind (FoyerWay *self, const FoyerStep *step, guint *at)
{
  return g_ptr_array_find (self->history, step, at);
}

/* The same page in the table of @self. */
static const FoyerStep *
same (FoyerWay *self, const FoyerStep *step)
{
  return step != NULL ? foyer_way_find (self, step->page) : NULL;
}

void
foyer_way_copy (FoyerWay *self, FoyerWay *other)
{
  GHashTableIter answered;
  gpointer step;

  self->step = same (self, other->step);
  self->is_known = other->is_known;
  g_ptr_array_set_size (self->history, 0);
  for (guint i = 0; i < other->history->len; i++)
    g_ptr_array_add (self->history, (gpointer) same (self, g_ptr_array_index (other->history, i)));
  g_hash_table_remove_all (self->answered);
  g_hash_table_iter_init (&answered, other->answered);
  while (g_hash_table_iter_next (&answered, &step, NULL))
    g_hash_table_add (self->answered, (gpointer) same (self, step));
}

void
foyer_way_adopt (FoyerWay *self, FoyerVisit *visit)
{
  g_autoptr (GPtrArray) way = NULL;

  g_set_object (&self->visit, visit);
  self->is_known = TRUE;
  g_hash_table_remove_all (self->answered); /* of the visit before */
  way = list_way (self);
  for (guint i = 0; i < way->len; i++) {
    const FoyerStep *step = g_ptr_array_index (way, i);

    if (step->field != NULL ? foyer_visitor_field_is_answered (step->field, visit)
                            : (step->traits & FOYER_STEP_QUESTION) != 0)
      g_hash_table_add (self->answered, (gpointer) step);
  }
}

/* Whether going there is going back. What is asked again from the check page, and what that leads
 * to, lies ahead of it, though it was asked before. */
static gboolean
is_return (FoyerWay *self, const FoyerStep *step, guint *at)
{
  const FoyerStep *check = foyer_way_find (self, "check");
  guint first = 0;

  if (self->step == check && (step->traits & FOYER_STEP_QUESTION))
    return FALSE;
  is_behind (self, check, &first);
  for (guint i = self->history->len; i > first; i--)
    if (g_ptr_array_index (self->history, i - 1) == step) {
      *at = i - 1;
      return TRUE;
    }
  return FALSE;
}

void
foyer_way_go (FoyerWay *self, const FoyerStep *step)
{
  guint at;

  if (step == self->step)
    return;
  if (is_return (self, step, &at))
    g_ptr_array_set_size (self->history, (int) at);
  else if (self->step != NULL)
    g_ptr_array_add (self->history, (gpointer) self->step);
  self->step = step;
}

gboolean
foyer_way_has_back (FoyerWay *self)
{
  return self->step != NULL && !(self->step->traits & FOYER_STEP_NO_BACK) && self->history->len > 0;
}

const FoyerStep *
foyer_way_back (FoyerWay *self)
{
  if (!foyer_way_has_back (self))
    return NULL;
  do
    self->step = g_ptr_array_steal_index (self->history, self->history->len - 1);
  while ((self->step->traits & FOYER_STEP_QUESTION) && !is_on_way (self, self->step)
         && self->history->len > 0); /* another purpose may ask for less */
  return self->step;
}

void
foyer_way_forget (FoyerWay *self)
{
  g_ptr_array_set_size (self->history, 0);
  self->step = NULL;
}

/* What is not asked any more has no answer either. */
static void
drop_answers (FoyerWay *self)
{
  FoyerVisitorType *type = type_of (self);
  GPtrArray *answers = foyer_visit_get_answers (self->visit);

  for (guint i = 0; i < answers->len;) {
    const FoyerAnswer *answer = g_ptr_array_index (answers, i);
    FoyerVisitorField *field =
        type != NULL ? foyer_visitor_type_find_field (type, answer->key) : NULL;

    if (field != NULL && foyer_visitor_field_is_asked (field, self->visit))
      i++;
    else
      g_ptr_array_remove_index (answers, i);
  }
  if (type != NULL && !foyer_visitor_type_asks_host (type)
      && foyer_visitor_type_get_host (type) == NULL)
    foyer_visit_set_host (self->visit, NULL, NULL);
}

void
foyer_way_answer (FoyerWay *self)
{
  GHashTableIter answered;
  gpointer step;

  g_hash_table_add (self->answered, (gpointer) self->step);
  drop_answers (self);
  g_hash_table_iter_init (&answered, self->answered);
  while (g_hash_table_iter_next (&answered, &step, NULL))
    if (!is_on_way (self, step))
      g_hash_table_iter_remove (&answered);
}

const FoyerStep *
foyer_way_next (FoyerWay *self)
{
  g_autoptr (GPtrArray) way = list_way (self);
  const FoyerStep *check = foyer_way_find (self, "check");
  gboolean only_missing = self->is_known || is_behind (self, check, NULL);
  guint here = place_of (self, self->step);

  for (guint i = 0; i < way->len; i++) {
    const FoyerStep *step = g_ptr_array_index (way, i);
    gboolean is_missing =
        step == check
        || ((step->traits & FOYER_STEP_QUESTION) && !g_hash_table_contains (self->answered, step));

    if (only_missing ? is_missing : i > here)
      return step;
  }
  return NULL;
}

/* Rules are read, not answered. */
static gboolean
is_agreement (const FoyerStep *step)
{
  return step->field != NULL && foyer_visitor_field_get_kind (step->field) == FOYER_FIELD_ACCEPT;
}

char *
foyer_way_say (FoyerWay *self, const FoyerStep *step, gboolean is_short)
{
  g_autoptr (GPtrArray) way = list_way (self);
  int nth = 0;
  int n = 0;

  if (g_str_equal (step->page, "check"))
    return g_strdup (C_ ("kiosk", "Last step"));
  for (guint i = 0; i < way->len; i++) {
    const FoyerStep *other = g_ptr_array_index (way, i);

    if (!(other->traits & FOYER_STEP_QUESTION) || is_agreement (other))
      continue;
    n++;
    if (other == step)
      nth = n;
  }
  if (nth == 0)
    return NULL;
  if (is_short)
    /* Translators: where the visitor is among the questions, as in 2 of 3 */
    return g_strdup_printf (C_ ("kiosk", "%d of %d"), nth, n);
  /* Translators: where the visitor is, as in Question 2 of 3 */
  return g_strdup_printf (C_ ("kiosk", "Question %d of %d"), nth, n);
}
