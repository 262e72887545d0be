/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-desk-say"

#include "desk/say.h"

#include <glib/gi18n.h>

#include "reception/error.h"
#include "staff/error.h"
#include "store/store.h"

static const char *
say_staff (int code)
{
  switch (code) {
  case FOYER_STAFF_ERROR_WRONG:
    return C_ ("desk", "Name and password do not fit. Type both again.");
  case FOYER_STAFF_ERROR_WAIT:
    return C_ ("desk", "Too many tries. Wait a while, then try again.");
  case FOYER_STAFF_ERROR_LOCKED:
    return C_ ("desk", "This account is locked. An administrator can unlock it.");
  case FOYER_STAFF_ERROR_MEMORY:
    return C_ ("desk", "This machine is short of memory. Close other programs, then try again.");
  default:
    return C_ ("desk", "Signing in is not possible. An administrator can help.");
  }
}

static const char *
say_reception (int code)
{
  switch (code) {
  case FOYER_RECEPTION_ERROR_NO_SUCH_CODE:
    return C_ ("desk", "No visit has this badge.");
  case FOYER_RECEPTION_ERROR_CODE_SPENT:
    return C_ ("desk", "This badge has been used to leave.");
  case FOYER_RECEPTION_ERROR_DECIDED:
    return C_ ("desk", "This has been decided already.");
  case FOYER_RECEPTION_ERROR_NOT_ON_SITE:
    return C_ ("desk", "This visitor is not on site any more.");
  default:
    return C_ ("desk", "This did not work. Try again.");
  }
}

static const char *
say_store (int code)
{
  switch (code) {
  case FOYER_DB_ERROR_REFUSED:
    return C_ ("desk", "Your role does not allow this.");
  case FOYER_DB_ERROR_BUSY:
    return C_ ("desk", "Another station keeps the data busy. Try again.");
  case FOYER_DB_ERROR_FULL:
    return C_ ("desk", "The disk is full. Nothing was changed; an administrator can make room.");
  case FOYER_DB_ERROR_READ_ONLY:
    return C_ ("desk", "The data cannot be written. Nothing was changed.");
  case FOYER_DB_ERROR_MISSING:
    return C_ ("desk", "The data cannot be reached. Nothing was changed.");
  case FOYER_DB_ERROR_DAMAGED:
    return C_ ("desk", "The data is damaged. Nothing was changed; an administrator can help.");
  case FOYER_DB_ERROR_KEYS:
    return C_ ("desk", "The key to the visits is missing. Nothing was changed.");
  case FOYER_DB_ERROR_ROW:
    return C_ ("desk", "This entry is damaged, and was not changed. Tell an administrator.");
  case FOYER_DB_ERROR_SCHEMA:
    return C_ ("desk", "The data belongs to another version of Foyer. Nothing was changed.");
  default:
    return C_ ("desk", "This did not work. Nothing was changed.");
  }
}

const char *
foyer_desk_say (const GError *err)
{
  if (err->domain == FOYER_STAFF_ERROR)
    return say_staff (err->code);
  if (err->domain == FOYER_RECEPTION_ERROR)
    return say_reception (err->code);
  if (err->domain == FOYER_DB_ERROR)
    return say_store (err->code);
  return C_ ("desk", "This did not work. Try again.");
}

gboolean
foyer_desk_is_cut_off (const GError *err)
{
  return err->domain == FOYER_DB_ERROR && err->code != FOYER_DB_ERROR_REFUSED
         && err->code != FOYER_DB_ERROR_ROW;
}
