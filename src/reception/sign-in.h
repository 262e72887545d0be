/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notice/notice.h"
#include "store/deed.h"
#include "visit/call.h"
#include "visit/visit.h"

G_BEGIN_DECLS

/**
 * FoyerSignIn:
 * @visit: The visit, with name, type, place, and the days that its visitor was told
 * @notice: (nullable): The notice that was shown; %NULL: the one in force in @language
 * @language: The language of the screen, of badge and messages
 * @now: When, in ms since the epoch, UTC
 * @asks: %FOYER_CALL_APPROVAL or %FOYER_CALL_RETURN where reception has to approve; else
 * %FOYER_CALL_NONE, as foyer_sign_in_new() leaves it
 * @back_from: (nullable): Of who left today and is back: the id of the visit that ended
 * @companions: (nullable) (element-type FoyerVisit): Who comes with the visitor, each a visit that
 * names its leader
 * @once: Whether who signed in at this station within the last two minutes, by the same name and
 * type and to the same host, is not signed in again: a program that died may not have said so
 * @already: (out): Where @once found such a visit: its sign-in, in ms since the epoch, UTC; nothing
 * was stored then. Else 0
 */
typedef struct {
  FoyerVisit *visit;
  FoyerNotice *notice;
  char *language;
  gint64 now;
  FoyerCallKind asks;
  GBytes *back_from;
  GPtrArray *companions;
  gboolean once;
  gint64 already;
} FoyerSignIn;

/**
 * foyer_sign_in_new:
 * @visit: The visit
 * @notice: (nullable): The notice that was shown
 * @language: The language of the screen
 * @now: When
 *
 * Returns: (transfer full): What foyer_reception_sign_in is about; it keeps visit and notice
 */
FoyerSignIn *
foyer_sign_in_new (FoyerVisit *visit, FoyerNotice *notice, const char *language, gint64 now);

/** foyer_sign_in_free: @data: (transfer full) (nullable): A #FoyerSignIn */
void foyer_sign_in_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSignIn, foyer_sign_in_free)

/**
 * A visitor arrives: takes a #FoyerSignIn. Its visit is on site afterwards; where it @asks it is
 * asked, and foyer_reception_decide or a quarter of an hour says what becomes of it. The badge code
 * of a visit that it comes @back_from is used up: %FOYER_RECEPTION_ERROR_CODE_SPENT the second
 * time.
 */
extern const FoyerDeed foyer_reception_sign_in;

G_END_DECLS
