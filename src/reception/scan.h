/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/deed.h"
#include "visit/visit.h"

G_BEGIN_DECLS

/**
 * FoyerCodeMeaning:
 * @FOYER_CODE_UNKNOWN: Nobody's, or forgotten
 * @FOYER_CODE_INVITATION: Of somebody who is expected today
 * @FOYER_CODE_OTHER_DAY: Of somebody who is expected on another day
 * @FOYER_CODE_ON_SITE: Of somebody who is on site: foyer_reception_sign_out signs out
 * @FOYER_CODE_LEFT_JUST_NOW: Of somebody who left within the last minute:
 * foyer_reception_sign_out repeats the goodbye
 * @FOYER_CODE_LEFT_TODAY: Of somebody who left by it today, and may come back once: the code is
 * spent, and @back_from of a #FoyerSignIn uses it up
 * @FOYER_CODE_SPENT: It has been used to leave, and to come back
 * @FOYER_CODE_REMEMBERED: Of somebody whose answers are remembered: @visit is a new one with them
 *
 * What a code means at this moment.
 */
typedef enum {
  FOYER_CODE_UNKNOWN,
  FOYER_CODE_INVITATION,
  FOYER_CODE_OTHER_DAY,
  FOYER_CODE_ON_SITE,
  FOYER_CODE_LEFT_JUST_NOW,
  FOYER_CODE_LEFT_TODAY,
  FOYER_CODE_SPENT,
  FOYER_CODE_REMEMBERED,
} FoyerCodeMeaning;

/**
 * FoyerCodeLook:
 * @code: The 26 letters that were shown
 * @now: When, in ms since the epoch, UTC
 * @day_began: The beginning of the local day
 * @day_ends: The first moment after it
 * @meaning: (out): What the code means
 * @visit: (out) (nullable): The visit: of who is on site, is expected today, left today, or is
 * remembered
 * @expected_at: (out): For %FOYER_CODE_OTHER_DAY: when that visitor is expected
 */
typedef struct {
  char *code;
  gint64 now;
  gint64 day_began;
  gint64 day_ends;
  FoyerCodeMeaning meaning;
  FoyerVisit *visit;
  gint64 expected_at;
} FoyerCodeLook;

/** foyer_code_look_new: Returns: (transfer full): What foyer_reception_look_at_code is about */
FoyerCodeLook *
foyer_code_look_new (const char *code, gint64 now, gint64 day_began, gint64 day_ends);

/** foyer_code_look_free: @data: (transfer full) (nullable): A #FoyerCodeLook */
void foyer_code_look_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerCodeLook, foyer_code_look_free)

/** What a code means that somebody shows to the kiosk: takes a #FoyerCodeLook. Changes nothing. */
extern const FoyerDeed foyer_reception_look_at_code;

G_END_DECLS
