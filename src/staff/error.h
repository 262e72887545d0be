/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FOYER_STAFF_ERROR (foyer_staff_error_quark ())

/**
 * FoyerStaffError:
 * @FOYER_STAFF_ERROR_WRONG: Name and password do not fit; nobody is told which of the two
 * @FOYER_STAFF_ERROR_WAIT: Too many tries: the account waits
 * @FOYER_STAFF_ERROR_LOCKED: Twenty tries in a row: an administrator has to unlock the account
 * @FOYER_STAFF_ERROR_NO_SUCH_ACCOUNT: Nobody has an account of that name
 * @FOYER_STAFF_ERROR_NAME: The name cannot be used, or is taken
 * @FOYER_STAFF_ERROR_PASSWORD: The password is too short or too long
 * @FOYER_STAFF_ERROR_ROLES: No such role
 * @FOYER_STAFF_ERROR_SET_UP: There is an administrator already
 * @FOYER_STAFF_ERROR_MEMORY: The machine has not enough memory to hash a password
 */
typedef enum {
  FOYER_STAFF_ERROR_WRONG,
  FOYER_STAFF_ERROR_WAIT,
  FOYER_STAFF_ERROR_LOCKED,
  FOYER_STAFF_ERROR_NO_SUCH_ACCOUNT,
  FOYER_STAFF_ERROR_NAME,
  FOYER_STAFF_ERROR_PASSWORD,
  FOYER_STAFF_ERROR_ROLES,
  FOYER_STAFF_ERROR_SET_UP,
  FOYER_STAFF_ERROR_MEMORY,
} FoyerStaffError;

GQuark foyer_staff_error_quark (void);

G_END_DECLS
