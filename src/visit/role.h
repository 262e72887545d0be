/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerRole:
 *
 * Who acts. Staff may have several of the four in the middle.
 */
typedef enum {
  FOYER_ROLE_KIOSK = 1 << 0,
  FOYER_ROLE_RECEPTIONIST = 1 << 1,
  FOYER_ROLE_SECURITY = 1 << 2,
  FOYER_ROLE_PRIVACY_OFFICER = 1 << 3,
  FOYER_ROLE_ADMINISTRATOR = 1 << 4,
  FOYER_ROLE_PROGRAM = 1 << 5,
  FOYER_ROLE_FOYERCTL = 1 << 6,
} FoyerRole;

/** The roles that a person can be given. */
#define FOYER_ROLES_OF_STAFF                                                                       \
  (FOYER_ROLE_RECEPTIONIST | FOYER_ROLE_SECURITY | FOYER_ROLE_PRIVACY_OFFICER                      \
   | FOYER_ROLE_ADMINISTRATOR)

/**
 * FoyerRight:
 *
 * What a deed needs. A deed names one; the store refuses an actor whose roles do not give it.
 */
typedef enum {
  FOYER_RIGHT_SIGN_IN,        /* sign a visitor in */
  FOYER_RIGHT_EXPECT,         /* write down who is expected, see it, take it back */
  FOYER_RIGHT_PUT_RIGHT,      /* change what was signed in a moment ago */
  FOYER_RIGHT_SIGN_OUT,       /* sign a visitor out by the badge's code */
  FOYER_RIGHT_CHECK_OUT,      /* check a visitor out by choosing the row */
  FOYER_RIGHT_FIND_HOST,      /* search the hosts by three letters */
  FOYER_RIGHT_READ_NOTICE,    /* read the notice in force, and the periods that visitors are told */
  FOYER_RIGHT_FOLLOW_BADGE,   /* ask whether a badge was printed, and a visit approved */
  FOYER_RIGHT_LOOK_AT_CODE,   /* see what the code means that somebody shows */
  FOYER_RIGHT_REMEMBER,       /* keep one's answers for next time, bring them back, forget them */
  FOYER_RIGHT_CALL,           /* call reception, and a kiosk for service */
  FOYER_RIGHT_ANSWER_CALLS,   /* see calls, take and end them */
  FOYER_RIGHT_DECIDE,         /* let somebody in who has to be approved, or not */
  FOYER_RIGHT_TODAY,          /* see who is on site and who left today */
  FOYER_RIGHT_TELL_HOST,      /* mark that a host was told, that a badge was handed out */
  FOYER_RIGHT_DAY_LOG,        /* read the log of any day that is held */
  FOYER_RIGHT_MANAGE_HOSTS,   /* add and import hosts */
  FOYER_RIGHT_MANAGE_NOTICES, /* import and publish notices */
  FOYER_RIGHT_MANAGE_PERIODS, /* set retention periods */
  FOYER_RIGHT_READ_PERIODS,   /* see periods and deletion records */
  FOYER_RIGHT_RETAIN,         /* close and delete what is due */
  FOYER_RIGHT_ERASE,          /* erase a visit at the data subject's request */
  FOYER_RIGHT_CORRECT,        /* correct what was written down wrongly */
  FOYER_RIGHT_CHANGE_HOLDER,  /* change who keeps the store's key */
  FOYER_RIGHT_SIGN_IN_STAFF,  /* verify a password */
  FOYER_RIGHT_MANAGE_STAFF,   /* add staff */
  FOYER_RIGHT_UNLOCK_STAFF,   /* unlock an account after too many tries */
  FOYER_RIGHT_CARRY_LETTERS,  /* lease and mark letters of the outbox */
  FOYER_RIGHT_SET_UP,         /* make the first administrator, take the types' first values */
  FOYER_RIGHT_CHECK,          /* verify the store's integrity */
  FOYER_RIGHT_SERVE_STATION,  /* restart a kiosk, test its printer, switch it off */
  FOYER_N_RIGHTS,
} FoyerRight;

/**
 * foyer_roles_may:
 * @roles: Some #FoyerRole, or'ed
 * @right: A right
 *
 * Returns: Whether one of @roles gives @right, by the table of rights in role.c
 */
gboolean foyer_roles_may (FoyerRole roles, FoyerRight right);

/**
 * foyer_roles_from_string:
 * @text: Names separated by commas: receptionist, security, privacy-officer, administrator
 * @roles: (out): The roles
 *
 * Returns: Whether all names in @text are roles of staff, and there is at least one
 */
gboolean foyer_roles_from_string (const char *text, FoyerRole *roles);

/**
 * foyer_roles_to_string:
 * @roles: Roles of staff
 *
 * Returns: (transfer full): Their names, as foyer_roles_from_string() reads them
 */
char *foyer_roles_to_string (FoyerRole roles);

G_END_DECLS
