/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FOYER_TYPE_HOST (foyer_host_get_type ())
G_DECLARE_FINAL_TYPE (FoyerHost, foyer_host, FOYER, HOST, GObject)

/**
 * foyer_host_new:
 * @id: The host's id, 16 bytes
 * @name: The host's name, as cleaned by foyer_typed_text_clean()
 *
 * Returns: (transfer full): An employee who can be visited
 */
FoyerHost *foyer_host_new (GBytes *id, const char *name);

/** foyer_host_get_id: Returns: (transfer none): The host's id */
GBytes *foyer_host_get_id (FoyerHost *self);

/** foyer_host_get_name: Returns: (transfer none): The host's name */
const char *foyer_host_get_name (FoyerHost *self);

/**
 * foyer_host_matches:
 * @self: A host
 * @query: What was typed, folded by foyer_typed_text_fold()
 *
 * Returns: Whether each word of @query begins a word of the host's name, in any order
 */
gboolean foyer_host_matches (FoyerHost *self, const char *query);

G_END_DECLS
