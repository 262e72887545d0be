/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Works at a store until it is killed: visitors come, leave, are corrected and erased, and the key
 * is swapped. Says what it begins, and what is done:
 *
 *     begin VERB ID NAME
 *     done
 *
 * usage: cutter URI RECEPTIONIST OFFICER SEED
 */

#define G_LOG_DOMAIN "foyer-test-cutter"

#include <stdio.h>
#include <stdlib.h>

#include "privacy/erasure.h"
#include "reception/correction.h"
#include "reception/sign-in.h"
#include "reception/sign-out.h"
#include "store/store.h"
#include "visit/clock.h"
#include "visit/id.h"

#define NINE G_GINT64_CONSTANT (1795424400000)

typedef struct {
  FoyerStore *store;
  FoyerActor *kiosk;
  FoyerActor *receptionist;
  FoyerActor *officer;
  GRand *chance;
  GPtrArray *visits; /* of this run, that live */
  gint64 now;
  guint n;
} Cutter;

/* A line is whole in the pipe, or not there. */
static void
say (const char *verb, FoyerVisit *visit, const char *name)
{
  g_autofree char *id = visit != NULL ? foyer_id_to_string (foyer_visit_get_id (visit)) : NULL;

  printf ("begin %s %s %s\n", verb, id != NULL ? id : "-", name != NULL ? name : "-");
  fflush (stdout);
}

/* On a disk without power nothing can be done any more. */
static void
go_on_or_end (gboolean done, const GError *err)
{
  if (!done) {
    fprintf (stderr, "%s\n", err->message);
    exit (EXIT_FAILURE);
  }
  printf ("done\n");
  fflush (stdout);
}

static void
deed (Cutter *self, FoyerActor *actor, const FoyerDeed *what, gpointer about)
{
  g_autoptr (GError) err = NULL;

  go_on_or_end (foyer_store_do_wait (self->store, actor, what, about, &err), err);
}

static void
come (Cutter *self)
{
  FoyerVisit *visit = foyer_visit_new (self->now);
  g_autofree char *name = g_strdup_printf ("Guest-%u-%u", g_rand_int (self->chance), self->n);
  g_autoptr (FoyerSignIn) sign_in = foyer_sign_in_new (visit, NULL, "en", self->now);

  g_ptr_array_add (self->visits, visit);
  foyer_visit_set_name (visit, name, NULL);
  foyer_visit_set_type (visit, "guest");
  foyer_visit_set_place (visit, "Headquarters", "Lobby kiosk");
  foyer_visit_set_days_told (visit, 30);
  say ("come", visit, name);
  deed (self, self->kiosk, &foyer_reception_sign_in, sign_in);
}

static void
correct (Cutter *self, FoyerVisit *visit)
{
  g_autofree char *name = g_strdup_printf ("Right-%u-%u", g_rand_int (self->chance), self->n);
  g_autoptr (FoyerCorrection) correction =
      foyer_correction_new (foyer_visit_get_id (visit), self->now);

  foyer_correction_set_name (correction, name, NULL);
  say ("correct", visit, name);
  deed (self, self->receptionist, &foyer_reception_correct, correction);
}

static void
erase (Cutter *self, FoyerVisit *visit)
{
  g_autoptr (FoyerSignOut) out = foyer_sign_out_new (foyer_visit_get_code (visit), NULL, self->now);
  g_autoptr (FoyerErasure) erasure = foyer_erasure_new (foyer_visit_get_id (visit), self->now);

  say ("leave", visit, NULL);
  deed (self, self->kiosk, &foyer_reception_sign_out, out);
  say ("erase", visit, NULL);
  deed (self, self->officer, &foyer_privacy_erase, erasure);
  g_ptr_array_remove_fast (self->visits, visit);
}

static void
swap (Cutter *self)
{
  g_autoptr (GError) err = NULL;

  say ("swap", NULL, NULL);
  go_on_or_end (foyer_store_swap (self->store, FOYER_SWAP_NOW, NULL, self->now, &err), err);
}

static void
work (Cutter *self)
{
  for (;; self->n++) {
    int what = g_rand_int_range (self->chance, 0, 12);
    FoyerVisit *visit =
        self->visits->len > 0
            ? g_ptr_array_index (self->visits,
                                 g_rand_int_range (self->chance, 0, (gint32) self->visits->len))
            : NULL;

    self->now += 1000;
    if (visit == NULL || what < 5)
      come (self);
    else if (what < 8)
      correct (self, visit);
    else if (what < 10)
      erase (self, visit);
    else
      swap (self);
  }
}

static FoyerActor *
staff (const char *id, const char *name, FoyerRole role)
{
  g_autoptr (GBytes) bytes = foyer_id_from_string (id);

  return foyer_actor_new_staff (bytes, name, role, "Lobby desk");
}

int
main (int argc, char *argv[])
{
  Cutter self = { .now = NINE };
  FoyerStorePlace place = { 0 };

  if (argc != 5)
    return EXIT_FAILURE;
  place.uri = argv[1];
  self.store = foyer_store_new (&place);
  self.kiosk = foyer_actor_new (FOYER_ROLE_KIOSK, "Lobby kiosk");
  self.receptionist = staff (argv[2], "Agnieszka", FOYER_ROLE_RECEPTIONIST);
  self.officer = staff (argv[3], "Chiara", FOYER_ROLE_PRIVACY_OFFICER);
  self.chance = g_rand_new_with_seed ((guint32) g_ascii_strtoull (argv[4], NULL, 10));
  self.visits = g_ptr_array_new_with_free_func (g_object_unref);
  work (&self);
  return EXIT_SUCCESS;
}
