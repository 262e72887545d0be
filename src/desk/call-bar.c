/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-call-bar"

#include "desk/call-bar.h"

#include <glib/gi18n.h>

#include "desk/call-row.h"
#include "desk/say.h"
#include "desk/visit-rows.h"
#include "reception/approval.h"

/* How many calls are seen at once. */
#define ROWS 3

/**
 * FoyerCallBar:
 *
 * What calls for the desk, a row a call, above every view.
 */
struct _FoyerCallBar {
  GtkBox parent;

  GtkListBox *list;
  GtkLabel *more;

  const FoyerDeskContext *context; /* NULL: nobody has signed in */
  GtkWindow *window;               /* that the bar is in, meanwhile; borrowed */
  GCancellable *cancel;
  GHashTable *rung; /* ids of the calls that have rung: of the last answer */
  gboolean asking;
  gboolean again; /* rows changed while the answer was to come */
};

G_DEFINE_FINAL_TYPE (FoyerCallBar, foyer_call_bar, GTK_TYPE_BOX)

enum {
  SAID,
  LET_GO,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean
has_focus (FoyerCallBar *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* Nobody types, and nobody has chosen a row. */
static gboolean
is_idle (FoyerCallBar *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);

  return focus == NULL || (GTK_IS_ENTRY (focus) && *gtk_entry_get_text (GTK_ENTRY (focus)) == '\0');
}

static void
show_keys (FoyerCallBar *self)
{
  gboolean is_here = has_focus (self);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    foyer_call_row_show_keys (FOYER_CALL_ROW (row), i == 0 && !is_here);
}

/* The oldest calls; how many wait behind them is said. */
static void
show_rows (FoyerCallBar *self)
{
  GtkListBoxRow *row;
  int n = 0;

  for (; (row = gtk_list_box_get_row_at_index (self->list, n)) != NULL; n++)
    gtk_widget_set_visible (GTK_WIDGET (row), n < ROWS);
  if (n > ROWS) {
    g_autofree char *words = g_strdup_printf (
        /* Translators: calls that wait behind those that are shown */
        C_ ("desk", "and %d\u00a0more"),
        n - ROWS);

    gtk_label_set_text (self->more, words);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->more), n > ROWS);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  show_keys (self);
}

gboolean
foyer_call_bar_enter (FoyerCallBar *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  if (first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
  return first != NULL;
}

static void
ring (FoyerCallBar *self)
{
  gdk_window_beep (gtk_widget_get_window (GTK_WIDGET (self->window)));
  if (!gtk_window_is_active (self->window))
    gtk_window_set_urgency_hint (self->window, TRUE);
  if (is_idle (self))
    foyer_call_bar_enter (self);
}

static void
say_error (FoyerCallBar *self, const GError *err)
{
  g_signal_emit (self, signals[SAID], 0, foyer_desk_say (err));
}

static void
on_decided (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerDecision) done = foyer_store_do_finish (result, &err);
  g_autofree char *words = NULL;

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* nobody is signed in any more */
  if (err != NULL) {
    say_error (data, err);
    return;
  }
  words =
      g_strdup_printf (done->yes ? C_ ("desk", "%s is let in") : C_ ("desk", "%s is not let in"),
                       foyer_visit_shown_name (done->decided));
  g_signal_emit (data, signals[SAID], 0, words);
}

static void
on_seen_to (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerCallFollow) done = foyer_store_do_finish (result, &err);

  if (err != NULL && !g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say_error (data, err);
}

static void
on_taken (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerCallFollow) done = foyer_store_do_finish (result, &err);
  g_autofree char *words = NULL;

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* nobody is signed in any more */
  if (err != NULL) {
    say_error (data, err);
  } else if (done->call != NULL) {
    words = g_strdup_printf (C_ ("desk", "%s is told that somebody comes"), done->call->station);
    g_signal_emit (data, signals[SAID], 0, words);
  }
}

static void
on_answered (FoyerCallBar *self, gboolean yes, FoyerCallRow *row)
{
  const FoyerDeskContext *context = self->context;
  gint64 now = foyer_clock_now (context->clock);
  GBytes *visit = foyer_call_row_get_visit (row);
  gboolean is_help = foyer_call_row_get_kind (row) == FOYER_CALL_HELP;

  if (visit != NULL)
    foyer_store_do (context->store,
                    context->actor,
                    &foyer_reception_decide,
                    foyer_decision_new (visit, yes, now),
                    foyer_decision_free,
                    self->cancel,
                    on_decided,
                    self);
  else
    foyer_store_do (context->store,
                    context->actor,
                    is_help ? &foyer_reception_take_call : &foyer_reception_dismiss_call,
                    foyer_call_follow_new (foyer_call_row_get_id (row), now),
                    foyer_call_follow_free,
                    self->cancel,
                    is_help ? on_taken : on_seen_to,
                    self);
}

/* A visitor who leaves stands in the list of who is on site, with a tag. */
static gboolean
has_row (const FoyerOpenCall *open)
{
  return open->call->kind != FOYER_CALL_LEAVING || open->visit == NULL;
}

static FoyerCallRow *
find_row (FoyerCallBar *self, GBytes *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++) {
    if (g_bytes_equal (foyer_call_row_get_id (FOYER_CALL_ROW (row)), id))
      return FOYER_CALL_ROW (row);
  }
  return NULL;
}

/* The oldest stays first. Whoever answers one by a key comes to the next, which is not answered by
 * the same key pressed twice. */
static void
remove_answered (FoyerCallBar *self, GHashTable *open)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);
  gboolean lost = FALSE;
  GtkListBoxRow *row;
  int i = 0;

  while ((row = gtk_list_box_get_row_at_index (self->list, i)) != NULL) {
    GtkWidget *widget = GTK_WIDGET (row);

    if (g_hash_table_contains (open, foyer_call_row_get_id (FOYER_CALL_ROW (row)))) {
      i++;
    } else {
      lost |= focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
      focus = lost ? NULL : focus;
      gtk_widget_destroy (widget);
    }
  }
  if (!lost)
    return;
  if (foyer_call_bar_enter (self))
    foyer_call_row_rest (FOYER_CALL_ROW (gtk_list_box_get_row_at_index (self->list, 0)));
  else
    g_signal_emit (self, signals[LET_GO], 0);
}

static void
show_calls (FoyerCallBar *self, GPtrArray *calls)
{
  g_autoptr (GHashTable) open =
      g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  gboolean rings = FALSE;

  for (guint i = 0; i < calls->len; i++) {
    const FoyerOpenCall *one = g_ptr_array_index (calls, i);

    rings |= !g_hash_table_contains (self->rung, one->call->id);
    g_hash_table_add (open, g_bytes_ref (one->call->id));
  }
  remove_answered (self, open);
  for (guint i = 0; i < calls->len; i++) {
    const FoyerOpenCall *one = g_ptr_array_index (calls, i);
    GtkWidget *row;

    if (!has_row (one) || find_row (self, one->call->id) != NULL)
      continue;
    row = foyer_call_row_new (one, self->context);
    g_signal_connect_swapped (row, "answered", G_CALLBACK (on_answered), self);
    gtk_container_add (GTK_CONTAINER (self->list), row);
  }
  show_rows (self);
  if (calls->len == 0)
    gtk_window_set_urgency_hint (self->window, FALSE);
  g_hash_table_unref (self->rung);
  self->rung = g_steal_pointer (&open);
  if (rings)
    ring (self);
}

static void
ask (FoyerCallBar *self, GAsyncReadyCallback then)
{
  self->again = self->asking;
  if (self->asking)
    return;
  self->asking = TRUE;
  foyer_store_do (self->context->store,
                  self->context->actor,
                  &foyer_reception_list_calls,
                  foyer_call_list_new (),
                  foyer_call_list_free,
                  self->cancel,
                  then,
                  self);
}

/* What the store cannot answer, the view below says. */
static void
on_calls (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerCallList) list = foyer_store_do_finish (result, &err);
  FoyerCallBar *self = data;

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* nobody is signed in any more */
  self->asking = FALSE;
  if (list != NULL)
    show_calls (self, list->calls);
  if (self->again)
    ask (self, on_calls);
}

static void
on_changed (FoyerCallBar *self)
{
  ask (self, on_calls);
}

void
foyer_call_bar_start (FoyerCallBar *self, const FoyerDeskContext *context)
{
  g_return_if_fail (FOYER_IS_CALL_BAR (self) && self->context == NULL);

  self->context = context;
  self->window = GTK_WINDOW (gtk_widget_get_toplevel (GTK_WIDGET (self)));
  self->cancel = g_cancellable_new ();
  g_signal_connect_object (context->store,
                           "changed",
                           G_CALLBACK (on_changed),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window,
                           "set-focus",
                           G_CALLBACK (show_keys),
                           self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  ask (self, on_calls);
}

void
foyer_call_bar_stop (FoyerCallBar *self)
{
  g_return_if_fail (FOYER_IS_CALL_BAR (self));

  if (self->context == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->context->store, self);
  g_signal_handlers_disconnect_by_func (self->window, show_keys, self);
  g_cancellable_cancel (self->cancel);
  g_clear_object (&self->cancel);
  gtk_window_set_urgency_hint (self->window, FALSE);
  self->context = NULL;
  self->window = NULL;
  self->asking = FALSE;
  self->again = FALSE;
  g_hash_table_remove_all (self->rung);
  gtk_container_foreach (GTK_CONTAINER (self->list), (GtkCallback) gtk_widget_destroy, NULL);
  gtk_widget_hide (GTK_WIDGET (self));
}

/* On a row; what is pressed on its buttons is theirs. */
static gboolean
on_key (FoyerCallBar *self, GdkEventKey *event)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);
  guint held = event->state & gtk_accelerator_get_default_mod_mask ();

  if (!FOYER_IS_CALL_ROW (focus) || held != 0)
    return FALSE;
  switch (event->keyval) {
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    foyer_call_row_answer (FOYER_CALL_ROW (focus), TRUE);
    return TRUE;
  case GDK_KEY_Delete:
  case GDK_KEY_KP_Delete:
    foyer_call_row_answer (FOYER_CALL_ROW (focus), FALSE);
    return TRUE;
  case GDK_KEY_Escape:
    g_signal_emit (self, signals[LET_GO], 0);
    return TRUE;
  default:
    return FALSE;
  }
}

static void
foyer_call_bar_destroy (GtkWidget *widget)
{
  foyer_call_bar_stop (FOYER_CALL_BAR (widget));

  GTK_WIDGET_CLASS (foyer_call_bar_parent_class)->destroy (widget);
}

static void
foyer_call_bar_finalize (GObject *object)
{
  g_hash_table_unref (FOYER_CALL_BAR (object)->rung);

  G_OBJECT_CLASS (foyer_call_bar_parent_class)->finalize (object);
}

static void
foyer_call_bar_class_init (FoyerCallBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = foyer_call_bar_finalize;
  widget_class->destroy = foyer_call_bar_destroy;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/desk/call-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerCallBar, list);
  gtk_widget_class_bind_template_child (widget_class, FoyerCallBar, more);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_set_css_name (widget_class, "foyer-call-bar");

  signals[SAID] = g_signal_new ("said",
                                FOYER_TYPE_CALL_BAR,
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                1,
                                G_TYPE_STRING);
  signals[LET_GO] = g_signal_new ("let-go",
                                  FOYER_TYPE_CALL_BAR,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  0);
}

static void
foyer_call_bar_init (FoyerCallBar *self)
{
  self->rung =
      g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}
