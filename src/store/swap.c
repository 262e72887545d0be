/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-swap"

#include "store/swap.h"

#include <string.h>

#include "store/deletions.h"
#include "store/keys.h"
#include "store/rings.h"
#include "store/vault-row.h"
#include "vault/lock.h"
#include "visit/clock.h"

/* A swap is due so long before its term, so that who looks three times a minute is in time. */
#define AHEAD (40 * FOYER_SECOND)

/* How many dirty rings one transaction rewinds: some milliseconds each. */
#define RINGS_AT_ONCE 3

/* How often a swap begins again because something was retired meanwhile. */
#define TRIES 50

/* A place that a secret has. */
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
  if (!foyer_db_begin (db, sql, error))
    return FALSE;
  if (foyer_vault_row_begin (db, error))
    return TRUE;
  foyer_db_script (db, "ROLLBACK", NULL);
  foyer_keys_ended (db, FALSE);
  foyer_db_let_go (db);
  return FALSE;
}

static gboolean
end (FoyerDb *db, gboolean keep, GError **error)
{
  gboolean kept = keep && foyer_db_script (db, "COMMIT", error);

  if (!kept)
    foyer_db_script (db, "ROLLBACK", NULL);
  foyer_keys_ended (db, kept);
  foyer_db_let_go (db);
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

/* The row alone, without a key: who only looks makes no holder work. */
static gboolean
read_plain (FoyerDb *db, FoyerVaultRow *row, GError **error)
{
  gboolean read =
      foyer_db_begin (db, db->driver->begin_read, error) && foyer_vault_row_read (db, row, error);

  end (db, FALSE, NULL);
  row->is_sound = TRUE; /* nobody knows yet */
  return read;
}

/* Changes no row, and may be repeated at will: nobody else swaps meanwhile, so that the row stays.
 * The holder is asked outside a transaction: a TPM may take its time. */
static gboolean
recover (FoyerDb *db, Slot *living, GError **error)
{
  g_autoptr (GError) err = NULL;
  FoyerVaultRow row;
  FoyerSecret secret = { 0 };
  gboolean opened;

  if (!read_plain (db, &row, error))
    return FALSE;
  living->holder = row.holder;
  if (!foyer_vault_find_slot (db->vault, row.holder, row.kek_id, &living->slot, &secret, &err))
    return foyer_vault_row_refuse (err, error);
  foyer_vault_take (db->vault, &secret);
  opened = foyer_db_begin (db, db->driver->begin_read, error) && foyer_vault_row_open (db, error);
  end (db, FALSE, NULL);
  return opened && db->driver->settle (db, error) && clear_others (db, living, error);
}

/* Steps 4 and 5 in one transaction, where a few rings are dirty: an erasure dirties two or three.
 * Of more, some are rewound, so that no sign-in waits for long. @after: (inout): the ring that was
 * rewound last;
 * @more: (out): whether it is to be done again. */
static gboolean
rewrap (FoyerDb *db,
        const Slot *to,
        const FoyerSecret *next,
        gint64 now,
        gint64 *after,
        gboolean *more,
        GError **error)
{
  gboolean done = begin (db, db->driver->begin, error);
  gboolean dirty = FALSE;

  if (!done)
    return FALSE;
  *more = TRUE;
  for (int i = 0; done && *more && i <= RINGS_AT_ONCE; i++)
    done = foyer_rings_rewind (db, now, after, more, error);
  if (done && !*more)
    done = foyer_rings_rewrap (db, next, &dirty, error);
  if (done && dirty) { /* one before @after was retired from meanwhile: from the beginning */
    *after = -1;
    *more = TRUE;
    end (db, FALSE, NULL);
    return TRUE;
  }
  if (done && !*more)
    done = foyer_vault_row_swap (db, to->holder, next, now, error);
  return end (db, done, done ? error : NULL);
}

/* After an error of which nobody knows what it left behind. */
static gboolean
reopen (FoyerDb **db, GError **error)
{
  FoyerStorePlace *place = foyer_store_place_copy ((*db)->place);
  FoyerActor *actor = (*db)->actor;

  foyer_db_close (*db);
  *db = foyer_db_open (place, FALSE, error);
  foyer_store_place_free (place);
  if (*db != NULL)
    (*db)->actor = actor;
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
  gboolean more = TRUE;
  gboolean named = FALSE;
  int beginnings = 0;

  for (gint64 after = -1; more && err == NULL;) {
    if (after == -1 && ++beginnings > TRIES)
      g_set_error (&err, FOYER_DB_ERROR, FOYER_DB_ERROR_BUSY, "Too much is deleted meanwhile");
    else
      rewrap (*db, to, next, now, &after, &more, &err);
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

/* With the old key gone, what the COMMIT owed for it is paid; a debt that came since is not. */
static gboolean
pay (FoyerDb *db, gint64 now, GError **error)
{
  gboolean owes = FALSE;
  gboolean done = begin (db, db->driver->begin, error) && foyer_vault_row_pay (db, &owes, error)
                  && (owes || foyer_deletions_mark_forgotten (db, now, error));

  return end (db, done, done ? error : NULL);
}

/* In a transaction of its own: the event is sealed, and so needs rings as they are now. */
static gboolean
mend (FoyerDb *db, gint64 now, GError **error)
{
  gboolean done = begin (db, db->driver->begin, error) && foyer_vault_row_mend (db, now, error);

  return end (db, done, done ? error : NULL);
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
    return pay (*db, now, error);
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
  if (!row.is_sound && (!mend (*db, now, error) || !read_row (*db, &row, error)))
    return FALSE;
  /* Recovery was the end of a swap that had none */
  if (row.owed_since != 0 && row.owed_by == 0
      && (!pay (*db, now, error) || !read_row (*db, &row, error)))
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
  g_autoptr (FoyerActor) program = foyer_actor_new (FOYER_ROLE_PROGRAM, "vault");
  g_autoptr (GError) err = NULL;
  FoyerVaultRow row;
  gboolean done;
  int lock;

  /* Who only looks whether it is time makes nobody wait. */
  if (when == FOYER_SWAP_IF_DUE && holder < 0) {
    if (!read_plain (*db, &row, error))
      return FALSE;
    if (!is_due (&row, when, now))
      return TRUE;
  }
  lock = foyer_vault_lock (foyer_store_place_get_vault ((*db)->place), &err);
  if (lock < 0)
    return foyer_vault_row_refuse_lock (err, error);
  (*db)->actor = program;
  done = swap_locked (db, when, holder, now, error);
  if (*db != NULL)
    (*db)->actor = NULL;
  foyer_vault_unlock (lock);
  return done;
}
