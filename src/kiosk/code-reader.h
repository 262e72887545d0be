/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"
#include "reception/scan.h"

G_BEGIN_DECLS

/** How many codes are looked at within a second: whoever guesses is not answered more often. */
#define FOYER_CODES_A_SECOND 10

/**
 * FoyerCodeRead:
 * @look: (nullable): What the code means
 * @err: (nullable): Why that could not be found out
 * @data: As given to foyer_code_reader_new()
 */
typedef void (*FoyerCodeRead) (const FoyerCodeLook *look, const GError *err, gpointer data);

#define FOYER_TYPE_CODE_READER (foyer_code_reader_get_type ())
G_DECLARE_FINAL_TYPE (FoyerCodeReader, foyer_code_reader, FOYER, CODE_READER, GObject)

/**
 * foyer_code_reader_new:
 * @store: Where codes are known
 * @kiosk: The actor of the kiosk
 * @clock: The clock
 * @settings: The station's settings
 * @read: Called with each code's meaning, not any more once the reader is gone
 * @data: For @read
 *
 * Returns: (transfer full): What finds out what a code means that is held under the reader
 */
FoyerCodeReader *foyer_code_reader_new (FoyerStore *store,
                                        FoyerActor *kiosk,
                                        FoyerClock *clock,
                                        FoyerSettings *settings,
                                        FoyerCodeRead read,
                                        gpointer data);

/** foyer_code_reader_read: @text: What the scanner read; Returns: Whether it is a code that is
 * looked at */
gboolean foyer_code_reader_read (FoyerCodeReader *self, const char *text);

/**
 * foyer_code_reader_watch:
 * @window: Where a scanner that is a keyboard types
 *
 * From now on codes come from the station's scanner, and nothing that is scanned is typed.
 */
void foyer_code_reader_watch (FoyerCodeReader *self, GtkWindow *window);

/** foyer_code_reader_interrupt: Somebody does something else than typing */
void foyer_code_reader_interrupt (FoyerCodeReader *self);

G_END_DECLS
