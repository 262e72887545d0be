/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-swap"

#include "store/swap.h"

#include <string.h>

#include "store/deletions.h"
#include "store/keys.h"
#include "store/vault-row.h"
#include "vault/lock.h"
#include "visit/clock.h"

/* A swap is due so long before its term, so that who looks three times a minute is in time. */
#define AHEAD (40 * FOYER_SECOND)

/* From holder and slot to holder and slot. */
typedef struct {
  FoyerHolderKind holder;
  int slot;
} Slot;

static gboolean
fail (const GError *err, const char *what, GError **error)
{
  g_set_error (error, FOYER_DB_ERROR, FOYER_DB_ERROR_FAILED, "%s: %s", what, err->message);
  return FALSE;
}

/* A clock that was set back makes what is owed due: it can only be early. */
static gboolean
is_due (const FoyerVaultRow *row, FoyerSwapWhen when, gint64 now)
{
  gboolean sealed = row->newest_key > row->swapped_key;
  gint64 age = now - row->swapped_at;

  switch (when) {
  case FOYER_SWAP_NOW:
    return TRUE;
  case FOYER_SWAP_IF_OWED:
    return row->owed_since != 0 || !row->is_sound;
  case FOYER_SWAP_IF_DUE:
    return !row->is_sound
           || (row->owed_since != 0
               && (row->owed_by <= now + AHEAD || row->owed_since > now + FOYER_MINUTE))
           || (sealed && (age >= FOYER_DAY || age < -FOYER_DAY));
  case FOYER_SWAP_NEVER:
  default:
    return FALSE;
  }
}

/* Begins a transaction in which records can be opened. */
static gboolean
begin (FoyerDb *db, const char *sql, GError **error)
{
  if (!foyer_db_script (db, sql, error))
    return FALSE;
  if (foyer_vault_row_begin (db, error))
    return TRUE;
  foyer_db_script (db, "ROLLBACK", NULL);
  foyer_keys_ended (db, FALSE);
  return FALSE;
}

static gboolean
end (FoyerDb *db, gboolean keep, GError **error)
{
  gboolean kept = keep && foyer_db_script (db, "COMMIT", error);

  if (!kept)
    foyer_db_script (db, "ROLLBACK", NULL);
  foyer_keys_ended (db, kept);
  return kept;
}

static gboolean
read_row (FoyerDb *db, FoyerVaultRow *row, GError **error)
{
  gboolean read =
      begin (db, db->driver->begin_read, error) && foyer_vault_row_read (db, row, error);

  end (db, FALSE, NULL);
  return read;
}

static gboolean
clear_slot (FoyerDb *db, FoyerHolderKind kind, int slot, GError **error)
{
  const FoyerHolder *holder = foyer_holder_get (kind);
  const FoyerHolderPlace *place = foyer_vault_place (db->vault, error);
  FoyerSecret secret = { 0 };
  gboolean is_empty;

  if (place == NULL || !holder->load (place, slot, &secret, error))
    return FALSE;
  is_empty = secret.state == FOYER_SLOT_EMPTY;
  explicit_bzero (&secret, sizeof secret);
  return is_empty || holder->destroy (place, slot, error);
}

/* Whether an earlier swap could not destroy its old key: it is owed to nobody any more, and yet
 * there.
 */
static gboolean
is_left_over (FoyerDb *db, const FoyerVaultRow *row)
{
  const FoyerHolderPlace *place = foyer_vault_place (db->vault, NULL);
  gboolean left = FALSE;

  for (int slot = 0; place != NULL && slot < FOYER_HOLDER_SLOTS; slot++) {
    FoyerSecret secret = { 0 };

    if (foyer_holder_file.load (place, slot, &secret, NULL))
      left |=
          secret.state != FOYER_SLOT_EMPTY && memcmp (secret.id, row->kek_id, FOYER_ID_SIZE) != 0;
    explicit_bzero (&secret, sizeof secret);
  }
  return left;
}

/* A TPM that was a holder once and cannot be reached keeps nobody from working: it is cleared when
 * it is back. */
static gboolean
clear_others (FoyerDb *db, const Slot *living, GError **error)
{
  const FoyerHolderPlace *place = foyer_vault_place (db->vault, NULL);

  for (int kind = 0; kind < FOYER_N_HOLDERS; kind++) {
    for (int slot = 0; slot < FOYER_HOLDER_SLOTS; slot++) {
      g_autoptr (GError) err = NULL;

      if (kind == (int) living->holder ? slot == living->slot
                                       : place == NULL || !foyer_holder_is_in_use (kind, place))
        continue;
      if (!clear_slot (db, kind, slot, &err)) {
        if (kind == (int) living->holder || kind == FOYER_HOLDER_FILE)
          return fail (err, "What an earlier swap has left cannot be destroyed", error);
        g_info ("The TPM was not cleared: %s", err->message);
      }
    }
  }
  return TRUE;
}

/* Under the write lock, and taken back: may be repeated at will. */
static gboolean
recover (FoyerDb *db, Slot *living, GError **error)
{
  FoyerVaultRow row;
  gboolean done;

  if (!foyer_db_script (db, db->driver->begin, error))
    return FALSE;
  done = foyer_vault_row_read (db, &row, error)
         && foyer_vault_row_load (db, &row, &living->slot, error);
  living->holder = done ? row.holder : FOYER_HOLDER_FILE;
  done = done && db->driver->settle (db, error) && clear_others (db, living, error);
  end (db, FALSE, NULL);
  return done;
}

static gboolean
rewind_all (FoyerDb *db, GError **error)
{
  gboolean more = TRUE;

  for (gint64 after = -1; more;) {
    gboolean done = begin (db, db->driver->begin, error);

    done = done && foyer_keys_rewind (db, &after, &more, error);
    if (!end (db, done, done ? error : NULL))
      return FALSE;
  }
  return TRUE;
}

/* One try at step 4 and 5. @dirty: (out): A ring was retired from meanwhile: rewind again. */
static gboolean
rewrap (FoyerDb *db,
        const Slot *to,
        const FoyerSecret *next,
        gint64 now,
        gboolean *dirty,
        GError **error)
{
  gboolean done =
      begin (db, db->driver->begin, error) && foyer_keys_rewrap (db, next, dirty, error);

  if (done && *dirty) {
    end (db, FALSE, NULL);
    return TRUE;
  }
  done = done && foyer_vault_row_swap (db, to->holder, next, now, error);
  return end (db, done, done ? error : NULL);
}

/* After an error of which nobody knows what it left behind. */
static gboolean
reopen (FoyerDb **db, GError **error)
{
  FoyerStorePlace *place = foyer_store_place_copy ((*db)->place);

  foyer_db_close (*db);
  *db = foyer_db_open (place, FALSE, error);
  foyer_store_place_free (place);
  return *db != NULL;
}

static gboolean
names (FoyerDb *db, const FoyerSecret *next, gboolean *named, GError **error)
{
  FoyerVaultRow row;

  if (!read_row (db, &row, error))
    return FALSE;
  *named = memcmp (row.kek_id, next->id, FOYER_ID_SIZE) == 0;
  return TRUE;
}

/* Steps 4 to 6: afterwards @next lives, and opens what is there. */
static gboolean
change_key (FoyerDb **db, const Slot *to, const FoyerSecret *next, gint64 now, GError **error)
{
  g_autoptr (GError) err = NULL;
  gboolean dirty = TRUE;
  gboolean named = FALSE;

  while (dirty && err == NULL) {
    if (rewind_all (*db, &err))
      rewrap (*db, to, next, now, &dirty, &err);
  }
  if (!reopen (db, error) || !names (*db, next, &named, error))
    return FALSE;
  if (named)
    return (*db)->driver->settle (*db, error);
  if (err == NULL) /* the lock did not hold: somebody else has swapped */
    g_set_error (&err, FOYER_DB_ERROR, FOYER_DB_ERROR_BUSY, "Another program has swapped the key");
  g_propagate_error (error, g_steal_pointer (&err));
  return FALSE;
}

static gboolean
create (FoyerDb *db, const Slot *to, FoyerSecret *next, GError **error)
{
  const FoyerHolder *holder = foyer_holder_get (to->holder);
  const FoyerHolderPlace *place = foyer_vault_place (db->vault, error);

  return place != NULL && holder->create (place, to->slot, error)
         && holder->load (place, to->slot, next, error);
}

static gboolean
note_forgotten (FoyerDb *db, gint64 now, GError **error)
{
  gboolean done =
      begin (db, db->driver->begin, error) && foyer_deletions_mark_forgotten (db, now, error);

  return end (db, done, done ? error : NULL);
}

/* With the old key still there nothing is forgotten: the debt, which the COMMIT took, stands again.
 */
static void
owe_again (FoyerDb *db, gint64 now)
{
  end (db,
       begin (db, db->driver->begin, NULL)
           && foyer_vault_row_owe (db, FOYER_OWED_ERASURE, now, NULL),
       NULL);
}

static gboolean
swap (FoyerDb **db, const Slot *from, const Slot *to, gint64 now, GError **error)
{
  g_autoptr (GError) err = NULL;
  FoyerSecret next = { 0 };
  gboolean done;

  if (!(*db)->driver->is_durable (*db, error))
    return FALSE;
  if (!create (*db, to, &next, &err)) {
    fail (err, "A new key cannot be made", error);
    clear_slot (*db, to->holder, to->slot, NULL);
    return FALSE;
  }
  done = change_key (db, to, &next, now, error);
  explicit_bzero (&next, sizeof next);
  if (!done)
    return FALSE;
  if (clear_slot (*db, from->holder, from->slot, &err))
    return note_forgotten (*db, now, error);
  owe_again (*db, now);
  return fail (err, "The old key cannot be destroyed", error);
}

static gboolean
swap_locked (FoyerDb **db, FoyerSwapWhen when, int holder, gint64 now, GError **error)
{
  FoyerVaultRow row;
  Slot from;
  Slot to;

  if (!recover (*db, &from, error) || !read_row (*db, &row, error))
    return FALSE;
  to.holder = holder < 0 ? from.holder : (FoyerHolderKind) holder;
  if (to.holder == from.holder && !is_due (&row, when, now))
    return TRUE;
  to.slot = to.holder == from.holder ? 1 - from.slot : 0;
  return swap (db, &from, &to, now, error);
}

gboolean
foyer_swap (FoyerDb **db, FoyerSwapWhen when, int holder, gint64 now, GError **error)
{
  g_autoptr (GError) err = NULL;
  FoyerVaultRow row;
  gboolean done;
  int lock;

  /* Who only looks whether it is time makes nobody wait. */
  if (when == FOYER_SWAP_IF_DUE && holder < 0) {
    if (!read_row (*db, &row, error))
      return FALSE;
    if (!is_due (&row, when, now) && !is_left_over (*db, &row))
      return TRUE;
  }
  lock = foyer_vault_lock (foyer_store_place_get_vault ((*db)->place), &err);
  if (lock < 0)
    return foyer_vault_row_refuse_lock (err, error);
  done = swap_locked (db, when, holder, now, error);
  foyer_vault_unlock (lock);
  return done;
}
