/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/deed.h"
#include "visit/host.h"

G_BEGIN_DECLS

/** How many letters a search for a host needs, and how many it shows at most. */
#define FOYER_HOST_SEARCH_LETTERS 3
#define FOYER_HOST_SEARCH_MAX 5

/**
 * FoyerHostSearch:
 * @query: What was typed
 * @whole: Whether only hosts count whose whole name it is, but for case and accents; no letters are
 * too few then
 * @last_name: Whether only hosts count whose last word it is, or whose whole name
 * @hosts: (out) (element-type FoyerHost): At most five, in the order of their names
 */
typedef struct {
  char *query;
  gboolean whole;
  gboolean last_name;
  GPtrArray *hosts;
} FoyerHostSearch;

/** foyer_host_search_new: Returns: (transfer full): What foyer_reception_find_hosts is about */
FoyerHostSearch *foyer_host_search_new (const char *query);

/** foyer_host_search_free: @data: (transfer full) (nullable): A #FoyerHostSearch */
void foyer_host_search_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerHostSearch, foyer_host_search_free)

/**
 * FoyerHostsToAdd:
 * @names: (element-type utf8): Cleaned names
 * @now: When, in ms since the epoch, UTC
 * @added: (out): How many were new
 */
typedef struct {
  GPtrArray *names;
  gint64 now;
  guint added;
} FoyerHostsToAdd;

/**
 * foyer_hosts_to_add_parse:
 * @csv: The bytes of a CSV file (RFC 4180), UTF-8, whose first row names the columns; one of them
 * is "name"
 * @now: When
 * @error: %FOYER_RECEPTION_ERROR_CSV; the message names the line and what is wrong with it
 *
 * Nothing is taken of a file with one wrong row.
 *
 * Returns: (transfer full) (nullable): What foyer_reception_add_hosts is about
 */
FoyerHostsToAdd *foyer_hosts_to_add_parse (GBytes *csv, gint64 now, GError **error);

/**
 * foyer_hosts_to_add_one:
 * @name: A host's name, as typed
 * @now: When
 * @error: %FOYER_TYPED_TEXT_ERROR
 *
 * Returns: (transfer full) (nullable): What foyer_reception_add_hosts is about
 */
FoyerHostsToAdd *foyer_hosts_to_add_one (const char *name, gint64 now, GError **error);

/** foyer_hosts_to_add_free: @data: (transfer full) (nullable): A #FoyerHostsToAdd */
void foyer_hosts_to_add_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerHostsToAdd, foyer_hosts_to_add_free)

/**
 * Finds hosts by the beginnings of their names' words: takes a #FoyerHostSearch. Never the whole
 * directory: three letters at least (a shorter name in full), five hosts at most.
 * %FOYER_RECEPTION_ERROR_TOO_SHORT.
 */
extern const FoyerDeed foyer_reception_find_hosts;

/** Adds hosts: takes a #FoyerHostsToAdd. A name that is there already is not added again. */
extern const FoyerDeed foyer_reception_add_hosts;

G_END_DECLS
