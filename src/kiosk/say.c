/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-kiosk-say"

#include "kiosk/say.h"

#include <glib/gi18n-lib.h>

#include "reception/error.h"
#include "staff/error.h"
#include "station/day.h"
#include "store/store.h"
#include "visit/typed-text.h"
#include "visit/visitor-field.h"

static const char *
say_typed_text (int code, gboolean is_name)
{
  switch ((FoyerTypedTextError) code) {
  case FOYER_TYPED_TEXT_ERROR_EMPTY:
    return is_name ? C_ ("kiosk", "Type your name to go on.")
                   : C_ ("kiosk", "Type an answer to go on.");
  case FOYER_TYPED_TEXT_ERROR_TOO_LONG:
    return is_name ? C_ ("kiosk", "This name is longer than 80 characters. Shorten it.")
                   : C_ ("kiosk", "This is longer than 80 characters. Shorten it.");
  case FOYER_TYPED_TEXT_ERROR_UNPRINTABLE:
    break;
  }
  return is_name ? C_ ("kiosk", "This name has no letters we can print. Try another spelling.")
                 : C_ ("kiosk", "This has no letters we can print. Try another spelling.");
}

static const char *
say_field (int code)
{
  switch ((FoyerFieldError) code) {
  case FOYER_FIELD_ERROR_EMAIL:
    return C_ ("kiosk", "This is no e-mail address. It looks like ada@example.com.");
  case FOYER_FIELD_ERROR_TELEPHONE:
    return C_ ("kiosk", "This is no telephone number. Type its digits.");
  case FOYER_FIELD_ERROR_DATE:
    return C_ ("kiosk", "This is no date. Type day, month and year: 24 12 2026.");
  case FOYER_FIELD_ERROR_NUMBER:
    return C_ ("kiosk", "This is no number. Type digits only.");
  case FOYER_FIELD_ERROR_CAR_REGISTRATION:
    return C_ ("kiosk", "This is no car registration. Type letters and digits.");
  case FOYER_FIELD_ERROR_CHOICE:
    break;
  }
  return C_ ("kiosk", "Choose one of the answers.");
}

static const char *
say_staff (int code)
{
  switch ((FoyerStaffError) code) {
  case FOYER_STAFF_ERROR_WRONG:
    return C_ ("kiosk", "Name and password do not fit. Type both again.");
  case FOYER_STAFF_ERROR_WAIT:
    return C_ ("kiosk", "Too many tries. Wait a while, then try again.");
  case FOYER_STAFF_ERROR_LOCKED:
    return C_ ("kiosk", "This account is locked. An administrator can unlock it.");
  default:
    return C_ ("kiosk", "Signing in is not possible. An administrator can help.");
  }
}

static const char *
say_reception (int code)
{
  switch ((FoyerReceptionError) code) {
  case FOYER_RECEPTION_ERROR_NO_SUCH_CODE:
    return C_ ("kiosk", "This is not a Foyer code. Show your invitation or badge.");
  case FOYER_RECEPTION_ERROR_CODE_SPENT:
  case FOYER_RECEPTION_ERROR_NOT_ON_SITE:
    return C_ ("kiosk", "This badge has been used to leave. Reception can help.");
  case FOYER_RECEPTION_ERROR_OTHER_DAY:
    return C_ ("kiosk", "This invitation is for another day. Reception can help.");
  case FOYER_RECEPTION_ERROR_TOO_SHORT:
    return C_ ("kiosk", "Type at least three letters of the name.");
  case FOYER_RECEPTION_ERROR_NO_SUCH_HOST:
    return C_ ("kiosk", "Choose a name, or “not listed”.");
  case FOYER_RECEPTION_ERROR_INCOMPLETE:
    return C_ ("kiosk", "An answer is missing. Go back and fill it in.");
  case FOYER_RECEPTION_ERROR_NO_SUCH_TYPE:
  case FOYER_RECEPTION_ERROR_NO_NOTICE:
  case FOYER_RECEPTION_ERROR_NO_SUCH_VISIT:
  case FOYER_RECEPTION_ERROR_DECIDED:
  case FOYER_RECEPTION_ERROR_CSV:
    break;
  }
  return C_ ("kiosk",
             "Signing in is not possible at the moment. Nothing was saved. Reception can help.");
}

const char *
foyer_kiosk_say (const GError *err, const char *page)
{
  g_return_val_if_fail (err != NULL, NULL);

  if (err->domain == FOYER_TYPED_TEXT_ERROR)
    return say_typed_text (err->code, g_str_equal (page, FOYER_FIELD_KEY_NAME));
  if (err->domain == FOYER_FIELD_ERROR)
    return say_field (err->code);
  if (g_error_matches (err, FOYER_RECEPTION_ERROR, FOYER_RECEPTION_ERROR_INCOMPLETE)
      && g_str_equal (page, "check"))
    return C_ ("kiosk", "Everyone with you taps their own name first.");
  if (err->domain == FOYER_STAFF_ERROR || g_str_equal (page, "service-sign-in"))
    return say_staff (err->domain == FOYER_STAFF_ERROR ? err->code : FOYER_STAFF_ERROR_MEMORY);
  if (err->domain == FOYER_RECEPTION_ERROR)
    return say_reception (err->code);
  if (g_str_equal (page, "sign-out"))
    return C_ ("kiosk",
               "Signing out is not possible at the moment. Nothing was saved. Reception can help.");
  return C_ ("kiosk",
             "Signing in is not possible at the moment. Nothing was saved. Reception can help.");
}

char *
foyer_kiosk_say_code (const FoyerCodeLook *look, GTimeZone *zone)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (look != NULL, NULL);

  switch (look->meaning) {
  case FOYER_CODE_UNKNOWN:
    return g_strdup (say_reception (FOYER_RECEPTION_ERROR_NO_SUCH_CODE));
  case FOYER_CODE_LEFT_TODAY:
  case FOYER_CODE_SPENT:
    return g_strdup (say_reception (FOYER_RECEPTION_ERROR_CODE_SPENT));
  case FOYER_CODE_OTHER_DAY:
    day = foyer_day_format_date (zone, look->expected_at);
    return g_strdup_printf (C_ ("kiosk", "This invitation is for %s. Reception can help."), day);
  default:
    return NULL;
  }
}
