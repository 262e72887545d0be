/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-kiosk-flow"

#include "kiosk/flow.h"

#include "kiosk/frame.h"
#include "kiosk/say.h"
#include "kiosk/way.h"
#include "reception/sign-in.h"

/* How long until the store is tried again. */
#define RETRY (2 * FOYER_SECOND)

/**
 * FoyerKioskFlow:
 *
 * The way of one visitor through the pages.
 */
struct _FoyerKioskFlow {
  GObject parent;

  FoyerKioskContext context; /* holds the visit, the language and the reading */
  FoyerKioskFrame *frame;
  FoyerWay *way;
  const FoyerStep *step; /* the page in front */
  GCancellable *cancel;
  gboolean is_reading;     /* the notice is being read */
  gboolean is_busy;        /* the sign-in is under way */
  const FoyerStep *wanted; /* shown as soon as the store can be reached */
  guint retry;
};

G_DEFINE_FINAL_TYPE (FoyerKioskFlow, foyer_kiosk_flow, G_TYPE_OBJECT)

enum {
  OVER,
  MOVED,
  LANGUAGE_WISHED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static FoyerKioskPage *
page_in_front (FoyerKioskFlow *self)
{
  return foyer_kiosk_frame_find (self->frame, self->step->page);
}

static gboolean
is_at (FoyerKioskFlow *self, const char *page)
{
  return self->step != NULL && g_str_equal (self->step->page, page);
}

static FoyerKioskHeader
header_of (FoyerKioskFlow *self, const FoyerStep *step)
{
  gboolean has_back = !(step->traits & FOYER_STEP_NO_BACK) && foyer_way_has_back (self->way);

  return (step->traits & FOYER_STEP_NO_HEADER ? 0 : FOYER_KIOSK_HEADER)
         | (has_back ? FOYER_KIOSK_HEADER_BACK : 0)
         | (step->traits & FOYER_STEP_NO_LANGUAGES ? 0 : FOYER_KIOSK_HEADER_LANGUAGE);
}

static FoyerKioskPage *
ensure_page (FoyerKioskFlow *self, const FoyerStep *step)
{
  FoyerKioskPage *page = foyer_kiosk_frame_find (self->frame, step->page);

  if (page == NULL) {
    page = g_object_new (step->type (), NULL);
    foyer_kiosk_page_set_context (page, &self->context);
    foyer_kiosk_page_set_field (page, step->field);
    foyer_kiosk_frame_add (self->frame, page, step->page);
  }
  return page;
}

static void
turn_to (FoyerKioskFlow *self, const FoyerStep *step)
{
  FoyerKioskPage *page = ensure_page (self, step);
  FoyerKioskTurn turn = step->traits & FOYER_STEP_AT_ONCE ? FOYER_KIOSK_TURN_AT_ONCE
                        : self->step != NULL && foyer_way_comes_before (self->way, step, self->step)
                            ? FOYER_KIOSK_TURN_BACKWARDS
                            : FOYER_KIOSK_TURN_FORWARDS;
  g_autofree char *where = foyer_way_say (self->way, step);

  self->step = step;
  foyer_kiosk_frame_set_header (self->frame, header_of (self, step), where);
  foyer_kiosk_frame_turn_to (self->frame, page, turn);
  foyer_kiosk_page_show (page); /* now that it can take the focus */
  g_signal_emit (self, signals[MOVED], 0);
}

static void
show_unreachable (FoyerKioskFlow *self, const FoyerStep *wanted)
{
  self->wanted = wanted;
  if (!is_at (self, "unreachable")) /* a visitor who stands there is not disturbed by each try */
    turn_to (self, foyer_way_find (self->way, "unreachable"));
}

static gboolean
has_notice (FoyerKioskFlow *self)
{
  return self->context.reading != NULL && self->context.reading->notice != NULL;
}

static void
on_notice_read (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerReading) reading = foyer_store_do_finish (result, &err);
  FoyerKioskFlow *self = data;
  const FoyerStep *wanted;

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* self is gone */
  self->is_reading = FALSE;
  if (err != NULL)
    g_info ("the notice cannot be read: %s", err->message);
  else {
    g_clear_pointer (&self->context.reading, foyer_reading_free);
    self->context.reading = g_steal_pointer (&reading);
  }
  wanted = g_steal_pointer (&self->wanted);
  /* Nobody is greeted who could not sign in. */
  if (wanted == NULL && is_at (self, "welcome") && !(err == NULL && has_notice (self)))
    wanted = self->step;
  if (wanted == NULL)
    return;
  if (err == NULL && has_notice (self))
    turn_to (self, wanted);
  else
    show_unreachable (self, wanted);
}

static void
read_notice (FoyerKioskFlow *self)
{
  if (self->is_reading)
    return;
  self->is_reading = TRUE;
  foyer_store_do (self->context.store,
                  self->context.kiosk,
                  &foyer_privacy_read_notice,
                  foyer_reading_new (self->context.language),
                  foyer_reading_free,
                  self->cancel,
                  on_notice_read,
                  self);
}

static gboolean
on_retry (gpointer data)
{
  FoyerKioskFlow *self = data;

  read_notice (self);
  return G_SOURCE_CONTINUE;
}

static void
foyer_kiosk_flow_real_moved (FoyerKioskFlow *self)
{
  foyer_clock_cancel (self->context.clock, self->retry);
  self->retry = 0;
  if (is_at (self, "unreachable"))
    self->retry = foyer_clock_after (self->context.clock, RETRY, on_retry, self);
}

static void
go (FoyerKioskFlow *self, const FoyerStep *step)
{
  foyer_way_go (self->way, step);
  if ((step->traits & FOYER_STEP_NEEDS_NOTICE) && !has_notice (self)) {
    self->wanted = step;
    read_notice (self);
    return;
  }
  turn_to (self, step);
}

static void
on_signed_in (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerSignIn) sign_in = foyer_store_do_finish (result, &err);
  FoyerKioskFlow *self = data;

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* self is gone */
  self->is_busy = FALSE;
  foyer_kiosk_frame_set_busy (self->frame, FALSE);
  foyer_kiosk_page_set_complete (page_in_front (self), TRUE);
  if (err == NULL) {
    foyer_way_forget (self->way);
    go (self, foyer_way_find (self->way, "thanks"));
    return;
  }
  g_info ("no sign-in: %s", err->message);
  if (g_error_matches (err, FOYER_DB_ERROR, FOYER_DB_ERROR_MISSING)
      || g_error_matches (err, FOYER_DB_ERROR, FOYER_DB_ERROR_BUSY))
    show_unreachable (self, self->step);
  else
    foyer_kiosk_page_complain (page_in_front (self), foyer_kiosk_say (err, self->step->page));
}

/* The check page's answer: until here nothing was stored. */
static void
sign_in (FoyerKioskFlow *self)
{
  FoyerVisit *visit = self->context.visit;
  const char *type = foyer_visit_get_type_key (visit);
  const FoyerTold *told = foyer_reading_find (self->context.reading, type);

  if (told != NULL)
    foyer_visit_set_days_told (visit, told->days);
  foyer_visit_set_place (visit,
                         foyer_settings_get_site (self->context.settings),
                         foyer_settings_get_station (self->context.settings));
  self->is_busy = TRUE;
  foyer_kiosk_frame_set_busy (self->frame, TRUE);
  foyer_kiosk_page_set_complete (page_in_front (self), FALSE);
  foyer_store_do (self->context.store,
                  self->context.kiosk,
                  &foyer_reception_sign_in,
                  foyer_sign_in_new (visit,
                                     self->context.reading->notice,
                                     self->context.language,
                                     foyer_clock_now (self->context.clock)),
                  foyer_sign_in_free,
                  self->cancel,
                  on_signed_in,
                  self);
  /* Built while the store writes. */
  /* cppcheck-suppress leakReturnValNotUsed ; the frame owns it */
  ensure_page (self, foyer_way_find (self->way, "thanks"));
}

static void
on_answered (FoyerKioskFlow *self)
{
  FoyerKioskPage *page = page_in_front (self);
  g_autoptr (GError) err = NULL;
  const FoyerStep *next;

  if (self->is_busy)
    return;
  if (!foyer_kiosk_page_apply (page, &err)) {
    foyer_kiosk_page_complain (page, foyer_kiosk_say (err, self->step->page));
    return;
  }
  foyer_kiosk_page_complain (page, NULL);
  if (is_at (self, "check")) {
    sign_in (self);
    return;
  }
  if (!(self->step->traits & FOYER_STEP_ON_THE_WAY)) {
    foyer_kiosk_flow_back (self);
    return;
  }
  foyer_way_answer (self->way);
  if (is_at (self, "welcome"))
    read_notice (self); /* a newer one may be in force since the last visitor */
  next = foyer_way_next (self->way);
  if (next != NULL)
    go (self, next);
}

static void
on_go_to (FoyerKioskFlow *self, const char *page)
{
  const FoyerStep *step = foyer_way_find (self->way, page);

  if (self->is_busy)
    return;
  if (g_str_equal (page, "welcome"))
    g_signal_emit (self, signals[OVER], 0);
  else if (step == NULL)
    g_warning ("there is no page “%s”", page);
  else
    go (self, step);
}

static void
on_language_wished (FoyerKioskFlow *self, const char *language)
{
  if (self->is_busy)
    return;
  if (g_str_equal (language, self->context.language))
    foyer_kiosk_flow_back (self);
  else
    g_signal_emit (self, signals[LANGUAGE_WISHED], 0, language);
}

static void
foyer_kiosk_flow_dispose (GObject *object)
{
  FoyerKioskFlow *self = FOYER_KIOSK_FLOW (object);

  g_cancellable_cancel (self->cancel);
  if (self->retry != 0)
    foyer_clock_cancel (self->context.clock, self->retry);
  self->retry = 0;
  if (self->frame != NULL)
    gtk_widget_destroy (GTK_WIDGET (self->frame)); /* nothing typed survives */
  g_clear_object (&self->frame);

  G_OBJECT_CLASS (foyer_kiosk_flow_parent_class)->dispose (object);
}

static void
foyer_kiosk_flow_finalize (GObject *object)
{
  FoyerKioskFlow *self = FOYER_KIOSK_FLOW (object);

  g_clear_object (&self->cancel);
  g_clear_object (&self->context.visit);
  g_clear_pointer (&self->context.reading, foyer_reading_free);
  g_free ((char *) self->context.language);
  g_clear_pointer (&self->way, foyer_way_free);

  G_OBJECT_CLASS (foyer_kiosk_flow_parent_class)->finalize (object);
}

static guint
signal_new (GType type, const char *name, GCallback handler, guint n_texts)
{
  return g_signal_new_class_handler (name,
                                     type,
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
foyer_kiosk_flow_class_init (FoyerKioskFlowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = foyer_kiosk_flow_dispose;
  object_class->finalize = foyer_kiosk_flow_finalize;

  signals[OVER] = signal_new (type, "over", NULL, 0);
  signals[MOVED] = signal_new (type, "moved", G_CALLBACK (foyer_kiosk_flow_real_moved), 0);
  signals[LANGUAGE_WISHED] = signal_new (type, "language-wished", NULL, 1);
}

static void
foyer_kiosk_flow_init (FoyerKioskFlow *self)
{
  self->cancel = g_cancellable_new ();
}

FoyerKioskFlow *
foyer_kiosk_flow_new (const FoyerKioskContext *context)
{
  FoyerKioskFlow *self = g_object_new (FOYER_TYPE_KIOSK_FLOW, NULL);

  self->context = *context;
  self->context.visit = g_object_ref (context->visit);
  self->context.language = g_strdup (context->language);
  self->way = foyer_way_new (context->visit, context->settings);
  self->frame = FOYER_KIOSK_FRAME (foyer_kiosk_frame_new (context->language, context->portrait));
  g_object_ref_sink (self->frame);
  g_signal_connect_swapped (self->frame, "back", G_CALLBACK (foyer_kiosk_flow_back), self);
  g_signal_connect_swapped (self->frame, "answered", G_CALLBACK (on_answered), self);
  g_signal_connect_swapped (self->frame, "go-to", G_CALLBACK (on_go_to), self);
  g_signal_connect_swapped (self->frame, "language-wished", G_CALLBACK (on_language_wished), self);
  return self;
}

GtkWidget *
foyer_kiosk_flow_get_frame (FoyerKioskFlow *self)
{
  g_return_val_if_fail (FOYER_IS_KIOSK_FLOW (self), NULL);

  return GTK_WIDGET (self->frame);
}

FoyerVisit *
foyer_kiosk_flow_get_visit (FoyerKioskFlow *self)
{
  g_return_val_if_fail (FOYER_IS_KIOSK_FLOW (self), NULL);

  return self->context.visit;
}

void
foyer_kiosk_flow_begin (FoyerKioskFlow *self, const char *page)
{
  g_return_if_fail (FOYER_IS_KIOSK_FLOW (self));

  go (self, foyer_way_find (self->way, page));
  if (is_at (self, "welcome"))
    read_notice (self);
}

void
foyer_kiosk_flow_take_over (FoyerKioskFlow *self, FoyerKioskFlow *before)
{
  const FoyerStep *step;

  g_return_if_fail (FOYER_IS_KIOSK_FLOW (self));

  step = foyer_way_find (self->way, before->step->page);
  foyer_way_copy (self->way, before->way);
  if (g_str_equal (step->page, "language"))
    step = foyer_way_back (self->way);
  else if (before->wanted != NULL)
    step = foyer_way_find (self->way, before->wanted->page);

  for (guint i = 0; foyer_way_nth (self->way, i) != NULL; i++) {
    const FoyerStep *nth = foyer_way_nth (self->way, i);
    GtkEntry *typed = foyer_kiosk_frame_find_entry (before->frame, nth->page);

    if (typed != NULL) {
      GtkEntry *entry = foyer_kiosk_page_get_text_entry (ensure_page (self, nth));

      gtk_entry_set_text (entry, gtk_entry_get_text (typed));
      gtk_editable_set_position (GTK_EDITABLE (entry), -1);
    }
  }
  if (step->traits & FOYER_STEP_NEEDS_NOTICE) {
    self->step = step; /* which shows as soon as the notice is read in the other language */
    self->wanted = step;
    read_notice (self);
    return;
  }
  turn_to (self, step);
  if (is_at (self, "welcome"))
    read_notice (self);
}

const char *
foyer_kiosk_flow_get_page (FoyerKioskFlow *self)
{
  g_return_val_if_fail (FOYER_IS_KIOSK_FLOW (self), NULL);

  return self->step->page;
}

void
foyer_kiosk_flow_back (FoyerKioskFlow *self)
{
  const FoyerStep *before;

  g_return_if_fail (FOYER_IS_KIOSK_FLOW (self));

  if (self->is_busy)
    return;
  self->wanted = NULL;
  before = foyer_way_back (self->way);
  if (before != NULL)
    turn_to (self, before);
}

gboolean
foyer_kiosk_flow_is_empty (FoyerKioskFlow *self)
{
  FoyerVisit *visit;

  g_return_val_if_fail (FOYER_IS_KIOSK_FLOW (self), TRUE);

  visit = self->context.visit;
  if (self->step->traits & FOYER_STEP_NOTHING_TO_LOSE)
    return TRUE;
  for (guint i = 0; foyer_way_nth (self->way, i) != NULL; i++) {
    GtkEntry *entry =
        foyer_kiosk_frame_find_entry (self->frame, foyer_way_nth (self->way, i)->page);

    if (entry != NULL && gtk_entry_get_text_length (entry) > 0)
      return FALSE;
  }
  return foyer_visit_get_type_key (visit) == NULL && foyer_visit_get_name (visit) == NULL;
}

gboolean
foyer_kiosk_flow_is_busy (FoyerKioskFlow *self)
{
  g_return_val_if_fail (FOYER_IS_KIOSK_FLOW (self), FALSE);

  return self->is_busy;
}

gboolean
foyer_kiosk_flow_is_for_reading (FoyerKioskFlow *self)
{
  g_return_val_if_fail (FOYER_IS_KIOSK_FLOW (self), FALSE);

  return (self->step->traits & FOYER_STEP_LONG_TEXT) != 0;
}
