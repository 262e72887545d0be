/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-privacy"

#include "privacy/error.h"

G_DEFINE_QUARK (foyer_privacy_error, foyer_privacy_error)
