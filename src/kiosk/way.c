/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-way"

#include "kiosk/way.h"

#include <glib/gi18n-lib.h>

#include "kiosk/check-page.h"
#include "kiosk/company-page.h"
#include "kiosk/excerpt-page.h"
#include "kiosk/goodbye-page.h"
#include "kiosk/host-page.h"
#include "kiosk/language-page.h"
#include "kiosk/name-page.h"
#include "kiosk/notice-page.h"
#include "kiosk/privacy-page.h"
#include "kiosk/purpose-page.h"
#include "kiosk/sign-out-page.h"
#include "kiosk/thanks-page.h"
#include "kiosk/unreachable-page.h"
#include "kiosk/welcome-page.h"

struct _FoyerWay {
  FoyerVisit *visit;
  FoyerSettings *settings;
  const FoyerStep *step; /* where the visitor stands */
  GPtrArray *history;    /* of const FoyerStep: where Back leads, the last one first */
  guint answered;        /* a bit for each question that was answered */
};

static FoyerVisitorType *
type_of (FoyerVisit *visit, FoyerSettings *settings)
{
  const char *key = foyer_visit_get_type_key (visit);

  return key == NULL ? NULL : foyer_settings_find_type (settings, key);
}

static gboolean
asks_company (FoyerVisit *visit, FoyerSettings *settings)
{
  FoyerVisitorType *type = type_of (visit, settings);

  return type != NULL && foyer_visitor_type_asks (type, FOYER_ASKS_COMPANY);
}

static gboolean
asks_host (FoyerVisit *visit, FoyerSettings *settings)
{
  FoyerVisitorType *type = type_of (visit, settings);

  return type == NULL || foyer_visitor_type_asks (type, FOYER_ASKS_HOST);
}

#define ON_THE_WAY FOYER_STEP_ON_THE_WAY
#define QUESTION (FOYER_STEP_ON_THE_WAY | FOYER_STEP_QUESTION)
#define NO_BACK FOYER_STEP_NO_BACK
#define NO_LANGUAGES FOYER_STEP_NO_LANGUAGES
#define NO_HEADER FOYER_STEP_NO_HEADER
#define NEEDS_NOTICE FOYER_STEP_NEEDS_NOTICE
#define LONG_TEXT FOYER_STEP_LONG_TEXT
#define NOTHING_TO_LOSE FOYER_STEP_NOTHING_TO_LOSE
#define AT_ONCE FOYER_STEP_AT_ONCE

/* The way, from the top; then what lies beside it. */
static const FoyerStep steps[] = {
  { "welcome", foyer_welcome_page_get_type, ON_THE_WAY | NO_HEADER | NO_BACK, NULL },
  { "purpose", foyer_purpose_page_get_type, QUESTION, NULL },
  { "company", foyer_company_page_get_type, QUESTION, asks_company },
  { "name", foyer_name_page_get_type, QUESTION, NULL },
  { "host", foyer_host_page_get_type, QUESTION, asks_host },
  { "check", foyer_check_page_get_type, ON_THE_WAY | NEEDS_NOTICE | LONG_TEXT, NULL },
  { "excerpt", foyer_excerpt_page_get_type, NEEDS_NOTICE | LONG_TEXT, NULL },
  { "privacy", foyer_privacy_page_get_type, NEEDS_NOTICE | LONG_TEXT | NOTHING_TO_LOSE, NULL },
  { "notice", foyer_notice_page_get_type, NEEDS_NOTICE | LONG_TEXT, NULL },
  { "thanks", foyer_thanks_page_get_type, NO_HEADER | NO_BACK | NOTHING_TO_LOSE | AT_ONCE, NULL },
  { "sign-out", foyer_sign_out_page_get_type, NOTHING_TO_LOSE, NULL },
  { "goodbye", foyer_goodbye_page_get_type, NO_HEADER | NO_BACK | NOTHING_TO_LOSE | AT_ONCE, NULL },
  { "unreachable", foyer_unreachable_page_get_type, 0, NULL },
  { "language", foyer_language_page_get_type, NO_LANGUAGES, NULL },
};

static gboolean
is_on_way (FoyerWay *self, const FoyerStep *step)
{
  return (step->traits & FOYER_STEP_ON_THE_WAY)
         && (step->is_asked == NULL || step->is_asked (self->visit, self->settings));
}

static guint
bit_of (const FoyerStep *step)
{
  return 1U << (guint) (step - steps);
}

static gboolean
is_behind (FoyerWay *self, const FoyerStep *step, guint *at)
{
  return g_ptr_array_find (self->history, step, at);
}

FoyerWay *
foyer_way_new (FoyerVisit *visit, FoyerSettings *settings)
{
  FoyerWay *self = g_new0 (FoyerWay, 1);

  self->visit = g_object_ref (visit);
  self->settings = g_object_ref (settings);
  self->history = g_ptr_array_new ();
  return self;
}

void
foyer_way_free (FoyerWay *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->visit);
  g_object_unref (self->settings);
  g_ptr_array_unref (self->history);
  g_free (self);
}

void
foyer_way_copy (FoyerWay *self, FoyerWay *other)
{
  self->step = other->step;
  self->answered = other->answered;
  g_ptr_array_set_size (self->history, 0);
  for (guint i = 0; i < other->history->len; i++)
    g_ptr_array_add (self->history, g_ptr_array_index (other->history, i));
}

const FoyerStep *
foyer_way_nth (guint nth)
{
  return nth < G_N_ELEMENTS (steps) ? &steps[nth] : NULL;
}

const FoyerStep *
foyer_way_find (const char *page)
{
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (steps[i].page, page))
      return &steps[i];
  return NULL;
}

/* Whether going there is going back. What is asked again from the check page, and what that leads
 * to, lies ahead of it, though it was asked before. */
static gboolean
is_return (FoyerWay *self, const FoyerStep *step, guint *at)
{
  const FoyerStep *check = foyer_way_find ("check");
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

void
foyer_way_answer (FoyerWay *self)
{
  self->answered |= bit_of (self->step);
  if (!asks_company (self->visit, self->settings))
    foyer_visit_set_company (self->visit, NULL, NULL);
  if (!asks_host (self->visit, self->settings))
    foyer_visit_set_host (self->visit, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if ((steps[i].traits & FOYER_STEP_QUESTION) && !is_on_way (self, &steps[i]))
      self->answered &= ~bit_of (&steps[i]);
}

const FoyerStep *
foyer_way_next (FoyerWay *self)
{
  const FoyerStep *check = foyer_way_find ("check");
  gboolean is_change = check != NULL && is_behind (self, check, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++) {
    const FoyerStep *step = &steps[i];

    if (!is_on_way (self, step))
      continue;
    if (is_change
        && (step == check
            || ((step->traits & FOYER_STEP_QUESTION) && !(self->answered & bit_of (step)))))
      return step;
    if (!is_change && step > self->step)
      return step;
  }
  return NULL;
}

char *
foyer_way_say (FoyerWay *self, const FoyerStep *step)
{
  int nth = 0;
  int n = 0;

  if (g_str_equal (step->page, "check"))
    return g_strdup (C_ ("kiosk", "Last step"));
  if (!(step->traits & FOYER_STEP_QUESTION))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if ((steps[i].traits & FOYER_STEP_QUESTION) && is_on_way (self, &steps[i])) {
      n++;
      if (&steps[i] == step)
        nth = n;
    }
  /* Translators: where the visitor is, as in Question 2 of 3 */
  return g_strdup_printf (C_ ("kiosk", "Question %d of %d"), nth, n);
}
