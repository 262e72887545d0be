/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-role"

#include "visit/role.h"

#define K FOYER_ROLE_KIOSK
#define R FOYER_ROLE_RECEPTIONIST
#define S FOYER_ROLE_SECURITY
#define P FOYER_ROLE_PRIVACY_OFFICER
#define A FOYER_ROLE_ADMINISTRATOR
#define T FOYER_ROLE_PROGRAM /* the program itself */
#define C FOYER_ROLE_FOYERCTL

/* Who may do what: the whole of it. */
static const FoyerRole may[FOYER_N_RIGHTS] = {
  [FOYER_RIGHT_SIGN_IN] = K | R | C,
  [FOYER_RIGHT_EXPECT] = R,
  [FOYER_RIGHT_PUT_RIGHT] = K,
  [FOYER_RIGHT_SIGN_OUT] = K | R | S | C,
  [FOYER_RIGHT_CHECK_OUT] = R,
  [FOYER_RIGHT_FIND_HOST] = K | R | C,
  [FOYER_RIGHT_READ_NOTICE] = K | R | S | P | A | C,
  [FOYER_RIGHT_FOLLOW_BADGE] = K | R,
  [FOYER_RIGHT_LOOK_AT_CODE] = K,
  [FOYER_RIGHT_REMEMBER] = K,
  [FOYER_RIGHT_CALL] = K | C,
  [FOYER_RIGHT_ANSWER_CALLS] = R | S,
  [FOYER_RIGHT_DECIDE] = R | S,
  [FOYER_RIGHT_TODAY] = R | S,
  [FOYER_RIGHT_TELL_HOST] = R,
  [FOYER_RIGHT_DAY_LOG] = S,
  [FOYER_RIGHT_MANAGE_HOSTS] = R | A,
  [FOYER_RIGHT_MANAGE_NOTICES] = P,
  [FOYER_RIGHT_MANAGE_PERIODS] = P,
  [FOYER_RIGHT_READ_PERIODS] = P | A,
  [FOYER_RIGHT_RETAIN] = P | T | C,
  [FOYER_RIGHT_ERASE] = P,
  [FOYER_RIGHT_CORRECT] = R | P,
  [FOYER_RIGHT_CHANGE_HOLDER] = A,
  [FOYER_RIGHT_SIGN_IN_STAFF] = T | C,
  [FOYER_RIGHT_MANAGE_STAFF] = A,
  [FOYER_RIGHT_UNLOCK_STAFF] = A | C,
  [FOYER_RIGHT_CARRY_LETTERS] = T | C,
  [FOYER_RIGHT_SET_UP] = T | C,
  [FOYER_RIGHT_CHECK] = A | T | C,
  [FOYER_RIGHT_SERVE_STATION] = R | S | A,
};

static const struct {
  const char *name;
  FoyerRole role;
} names[] = {
  { "receptionist", R },
  { "security", S },
  { "privacy-officer", P },
  { "administrator", A },
};

gboolean
foyer_roles_may (FoyerRole roles, FoyerRight right)
{
  g_return_val_if_fail (right < FOYER_N_RIGHTS, FALSE);

  return (may[right] & roles) != 0;
}

gboolean
foyer_roles_from_string (const char *text, FoyerRole *roles)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  *roles = 0;
  for (char **part = parts; *part != NULL; part++) {
    FoyerRole found = 0;

    g_strstrip (*part);
    for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
      if (g_str_equal (*part, names[i].name))
        found = names[i].role;
    }
    if (found == 0)
      return FALSE;
    *roles |= found;
  }
  return *roles != 0;
}

char *
foyer_roles_to_string (FoyerRole roles)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    if ((roles & names[i].role) == 0)
      continue;
    if (text->len > 0)
      g_string_append_c (text, ',');
    g_string_append (text, names[i].name);
  }
  return g_string_free (text, FALSE);
}
