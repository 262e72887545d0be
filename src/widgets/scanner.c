/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-scanner"

#include "widgets/scanner.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <linux/input.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define TRY_AGAIN 2   /* s */
#define X_KEY_CODES 8 /* are the kernel's plus so many */

/**
 * FoyerScanner:
 *
 * A barcode scanner that is nobody's keyboard.
 */
struct _FoyerScanner {
  GObject parent;

  char *path;
  int fd;       /* -1: none */
  guint source; /* that reads it */
  guint timer;  /* that looks whether it is there */
  gboolean has_complained;

  FoyerScanCode *code;
  guint8 event[sizeof (struct input_event)];
  gsize event_size; /* so much of it is there */
  gboolean shifts[2];
  GString *read;
  gboolean is_strange; /* what was read since the last Enter is no beginning of a code */
  gboolean is_behind;  /* the kernel has dropped some, and says the rest of it */
};

G_DEFINE_FINAL_TYPE (FoyerScanner, foyer_scanner, G_TYPE_OBJECT)

enum {
  SCANNED,
  STRANGE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
end_line (FoyerScanner *self)
{
  g_autofree char *text = g_strdup (self->read->str);
  gboolean is_code =
      !self->is_strange && foyer_scan_code_fits (self->code, self->read->len, FOYER_SCAN_ENTER);
  gboolean is_empty = !self->is_strange && self->read->len == 0;

  g_string_truncate (self->read, 0);
  self->is_strange = FALSE;
  if (is_code)
    g_signal_emit (self, signals[SCANNED], 0, text);
  else if (!is_empty)
    g_signal_emit (self, signals[STRANGE], 0);
}

static void
take_letter (FoyerScanner *self, char letter)
{
  if (letter == FOYER_SCAN_ENTER)
    end_line (self);
  else if (self->is_strange || !foyer_scan_code_fits (self->code, self->read->len, letter))
    self->is_strange = TRUE;
  else
    g_string_append_c (self->read, letter);
}

static void
take_event (FoyerScanner *self, const struct input_event *event)
{
  gboolean is_right = event->code == KEY_RIGHTSHIFT;

  if (event->type == EV_SYN && event->code == SYN_DROPPED) {
    self->is_behind = TRUE;
    self->is_strange = TRUE;
    self->shifts[0] = self->shifts[1] = FALSE;
  } else if (event->type == EV_SYN && event->code == SYN_REPORT) {
    self->is_behind = FALSE;
  } else if (event->type != EV_KEY || self->is_behind) {
    return;
  } else if (event->code == KEY_LEFTSHIFT || is_right) {
    self->shifts[is_right ? 1 : 0] = event->value != 0;
  } else if (event->value == 1) { /* neither let go nor repeated */
    take_letter (self,
                 foyer_scan_code_read_key (self->code,
                                           event->code + X_KEY_CODES,
                                           self->shifts[0] || self->shifts[1]));
  }
}

/* What was half read is nothing. */
static void
let_go (FoyerScanner *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
  self->event_size = 0;
  g_string_truncate (self->read, 0);
  self->is_strange = self->is_behind = FALSE;
  self->shifts[0] = self->shifts[1] = FALSE;
}

/* Said once: it is tried until it can be done. */
static void
complain (FoyerScanner *self, const char *what, int error)
{
  if (!self->has_complained)
    g_warning ("The scanner %s %s: %s. It is tried again.", self->path, what, g_strerror (error));
  self->has_complained = TRUE;
}

static gboolean
on_bytes (gint fd, GIOCondition condition, gpointer data)
{
  g_autoptr (FoyerScanner) self = g_object_ref (data);
  guint8 bytes[64 * sizeof (struct input_event)];
  gssize n = read (fd, bytes, sizeof bytes);

  if (n > 0)
    foyer_scanner_feed (self, bytes, (gsize) n);
  else if (n == 0 || (errno != EAGAIN && errno != EINTR)) {
    complain (self, "is gone", n == 0 ? ENODEV : errno);
    let_go (self);
    return G_SOURCE_REMOVE;
  }
  return G_SOURCE_CONTINUE;
}

static gboolean
look_for_device (gpointer data)
{
  FoyerScanner *self = data;

  if (self->fd >= 0)
    return G_SOURCE_CONTINUE;
  self->fd = open (self->path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (self->fd < 0) {
    complain (self, "cannot be opened", errno);
    return G_SOURCE_CONTINUE;
  }
  if (ioctl (self->fd, EVIOCGRAB, 1) != 0)
    complain (self, "is not the kiosk's alone", errno);
  self->source = g_unix_fd_add (self->fd, G_IO_IN, on_bytes, self);
  return G_SOURCE_CONTINUE;
}

static void
foyer_scanner_dispose (GObject *object)
{
  FoyerScanner *self = FOYER_SCANNER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  let_go (self);

  G_OBJECT_CLASS (foyer_scanner_parent_class)->dispose (object);
}

static void
foyer_scanner_finalize (GObject *object)
{
  FoyerScanner *self = FOYER_SCANNER (object);

  g_free (self->path);
  g_string_free (self->read, TRUE);
  foyer_scan_code_free (self->code);

  G_OBJECT_CLASS (foyer_scanner_parent_class)->finalize (object);
}

static guint
signal_new (const char *name, guint n_texts)
{
  return g_signal_new (name,
                       FOYER_TYPE_SCANNER,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       n_texts,
                       G_TYPE_STRING);
}

static void
foyer_scanner_class_init (FoyerScannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = foyer_scanner_dispose;
  object_class->finalize = foyer_scanner_finalize;
  signals[SCANNED] = signal_new ("scanned", 1);
  signals[STRANGE] = signal_new ("strange", 0);
}

static void
foyer_scanner_init (FoyerScanner *self)
{
  self->fd = -1;
  self->read = g_string_new (NULL);
}

FoyerScanner *
foyer_scanner_new (FoyerScanCode *code)
{
  FoyerScanner *self = g_object_new (FOYER_TYPE_SCANNER, NULL);

  self->code = code;
  return self;
}

void
foyer_scanner_open (FoyerScanner *self, const char *path)
{
  g_return_if_fail (FOYER_IS_SCANNER (self));
  g_return_if_fail (self->path == NULL);

  self->path = g_strdup (path);
  look_for_device (self);
  self->timer = g_timeout_add_seconds (TRY_AGAIN, look_for_device, self);
}

void
foyer_scanner_feed (FoyerScanner *self, const guint8 *bytes, gsize size)
{
  struct input_event event;

  g_return_if_fail (FOYER_IS_SCANNER (self));

  while (size > 0) {
    gsize n = MIN (size, sizeof event - self->event_size);

    memcpy (self->event + self->event_size, bytes, n);
    self->event_size += n;
    bytes += n;
    size -= n;
    if (self->event_size < sizeof event)
      break;
    memcpy (&event, self->event, sizeof event);
    self->event_size = 0;
    take_event (self, &event);
  }
}
