/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-scan"

#include "widgets/scan.h"

#include <string.h>

#include "widgets/scan-code.h"

#define N_KEY_CODES 256

/* What stands for a key that types no letter of ASCII. */
#define NO_LETTER '\x01'

/* So many keys at a scanner's speed, of which one is an Enter, are a scan, whatever it says: no
 * person's fingers are that fast. And so are so many at all. */
#define FEWEST 4
#define MOST 64

/**
 * FoyerScan:
 *
 * Tells what a barcode scanner types from what a person types.
 */
struct _FoyerScan {
  GObject parent;

  FoyerScanCode *code;
  gboolean is_strict; /* scans of other codes are dropped */

  GString *read;                   /* the letters held back */
  GQueue held;                     /* of GdkEvent: their presses, and all that came since */
  guint32 last;                    /* when the last of them was pressed, in the server's ms */
  guint patience;                  /* the source that ends the waiting */
  gboolean is_passing;             /* events are being passed on: they come by here once more */
  gboolean swallowed[N_KEY_CODES]; /* their presses were a scan's: so are their releases */
  gboolean held_down[N_KEY_CODES]; /* pressed, and not yet let go */
  gboolean is_dropping;            /* it is a scan already, and too long to be a code */
};

G_DEFINE_FINAL_TYPE (FoyerScan, foyer_scan, G_TYPE_OBJECT)

enum {
  SCANNED,
  STRANGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char
read_key (FoyerScan *self, const GdkEventKey *event)
{
  const guint others = GDK_CONTROL_MASK | GDK_MOD1_MASK | GDK_SUPER_MASK | GDK_META_MASK;

  if (event->state & others)
    return 0;
  return foyer_scan_code_read_key (self->code,
                                   event->hardware_keycode,
                                   (event->state & GDK_SHIFT_MASK) != 0);
}

/* Whether what is held back, and then this letter, is still the beginning of a scan. */
static gboolean
is_beginning (FoyerScan *self, char letter)
{
  for (gsize i = 0; i < self->read->len; i++)
    if (!foyer_scan_code_fits (self->code, i, self->read->str[i]))
      return FALSE;
  return foyer_scan_code_fits (self->code, self->read->len, letter);
}

static gboolean
is_letter_press (GdkEvent *event)
{
  return event->type == GDK_KEY_PRESS && !event->key.is_modifier;
}

/* Types the first letter held back, and all that came before the second. */
static void
pass_first (FoyerScan *self)
{
  gboolean was_passing = self->is_passing;

  g_string_erase (self->read, 0, 1);
  self->is_passing = TRUE;
  do {
    g_autoptr (GdkEvent) event = g_queue_pop_head (&self->held);

    gtk_main_do_event (event);
  } while (!g_queue_is_empty (&self->held)
           && (self->read->len == 0 || !is_letter_press (g_queue_peek_head (&self->held))));
  self->is_passing = was_passing;
}

static void
pass_all (FoyerScan *self)
{
  while (!g_queue_is_empty (&self->held))
    pass_first (self);
}

static void
hold (FoyerScan *self, GdkEventKey *event)
{
  g_queue_push_tail (&self->held, gdk_event_copy ((GdkEvent *) event));
}

/* Nobody sees what is held back, and nobody shall see the keys of it let go. */
static void
drop_all (FoyerScan *self)
{
  while (!g_queue_is_empty (&self->held)) {
    g_autoptr (GdkEvent) event = g_queue_pop_head (&self->held);

    if (event->key.hardware_keycode < N_KEY_CODES)
      self->swallowed[event->key.hardware_keycode] = is_letter_press (event);
  }
  g_string_truncate (self->read, 0);
  g_clear_handle_id (&self->patience, g_source_remove);
}

static gboolean
is_scan (FoyerScan *self)
{
  return self->is_strict
         && (self->is_dropping
             || (self->read->len >= FEWEST && strchr (self->read->str, FOYER_SCAN_ENTER) != NULL));
}

/* No further key came in time: what was held back was typed, or is another scan. */
static void
settle (FoyerScan *self)
{
  if (!is_scan (self)) {
    pass_all (self);
    return;
  }
  self->is_dropping = FALSE;
  drop_all (self);
  g_signal_emit (self, signals[STRANGE], 0);
}

static gboolean
on_patience_ended (gpointer data)
{
  g_autoptr (FoyerScan) self = g_object_ref (data);

  self->patience = 0;
  settle (self);
  return G_SOURCE_REMOVE;
}

static void
wait_for_next (FoyerScan *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  /* After events: while the program was busy, the next key may have come in time already. */
  if (!g_queue_is_empty (&self->held) || self->is_dropping)
    self->patience = g_timeout_add_full (G_PRIORITY_DEFAULT + 10,
                                         FOYER_SCAN_PATIENCE,
                                         on_patience_ended,
                                         self,
                                         NULL);
}

static void
finish (FoyerScan *self, GdkEventKey *enter)
{
  g_autofree char *text = g_strdup (self->read->str);

  hold (self, enter);
  drop_all (self);
  g_signal_emit (self, signals[SCANNED], 0, text);
}

static void
hold_letter (FoyerScan *self, GdkEventKey *event, char letter)
{
  g_string_append_c (self->read, letter != 0 ? letter : NO_LETTER);
  self->last = event->time;
  hold (self, event);
  if (self->is_strict && (self->is_dropping || self->read->len > MOST)) {
    self->is_dropping = TRUE;
    drop_all (self);
  }
  wait_for_next (self);
}

/* Whether the keys held back are a code but for its Enter, perhaps after few that somebody typed
 * just before. */
static gboolean
ends_with_code (FoyerScan *self)
{
  gsize length = foyer_scan_code_get_length (self->code);
  const char *code = self->read->str + self->read->len - length;

  if (self->read->len < length || self->read->len - length >= FEWEST)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!foyer_scan_code_fits (self->code, i, code[i]))
      return FALSE;
  return TRUE;
}

/* Every key waits for the next one, so that a scan is told before anybody sees its first letter. */
static gboolean
filter_press_strictly (FoyerScan *self, GdkEventKey *event, gboolean repeats)
{
  char letter = read_key (self, event);

  if (event->time - self->last > FOYER_SCAN_PATIENCE || repeats)
    settle (self);
  if (repeats)
    return FALSE;
  if (letter != FOYER_SCAN_ENTER || self->is_dropping || !ends_with_code (self)) {
    hold_letter (self, event, letter);
    return TRUE;
  }
  while (self->read->len > foyer_scan_code_get_length (self->code))
    pass_first (self);
  finish (self, event);
  return TRUE;
}

static gboolean
filter_press (FoyerScan *self, GdkEventKey *event)
{
  char letter = read_key (self, event);

  if (event->time - self->last > FOYER_SCAN_PATIENCE)
    pass_all (self);
  /* A scan may begin in the middle of what turned out to be none. */
  while (!g_queue_is_empty (&self->held) && !is_beginning (self, letter))
    pass_first (self);
  if (!is_beginning (self, letter)) {
    wait_for_next (self);
    return FALSE;
  }

  if (letter == FOYER_SCAN_ENTER)
    finish (self, event);
  else
    hold_letter (self, event, letter);
  return TRUE;
}

/* Whether it is a press of a key that was not let go: a keyboard's own repeat is as fast as a
 * scanner. */
static gboolean
notes_repeat (FoyerScan *self, GdkEventKey *event)
{
  gboolean was_down;

  if (event->hardware_keycode >= N_KEY_CODES)
    return FALSE;
  was_down = self->held_down[event->hardware_keycode];
  self->held_down[event->hardware_keycode] = event->type == GDK_KEY_PRESS;
  return was_down && event->type == GDK_KEY_PRESS;
}

gboolean
foyer_scan_filter (FoyerScan *self, GdkEventKey *event)
{
  gboolean is_release;
  gboolean repeats;

  g_return_val_if_fail (FOYER_IS_SCAN (self), FALSE);
  g_return_val_if_fail (event != NULL, FALSE);

  if (self->is_passing)
    return FALSE;
  is_release = event->type == GDK_KEY_RELEASE;
  repeats = notes_repeat (self, event);
  if (event->hardware_keycode < N_KEY_CODES && self->swallowed[event->hardware_keycode]) {
    self->swallowed[event->hardware_keycode] = FALSE;
    if (is_release)
      return TRUE;
  }
  if (!is_release && !event->is_modifier)
    return self->is_strict ? filter_press_strictly (self, event, repeats)
                           : filter_press (self, event);
  if (g_queue_is_empty (&self->held))
    return FALSE;
  hold (self, event);
  return TRUE;
}

static gboolean
on_key (GtkWindow *window, GdkEventKey *event, FoyerScan *self)
{
  g_autoptr (FoyerScan) alive = g_object_ref (self);

  return foyer_scan_filter (alive, event);
}

static void
foyer_scan_dispose (GObject *object)
{
  FoyerScan *self = FOYER_SCAN (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  g_queue_clear_full (&self->held, (GDestroyNotify) gdk_event_free);

  G_OBJECT_CLASS (foyer_scan_parent_class)->dispose (object);
}

static void
foyer_scan_finalize (GObject *object)
{
  FoyerScan *self = FOYER_SCAN (object);

  g_string_free (self->read, TRUE);
  foyer_scan_code_free (self->code);

  G_OBJECT_CLASS (foyer_scan_parent_class)->finalize (object);
}

static void
foyer_scan_class_init (FoyerScanClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = foyer_scan_dispose;
  object_class->finalize = foyer_scan_finalize;

  signals[SCANNED] = g_signal_new ("scanned",
                                   FOYER_TYPE_SCAN,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   G_TYPE_STRING);
  signals[STRANGE] = g_signal_new ("strange",
                                   FOYER_TYPE_SCAN,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   0);
}

static void
foyer_scan_init (FoyerScan *self)
{
  self->read = g_string_new (NULL);
}

FoyerScan *
foyer_scan_new (const char *prefix, guint length, const char *letters, const char *layout)
{
  FoyerScan *self;

  self = g_object_new (FOYER_TYPE_SCAN, NULL);
  self->code = foyer_scan_code_new (prefix, length, letters, layout);
  return self;
}

void
foyer_scan_set_strict (FoyerScan *self, gboolean strict)
{
  g_return_if_fail (FOYER_IS_SCAN (self));

  self->is_strict = strict;
}

void
foyer_scan_interrupt (FoyerScan *self)
{
  g_return_if_fail (FOYER_IS_SCAN (self));

  if (self->is_strict && self->read->len > 0 && self->read->len < FEWEST)
    settle (self);
}

void
foyer_scan_watch (FoyerScan *self, GtkWindow *window)
{
  g_return_if_fail (FOYER_IS_SCAN (self));
  g_return_if_fail (GTK_IS_WINDOW (window));

  g_signal_connect_object (window, "key-press-event", G_CALLBACK (on_key), self, 0);
  g_signal_connect_object (window, "key-release-event", G_CALLBACK (on_key), self, 0);
}
