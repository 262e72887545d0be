/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-test-life"

#include "life.h"

#include "privacy/erasure.h"
#include "privacy/periods.h"
#include "privacy/retention.h"
#include "reception/correction.h"
#include "reception/sign-out.h"
#include "store/vault-row.h"
#include "store/visits.h"

/* Who of how many goes without a word, and is seen off by retention. */
#define SILENT 20

typedef struct {
  GBytes *id;
  char *name; /* as it has to be */
} Guest;

static void
guest_free (gpointer data)
{
  Guest *guest = data;

  g_bytes_unref (guest->id);
  g_free (guest->name);
  g_free (guest);
}

static void
look (Witness *witness)
{
  if (witness != NULL)
    witness_look (witness);
}

static void
hear (Witness *witness, const char *text)
{
  if (witness != NULL)
    witness_hear (witness, text);
}

/* @n: The how many-th visit of all */
static Guest *
come (House *house, Witness *witness, guint n, gint64 now)
{
  g_autoptr (GError) err = NULL;
  g_autofree char *name = g_strdup_printf (LIFE_TYPED "-%uy O'Brien", n);
  g_autofree char *company = g_strdup_printf ("Sons & " LIFE_TYPED "-%uz", n);
  g_autoptr (FoyerVisit) visit = house_visit (house, name);
  g_autoptr (FoyerSignIn) sign_in = foyer_sign_in_new (visit, NULL, "en", now);
  Guest *guest = g_new0 (Guest, 1);

  foyer_visit_set_company (visit, company, &err);
  g_assert_no_error (err);
  foyer_visit_set_days_told (visit, 90);
  house_do (house, house->kiosk, &foyer_reception_sign_in, sign_in);
  hear (witness, name);
  hear (witness, company);
  guest->id = g_bytes_ref (foyer_visit_get_id (visit));
  guest->name = g_steal_pointer (&name);
  if (n % SILENT != 0) {
    g_autoptr (FoyerSignOut) out =
        foyer_sign_out_new (foyer_visit_get_code (visit), NULL, now + FOYER_HOUR);

    house_do (house, house->kiosk, &foyer_reception_sign_out, out);
  }
  return guest;
}

static void
correct (House *house, Witness *witness, Guest *guest, guint n, gint64 now)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerCorrection) correction = foyer_correction_new (guest->id, now);
  g_autofree char *name = g_strdup_printf (LIFE_CORRECTED "-%uy", n);

  foyer_correction_set_name (correction, name, &err);
  g_assert_no_error (err);
  look (witness);
  house_do (house, house->receptionist, &foyer_reception_correct, correction);
  hear (witness, name);
  g_free (guest->name);
  guest->name = g_steal_pointer (&name);
}

static void
erase (House *house, Witness *witness, Guest *guest, gint64 now)
{
  g_autoptr (FoyerErasure) erasure = foyer_erasure_new (guest->id, now);

  look (witness);
  house_do (house, house->officer, &foyer_privacy_erase, erasure);
  g_clear_pointer (&guest->name, g_free);
}

static void
retain (House *house, Witness *witness, Life *life, gint64 now)
{
  g_autoptr (FoyerRetention) run = foyer_retention_new (now, now - now % FOYER_DAY);

  look (witness);
  do {
    house_do (house, house->program, &foyer_privacy_retain, run);
    life->closed += run->closed;
    life->expired += run->deleted;
  } while (run->more);
}

/* What housekeeping does at the end of a day, and in its quiet hour. */
static void
keep_house (House *house, const LifeSize *size, Witness *witness, Life *life, gint64 now)
{
  g_autoptr (GError) err = NULL;

  retain (house, witness, life, now);
  look (witness);
  if (size->swaps) {
    foyer_store_swap (house->store, FOYER_SWAP_IF_OWED, NULL, now, &err);
    g_assert_no_error (err);
    look (witness);
  }
  foyer_store_compact (house->store, G_MAXINT64, now, &err);
  g_assert_no_error (err);
}

static void
live_a_day (House *house,
            const LifeSize *size,
            Witness *witness,
            Life *life,
            GPtrArray *guests,
            gint64 morning)
{
  guint first = guests->len;

  for (guint i = 0; i < size->visits; i++)
    g_ptr_array_add (guests, come (house, witness, first + i, morning + i * FOYER_MINUTE));
  for (guint n = first; n < guests->len; n++) {
    Guest *guest = g_ptr_array_index (guests, n);

    if (n % size->corrected == size->corrected - 1) {
      correct (house, witness, guest, n, morning + 5 * FOYER_HOUR);
      life->corrected++;
    }
    if (n % SILENT != 0 && n % size->erased == size->erased - 1 - (n / size->erased) % 2) {
      erase (house, witness, guest, morning + 6 * FOYER_HOUR);
      life->erased++;
    }
  }
  keep_house (house, size, witness, life, morning + 14 * FOYER_HOUR);
}

static void
find_the_living (House *house, GPtrArray *guests, Life *life)
{
  g_autoptr (GError) err = NULL;

  g_assert_true (foyer_db_script (house->desk, "BEGIN", &err));
  foyer_vault_row_begin (house->desk, &err);
  g_assert_no_error (err);
  for (guint i = 0; i < guests->len; i++) {
    const Guest *guest = g_ptr_array_index (guests, i);
    g_autoptr (FoyerVisit) visit = NULL;

    foyer_visits_find (house->desk, guest->id, &visit, &err);
    g_assert_no_error (err);
    if (visit == NULL)
      continue;
    g_assert_cmpstr (foyer_visit_get_name (visit), ==, guest->name);
    life->living++;
  }
  g_assert_true (foyer_db_script (house->desk, "ROLLBACK", &err));
  g_assert_cmpuint (life->living + life->expired + life->erased, ==, guests->len);
}

void
life_live (House *house, const LifeSize *size, Witness *witness, Life *life)
{
  FoyerPeriodChange change = { "guest", size->period, 0, NINE_O_CLOCK };
  g_autoptr (GPtrArray) guests = g_ptr_array_new_with_free_func (guest_free);

  *life = (Life){ 0 };
  house_do (house, house->officer, &foyer_privacy_set_period, &change);
  for (guint day = 0; day < size->days; day++)
    live_a_day (house, size, witness, life, guests, NINE_O_CLOCK + day * FOYER_DAY);
  find_the_living (house, guests, life);
  g_assert_cmpuint (life->corrected, >, 0);
  g_assert_cmpuint (life->erased, >, 0);
  g_assert_cmpuint (life->expired, >, 0);
  g_assert_cmpuint (life->closed, >, 0);
  g_test_message ("%u days, %u visits: %u corrected, %u erased, %u expired, %u live",
                  size->days,
                  guests->len,
                  life->corrected,
                  life->erased,
                  life->expired,
                  life->living);
}
