/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-test-keeper"

/* Another process at the same store:
 *
 *   keeper FOLDER work SEED SECONDS  signs in, corrects, erases, purges and swaps for that long
 *   keeper FOLDER swap TIMES         swaps the key
 *   keeper FOLDER recover            destroys what a crash has left
 *   keeper FOLDER read               lists all visits
 *
 * It writes one line to stdout for each deed that is durable, and one before a deed after whose
 * death nobody knows whether it was done. */

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "foyer-test.h"
#include "privacy/erasure.h"
#include "privacy/retention.h"
#include "reception/correction.h"
#include "reception/presence.h"
#include "reception/sign-out.h"
#include "visit/id.h"

/* One deed in so many is a swap; so many visits are kept at most. */
#define SWAP_IN 4
#define KEPT_MAX 12

/* An arrival so long ago is past its period of 30 days. */
#define LONG_AGO (NINE_O_CLOCK - 40 * FOYER_DAY)

typedef struct {
  FoyerStore *store;
  FoyerActor *everybody;
  GPtrArray *kept; /* (element-type GBytes): ids of visits that live */
  GRand *chance;
  const char *seed;
  guint names;
} Keeper;

/* One write(2) a line: who is killed has written a whole line, or none. */
static void G_GNUC_PRINTF (1, 2) say (const char *format, ...)
{
  va_list values;
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  gsize size;

  va_start (values, format);
  text = g_strdup_vprintf (format, values);
  va_end (values);
  line = g_strconcat (text, "\n", NULL);
  size = strlen (line);
  if (write (STDOUT_FILENO, line, size) != (gssize) size)
    _exit (3);
}

static gboolean
act (Keeper *keeper, const FoyerDeed *deed, gpointer what)
{
  g_autoptr (GError) err = NULL;

  if (foyer_store_do_wait (keeper->store, keeper->everybody, deed, what, &err))
    return TRUE;
  say ("error %s", err->message);
  return FALSE;
}

static gboolean
swap (Keeper *keeper, FoyerSwapWhen when)
{
  g_autoptr (GError) err = NULL;

  if (foyer_store_swap (keeper->store, when, NULL, NINE_O_CLOCK, &err)) {
    say (when == FOYER_SWAP_NEVER ? "recovered" : "swapped");
    return TRUE;
  }
  say ("error %s", err != NULL ? err->message : "that nobody named");
  return FALSE;
}

static char *
make_name (Keeper *keeper)
{
  return g_strdup_printf ("Visitor %s of %u", keeper->seed, keeper->names++);
}

static FoyerVisit *
arrive (Keeper *keeper, const char *name, gint64 now)
{
  FoyerVisit *visit = foyer_visit_new (now);

  foyer_visit_set_name (visit, name, NULL);
  foyer_visit_set_type (visit, "guest");
  foyer_visit_set_place (visit, "Headquarters", "Lobby kiosk");
  foyer_visit_set_days_told (visit, 30);
  return visit;
}

static gboolean
sign_in (Keeper *keeper)
{
  g_autofree char *name = make_name (keeper);
  g_autoptr (FoyerVisit) visit = arrive (keeper, name, NINE_O_CLOCK);
  g_autofree char *id = foyer_id_to_string (foyer_visit_get_id (visit));
  g_autoptr (FoyerSignIn) what = foyer_sign_in_new (visit, NULL, "en", NINE_O_CLOCK);

  if (!act (keeper, &foyer_reception_sign_in, what))
    return FALSE;
  say ("in %s %s", id, name);
  g_ptr_array_add (keeper->kept, g_bytes_ref (foyer_visit_get_id (visit)));
  return TRUE;
}

static gboolean
correct (Keeper *keeper, guint nth)
{
  GBytes *visit = g_ptr_array_index (keeper->kept, nth);
  g_autofree char *name = make_name (keeper);
  g_autofree char *id = foyer_id_to_string (visit);
  g_autoptr (FoyerCorrection) what = foyer_correction_new (visit, NINE_O_CLOCK);

  foyer_correction_set_name (what, name, NULL);
  say ("correcting %s %s", id, name);
  if (!act (keeper, &foyer_reception_correct, what))
    return FALSE;
  say ("corrected %s %s", id, name);
  return TRUE;
}

static gboolean
erase (Keeper *keeper, guint nth)
{
  g_autoptr (GBytes) visit = g_ptr_array_steal_index_fast (keeper->kept, nth);
  g_autofree char *id = foyer_id_to_string (visit);
  g_autoptr (FoyerSignOut) leaving = foyer_sign_out_new (NULL, visit, NINE_O_CLOCK);
  g_autoptr (FoyerErasure) erasure = foyer_erasure_new (visit, NINE_O_CLOCK);

  if (!act (keeper, &foyer_reception_check_out, leaving))
    return FALSE;
  say ("erasing %s", id);
  if (!act (keeper, &foyer_privacy_erase, erasure))
    return FALSE;
  say ("erased %s", id);
  return TRUE;
}

/* A visit that is past its period when it is signed in: any keeper's purge may take it. */
static gboolean
purge (Keeper *keeper)
{
  g_autofree char *name = make_name (keeper);
  g_autoptr (FoyerVisit) visit = arrive (keeper, name, LONG_AGO);
  g_autofree char *id = foyer_id_to_string (foyer_visit_get_id (visit));
  g_autoptr (FoyerSignIn) what = foyer_sign_in_new (visit, NULL, "en", LONG_AGO);
  g_autoptr (FoyerRetention) run =
      foyer_retention_new (NINE_O_CLOCK, NINE_O_CLOCK - 9 * FOYER_HOUR);

  say ("passing %s", id);
  if (!act (keeper, &foyer_reception_sign_in, what))
    return FALSE;
  do {
    if (!act (keeper, &foyer_privacy_retain, run))
      return FALSE;
  } while (run->more);
  say ("erased %s", id);
  return TRUE;
}

static gboolean
work_once (Keeper *keeper)
{
  guint kept = keeper->kept->len;
  guint nth = kept > 0 ? (guint) g_rand_int_range (keeper->chance, 0, (gint32) kept) : 0;

  if (g_rand_int_range (keeper->chance, 0, SWAP_IN) == 0)
    return swap (keeper, FOYER_SWAP_NOW);
  if (kept == 0)
    return sign_in (keeper);
  switch (g_rand_int_range (keeper->chance, 0, 5)) {
  case 0:
    return purge (keeper);
  case 1:
    return correct (keeper, nth);
  case 2:
    return erase (keeper, nth);
  default:
    return kept < KEPT_MAX ? sign_in (keeper) : erase (keeper, nth);
  }
}

static gboolean
work (Keeper *keeper, const char *seed, double seconds)
{
  gint64 until = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);

  keeper->seed = seed;
  keeper->chance = g_rand_new_with_seed ((guint32) atoi (seed));
  if (!swap (keeper, FOYER_SWAP_NEVER))
    return FALSE;
  while (g_get_monotonic_time () < until) {
    if (!work_once (keeper))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_all (Keeper *keeper)
{
  g_autoptr (FoyerPresence) page = foyer_presence_new (0, G_MAXINT64, NULL);

  while (act (keeper, &foyer_reception_day_log, page)) {
    guint n = g_list_model_get_n_items (G_LIST_MODEL (page->visits));
    g_autoptr (FoyerVisit) last = NULL;

    for (guint i = 0; i < n; i++) {
      g_autoptr (FoyerVisit) visit = g_list_model_get_item (G_LIST_MODEL (page->visits), i);
      g_autofree char *id = foyer_id_to_string (foyer_visit_get_id (visit));
      const char *name = foyer_visit_get_name (visit);

      say ("%s %s", id, name != NULL ? name : "(damaged)");
      g_set_object (&last, visit);
    }
    if (last == NULL)
      return TRUE;
    g_clear_pointer (&page, foyer_presence_free);
    page = foyer_presence_new (0, G_MAXINT64, last);
  }
  return FALSE;
}

static gboolean
obey (Keeper *keeper, int argc, char **argv)
{
  gboolean done = TRUE;

  if (argc == 5 && g_str_equal (argv[2], "work"))
    return work (keeper, argv[3], g_ascii_strtod (argv[4], NULL));
  if (argc == 3 && g_str_equal (argv[2], "recover"))
    return swap (keeper, FOYER_SWAP_NEVER);
  if (argc == 3 && g_str_equal (argv[2], "read"))
    return read_all (keeper);
  if (argc == 4 && g_str_equal (argv[2], "swap")) {
    for (int left = atoi (argv[3]); done && left > 0; left--)
      done = swap (keeper, FOYER_SWAP_NOW);
    return done;
  }
  say ("error I do not know how");
  return FALSE;
}

int
main (int argc, char **argv)
{
  g_autofree char *uri = g_strconcat ("sqlite:", argc > 1 ? argv[1] : "", NULL);
  FoyerStorePlace place = { .uri = uri };
  Keeper keeper = { .store = foyer_store_new (&place),
                    .everybody =
                        foyer_actor_new (FOYER_ROLE_KIOSK | FOYER_ROLES_OF_STAFF, "Front desk"),
                    .kept = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref) };
  gboolean done = obey (&keeper, argc, argv);

  g_object_unref (keeper.store);
  g_object_unref (keeper.everybody);
  g_ptr_array_unref (keeper.kept);
  g_clear_pointer (&keeper.chance, g_rand_free);
  return done ? 0 : 1;
}
