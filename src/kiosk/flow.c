/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-kiosk-flow"

#include "kiosk/flow-private.h"

#include "kiosk/say.h"

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
         | (step->traits & FOYER_STEP_NO_LANGUAGES ? 0 : FOYER_KIOSK_HEADER_LANGUAGE)
         | (is_at (self, "display") ? 0 : FOYER_KIOSK_HEADER_DISPLAY)
         | (step->traits & FOYER_STEP_NO_CALL ? 0 : FOYER_KIOSK_HEADER_CALL);
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
  g_autofree char *where = foyer_way_say (self->way, step, foyer_kiosk_page_is_cramped (page));

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

/* Nobody is greeted who could not sign in. */
static void
on_notice_read (FoyerReading *reading, gpointer data)
{
  FoyerKioskFlow *self = data;
  gboolean is_read = reading != NULL;
  const FoyerStep *wanted = g_steal_pointer (&self->wanted);

  if (is_read) {
    g_clear_pointer (&self->context.reading, foyer_reading_free);
    self->context.reading = reading;
  }
  if (wanted == NULL && is_at (self, "welcome") && !(is_read && has_notice (self)))
    wanted = self->step;
  if (wanted == NULL)
    return;
  if (is_read && has_notice (self))
    turn_to (self, wanted);
  else
    show_unreachable (self, wanted);
}

static void
foyer_kiosk_flow_real_moved (FoyerKioskFlow *self)
{
  foyer_notice_reader_set_insisting (self->reader, is_at (self, "unreachable"));
}

static void
go (FoyerKioskFlow *self, const FoyerStep *step)
{
  foyer_way_go (self->way, step);
  if ((step->traits & FOYER_STEP_NEEDS_NOTICE) && !has_notice (self)) {
    self->wanted = step;
    foyer_notice_reader_read (self->reader);
    return;
  }
  turn_to (self, step);
}

void
foyer_kiosk_flow_go (FoyerKioskFlow *self, const char *page)
{
  go (self, foyer_way_find (self->way, page));
}

void
foyer_kiosk_flow_set_busy (FoyerKioskFlow *self, gboolean busy)
{
  self->is_busy = busy;
  foyer_kiosk_frame_set_busy (self->frame, busy);
  foyer_kiosk_page_set_complete (page_in_front (self), !busy);
}

void
foyer_kiosk_flow_complain (FoyerKioskFlow *self, const GError *err)
{
  g_info ("not done: %s", err->message);
  if (g_error_matches (err, FOYER_DB_ERROR, FOYER_DB_ERROR_MISSING)
      || g_error_matches (err, FOYER_DB_ERROR, FOYER_DB_ERROR_BUSY))
    show_unreachable (self, self->step);
  else
    foyer_kiosk_page_complain (page_in_front (self), foyer_kiosk_say (err, self->step->page));
}

void
foyer_kiosk_flow_prepare (FoyerKioskFlow *self, const char *page)
{
  /* cppcheck-suppress leakReturnValNotUsed ; the frame owns it */
  ensure_page (self, foyer_way_find (self->way, page));
}

void
foyer_kiosk_flow_show_again (FoyerKioskFlow *self)
{
  foyer_kiosk_page_show (page_in_front (self));
}

void
foyer_kiosk_flow_over (FoyerKioskFlow *self)
{
  g_signal_emit (self, signals[OVER], 0);
}

/* Whether the answer is a choice that calls reception instead. */
static gboolean
calls_reception (FoyerKioskFlow *self)
{
  FoyerVisitorField *field = self->step->field;
  const char *answer;
  const FoyerFieldPart *part;

  if (field == NULL || foyer_visitor_field_get_kind (field) != FOYER_FIELD_CHOICE)
    return FALSE;
  answer = foyer_visit_get_answer (self->context.visit, foyer_visitor_field_get_key (field));
  part = foyer_visitor_field_find_part (field, answer);
  return part != NULL && part->calls;
}

/* What is not one question after the other. */
static gboolean
has_own_answer (FoyerKioskFlow *self)
{
  if (is_at (self, "check"))
    foyer_kiosk_flow_sign_in (self);
  else if (is_at (self, "leave"))
    foyer_kiosk_flow_ask_to_leave (self);
  else if (is_at (self, "remembered") || (is_at (self, "said") && self->message_is_end))
    foyer_kiosk_flow_over (self);
  else if (self->is_signed_in && (self->step->traits & FOYER_STEP_QUESTION))
    foyer_kiosk_flow_put_right (self);
  else if (calls_reception (self))
    foyer_kiosk_flow_hand_over (self);
  else if (!(self->step->traits & FOYER_STEP_ON_THE_WAY))
    foyer_kiosk_flow_back (self);
  else
    return FALSE;
  return TRUE;
}

void
foyer_kiosk_flow_go_on (FoyerKioskFlow *self)
{
  const FoyerStep *next = foyer_way_next (self->way);

  if (next != NULL)
    go (self, next);
}

static void
on_answered (FoyerKioskFlow *self)
{
  FoyerKioskPage *page = page_in_front (self);
  g_autoptr (GError) err = NULL;

  if (self->is_busy)
    return;
  if (!foyer_kiosk_page_apply (page, &err)) {
    foyer_kiosk_page_complain (page, foyer_kiosk_say (err, self->step->page));
    return;
  }
  foyer_kiosk_page_complain (page, NULL);
  if (has_own_answer (self))
    return;
  foyer_way_answer (self->way);
  if (is_at (self, "welcome"))
    foyer_notice_reader_read (
        self->reader); /* a newer one may be in force since the last visitor */
  if (is_at (self, "purpose"))
    foyer_kiosk_flow_take_type (self);
  if (is_at (self, FOYER_FIELD_KEY_HOST))
    foyer_kiosk_flow_find_expected (self);
  else
    foyer_kiosk_flow_go_on (self);
}

static void
on_go_to (FoyerKioskFlow *self, const char *page)
{
  const FoyerStep *step = foyer_way_find (self->way, page);

  if (self->is_busy)
    return;
  if (g_str_equal (page, "welcome"))
    foyer_kiosk_flow_over (self);
  else if (g_str_equal (page, "called"))
    foyer_kiosk_flow_call (self, self->step->page);
  else if (g_str_equal (page, "remembered"))
    foyer_kiosk_flow_remember (self);
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
  if (self->arrival != NULL)
    g_object_run_dispose (G_OBJECT (self->arrival)); /* a callback may hold it */
  g_clear_object (&self->arrival);
  if (self->call != NULL)
    g_object_run_dispose (G_OBJECT (self->call));
  g_clear_object (&self->call);
  if (self->reader != NULL)
    g_object_run_dispose (G_OBJECT (self->reader));
  g_clear_object (&self->reader);
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
  g_clear_object (&self->context.held);
  g_clear_pointer (&self->context.companions, foyer_companions_unref);
  g_free ((char *) self->context.remembered_code);
  g_free (self->said);
  g_clear_pointer (&self->back_from, g_bytes_unref);
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
  self->context.companions = foyer_companions_new ();
  self->context.language = g_strdup (context->language);
  self->way = foyer_way_new (context->visit, context->settings);
  self->reader = foyer_notice_reader_new (&self->context, on_notice_read, self);
  self->frame = FOYER_KIOSK_FRAME (foyer_kiosk_frame_new (&self->context));
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

  foyer_host_budget_next_visitor (self->context.host_budget);
  go (self, foyer_way_find (self->way, page));
  if (is_at (self, "welcome"))
    foyer_notice_reader_read (self->reader);
}

void
foyer_kiosk_flow_take_over (FoyerKioskFlow *self, FoyerKioskFlow *before)
{
  const FoyerStep *step;

  g_return_if_fail (FOYER_IS_KIOSK_FLOW (self));

  step = foyer_way_find (self->way, before->step->page);
  foyer_way_copy (self->way, before->way);
  g_clear_pointer (&self->context.companions, foyer_companions_unref);
  self->context.companions = foyer_companions_ref (before->context.companions);
  g_set_object (&self->context.held, before->context.held);
  self->back_from = before->back_from != NULL ? g_bytes_ref (before->back_from) : NULL;
  self->is_signed_in = before->is_signed_in;
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
    foyer_notice_reader_read (self->reader);
    return;
  }
  turn_to (self, step);
  if (is_at (self, "welcome"))
    foyer_notice_reader_read (self->reader);
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
