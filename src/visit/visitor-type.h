/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FOYER_TYPE_VISITOR_TYPE (foyer_visitor_type_get_type ())
G_DECLARE_FINAL_TYPE (FoyerVisitorType, foyer_visitor_type, FOYER, VISITOR_TYPE, GObject)

/**
 * FoyerVisitorTypeAsks:
 * @FOYER_ASKS_COMPANY: Which company sends you?
 * @FOYER_ASKS_HOST: Who are you visiting?
 * @FOYER_PRINTS_COMPANY: The company stands on the badge
 */
typedef enum {
  FOYER_ASKS_COMPANY = 1 << 0,
  FOYER_ASKS_HOST = 1 << 1,
  FOYER_PRINTS_COMPANY = 1 << 2,
} FoyerVisitorTypeAsks;

/**
 * foyer_visitor_type_new:
 * @key: The type's key, as stored in visits: lower case letters and hyphens
 * @asks: What is asked and printed besides the name
 * @days: The first value of the retention period, in days, 0 to %FOYER_RETENTION_DAYS_MAX
 * @longest_stay: The first value of the longest stay, in ms, > 0
 *
 * Returns: (transfer full): A visitor type
 */
FoyerVisitorType *
foyer_visitor_type_new (const char *key, FoyerVisitorTypeAsks asks, int days, gint64 longest_stay);

/**
 * foyer_visitor_type_set_words:
 * @self: A visitor type
 * @language: A language code, "en", or "" for every other language
 * @name: What the type is called, "Guest"
 * @purpose: What the visitor chooses, "Visiting someone"
 */
void foyer_visitor_type_set_words (FoyerVisitorType *self,
                                   const char *language,
                                   const char *name,
                                   const char *purpose);

/** foyer_visitor_type_set_icon: @icon: An icon's name */
void foyer_visitor_type_set_icon (FoyerVisitorType *self, const char *icon);

/** foyer_visitor_type_get_key: Returns: (transfer none): The key */
const char *foyer_visitor_type_get_key (FoyerVisitorType *self);

/** foyer_visitor_type_asks: Returns: Whether all of @what is asked */
gboolean foyer_visitor_type_asks (FoyerVisitorType *self, FoyerVisitorTypeAsks what);

/** foyer_visitor_type_get_days: Returns: The first value of the retention period, in days */
int foyer_visitor_type_get_days (FoyerVisitorType *self);

/** foyer_visitor_type_get_longest_stay: Returns: The first value of the longest stay, in ms */
gint64 foyer_visitor_type_get_longest_stay (FoyerVisitorType *self);

/** foyer_visitor_type_get_icon: Returns: (transfer none): The icon's name */
const char *foyer_visitor_type_get_icon (FoyerVisitorType *self);

/**
 * foyer_visitor_type_get_name:
 * @self: A visitor type
 * @language: A language code
 *
 * Returns: (transfer none): What the type is called in that language, else in the default one, else
 *   the key
 */
const char *foyer_visitor_type_get_name (FoyerVisitorType *self, const char *language);

/**
 * foyer_visitor_type_get_purpose:
 * @self: A visitor type
 * @language: A language code
 *
 * Returns: (transfer none): What the visitor chooses, as foyer_visitor_type_get_name() does
 */
const char *foyer_visitor_type_get_purpose (FoyerVisitorType *self, const char *language);

G_END_DECLS
