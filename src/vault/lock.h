/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * foyer_vault_lock:
 * @folder: The folder of the holders' files
 * @error: %FOYER_VAULT_ERROR_MISSING where the folder is gone, %FOYER_VAULT_ERROR_FAILED
 *
 * Takes `vault.lock` there: of all processes that share a store, one at a time makes and destroys
 * secrets. Waits some seconds for it. Ends with the process too (flock(2)).
 *
 * Returns: What foyer_vault_unlock() takes; -1 on an error
 */
int foyer_vault_lock (const char *folder, GError **error);

/** foyer_vault_unlock: @lock: What foyer_vault_lock() gave, or -1 */
void foyer_vault_unlock (int lock);

G_END_DECLS
