/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FOYER_PRIVACY_ERROR (foyer_privacy_error_quark ())

/**
 * FoyerPrivacyError:
 * @FOYER_PRIVACY_ERROR_NO_SUCH_TYPE: There is no such visitor type
 * @FOYER_PRIVACY_ERROR_PERIOD: A retention period out of range
 * @FOYER_PRIVACY_ERROR_CHAIN: The audit trail's chain is broken
 * @FOYER_PRIVACY_ERROR_NO_SUCH_VISIT: There is no such visit
 * @FOYER_PRIVACY_ERROR_ON_SITE: The visitor has not left yet
 */
typedef enum {
  FOYER_PRIVACY_ERROR_NO_SUCH_TYPE,
  FOYER_PRIVACY_ERROR_PERIOD,
  FOYER_PRIVACY_ERROR_CHAIN,
  FOYER_PRIVACY_ERROR_NO_SUCH_VISIT,
  FOYER_PRIVACY_ERROR_ON_SITE,
} FoyerPrivacyError;

GQuark foyer_privacy_error_quark (void);

G_END_DECLS
