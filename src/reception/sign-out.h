/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/deed.h"
#include "visit/visit.h"

G_BEGIN_DECLS

/**
 * FoyerSignOut:
 * @code: (nullable): The badge's 26 letters, for foyer_reception_sign_out
 * @id: (nullable): The visit's id, for foyer_reception_check_out
 * @now: When, in ms since the epoch, UTC
 * @visit: (out): The visit, which has left
 * @days: (out): The days after which it is deleted: the shorter of told and set
 * @again: (out): Whether it had left within the last minute already, and the goodbye is repeated
 */
typedef struct {
  char *code;
  GBytes *id;
  gint64 now;
  FoyerVisit *visit;
  int days;
  gboolean again;
} FoyerSignOut;

/**
 * foyer_sign_out_new:
 * @code: (nullable): The badge's 26 letters
 * @id: (nullable): The visit's id, where there is no code
 * @now: When
 *
 * Returns: (transfer full): What the two deeds are about
 */
FoyerSignOut *foyer_sign_out_new (const char *code, GBytes *id, gint64 now);

/** foyer_sign_out_free: @data: (transfer full) (nullable): A #FoyerSignOut */
void foyer_sign_out_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSignOut, foyer_sign_out_free)

/**
 * A visitor leaves, by the badge's code: takes a #FoyerSignOut.
 * %FOYER_RECEPTION_ERROR_NO_SUCH_CODE, %FOYER_RECEPTION_ERROR_CODE_SPENT;
 * %FOYER_RECEPTION_ERROR_NOT_ON_SITE for an invitation. A second scan within a minute repeats the
 * goodbye.
 */
extern const FoyerDeed foyer_reception_sign_out;

/**
 * A desk checks a visitor out, by the visit's id: takes a #FoyerSignOut.
 * %FOYER_RECEPTION_ERROR_NOT_ON_SITE.
 */
extern const FoyerDeed foyer_reception_check_out;

G_END_DECLS
