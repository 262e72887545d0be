/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-host-budget"

#include "kiosk/host-budget.h"

#include "reception/hosts.h"
#include "visit/typed-text.h"

/**
 * FoyerHostBudget:
 *
 * Counts searches for hosts, so that nobody reads the directory out of a kiosk.
 */
struct _FoyerHostBudget {
  GObject parent;

  FoyerClock *clock;
  guint n_searches;  /* of this visitor */
  char *last;        /* search, folded */
  GHashTable *shown; /* ids of hosts */
  gboolean signed_in;
  GArray *abandoned; /* gint64, on the steady clock: when visitors left who only searched */
  gint64 cautious_until;
};

G_DEFINE_FINAL_TYPE (FoyerHostBudget, foyer_host_budget, G_TYPE_OBJECT)

static void
foyer_host_budget_finalize (GObject *object)
{
  FoyerHostBudget *self = FOYER_HOST_BUDGET (object);

  g_object_unref (self->clock);
  g_free (self->last);
  g_hash_table_unref (self->shown);
  g_array_unref (self->abandoned);

  G_OBJECT_CLASS (foyer_host_budget_parent_class)->finalize (object);
}

static void
foyer_host_budget_class_init (FoyerHostBudgetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_host_budget_finalize;
}

static void
foyer_host_budget_init (FoyerHostBudget *self)
{
  self->shown =
      g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  self->abandoned = g_array_new (FALSE, FALSE, sizeof (gint64));
}

FoyerHostBudget *
foyer_host_budget_new (FoyerClock *clock)
{
  FoyerHostBudget *self = g_object_new (FOYER_TYPE_HOST_BUDGET, NULL);

  self->clock = g_object_ref (clock);
  self->cautious_until = G_MININT64;
  return self;
}

static gboolean
is_another_search (FoyerHostBudget *self, const char *folded)
{
  return self->last == NULL
         || !(g_str_has_prefix (folded, self->last) || g_str_has_prefix (self->last, folded));
}

FoyerHostAllowance
foyer_host_budget_ask (FoyerHostBudget *self, const char *typed)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (FOYER_IS_HOST_BUDGET (self), FOYER_HOST_USED_UP);

  folded = foyer_typed_text_fold (typed);
  /* Below three letters no search is gone on with: else one letter would lead to all names. */
  if (foyer_typed_text_letters (typed) >= FOYER_HOST_SEARCH_LETTERS) {
    if (is_another_search (self, folded))
      self->n_searches++;
    g_free (self->last);
    self->last = g_steal_pointer (&folded);
  }
  if (self->n_searches > FOYER_HOST_SEARCHES_MAX
      || g_hash_table_size (self->shown) + FOYER_HOST_SEARCH_MAX > FOYER_HOSTS_SHOWN_MAX)
    return FOYER_HOST_USED_UP;
  return foyer_clock_steady (self->clock) < self->cautious_until ? FOYER_HOST_LAST_NAMES
                                                                 : FOYER_HOST_ALLOWED;
}

void
foyer_host_budget_shown (FoyerHostBudget *self, GPtrArray *hosts)
{
  g_return_if_fail (FOYER_IS_HOST_BUDGET (self));

  for (guint i = 0; i < hosts->len; i++)
    g_hash_table_add (self->shown, g_bytes_ref (foyer_host_get_id (g_ptr_array_index (hosts, i))));
}

void
foyer_host_budget_signed_in (FoyerHostBudget *self)
{
  g_return_if_fail (FOYER_IS_HOST_BUDGET (self));

  self->signed_in = TRUE;
}

static void
count_abandoned (FoyerHostBudget *self)
{
  gint64 now = foyer_clock_steady (self->clock);

  while (self->abandoned->len > 0
         && now - g_array_index (self->abandoned, gint64, 0) > FOYER_HOST_CAUTION)
    g_array_remove_index (self->abandoned, 0);
  g_array_append_val (self->abandoned, now);
  if (self->abandoned->len < FOYER_HOST_ABANDONED_MAX)
    return;
  g_array_set_size (self->abandoned, 0);
  self->cautious_until = now + FOYER_HOST_CAUTION;
}

void
foyer_host_budget_next_visitor (FoyerHostBudget *self)
{
  g_return_if_fail (FOYER_IS_HOST_BUDGET (self));

  if (self->n_searches > 0 && !self->signed_in)
    count_abandoned (self);
  self->n_searches = 0;
  self->signed_in = FALSE;
  g_clear_pointer (&self->last, g_free);
  g_hash_table_remove_all (self->shown);
}
