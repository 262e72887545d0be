/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "visit/visitor-field.h"

G_BEGIN_DECLS

#define FOYER_TYPE_VISITOR_TYPE (foyer_visitor_type_get_type ())
G_DECLARE_FINAL_TYPE (FoyerVisitorType, foyer_visitor_type, FOYER, VISITOR_TYPE, GObject)

/** How many others may come with one visitor. */
#define FOYER_COMPANIONS_MAX 20

/**
 * foyer_visitor_type_new:
 * @key: The type's key, as stored in visits: lower case letters and hyphens
 * @days: The first value of the retention period, in days, 0 to %FOYER_RETENTION_DAYS_MAX
 * @longest_stay: The first value of the longest stay, in ms, > 0
 *
 * Returns: (transfer full): A visitor type that asks nothing
 */
FoyerVisitorType *foyer_visitor_type_new (const char *key, int days, gint64 longest_stay);

/** foyer_visitor_type_add_field: @field: (transfer full): The next question */
void foyer_visitor_type_add_field (FoyerVisitorType *self, FoyerVisitorField *field);

/** foyer_visitor_type_get_fields: Returns: (transfer none) (element-type FoyerVisitorField): What
 * is asked, in its order; always with the name */
GPtrArray *foyer_visitor_type_get_fields (FoyerVisitorType *self);

/** foyer_visitor_type_find_field: Returns: (transfer none) (nullable): The field of that key */
FoyerVisitorField *foyer_visitor_type_find_field (FoyerVisitorType *self, const char *key);

/** foyer_visitor_type_asks_host: Returns: Whether the host is asked */
gboolean foyer_visitor_type_asks_host (FoyerVisitorType *self);

/** foyer_visitor_type_add_printed: Adds @key to the fields whose answers stand on the badge */
void foyer_visitor_type_add_printed (FoyerVisitorType *self, const char *key);

/** foyer_visitor_type_prints: Returns: Whether the answer to that field stands on the badge */
gboolean foyer_visitor_type_prints (FoyerVisitorType *self, const char *key);

/** foyer_visitor_type_set_approval: @needed: Whether reception has to say yes */
void foyer_visitor_type_set_approval (FoyerVisitorType *self, gboolean needed);

/** foyer_visitor_type_get_approval: Returns: Whether reception has to say yes */
gboolean foyer_visitor_type_get_approval (FoyerVisitorType *self);

/** foyer_visitor_type_set_companions: @most: How many others may come along, 0 to
 * %FOYER_COMPANIONS_MAX */
void foyer_visitor_type_set_companions (FoyerVisitorType *self, guint most);

/** foyer_visitor_type_get_companions: Returns: How many others may come along */
guint foyer_visitor_type_get_companions (FoyerVisitorType *self);

/** foyer_visitor_type_set_host: @name: (nullable): The host of all its visitors, who is not asked
 */
void foyer_visitor_type_set_host (FoyerVisitorType *self, const char *name);

/** foyer_visitor_type_get_host: Returns: (transfer none) (nullable): The host of all its visitors
 */
const char *foyer_visitor_type_get_host (FoyerVisitorType *self);

/** foyer_visitor_type_set_design: @design: The badge's design */
void foyer_visitor_type_set_design (FoyerVisitorType *self, const char *design);

/** foyer_visitor_type_get_design: Returns: (transfer none) (nullable): The badge's design */
const char *foyer_visitor_type_get_design (FoyerVisitorType *self);

/** foyer_visitor_type_names: Returns: (transfer none): What it is called, "Guest", to be set */
FoyerWords *foyer_visitor_type_names (FoyerVisitorType *self);

/** foyer_visitor_type_purposes: Returns: (transfer none): What the visitor chooses, "Visiting
 * someone", to be set */
FoyerWords *foyer_visitor_type_purposes (FoyerVisitorType *self);

/** foyer_visitor_type_set_icon: @icon: An icon's name */
void foyer_visitor_type_set_icon (FoyerVisitorType *self, const char *icon);

/** foyer_visitor_type_get_key: Returns: (transfer none): The key */
const char *foyer_visitor_type_get_key (FoyerVisitorType *self);

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
