/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "visit/visit.h"
#include "visit/words.h"

G_BEGIN_DECLS

/** The keys of the two fields that every visitor type may ask without describing them. */
#define FOYER_FIELD_KEY_NAME "name"
#define FOYER_FIELD_KEY_HOST "host"

/** How many choices a field may have, and how many rules an agreement: one screen's worth. */
#define FOYER_FIELD_PARTS_MAX 6

#define FOYER_FIELD_ERROR (foyer_field_error_quark ())

/**
 * FoyerFieldError:
 * @FOYER_FIELD_ERROR_EMAIL: It is no e-mail address
 * @FOYER_FIELD_ERROR_TELEPHONE: It is no telephone number
 * @FOYER_FIELD_ERROR_DATE: It is no date
 * @FOYER_FIELD_ERROR_NUMBER: It is no whole number
 * @FOYER_FIELD_ERROR_CAR_REGISTRATION: It is no car's registration
 * @FOYER_FIELD_ERROR_CHOICE: It is none of the choices
 */
typedef enum {
  FOYER_FIELD_ERROR_EMAIL,
  FOYER_FIELD_ERROR_TELEPHONE,
  FOYER_FIELD_ERROR_DATE,
  FOYER_FIELD_ERROR_NUMBER,
  FOYER_FIELD_ERROR_CAR_REGISTRATION,
  FOYER_FIELD_ERROR_CHOICE,
} FoyerFieldError;

GQuark foyer_field_error_quark (void);

/**
 * FoyerFieldKind:
 *
 * What kind of answer a field takes. Name and host are known to the program; %FOYER_FIELD_ACCEPT is
 * an agreement: rules or a text, with a version.
 */
typedef enum {
  FOYER_FIELD_NAME,
  FOYER_FIELD_HOST,
  FOYER_FIELD_TEXT,
  FOYER_FIELD_EMAIL,
  FOYER_FIELD_TELEPHONE,
  FOYER_FIELD_DATE,
  FOYER_FIELD_CHOICE,
  FOYER_FIELD_YES_NO,
  FOYER_FIELD_NUMBER,
  FOYER_FIELD_CAR_REGISTRATION,
  FOYER_FIELD_ACCEPT,
} FoyerFieldKind;

/**
 * FoyerFieldWords:
 * @FOYER_FIELD_QUESTION: The heading of its page, "Which company sends you?"
 * @FOYER_FIELD_LABEL: Before the answer, "Company"
 * @FOYER_FIELD_HINT: Under the question
 * @FOYER_FIELD_PURPOSE: What it is asked for
 * @FOYER_FIELD_AGREEMENT: The text to accept
 */
typedef enum {
  FOYER_FIELD_QUESTION,
  FOYER_FIELD_LABEL,
  FOYER_FIELD_HINT,
  FOYER_FIELD_PURPOSE,
  FOYER_FIELD_AGREEMENT,
  FOYER_FIELD_N_WORDS,
} FoyerFieldWords;

/**
 * FoyerFieldPart:
 * @key: A choice's key, which is stored; a rule's number
 * @icon: (nullable): A symbolic icon's name
 * @words: What people read
 * @calls: Whether this choice calls reception, and ends there: nothing is recorded
 *
 * A choice, or a rule of an agreement.
 */
typedef struct {
  char *key;
  char *icon;
  FoyerWords *words;
  gboolean calls;
} FoyerFieldPart;

#define FOYER_TYPE_VISITOR_FIELD (foyer_visitor_field_get_type ())
G_DECLARE_FINAL_TYPE (FoyerVisitorField, foyer_visitor_field, FOYER, VISITOR_FIELD, GObject)

/**
 * foyer_visitor_field_new:
 * @key: Its key, as stored with the answer: lower case letters and hyphens
 * @kind: What kind of answer it takes
 *
 * Returns: (transfer full): A field that has to be answered and is kept with the visit
 */
FoyerVisitorField *foyer_visitor_field_new (const char *key, FoyerFieldKind kind);

/** foyer_visitor_field_get_key: Returns: (transfer none): The key */
const char *foyer_visitor_field_get_key (FoyerVisitorField *self);

/** foyer_visitor_field_get_kind: Returns: What kind of answer it takes */
FoyerFieldKind foyer_visitor_field_get_kind (FoyerVisitorField *self);

/** foyer_visitor_field_words: Returns: (transfer none): Its words of that sort, to be read or set
 */
FoyerWords *foyer_visitor_field_words (FoyerVisitorField *self, FoyerFieldWords which);

/** foyer_visitor_field_say: Returns: (transfer none) (nullable): Its words of that sort */
const char *
foyer_visitor_field_say (FoyerVisitorField *self, FoyerFieldWords which, const char *language);

/** foyer_visitor_field_set_required: @required: Whether it has to be answered */
void foyer_visitor_field_set_required (FoyerVisitorField *self, gboolean required);

/** foyer_visitor_field_get_required: Returns: Whether it has to be answered */
gboolean foyer_visitor_field_get_required (FoyerVisitorField *self);

/** foyer_visitor_field_set_promise: What its visitor is told: @kept: how long the answer is kept;
 * @seen_by: #FoyerRole of staff, and %FOYER_SEEN_BY_HOST */
void foyer_visitor_field_set_promise (FoyerVisitorField *self, FoyerKept kept, FoyerRole seen_by);

/** foyer_visitor_field_get_kept: Returns: How long the answer is kept */
FoyerKept foyer_visitor_field_get_kept (FoyerVisitorField *self);

/** foyer_visitor_field_get_seen_by: Returns: Who sees it */
FoyerRole foyer_visitor_field_get_seen_by (FoyerVisitorField *self);

/** foyer_visitor_field_set_condition: It is asked only where the field of @key has that @answer */
void
foyer_visitor_field_set_condition (FoyerVisitorField *self, const char *key, const char *answer);

/** foyer_visitor_field_is_asked: Returns: Whether that visit is asked it, by its other answers */
gboolean foyer_visitor_field_is_asked (FoyerVisitorField *self, FoyerVisit *visit);

/**
 * foyer_visitor_field_add_part:
 * @self: A field with choices, or an agreement
 * @key: The choice's key
 * @icon: (nullable): A symbolic icon's name
 *
 * Returns: (transfer none): A choice or rule without words
 */
FoyerFieldPart *
foyer_visitor_field_add_part (FoyerVisitorField *self, const char *key, const char *icon);

/** foyer_visitor_field_get_parts: Returns: (transfer none) (element-type FoyerFieldPart): Its
 * choices, or rules */
GPtrArray *foyer_visitor_field_get_parts (FoyerVisitorField *self);

/** foyer_visitor_field_find_part: Returns: (transfer none) (nullable): The choice of that key */
const FoyerFieldPart *foyer_visitor_field_find_part (FoyerVisitorField *self, const char *key);

/** foyer_visitor_field_set_version: @version: The agreement's version, the site's own name of it */
void foyer_visitor_field_set_version (FoyerVisitorField *self, const char *version);

/**
 * foyer_visitor_field_get_edition:
 * @self: An agreement
 *
 * Returns: (transfer full): Its version and a digest of its words in all languages: what an answer
 *   to it holds, so that a changed text is accepted anew
 */
char *foyer_visitor_field_get_edition (FoyerVisitorField *self);

/**
 * foyer_visitor_field_clean:
 * @self: A field but name and host
 * @text: What was typed or chosen
 * @clean: (out) (nullable): The answer; %NULL for none, where the field need not be answered
 * @error: %FOYER_TYPED_TEXT_ERROR, %FOYER_FIELD_ERROR
 *
 * Checks an answer, and writes it as it is stored: a date as ISO 8601, a car's registration in
 * capitals, an e-mail address by the form of HTML's e-mail input. Days come before months, where
 * the year does not stand first.
 *
 * Returns: Whether it is an answer
 */
gboolean
foyer_visitor_field_clean (FoyerVisitorField *self, const char *text, char **clean, GError **error);

/** foyer_visitor_field_answer: Sets the visit's answer, clean or %NULL, with what its visitor was
 * promised about it */
void foyer_visitor_field_answer (FoyerVisitorField *self, FoyerVisit *visit, const char *answer);

/** foyer_visitor_field_is_answered: Returns: Whether the visit has an answer to it that counts */
gboolean foyer_visitor_field_is_answered (FoyerVisitorField *self, FoyerVisit *visit);

G_END_DECLS
