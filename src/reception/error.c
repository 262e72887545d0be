/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-reception"

#include "reception/error.h"

G_DEFINE_QUARK (foyer_reception_error, foyer_reception_error)
