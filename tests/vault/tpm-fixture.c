/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tpm-fixture.h"

#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sodium.h>
#include <string.h>
#include <sys/prctl.h>
#include <tss2/tss2_tctildr.h>

#define PATIENCE_SECONDS 20
#define TICK_MS 10

static void
end_with_parent (gpointer unused)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

static gboolean
answers (TpmRoom *room, const char *name)
{
  g_autofree char *path = g_build_filename (room->folder, name, NULL);
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (path);
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = NULL;

  connection = g_socket_client_connect (client, G_SOCKET_CONNECTABLE (address), NULL, NULL);
  return connection != NULL;
}

void
tpm_room_switch_off (TpmRoom *room)
{
  if (room->swtpm == NULL)
    return;
  g_subprocess_force_exit (room->swtpm);
  g_subprocess_wait (room->swtpm, NULL, NULL);
  g_clear_object (&room->swtpm);
}

void
tpm_room_switch_on (TpmRoom *room, const char *name)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autofree char *state = g_build_filename (room->folder, name, NULL);
  g_autofree char *out = g_build_filename (room->folder, "swtpm.out", NULL);
  g_autofree char *command =
      g_strconcat ("swtpm socket --tpm2 --log level=20,file=log --server type=unixio,path=sock "
                   "--ctrl type=unixio,path=sock.ctrl --flags not-need-init,startup-clear "
                   "--tpmstate dir=",
                   state,
                   NULL);
  g_auto (GStrv) argv = g_strsplit (command, " ", -1);
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (GError) err = NULL;

  tpm_room_switch_off (room);
  g_mkdir (state, 0700);
  g_subprocess_launcher_set_child_setup (launcher, end_with_parent, NULL, NULL);
  g_subprocess_launcher_set_cwd (launcher, room->folder);
  g_subprocess_launcher_set_stdout_file_path (launcher, out);
  g_subprocess_launcher_set_flags (launcher, G_SUBPROCESS_FLAGS_STDERR_MERGE);
  room->swtpm = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &err);
  g_assert_no_error (err);
  while (!answers (room, "sock") || !answers (room, "sock.ctrl")) {
    g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, PATIENCE_SECONDS);
    g_poll (NULL, 0, TICK_MS);
  }
}

void
tpm_room_set_up (TpmRoom *room, gconstpointer unused)
{
  room->folder = g_dir_make_tmp ("foyer-test-XXXXXX", NULL);
  g_assert_nonnull (room->folder);
  room->other_folder = g_build_filename (room->folder, "other", NULL);
  g_assert_cmpint (g_mkdir (room->other_folder, 0700), ==, 0);
  room->tpm = g_strconcat ("swtpm:path=", room->folder, "/sock", NULL);
  room->auth = g_build_filename (room->folder, FOYER_HOLDER_TPM_FILE, NULL);
  room->place = (FoyerHolderPlace){ .folder = room->folder, .tpm = room->tpm };
  room->other = (FoyerHolderPlace){ .folder = room->other_folder, .tpm = room->tpm };
  tpm_room_switch_on (room, "first");
}

void
tpm_room_tear_down (TpmRoom *room, gconstpointer unused)
{
  g_autofree char *command = g_strconcat ("rm -r ", room->folder, NULL);

  tpm_room_switch_off (room);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (room->folder);
  g_free (room->other_folder);
  g_free (room->tpm);
  g_free (room->auth);
}

GBytes *
tpm_room_get_auth (TpmRoom *room)
{
  char *bytes = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (room->auth, &bytes, &size, NULL));
  g_assert_cmpuint (size, ==, AUTH_SIZE);
  return g_bytes_new_take (bytes, size);
}

TpmIndex
tpm_index_open (TpmRoom *room, int slot)
{
  g_autoptr (GBytes) value = tpm_room_get_auth (room);
  TPM2B_AUTH auth = { .size = AUTH_SIZE };
  TpmIndex index = { 0 };

  memcpy (auth.buffer, g_bytes_get_data (value, NULL), AUTH_SIZE);
  TPM_OK (Tss2_TctiLdr_Initialize (room->tpm, &index.tcti));
  TPM_OK (Esys_Initialize (&index.esys, index.tcti, NULL));
  TPM_OK (Esys_TR_FromTPMPublic (index.esys, 0x01805600 + slot, NONE, NONE, NONE, &index.nv));
  TPM_OK (Esys_TR_SetAuth (index.esys, index.nv, &auth));
  return index;
}

void
tpm_index_close (TpmIndex *index)
{
  Esys_Finalize (&index->esys);
  Tss2_TctiLdr_Finalize (&index->tcti);
}

void
tpm_index_read (TpmRoom *room, int slot, guint8 *bytes)
{
  TpmIndex index = tpm_index_open (room, slot);
  TPM2B_MAX_NV_BUFFER *data;

  TPM_OK (Esys_NV_Read (index.esys, index.nv, index.nv, PASSWORD, NONE, NONE, SIZE, 0, &data));
  g_assert_cmpuint (data->size, ==, SIZE);
  memcpy (bytes, data->buffer, SIZE);
  Esys_Free (data);
  tpm_index_close (&index);
}

void
tpm_index_write (TpmRoom *room, int slot, const guint8 *bytes)
{
  TpmIndex index = tpm_index_open (room, slot);
  TPM2B_MAX_NV_BUFFER data = { .size = SIZE };

  memcpy (data.buffer, bytes, SIZE);
  TPM_OK (Esys_NV_Write (index.esys, index.nv, index.nv, PASSWORD, NONE, NONE, &data, 0));
  tpm_index_close (&index);
}

gboolean
tpm_room_bus_showed (TpmRoom *room, gconstpointer bytes, gsize size)
{
  g_autofree char *path = g_build_filename (room->folder, "log", NULL);
  g_autofree char *log = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *hex = g_malloc (2 * size + 1);
  g_autofree char *wanted = g_ascii_strup (sodium_bin2hex (hex, 2 * size + 1, bytes, size), -1);

  g_assert_true (g_file_get_contents (path, &log, NULL, NULL));
  words = g_strsplit_set (log, " \n", -1);
  shown = g_strjoinv ("", words);
  return strstr (shown, wanted) != NULL;
}
