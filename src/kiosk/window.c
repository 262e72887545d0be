/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-kiosk-window"

#include "kiosk/window.h"

#include <glib/gi18n-lib.h>

#include "kiosk/bar.h"
#include "kiosk/code-reader.h"
#include "kiosk/flow.h"
#include "kiosk/frame.h"
#include "kiosk/guard.h"
#include "kiosk/idle-sheet.h"
#include "kiosk/idle.h"
#include "kiosk/monitor.h"
#include "kiosk/say.h"
#include "kiosk/selections.h"
#include "kiosk/way.h"
#include "reception/sign-out.h"
#include "station/day.h"
#include "station/language.h"

/**
 * FoyerKioskWindow:
 *
 * The visitors' screen.
 */
struct _FoyerKioskWindow {
  GtkWindow parent;

  GtkStack *place; /* where the flow's frame stands */
  FoyerBar *bar;
  FoyerIdleSheet *idle_sheet;

  FoyerStore *store;
  FoyerActor *kiosk;
  FoyerClock *clock;
  FoyerSettings *settings;
  FoyerKioskFlow *flow;
  char *language;
  FoyerDisplay display;
  FoyerStyle *style;
  FoyerBrand *brand;
  gboolean portrait;
  gboolean fills_monitor;
  FoyerIdle *idle;
  FoyerGuard *guard;
  FoyerSelections *selections;
  FoyerServiceDoor *door;
  FoyerCodeReader *codes;
  FoyerHostBudget *host_budget;
  GCancellable *cancel;
};

G_DEFINE_FINAL_TYPE (FoyerKioskWindow, foyer_kiosk_window, GTK_TYPE_WINDOW)

enum {
  OVER,
  LANGUAGE_WISHED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean
is_at (FoyerKioskWindow *self, const char *page)
{
  return g_str_equal (foyer_kiosk_flow_get_page (self->flow), page);
}

static gboolean
is_at_service (FoyerKioskWindow *self)
{
  return is_at (self, "service-sign-in") || is_at (self, "service");
}

static void
touch (FoyerKioskWindow *self)
{
  gint64 patience;

  if (self->flow == NULL)
    return;
  foyer_selections_touch (self->selections);
  patience = is_at_service (self)                           ? FOYER_IDLE_PATIENCE_FOR_STAFF
             : foyer_kiosk_flow_is_for_reading (self->flow) ? FOYER_IDLE_PATIENCE_WHILE_READING
                                                            : FOYER_IDLE_PATIENCE;
  foyer_idle_touch (self->idle,
                    foyer_display_stretch (&self->display, patience),
                    foyer_display_stretch (&self->display, FOYER_IDLE_WARNING));
}

static void
on_control_key (FoyerKioskWindow *self, guint keyval)
{
  if (self->flow != NULL)
    foyer_kiosk_frame_press (FOYER_KIOSK_FRAME (foyer_kiosk_flow_get_frame (self->flow)), keyval);
}

static void
on_moved (FoyerKioskWindow *self)
{
  foyer_guard_page_changed (self->guard);
  touch (self);
}

/* With everything that was typed into it. */
static void
drop_flow (FoyerKioskWindow *self, FoyerKioskFlow *flow)
{
  if (flow == NULL)
    return;
  g_signal_handlers_disconnect_by_data (flow, self);
  g_object_run_dispose (G_OBJECT (flow));
  g_object_unref (flow);
}

static FoyerKioskFlow *
new_flow (FoyerKioskWindow *self, FoyerVisit *visit, const char *language)
{
  FoyerKioskContext context = { .store = self->store,
                                .kiosk = self->kiosk,
                                .clock = self->clock,
                                .settings = self->settings,
                                .language = language,
                                .visit = visit,
                                .host_budget = self->host_budget,
                                .portrait = self->portrait,
                                .door = self->door,
                                .display = &self->display,
                                .brand = self->brand };
  FoyerKioskFlow *flow;

  foyer_display_wear (&self->display, self->style, GTK_WIDGET (self), self->settings);
  foyer_language_use (language);
  foyer_idle_sheet_translate (self->idle_sheet);
  flow = foyer_kiosk_flow_new (&context);
  if (self->language != language) {
    g_free (self->language);
    self->language = g_strdup (language);
  }
  return flow;
}

static void
on_over (FoyerKioskWindow *self)
{
  g_signal_emit (self, signals[OVER], 0);
}

static void
on_language_wished (FoyerKioskWindow *self, const char *language)
{
  g_signal_emit (self, signals[LANGUAGE_WISHED], 0, language);
}

static void
on_display_wished (FoyerKioskWindow *self, const char *choice)
{
  if (foyer_kiosk_flow_is_busy (self->flow))
    return;
  self->display = foyer_display_choose (&self->display, choice);
  g_signal_emit (self, signals[LANGUAGE_WISHED], 0, self->language); /* the same, built anew */
}

static void
take_flow (FoyerKioskWindow *self, FoyerKioskFlow *flow)
{
  GtkWidget *frame = foyer_kiosk_flow_get_frame (flow);

  drop_flow (self, g_steal_pointer (&self->flow));
  self->flow = flow;
  gtk_container_add (GTK_CONTAINER (self->place), frame);
  gtk_stack_set_visible_child (self->place, frame);
  g_signal_connect_swapped (flow, "moved", G_CALLBACK (on_moved), self);
  g_signal_connect_swapped (flow, "over", G_CALLBACK (on_over), self);
  g_signal_connect_swapped (flow, "language-wished", G_CALLBACK (on_language_wished), self);
  g_signal_connect_swapped (frame, "display-wished", G_CALLBACK (on_display_wished), self);
}

/* Of a visitor who was here before nothing is left. */
static void
begin (FoyerKioskWindow *self, const char *page)
{
  g_autoptr (FoyerVisit) visit = foyer_visit_new (foyer_clock_now (self->clock));

  self->display = FOYER_DISPLAY_PLAIN;
  take_flow (self, new_flow (self, visit, foyer_settings_get_languages (self->settings)[0]));
  foyer_selections_clear (self->selections);
  foyer_kiosk_flow_begin (self->flow, page);
}

static void
open_service (FoyerKioskWindow *self)
{
  if (!foyer_kiosk_flow_is_busy (self->flow) && !is_at_service (self))
    begin (self, "service-sign-in");
}

static void
start_over (FoyerKioskWindow *self)
{
  begin (self, "welcome");
  if (foyer_service_door_take_call (self->door))
    open_service (self);
}

/* Whoever stands at the kiosk is not disturbed: staff who called it come after them. */
static void
on_called (FoyerKioskWindow *self)
{
  if ((is_at (self, "welcome") || is_at (self, "unreachable"))
      && foyer_service_door_take_call (self->door))
    open_service (self);
}

/* The flow before is destroyed once everything typed into it has been taken over. */
static void
rebuild (FoyerKioskWindow *self, const char *language)
{
  FoyerKioskFlow *before = g_steal_pointer (&self->flow);
  FoyerKioskFlow *flow = new_flow (self, foyer_kiosk_flow_get_visit (before), language);

  take_flow (self, flow);
  foyer_kiosk_flow_take_over (flow, before);
  drop_flow (self, before);
}

static void
say (FoyerKioskWindow *self, const char *sentence)
{
  foyer_bar_say (self->bar,
                 self->clock,
                 sentence,
                 foyer_display_stretch (&self->display, 6 * FOYER_SECOND));
}

static void
say_goodbye (FoyerKioskWindow *self, FoyerSignOut *sign_out)
{
  foyer_visit_set_days_told (sign_out->visit, sign_out->days);
  take_flow (self, new_flow (self, sign_out->visit, self->language));
  foyer_kiosk_flow_begin (self->flow, "goodbye");
}

static void
on_signed_out (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerSignOut) sign_out = foyer_store_do_finish (result, &err);
  FoyerKioskWindow *self = data;
  g_autofree char *time = NULL;
  g_autofree char *sentence = NULL;

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* self is gone */
  if (err != NULL) {
    g_info ("no sign-out: %s", err->message);
    say (self, foyer_kiosk_say (err, "sign-out"));
    return;
  }
  if (is_at (self, "welcome") || is_at (self, "sign-out") || is_at (self, "goodbye")) {
    say_goodbye (self, sign_out);
    return;
  }
  /* Somebody else's form is half filled: it stays, and nobody is named. */
  time = foyer_day_format_time (foyer_settings_get_time_zone (self->settings),
                                foyer_visit_get_left_at (sign_out->visit));
  sentence = g_strdup_printf (C_ ("kiosk", "Goodbye. You are signed out, %s."), time);
  say (self, sentence);
}

static void
sign_out (FoyerKioskWindow *self, const char *code)
{
  foyer_store_do (self->store,
                  self->kiosk,
                  &foyer_reception_sign_out,
                  foyer_sign_out_new (code, NULL, foyer_clock_now (self->clock)),
                  foyer_sign_out_free,
                  self->cancel,
                  on_signed_out,
                  self);
}

/* Whether somebody may begin here by holding a code under the reader. */
static gboolean
is_free (FoyerKioskWindow *self)
{
  return is_at (self, "welcome") || is_at (self, "sign-out") || is_at (self, "goodbye")
         || is_at (self, "purpose");
}

static void
on_code_read (const FoyerCodeLook *look, const GError *err, gpointer data)
{
  FoyerKioskWindow *self = data;
  g_autofree char *sentence = NULL;

  touch (self);
  if (err != NULL) {
    g_info ("a code is not looked at: %s", err->message);
    say (self, foyer_kiosk_say (err, "sign-out"));
    return;
  }
  if (look->visit != NULL && is_at (self, "your-data"))
    foyer_kiosk_flow_show_held (self->flow, look->visit);
  else if (look->meaning == FOYER_CODE_ON_SITE || look->meaning == FOYER_CODE_LEFT_JUST_NOW)
    sign_out (self, look->code);
  else if ((look->meaning == FOYER_CODE_INVITATION || look->meaning == FOYER_CODE_REMEMBERED)
           && is_free (self))
    foyer_kiosk_flow_adopt (self->flow, look->visit, NULL);
  else if (look->meaning == FOYER_CODE_LEFT_TODAY && is_at (self, "welcome"))
    foyer_kiosk_flow_welcome_back (self->flow, look->visit);
  else {
    sentence = foyer_kiosk_say_code (look, foyer_settings_get_time_zone (self->settings));
    say (self, sentence != NULL ? sentence : C_ ("kiosk", "Finish here first, then scan again."));
  }
}

static void
on_counting (FoyerKioskWindow *self, int seconds)
{
  if (foyer_kiosk_flow_is_busy (self->flow))
    touch (self);
  else if (seconds == 0 || foyer_kiosk_flow_is_empty (self->flow))
    foyer_idle_sheet_hide (self->idle_sheet);
  else
    foyer_idle_sheet_count (self->idle_sheet, seconds);
}

static void
on_idle_over (FoyerKioskWindow *self)
{
  gtk_widget_hide (GTK_WIDGET (self->idle_sheet));
  if ((is_at (self, "welcome") || is_at (self, "unreachable"))
      && foyer_kiosk_flow_is_empty (self->flow) && self->display.chosen == NULL
      && g_str_equal (self->language, foyer_settings_get_languages (self->settings)[0]))
    return; /* as it should be */
  start_over (self);
}

static gboolean
foyer_kiosk_window_key_press (GtkWidget *widget, GdkEventKey *event)
{
  FoyerKioskWindow *self = FOYER_KIOSK_WINDOW (widget);

  if (event->keyval == GDK_KEY_Escape && !foyer_idle_is_counting (self->idle)) {
    foyer_kiosk_flow_back (self->flow);
    return GDK_EVENT_STOP;
  }
  return GTK_WIDGET_CLASS (foyer_kiosk_window_parent_class)->key_press_event (widget, event);
}

static gboolean
foyer_kiosk_window_delete (GtkWidget *widget, GdkEventAny *event)
{
  return FOYER_KIOSK_WINDOW (widget)->fills_monitor; /* TRUE: it stays */
}

static gboolean
foyer_kiosk_window_enable_debugging (GtkWindow *window, gboolean toggle)
{
  return FALSE;
}

static void
foyer_kiosk_window_dispose (GObject *object)
{
  FoyerKioskWindow *self = FOYER_KIOSK_WINDOW (object);

  g_cancellable_cancel (self->cancel);
  drop_flow (self, g_steal_pointer (&self->flow));
  if (self->codes != NULL)
    g_object_run_dispose (G_OBJECT (self->codes)); /* a look may hold it */
  g_clear_object (&self->codes);
  g_clear_object (&self->guard);
  g_clear_object (&self->selections);
  g_clear_object (&self->door);
  g_clear_object (&self->idle);

  G_OBJECT_CLASS (foyer_kiosk_window_parent_class)->dispose (object);
}

static void
foyer_kiosk_window_finalize (GObject *object)
{
  FoyerKioskWindow *self = FOYER_KIOSK_WINDOW (object);

  g_clear_object (&self->cancel);
  g_clear_object (&self->store);
  g_clear_object (&self->kiosk);
  g_clear_object (&self->clock);
  g_clear_object (&self->host_budget);
  g_clear_object (&self->settings);
  g_free (self->language);
  foyer_brand_free (self->brand);
  g_clear_object (&self->style);

  G_OBJECT_CLASS (foyer_kiosk_window_parent_class)->finalize (object);
}

static guint
signal_new (const char *name, GCallback handler, guint n_texts)
{
  return g_signal_new_class_handler (name,
                                     FOYER_TYPE_KIOSK_WINDOW,
                                     G_SIGNAL_RUN_LAST,
                                     handler,
                                     NULL,
                                     NULL,
                                     NULL,
                                     G_TYPE_NONE,
                                     n_texts,
                                     G_TYPE_STRING);
}

static void
foyer_kiosk_window_class_init (FoyerKioskWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_kiosk_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_kiosk_window_finalize;
  GTK_WINDOW_CLASS (klass)->enable_debugging = foyer_kiosk_window_enable_debugging;
  widget_class->key_press_event = foyer_kiosk_window_key_press;
  widget_class->delete_event = foyer_kiosk_window_delete;

  signals[OVER] = signal_new ("over", G_CALLBACK (start_over), 0);
  signals[LANGUAGE_WISHED] = signal_new ("language-wished", G_CALLBACK (rebuild), 1);

  g_type_ensure (FOYER_TYPE_BAR);
  g_type_ensure (FOYER_TYPE_IDLE_SHEET);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/window.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerKioskWindow, place);
  gtk_widget_class_bind_template_child (widget_class, FoyerKioskWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, FoyerKioskWindow, idle_sheet);
  gtk_widget_class_bind_template_callback (widget_class, touch);
  gtk_widget_class_bind_template_callback (widget_class, on_over);
}

static void
foyer_kiosk_window_init (FoyerKioskWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancel = g_cancellable_new ();
  self->guard = foyer_guard_new ();
  self->style = foyer_style_new (gtk_widget_get_screen (GTK_WIDGET (self)));
  g_signal_connect_swapped (self->guard, "touched", G_CALLBACK (touch), self);
  g_signal_connect_swapped (self->guard, "control-key", G_CALLBACK (on_control_key), self);
}

GtkWidget *
foyer_kiosk_window_new (FoyerStore *store,
                        FoyerClock *clock,
                        FoyerSettings *settings,
                        int width,
                        int height)
{
  FoyerKioskWindow *self = g_object_new (FOYER_TYPE_KIOSK_WINDOW, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->settings = g_object_ref (settings);
  self->brand = foyer_brand_load (settings, NULL); /* without them it is a kiosk all the same */
  self->kiosk = foyer_actor_new (FOYER_ROLE_KIOSK, foyer_settings_get_station (settings));
  self->codes = foyer_code_reader_new (store, self->kiosk, clock, settings, on_code_read, self);
  self->host_budget = foyer_host_budget_new (clock);
  foyer_code_reader_watch (self->codes, GTK_WINDOW (self));
  g_signal_connect_swapped (self->guard,
                            "pressed",
                            G_CALLBACK (foyer_code_reader_interrupt),
                            self->codes);
  self->selections = foyer_selections_new (clock);
  self->idle = foyer_idle_new (clock);
  g_signal_connect_swapped (self->idle, "counting", G_CALLBACK (on_counting), self);
  g_signal_connect_swapped (self->idle, "over", G_CALLBACK (on_idle_over), self);
  self->door = foyer_service_door_new (store, self->kiosk, clock);
  g_signal_connect_swapped (self->door, "asked", G_CALLBACK (open_service), self);
  g_signal_connect_swapped (self->door, "called", G_CALLBACK (on_called), self);
  g_signal_connect_swapped (self->door, "restart", G_CALLBACK (gtk_widget_destroy), self);
  g_signal_connect_swapped (self->guard,
                            "service-key",
                            G_CALLBACK (foyer_service_door_key),
                            self->door);
  self->fills_monitor = width == 0 || height == 0;
  self->portrait = foyer_monitor_fill (GTK_WINDOW (self),
                                       foyer_settings_get_monitor (settings),
                                       foyer_settings_get_identity (settings)->scale,
                                       width,
                                       height);
  start_over (self);
  gtk_widget_show (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
