/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "visit/role.h"

G_BEGIN_DECLS

/** The key of the field whose answer is the visitor's company. */
#define FOYER_ANSWER_COMPANY "company"

/** Who sees an answer, besides roles of staff: the host. */
#define FOYER_SEEN_BY_HOST ((FoyerRole) (1 << 16))

/** Everybody who may see an answer. */
#define FOYER_SEEN_BY_ALL ((FoyerRole) (FOYER_ROLES_OF_STAFF | FOYER_SEEN_BY_HOST))

/**
 * FoyerKept:
 * @FOYER_KEPT_NOT: It only leads to other questions, and is never stored
 * @FOYER_KEPT_UNTIL_LEAVING: It is forgotten when the visitor has left
 * @FOYER_KEPT_WITH_VISIT: As long as the visit
 *
 * How long an answer is kept. The numbers are stored: never change one.
 */
typedef enum {
  FOYER_KEPT_NOT = 0,
  FOYER_KEPT_UNTIL_LEAVING = 1,
  FOYER_KEPT_WITH_VISIT = 2,
} FoyerKept;

#define FOYER_TYPE_VISIT (foyer_visit_get_type ())
G_DECLARE_FINAL_TYPE (FoyerVisit, foyer_visit, FOYER, VISIT, GObject)

/**
 * FoyerVisitState:
 *
 * Where a visit stands. The numbers are stored: never change one.
 */
typedef enum {
  FOYER_VISIT_NEW = 0,              /* being typed; never stored */
  FOYER_VISIT_EXPECTED = 1,         /* invited for a day */
  FOYER_VISIT_ASKED = 2,            /* waits for reception's yes */
  FOYER_VISIT_ON_SITE = 3,          /* signed in */
  FOYER_VISIT_LEFT = 5,             /* checked out */
  FOYER_VISIT_NOT_SEEN_LEAVING = 6, /* closed by the program at sign-in + longest stay */
  FOYER_VISIT_DENIED = 7,           /* reception said no, or nothing for 15 minutes */
} FoyerVisitState;

/**
 * FoyerVisitNote:
 * @FOYER_VISIT_BADGE_WAITING: The badge could not be printed: a desk has to see to it
 * @FOYER_VISIT_HOST_UNTOLD: Nobody has told the host yet
 * @FOYER_VISIT_POSSIBLE_DOUBLE: Somebody of the same name is on site, too
 * @FOYER_VISIT_LEAVING: Somebody under that name asks to leave without the badge
 */
typedef enum {
  FOYER_VISIT_BADGE_WAITING = 1 << 0,
  FOYER_VISIT_HOST_UNTOLD = 1 << 1,
  FOYER_VISIT_POSSIBLE_DOUBLE = 1 << 2,
  FOYER_VISIT_LEAVING = 1 << 3,
} FoyerVisitNote;

/**
 * FoyerVisitDamage:
 * @FOYER_VISIT_HOST_DAMAGED: Its host's name does not open
 * @FOYER_VISIT_RECORD_DAMAGED: Its personal fields do not open; it can be checked out, and goes in
 * time
 * @FOYER_VISIT_ROW_DAMAGED: What else stands in its row was changed: nothing of it can be relied on
 */
typedef enum {
  FOYER_VISIT_SOUND,
  FOYER_VISIT_HOST_DAMAGED,
  FOYER_VISIT_RECORD_DAMAGED,
  FOYER_VISIT_ROW_DAMAGED,
} FoyerVisitDamage;

/**
 * foyer_visit_new:
 * @now: The time, in ms since the epoch, UTC
 *
 * A visit that is being typed. Its id and its badge code are drawn here, with the flow and not in
 * the deed, so that a deed which runs twice finds the first run's visit.
 *
 * Returns: (transfer full): A new visit
 */
FoyerVisit *foyer_visit_new (gint64 now);

/**
 * foyer_visit_new_stored:
 * @id: The visit's id
 * @code: (nullable): Its badge code
 *
 * For store/ only: the rest is set with the setters.
 *
 * Returns: (transfer full): A visit that was stored
 */
FoyerVisit *foyer_visit_new_stored (GBytes *id, const char *code);

/** foyer_visit_get_id: Returns: (transfer none): 16 bytes, a UUID of version 7 */
GBytes *foyer_visit_get_id (FoyerVisit *self);

/** foyer_visit_get_code: Returns: (transfer none) (nullable): The badge code, 26 letters; personal
 */
const char *foyer_visit_get_code (FoyerVisit *self);

/**
 * foyer_visit_set_name:
 * @self: A visit
 * @text: What was typed
 * @error: %FOYER_TYPED_TEXT_ERROR
 *
 * Sets the visitor's name after foyer_typed_text_clean(). On an error the name stays as it was.
 *
 * Returns: Whether it is a name
 */
gboolean foyer_visit_set_name (FoyerVisit *self, const char *text, GError **error);

/** foyer_visit_get_name: Returns: (transfer none) (nullable): The visitor's name; personal */
const char *foyer_visit_get_name (FoyerVisit *self);

/**
 * FoyerAnswer:
 * @key: The field's key, as in the visitor type's file
 * @value: What was answered, clean; personal
 * @kept: How long it is kept
 * @seen_by: The roles of staff that see it
 *
 * An answer to a question of the visitor type, besides name and host. How long it is kept and who
 * sees it are what the visitor was told, whatever the type's file says later.
 */
typedef struct {
  char *key;
  char *value;
  FoyerKept kept;
  FoyerRole seen_by;
} FoyerAnswer;

/**
 * foyer_visit_set_answer:
 * @self: A visit
 * @key: The field's key
 * @value: (nullable): The answer, cleaned (foyer_visitor_field_clean()); %NULL for none
 * @kept: How long it is kept
 * @seen_by: Which roles of staff see it
 *
 * Answers keep the order in which they were first given.
 */
void foyer_visit_set_answer (FoyerVisit *self,
                             const char *key,
                             const char *value,
                             FoyerKept kept,
                             FoyerRole seen_by);

/** foyer_visit_get_answer: Returns: (transfer none) (nullable): The answer to the field of that
 * key; personal */
const char *foyer_visit_get_answer (FoyerVisit *self, const char *key);

/** foyer_visit_get_answers: Returns: (transfer none) (element-type FoyerAnswer): All of them */
GPtrArray *foyer_visit_get_answers (FoyerVisit *self);

/**
 * foyer_visit_drop_answers:
 * @self: A visit
 * @least: Answers that are kept for a shorter time than this are dropped
 * @seen_by: Answers that none of these sees are dropped; %FOYER_SEEN_BY_ALL: none
 *
 * Returns: Whether there was such an answer
 */
gboolean foyer_visit_drop_answers (FoyerVisit *self, FoyerKept least, FoyerRole seen_by);

/**
 * foyer_visit_copy_answers:
 * @self: A visit that is being typed
 * @from: Another one
 *
 * Takes over type, name, host and all answers, and nothing else.
 */
void foyer_visit_copy_answers (FoyerVisit *self, FoyerVisit *from);

/** foyer_visit_set_leader: @id: (nullable): Of a companion: the id of the visit that it came with
 */
void foyer_visit_set_leader (FoyerVisit *self, GBytes *id);

/** foyer_visit_get_leader: Returns: (transfer none) (nullable): The visit that it came with */
GBytes *foyer_visit_get_leader (FoyerVisit *self);

/**
 * foyer_visit_set_company:
 * @self: A visit
 * @text: (nullable): What was typed; %NULL for none
 * @error: %FOYER_TYPED_TEXT_ERROR
 *
 * The answer of the key "company", which every screen knows; it is kept with the visit, and seen by
 * all who see the visit.
 *
 * Returns: Whether it is the name of a company
 */
gboolean foyer_visit_set_company (FoyerVisit *self, const char *text, GError **error);

/** foyer_visit_get_company: Returns: (transfer none) (nullable): The visitor's company; personal */
const char *foyer_visit_get_company (FoyerVisit *self);

/**
 * foyer_visit_set_host:
 * @self: A visit
 * @id: (nullable): The host's id; %NULL for "I do not know, or not listed"
 * @name: (nullable): The host's name, for the screen and the badge; it is not stored in the visit
 */
void foyer_visit_set_host (FoyerVisit *self, GBytes *id, const char *name);

/** foyer_visit_get_host_id: Returns: (transfer none) (nullable): The host's id */
GBytes *foyer_visit_get_host_id (FoyerVisit *self);

/** foyer_visit_get_host_name: Returns: (transfer none) (nullable): The host's name */
const char *foyer_visit_get_host_name (FoyerVisit *self);

/** foyer_visit_set_type: @key: A visitor type's key */
void foyer_visit_set_type (FoyerVisit *self, const char *key);

/** foyer_visit_get_type_key: Returns: (transfer none) (nullable): The visitor type's key */
const char *foyer_visit_get_type_key (FoyerVisit *self);

/** foyer_visit_set_days_told: @days: The retention period that the visitor is told, in days, >= 0
 */
void foyer_visit_set_days_told (FoyerVisit *self, int days);

/** foyer_visit_get_days_told: Returns: The retention period that the visitor was told, in days */
int foyer_visit_get_days_told (FoyerVisit *self);

/** foyer_visit_set_place: @site, @station: (nullable): Names of where the visitor signed in */
void foyer_visit_set_place (FoyerVisit *self, const char *site, const char *station);

/** foyer_visit_get_site: Returns: (transfer none) (nullable): The site's name */
const char *foyer_visit_get_site (FoyerVisit *self);

/** foyer_visit_get_station: Returns: (transfer none) (nullable): The station's name */
const char *foyer_visit_get_station (FoyerVisit *self);

/**
 * foyer_visit_set_times:
 * @self: A visit
 * @state: Where it stands
 * @arrived_at: The sign-in, in ms since the epoch, UTC
 * @left_at: The check-out, or 0
 * @closed_at: When the retention period began, or 0 while the visit is open
 */
void foyer_visit_set_times (FoyerVisit *self,
                            FoyerVisitState state,
                            gint64 arrived_at,
                            gint64 left_at,
                            gint64 closed_at);

/** foyer_visit_get_state: Returns: Where the visit stands */
FoyerVisitState foyer_visit_get_state (FoyerVisit *self);

/** foyer_visit_get_arrived_at: Returns: The sign-in, in ms since the epoch, UTC; 0 before it */
gint64 foyer_visit_get_arrived_at (FoyerVisit *self);

/** foyer_visit_get_left_at: Returns: The check-out, or 0; an automatic close invents none */
gint64 foyer_visit_get_left_at (FoyerVisit *self);

/** foyer_visit_get_closed_at: Returns: When the retention period began, or 0 */
gint64 foyer_visit_get_closed_at (FoyerVisit *self);

/** foyer_visit_set_notes: @notes: What a desk has to see to */
void foyer_visit_set_notes (FoyerVisit *self, FoyerVisitNote notes);

/** foyer_visit_get_notes: Returns: What a desk has to see to */
FoyerVisitNote foyer_visit_get_notes (FoyerVisit *self);

/** foyer_visit_set_damage: @damage: What was found when it was read; for store/ only */
void foyer_visit_set_damage (FoyerVisit *self, FoyerVisitDamage damage);

/** foyer_visit_get_damage: Returns: What was found when it was read */
FoyerVisitDamage foyer_visit_get_damage (FoyerVisit *self);

/** foyer_visit_state_to_string: Returns: (transfer none): The state's word for machines, "on-site"
 */
const char *foyer_visit_state_to_string (FoyerVisitState state);

G_END_DECLS
