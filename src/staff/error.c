/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-staff"

#include "staff/error.h"

G_DEFINE_QUARK (foyer_staff_error, foyer_staff_error)
