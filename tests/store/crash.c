/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-test-crash"

#include "crash.h"

#include <glib/gstdio.h>
#include <sodium.h>

#include "privacy/soundness.h"
#include "privacy/vault.h"

gboolean
crash_is_long (void)
{
  return g_getenv ("FOYER_TEST_LONG") != NULL;
}

gboolean
crash_is_held (House *house, int slot)
{
  g_autofree char *path = g_strdup_printf ("%s/kek.%d", house->folder, slot);
  g_autofree char *bytes = NULL;
  gsize size = 0;

  if (!g_file_get_contents (path, &bytes, &size, NULL))
    return FALSE;
  return !sodium_is_zero ((const guint8 *) bytes, size);
}

int
crash_count_held (House *house)
{
  return crash_is_held (house, 0) + crash_is_held (house, 1);
}

static void
recover (House *house)
{
  g_autoptr (GError) err = NULL;

  foyer_store_swap (house->store, FOYER_SWAP_NEVER, NULL, NINE_O_CLOCK, &err);
  g_assert_no_error (err);
}

/* Everything that is sealed opens, and has its key. */
void
crash_assert_undamaged (House *house)
{
  g_autoptr (FoyerDamageSearch) search = foyer_damage_search_new ();

  do {
    house_do (house, house->administrator, &foyer_privacy_check_records, search);
  } while (search->more);
  for (guint i = 0; i < search->found->len; i++) {
    const FoyerDamage *damage = g_ptr_array_index (search->found, i);

    g_test_message ("damage of kind %d, number %" G_GINT64_FORMAT, damage->kind, damage->number);
  }
  g_assert_cmpuint (search->found->len, ==, 0);
}

/* Before recovery, after it, and whole. */
void
crash_assert_nothing_is_lost (House *house, Ledger *ledger)
{
  ledger_compare (ledger, house);
  recover (house);
  g_assert_cmpint (crash_count_held (house), ==, 1);
  ledger_compare (ledger, house);
  crash_assert_undamaged (house);
}

void
crash_assert_trail_is_whole (House *house)
{
  g_autoptr (GError) err = NULL;
  FoyerSoundness soundness = { 0 };

  house_do (house, house->administrator, &foyer_privacy_verify_audit, &soundness);
  foyer_store_check (house->store, &err);
  g_assert_no_error (err);
}

/* Outside of the store's folder, where a disk fails. */
static char *
output_of (House *house, int nth)
{
  return g_strdup_printf ("%s-keeper-%d", house->folder, nth);
}

GSubprocess *
keeper_start (House *house,
              int nth,
              const char *const *env,
              const char *const *wrap,
              const char *words)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_auto (GStrv) split = g_strsplit (words, " ", -1);
  g_autofree char *output = output_of (house, nth);
  g_autoptr (GError) err = NULL;
  GSubprocess *process;

  for (; wrap != NULL && *wrap != NULL; wrap++)
    g_ptr_array_add (argv, (gpointer) *wrap);
  g_ptr_array_add (argv, (gpointer) KEEPER);
  g_ptr_array_add (argv, house->folder);
  for (char **word = split; *word != NULL; word++)
    g_ptr_array_add (argv, *word);
  g_ptr_array_add (argv, NULL);
  for (; env != NULL && *env != NULL; env += 2)
    g_subprocess_launcher_setenv (launcher, env[0], env[1], TRUE);
  g_subprocess_launcher_set_stdout_file_path (launcher, output);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &err);
  g_assert_no_error (err);
  return process;
}

void
keeper_finish (House *house, Ledger *ledger, int nth, GSubprocess *process)
{
  g_autofree char *output = output_of (house, nth);
  g_autoptr (GError) err = NULL;

  g_subprocess_wait (process, NULL, &err);
  g_assert_no_error (err);
  ledger_read (ledger, output);
  g_unlink (output);
}
