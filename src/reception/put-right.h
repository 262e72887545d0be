/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/deed.h"
#include "visit/visit.h"

G_BEGIN_DECLS

/** For how long after the sign-in a kiosk may put something right, in ms. */
#define FOYER_PUT_RIGHT_WITHIN (2 * 60 * G_GINT64_CONSTANT (1000))

/**
 * FoyerPutRight:
 * @visit: The visit as it should be: with the right name and host
 * @station: Where that is
 * @code: The new badge's code; made here, so that a second run finds the first
 * @now: When, in ms since the epoch, UTC
 * @changed: (out): The visit as it is stored now
 */
typedef struct {
  FoyerVisit *visit;
  char *station;
  char *code;
  gint64 now;
  FoyerVisit *changed;
} FoyerPutRight;

/** foyer_put_right_new: Returns: (transfer full): What foyer_reception_put_right is about; keeps
 * @visit */
FoyerPutRight *foyer_put_right_new (FoyerVisit *visit, const char *station, gint64 now);

/** foyer_put_right_free: @data: (transfer full) (nullable): A #FoyerPutRight */
void foyer_put_right_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPutRight, foyer_put_right_free)

/**
 * A visitor sees at once that name or host is wrong: takes a #FoyerPutRight. What stood there is
 * forgotten as after any correction (GDPR Art. 16), the old badge's code is void, and another badge
 * is printed.
 *
 * Errors: %FOYER_RECEPTION_ERROR_NOT_ON_SITE where it was another station's visit, or signed in
 * longer ago than %FOYER_PUT_RIGHT_WITHIN
 */
extern const FoyerDeed foyer_reception_put_right;

G_END_DECLS
