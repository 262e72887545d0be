/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FOYER_RECEPTION_ERROR (foyer_reception_error_quark ())

/**
 * FoyerReceptionError:
 * @FOYER_RECEPTION_ERROR_NO_SUCH_CODE: No visit has that badge code
 * @FOYER_RECEPTION_ERROR_CODE_SPENT: The visit of that badge code has ended
 * @FOYER_RECEPTION_ERROR_NOT_ON_SITE: The visit has ended, is gone, or has not begun
 * @FOYER_RECEPTION_ERROR_DECIDED: Somebody else has decided the other way, or nobody for too long
 * @FOYER_RECEPTION_ERROR_NO_SUCH_VISIT: There is no such visit
 * @FOYER_RECEPTION_ERROR_INCOMPLETE: A sign-in lacks the name, or the company where the type asks
 * it
 * @FOYER_RECEPTION_ERROR_NO_SUCH_TYPE: There is no such visitor type
 * @FOYER_RECEPTION_ERROR_NO_NOTICE: No privacy notice is in force, so nobody can be told
 * @FOYER_RECEPTION_ERROR_NO_SUCH_HOST: No host of that name
 * @FOYER_RECEPTION_ERROR_TOO_SHORT: A search for a host needs three letters
 * @FOYER_RECEPTION_ERROR_OTHER_DAY: An invitation lets in on its day only
 * @FOYER_RECEPTION_ERROR_CSV: The file of hosts is not as it should be; the message names line and
 * reason
 */
typedef enum {
  FOYER_RECEPTION_ERROR_NO_SUCH_CODE,
  FOYER_RECEPTION_ERROR_CODE_SPENT,
  FOYER_RECEPTION_ERROR_NOT_ON_SITE,
  FOYER_RECEPTION_ERROR_DECIDED,
  FOYER_RECEPTION_ERROR_NO_SUCH_VISIT,
  FOYER_RECEPTION_ERROR_INCOMPLETE,
  FOYER_RECEPTION_ERROR_NO_SUCH_TYPE,
  FOYER_RECEPTION_ERROR_NO_NOTICE,
  FOYER_RECEPTION_ERROR_NO_SUCH_HOST,
  FOYER_RECEPTION_ERROR_TOO_SHORT,
  FOYER_RECEPTION_ERROR_OTHER_DAY,
  FOYER_RECEPTION_ERROR_CSV,
} FoyerReceptionError;

GQuark foyer_reception_error_quark (void);

G_END_DECLS
