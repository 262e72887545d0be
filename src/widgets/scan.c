/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-scan"

#include "widgets/scan.h"

#include <string.h>
#include <xkbcommon/xkbcommon.h>

#define ENTER '\n'
#define N_KEY_CODES 256
#define N_LEVELS 2 /* plain, with Shift */

/**
 * FoyerScan:
 *
 * Tells what a barcode scanner types from what a person types.
 */
struct _FoyerScan {
  GObject parent;

  char *prefix;
  gsize prefix_length;
  guint length;
  char *letters;
  char *layout;
  gboolean knows_layout;
  char keys[N_LEVELS][N_KEY_CODES]; /* of the layout, from the first key on */

  GString *read;                   /* the letters held back, each the beginning of a scan */
  GQueue held;                     /* of GdkEvent: their presses, and all that came since */
  guint32 last;                    /* when the last of them was pressed, in the server's ms */
  guint patience;                  /* the source that ends the waiting */
  gboolean is_passing;             /* events are being passed on: they come by here once more */
  gboolean swallowed[N_KEY_CODES]; /* their presses were a scan's: so are their releases */
};

G_DEFINE_FINAL_TYPE (FoyerScan, foyer_scan, G_TYPE_OBJECT)

enum {
  SCANNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What each key means on the scanner's layout, plain and with Shift; X key codes are xkbcommon's.
 */
static void
read_layout (FoyerScan *self)
{
  struct xkb_rule_names names = { "evdev", "pc105", self->layout, NULL, NULL };
  struct xkb_context *context = xkb_context_new (XKB_CONTEXT_NO_FLAGS);
  struct xkb_keymap *keymap =
      context != NULL ? xkb_keymap_new_from_names (context, &names, XKB_KEYMAP_COMPILE_NO_FLAGS)
                      : NULL;

  self->knows_layout = TRUE;
  if (keymap == NULL)
    g_warning ("no scan can be read: the keyboard layout “%s” is missing", self->layout);
  for (xkb_keycode_t key = 0; keymap != NULL && key < N_KEY_CODES; key++)
    for (xkb_level_index_t level = 0; level < N_LEVELS; level++) {
      const xkb_keysym_t *symbols;
      int n = xkb_keymap_key_get_syms_by_level (keymap, key, 0, level, &symbols);
      guint32 letter = n == 1 ? xkb_keysym_to_utf32 (symbols[0]) : 0;

      if (letter == '\r')
        letter = ENTER;
      self->keys[level][key] = letter < 0x80 ? (char) letter : 0;
    }
  xkb_keymap_unref (keymap);
  xkb_context_unref (context);
}

/* The letter of a key, or 0. Caps Lock does not count: a scanner cannot see it. */
static char
read_key (FoyerScan *self, const GdkEventKey *event)
{
  const guint others = GDK_CONTROL_MASK | GDK_MOD1_MASK | GDK_SUPER_MASK | GDK_META_MASK;

  if ((event->state & others) || event->hardware_keycode >= N_KEY_CODES)
    return 0;
  if (!self->knows_layout)
    read_layout (self);
  return self->keys[event->state & GDK_SHIFT_MASK ? 1 : 0][event->hardware_keycode];
}

/* Whether a letter may stand at that place of a scan. */
static gboolean
fits (FoyerScan *self, gsize place, char letter)
{
  if (letter == 0)
    return FALSE;
  if (place < self->prefix_length)
    return letter == self->prefix[place];
  if (place < self->prefix_length + self->length)
    return strchr (self->letters, letter) != NULL;
  return place == self->prefix_length + self->length && letter == ENTER;
}

/* Whether what is held back, and then this letter, is still the beginning of a scan. */
static gboolean
is_beginning (FoyerScan *self, char letter)
{
  for (gsize i = 0; i < self->read->len; i++)
    if (!fits (self, i, self->read->str[i]))
      return FALSE;
  return fits (self, self->read->len, letter);
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

static gboolean
on_patience_ended (gpointer data)
{
  g_autoptr (FoyerScan) self = g_object_ref (data);

  self->patience = 0;
  pass_all (self);
  return G_SOURCE_REMOVE;
}

static void
wait_for_next (FoyerScan *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  /* After events: while the program was busy, the next key may have come in time already. */
  if (!g_queue_is_empty (&self->held))
    self->patience = g_timeout_add_full (G_PRIORITY_DEFAULT + 10,
                                         FOYER_SCAN_PATIENCE,
                                         on_patience_ended,
                                         self,
                                         NULL);
}

static void
hold (FoyerScan *self, GdkEventKey *event)
{
  g_queue_push_tail (&self->held, gdk_event_copy ((GdkEvent *) event));
}

static void
finish (FoyerScan *self, GdkEventKey *enter)
{
  g_autofree char *text = g_strdup (self->read->str);

  hold (self, enter);
  while (!g_queue_is_empty (&self->held)) {
    g_autoptr (GdkEvent) event = g_queue_pop_head (&self->held);

    if (event->key.hardware_keycode < N_KEY_CODES)
      self->swallowed[event->key.hardware_keycode] = is_letter_press (event);
  }
  g_string_truncate (self->read, 0);
  g_clear_handle_id (&self->patience, g_source_remove);
  g_signal_emit (self, signals[SCANNED], 0, text);
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

  if (letter == ENTER) {
    finish (self, event);
    return TRUE;
  }
  g_string_append_c (self->read, letter);
  self->last = event->time;
  hold (self, event);
  wait_for_next (self);
  return TRUE;
}

gboolean
foyer_scan_filter (FoyerScan *self, GdkEventKey *event)
{
  gboolean is_release;

  g_return_val_if_fail (FOYER_IS_SCAN (self), FALSE);
  g_return_val_if_fail (event != NULL, FALSE);

  if (self->is_passing)
    return FALSE;
  is_release = event->type == GDK_KEY_RELEASE;
  if (event->hardware_keycode < N_KEY_CODES && self->swallowed[event->hardware_keycode]) {
    self->swallowed[event->hardware_keycode] = FALSE;
    if (is_release)
      return TRUE;
  }
  if (!is_release && !event->is_modifier)
    return filter_press (self, event);
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
  g_free (self->prefix);
  g_free (self->letters);
  g_free (self->layout);

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

  g_return_val_if_fail (prefix != NULL, NULL);
  g_return_val_if_fail (letters != NULL, NULL);
  g_return_val_if_fail (layout != NULL, NULL);

  self = g_object_new (FOYER_TYPE_SCAN, NULL);
  self->prefix = g_strdup (prefix);
  self->prefix_length = strlen (prefix);
  self->length = length;
  self->letters = g_strdup (letters);
  self->layout = g_strdup (layout);
  return self;
}

void
foyer_scan_watch (FoyerScan *self, GtkWindow *window)
{
  g_return_if_fail (FOYER_IS_SCAN (self));
  g_return_if_fail (GTK_IS_WINDOW (window));

  g_signal_connect_object (window, "key-press-event", G_CALLBACK (on_key), self, 0);
  g_signal_connect_object (window, "key-release-event", G_CALLBACK (on_key), self, 0);
}
