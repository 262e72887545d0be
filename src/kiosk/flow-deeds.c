/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-kiosk-flow"

#include "kiosk/flow-private.h"

#include <glib/gi18n-lib.h>

#include "reception/expect.h"
#include "reception/hosts.h"
#include "reception/leaving.h"
#include "reception/put-right.h"
#include "reception/remember.h"
#include "station/day.h"

/* How long a page stays that only says something, in seconds. */
#define STAYS 12
#define STAYS_AT_GOODBYE 6

static void
say (FoyerKioskFlow *self, const char *page, FoyerKioskMessage message)
{
  self->context.message = message;
  foyer_kiosk_flow_go (self, page);
}

/* What ends a visitor's way: there is nothing to go back to. */
static void
say_at_last (FoyerKioskFlow *self, FoyerKioskMessage message)
{
  self->message_is_end = TRUE;
  foyer_way_forget (self->way);
  say (self, "said", message);
}

static void
say_already (FoyerKioskFlow *self)
{
  g_autofree char *time =
      foyer_day_format_time (foyer_settings_get_time_zone (self->context.settings),
                             foyer_arrival_get_since (self->arrival));

  g_free (self->said);
  self->said = g_strdup_printf (C_ ("kiosk", "You are signed in already, since %s."), time);
  say_at_last (self,
               (FoyerKioskMessage){
                   .icon = "foyer-check-symbolic",
                   .heading = self->said,
                   .words = C_ ("kiosk", "Please take your badge below. Reception can help."),
                   .closes_in = STAYS,
               });
}

static void
on_arrived (FoyerArrivalOutcome outcome, const GError *err, gpointer data)
{
  FoyerKioskFlow *self = data;

  foyer_kiosk_flow_set_busy (self, FALSE);
  if (outcome != FOYER_ARRIVAL_FAILED)
    foyer_host_budget_signed_in (self->context.host_budget);
  switch (outcome) {
  case FOYER_ARRIVAL_FAILED:
    foyer_kiosk_flow_complain (self, err);
    break;
  case FOYER_ARRIVAL_ON_SITE:
    self->is_signed_in = TRUE;
    foyer_way_forget (self->way);
    foyer_kiosk_flow_go (self, "thanks");
    break;
  case FOYER_ARRIVAL_ALREADY:
    say_already (self);
    break;
  case FOYER_ARRIVAL_ASKED:
    say_at_last (self,
                 (FoyerKioskMessage){
                     .icon = "foyer-person-symbolic",
                     .heading = C_ ("kiosk", "Reception is looking at this."),
                     .words = C_ ("kiosk", "Your badge is printed as soon as they answer."),
                 });
    break;
  case FOYER_ARRIVAL_DENIED:
    say_at_last (self,
                 (FoyerKioskMessage){
                     .icon = "foyer-person-symbolic",
                     .heading = C_ ("kiosk", "Please speak to reception."),
                     .closes_in = STAYS,
                 });
    break;
  }
}

void
foyer_kiosk_flow_sign_in (FoyerKioskFlow *self)
{
  if (self->arrival == NULL)
    self->arrival = foyer_arrival_new (&self->context, on_arrived, self);
  foyer_kiosk_flow_set_busy (self, TRUE);
  foyer_arrival_sign_in (self->arrival, self->back_from);
  foyer_kiosk_flow_prepare (self, "thanks"); /* built while the store writes */
}

static void
on_call_heard (FoyerHelpCallState state, gpointer data)
{
  FoyerKioskFlow *self = data;

  if (!g_str_equal (foyer_kiosk_flow_get_page (self), "called")
      && !g_str_equal (foyer_kiosk_flow_get_page (self), "said"))
    return; /* the visitor went on */
  if (state == FOYER_HELP_CALL_TAKEN)
    self->context.message.heading = C_ ("kiosk", "Reception is on its way.");
  if (state == FOYER_HELP_CALL_FAILED) {
    self->context.message.heading = C_ ("kiosk", "Reception cannot be called from here.");
    self->context.message.words = C_ ("kiosk", "Please go to the reception desk.");
  }
  if (state != FOYER_HELP_CALL_MADE)
    foyer_kiosk_flow_show_again (self);
}

static void
call_reception (FoyerKioskFlow *self, const char *page)
{
  if (self->call != NULL)
    g_object_run_dispose (G_OBJECT (self->call));
  g_clear_object (&self->call);
  self->call = foyer_help_call_new (&self->context, page, on_call_heard, self);
}

void
foyer_kiosk_flow_call (FoyerKioskFlow *self, const char *page)
{
  call_reception (self, page);
  say (self,
       "called",
       (FoyerKioskMessage){
           .icon = "foyer-phone-symbolic",
           .heading = C_ ("kiosk", "Reception has been called."),
           .words = C_ ("kiosk", "You can go on meanwhile."),
           .primary = C_ ("kiosk", "Close"),
       });
}

void
foyer_kiosk_flow_hand_over (FoyerKioskFlow *self)
{
  call_reception (self, foyer_kiosk_flow_get_page (self));
  say_at_last (self,
               (FoyerKioskMessage){
                   .icon = "foyer-phone-symbolic",
                   .heading = C_ ("kiosk", "Reception has been called."),
                   .words = C_ ("kiosk", "Somebody comes for your delivery. Nothing was recorded."),
                   .closes_in = STAYS,
               });
}

/* The answer is the same whether or not there is such a visitor. */
static void
on_asked_to_leave (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerLeaving) leaving = foyer_store_do_finish (result, &err);
  FoyerKioskFlow *self = data;

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* self is gone */
  foyer_kiosk_flow_set_busy (self, FALSE);
  if (err != NULL) {
    foyer_kiosk_flow_complain (self, err);
    return;
  }
  say_at_last (self,
               (FoyerKioskMessage){
                   .icon = "foyer-door-symbolic",
                   .heading = C_ ("kiosk", "Thank you."),
                   .words = C_ ("kiosk", "Reception will sign you out."),
                   .closes_in = STAYS_AT_GOODBYE,
               });
}

void
foyer_kiosk_flow_ask_to_leave (FoyerKioskFlow *self)
{
  foyer_kiosk_flow_set_busy (self, TRUE);
  foyer_store_do (self->context.store,
                  self->context.kiosk,
                  &foyer_reception_ask_to_leave,
                  foyer_leaving_new (foyer_visit_get_name (self->context.visit),
                                     foyer_settings_get_station (self->context.settings),
                                     foyer_clock_now (self->context.clock)),
                  foyer_leaving_free,
                  self->cancel,
                  on_asked_to_leave,
                  self);
}

static void
on_host_found (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerHostSearch) search = foyer_store_do_finish (result, &err);
  FoyerKioskFlow *self = data;
  FoyerHost *host;

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* self is gone */
  if (err != NULL || search->hosts->len == 0) {
    g_info ("the host of these visitors is not found");
    return; /* reception tells them */
  }
  host = g_ptr_array_index (search->hosts, 0);
  foyer_visit_set_host (self->context.visit, foyer_host_get_id (host), foyer_host_get_name (host));
}

static void
find_host (FoyerKioskFlow *self, const char *name)
{
  FoyerHostSearch *search = foyer_host_search_new (name);

  search->whole = TRUE;
  foyer_store_do (self->context.store,
                  self->context.kiosk,
                  &foyer_reception_find_hosts,
                  search,
                  foyer_host_search_free,
                  self->cancel,
                  on_host_found,
                  self);
}

void
foyer_kiosk_flow_take_type (FoyerKioskFlow *self)
{
  FoyerCompanions *companions = self->context.companions;
  FoyerVisitorType *type =
      foyer_settings_find_type (self->context.settings,
                                foyer_visit_get_type_key (self->context.visit));

  if (type == NULL)
    return;
  while (foyer_companions_count (companions) > foyer_visitor_type_get_companions (type))
    foyer_companions_remove (companions, foyer_companions_count (companions) - 1);
  if (foyer_visitor_type_get_host (type) != NULL)
    find_host (self, foyer_visitor_type_get_host (type));
}

void
foyer_kiosk_flow_adopt (FoyerKioskFlow *self, FoyerVisit *visit, GBytes *back_from)
{
  g_return_if_fail (FOYER_IS_KIOSK_FLOW (self));

  g_set_object (&self->context.visit, visit);
  g_clear_pointer (&self->back_from, g_bytes_unref);
  self->back_from = back_from != NULL ? g_bytes_ref (back_from) : NULL;
  foyer_way_adopt (self->way, visit);
  foyer_kiosk_flow_take_type (self);
  foyer_kiosk_flow_go_on (self);
}

/* What the inviter wrote is not asked; what the visitor typed stays as typed. */
static void
on_expected_found (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerExpectedSearch) search = foyer_store_do_finish (result, &err);
  FoyerKioskFlow *self = data;

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* self is gone */
  foyer_kiosk_flow_set_busy (self, FALSE);
  if (err != NULL)
    g_info ("no invitation is looked for: %s", err->message);
  if (err != NULL || search->found == NULL) {
    foyer_kiosk_flow_go_on (self);
    return;
  }
  foyer_visit_set_name (search->found, search->name, NULL);
  foyer_kiosk_flow_adopt (self, search->found, NULL);
}

void
foyer_kiosk_flow_find_expected (FoyerKioskFlow *self)
{
  const FoyerKioskContext *context = &self->context;
  FoyerVisit *visit = context->visit;
  const char *name = foyer_visit_get_name (visit);
  GBytes *host = foyer_visit_get_host_id (visit);
  gint64 from;
  gint64 until;

  if (host == NULL || name == NULL || foyer_visit_get_state (visit) != FOYER_VISIT_NEW) {
    foyer_kiosk_flow_go_on (self);
    return;
  }
  foyer_day_bounds (foyer_settings_get_time_zone (context->settings),
                    foyer_clock_now (context->clock),
                    &from,
                    &until);
  foyer_kiosk_flow_set_busy (self, TRUE);
  foyer_store_do (context->store,
                  context->kiosk,
                  &foyer_reception_find_expected,
                  foyer_expected_search_new (name, host, from, until),
                  foyer_expected_search_free,
                  self->cancel,
                  on_expected_found,
                  self);
}

static void
on_put_right (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerPutRight) put_right = foyer_store_do_finish (result, &err);
  FoyerKioskFlow *self = data;

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* self is gone */
  foyer_kiosk_flow_set_busy (self, FALSE);
  if (err != NULL) {
    foyer_kiosk_flow_complain (self, err);
    return;
  }
  foyer_visit_set_host (put_right->changed,
                        foyer_visit_get_host_id (self->context.visit),
                        foyer_visit_get_host_name (self->context.visit));
  g_set_object (&self->context.visit, put_right->changed);
  foyer_way_forget (self->way);
  foyer_kiosk_flow_go (self, "thanks");
}

void
foyer_kiosk_flow_put_right (FoyerKioskFlow *self)
{
  foyer_kiosk_flow_set_busy (self, TRUE);
  foyer_store_do (self->context.store,
                  self->context.kiosk,
                  &foyer_reception_put_right,
                  foyer_put_right_new (self->context.visit,
                                       foyer_settings_get_station (self->context.settings),
                                       foyer_clock_now (self->context.clock)),
                  foyer_put_right_free,
                  self->cancel,
                  on_put_right,
                  self);
}

static void
on_remembered (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRemembrance) remembrance = foyer_store_do_finish (result, &err);
  FoyerKioskFlow *self = data;

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* self is gone */
  foyer_kiosk_flow_set_busy (self, FALSE);
  if (err != NULL) {
    g_info ("the answers are not remembered: %s", err->message);
    say_at_last (self,
                 (FoyerKioskMessage){
                     .icon = "foyer-person-symbolic",
                     .heading = C_ ("kiosk", "Your answers cannot be kept at the moment."),
                     .words = C_ ("kiosk", "You are signed in all the same."),
                     .closes_in = STAYS,
                 });
    return;
  }
  g_free ((char *) self->context.remembered_code);
  self->context.remembered_code = g_strdup (remembrance->code);
  self->context.remembered_until = remembrance->ends_at;
  foyer_way_forget (self->way);
  foyer_kiosk_flow_go (self, "remembered");
}

void
foyer_kiosk_flow_remember (FoyerKioskFlow *self)
{
  const FoyerKioskContext *context = &self->context;

  foyer_kiosk_flow_set_busy (self, TRUE);
  foyer_store_do (context->store,
                  context->kiosk,
                  &foyer_reception_remember,
                  foyer_remembrance_new (foyer_visit_get_id (context->visit),
                                         foyer_settings_get_remember_days (context->settings),
                                         foyer_clock_now (context->clock)),
                  foyer_remembrance_free,
                  self->cancel,
                  on_remembered,
                  self);
}

void
foyer_kiosk_flow_welcome_back (FoyerKioskFlow *self, FoyerVisit *before)
{
  g_autoptr (FoyerVisit) visit = foyer_visit_new (foyer_clock_now (self->context.clock));

  foyer_visit_copy_answers (visit, before);
  foyer_kiosk_flow_adopt (self, visit, foyer_visit_get_id (before));
}

void
foyer_kiosk_flow_show_held (FoyerKioskFlow *self, FoyerVisit *visit)
{
  g_return_if_fail (FOYER_IS_KIOSK_FLOW (self));

  g_set_object (&self->context.held, visit);
  foyer_kiosk_flow_show_again (self);
}
