/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A real label printer (ippeveprinter) and, where asked for, a real print server with a queue for
 * it (cupsd): both private, in a temporary folder, on a port and a socket of their own. They end
 * with the program that started them, however it ends. */

typedef struct _PrintFixture PrintFixture;

/** The name of the queue on the print server. */
#define PRINT_FIXTURE_QUEUE "Badge"

/**
 * print_fixture_start:
 * @with_queue: Whether a print server is wanted, too
 *
 * Once a program, from the main thread, before anything prints: libcups remembers its server.
 * Returns when both take jobs. With a queue, `CUPS_SERVER` is set in the program's environment, so
 * that its children find the queue as well.
 */
PrintFixture *print_fixture_start (gboolean with_queue);

/** Ends printer and server, and removes the folder. */
void print_fixture_stop (PrintFixture *self);

/** The printer's address for `[station] printer`, "ipp://localhost:…/ipp/print". */
const char *print_fixture_get_uri (PrintFixture *self);

/** The folder of everything; `received/0.pdf`, `received/0.about`, … are what the printer got. */
const char *print_fixture_get_folder (PrintFixture *self);

/** How many documents the printer got. */
guint print_fixture_count (PrintFixture *self);

/**
 * print_fixture_wait:
 * @number: 0 for the first document
 *
 * Waits until the printer has that document. Returns its path.
 */
char *print_fixture_wait (PrintFixture *self, guint number);

/** What the printer was told with a document, as lines `IPP_JOB_NAME=…`. */
char *print_fixture_get_about (PrintFixture *self, guint number);

/** Makes the printer fail each document ("abort"), freeze at the next one ("freeze"), or print
 * again
 * (""). */
void print_fixture_set_mood (PrintFixture *self, const char *mood);

/** Freezes the printer's process, as one that hangs; it still takes connections. */
void print_fixture_freeze (PrintFixture *self);

/** Lets it go on. */
void print_fixture_thaw (PrintFixture *self);

/** Switches the printer off. */
void print_fixture_switch_off (PrintFixture *self);

/** Switches it on again at the same address, and waits until it takes jobs. */
void print_fixture_switch_on (PrintFixture *self);

/** Runs a program of CUPS against the print server, which has to succeed; returns what it said. */
char *print_fixture_run (PrintFixture *self, const char *const *argv);

/** Waits until the print server has no job that is not over. */
void print_fixture_wait_for_empty_queue (PrintFixture *self);

G_END_DECLS
