/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A scanner that the kiosk reads by itself, from what such a device says. Where there is no device,
 * as on machines that build, its bytes come through a pipe. */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <linux/input.h>
#include <sys/stat.h>
#include <unistd.h>

#include "foyer-test.h"
#include "visit/badge-code.h"
#include "widgets/scanner.h"

#define CODE FOYER_BADGE_CODE_PREFIX "7ABCDEFGHJKMNPQRSTVWXYZ012"

typedef struct {
  FoyerScanner *scanner;
  GPtrArray *scanned;
  guint strange;
} Desk;

static void
on_scanned (FoyerScanner *scanner, const char *text, Desk *desk)
{
  g_ptr_array_add (desk->scanned, g_strdup (text));
}

static void
on_strange (FoyerScanner *scanner, Desk *desk)
{
  desk->strange++;
}

static void
set_up (Desk *desk, gconstpointer layout)
{
  desk->scanned = g_ptr_array_new_with_free_func (g_free);
  desk->scanner = foyer_scanner_new (foyer_scan_code_new (FOYER_BADGE_CODE_PREFIX,
                                                          FOYER_BADGE_CODE_LENGTH,
                                                          FOYER_BADGE_CODE_LETTERS,
                                                          layout));
  g_signal_connect (desk->scanner, "scanned", G_CALLBACK (on_scanned), desk);
  g_signal_connect (desk->scanner, "strange", G_CALLBACK (on_strange), desk);
}

static void
tear_down (Desk *desk, gconstpointer layout)
{
  g_assert_finalize_object (desk->scanner);
  g_ptr_array_unref (desk->scanned);
}

static void
say (GByteArray *bytes, guint16 type, guint16 code, gint32 value)
{
  struct input_event event = { .type = type, .code = code, .value = value };

  g_byte_array_append (bytes, (guint8 *) &event, sizeof event);
}

static void
press (GByteArray *bytes, guint16 key)
{
  say (bytes, EV_KEY, key, 1);
  say (bytes, EV_SYN, SYN_REPORT, 0);
  say (bytes, EV_KEY, key, 0);
  say (bytes, EV_SYN, SYN_REPORT, 0);
}

/* The keys of a US keyboard for a code's letters. */
static void
type (GByteArray *bytes, const char *text)
{
  static const guint16 letters[] = { KEY_A, KEY_B, KEY_C, KEY_D, KEY_E, KEY_F, KEY_G, KEY_H, KEY_I,
                                     KEY_J, KEY_K, KEY_L, KEY_M, KEY_N, KEY_O, KEY_P, KEY_Q, KEY_R,
                                     KEY_S, KEY_T, KEY_U, KEY_V, KEY_W, KEY_X, KEY_Y, KEY_Z };

  for (; *text != '\0'; text++) {
    gboolean shift = g_ascii_isupper (*text) || *text == ':';

    if (shift)
      say (bytes, EV_KEY, KEY_LEFTSHIFT, 1);
    if (g_ascii_isalpha (*text))
      press (bytes, letters[g_ascii_tolower (*text) - 'a']);
    else if (*text == ':')
      press (bytes, KEY_SEMICOLON);
    else if (*text == '\n')
      press (bytes, KEY_ENTER);
    else
      press (bytes, *text == '0' ? KEY_0 : (guint16) (KEY_1 + *text - '1'));
    if (shift)
      say (bytes, EV_KEY, KEY_LEFTSHIFT, 0);
  }
}

static void
feed (Desk *desk, const char *text)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  type (bytes, text);
  foyer_scanner_feed (desk->scanner, bytes->data, bytes->len);
}

static void
assert_heard (Desk *desk, guint codes, guint strange)
{
  g_assert_cmpuint (desk->scanned->len, ==, codes);
  g_assert_cmpuint (desk->strange, ==, strange);
  for (guint i = 0; i < codes; i++)
    g_assert_cmpstr (g_ptr_array_index (desk->scanned, i), ==, CODE);
}

static void
test_a_code_is_heard_in_portions_of_any_size (Desk *desk, gconstpointer unused)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  type (bytes, CODE "\n");
  for (gsize portion = 1; portion < 100; portion += 7)
    for (gsize at = 0; at < bytes->len; at += portion)
      foyer_scanner_feed (desk->scanner, bytes->data + at, MIN (portion, bytes->len - at));
  assert_heard (desk, 15, 0);
}

static void
test_nothing_but_a_code_is_heard (Desk *desk, gconstpointer unused)
{
  g_autofree char *long_code = g_strnfill (10240, 'A');
  static const char *const others[] = {
    "4006381333931\n",
    "FOYER1:ABC\n",
    CODE "3\n",
    "X" CODE "\n",
    "foyer1:7ABCDEFGHJKMNPQRSTVWXYZ012\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    feed (desk, others[i]);
  feed (desk, long_code);
  feed (desk, CODE "\n"); /* still of that line */
  assert_heard (desk, 0, G_N_ELEMENTS (others) + 1);

  /* And then a code is one again */
  feed (desk, "\n");
  feed (desk, CODE "\n");
  assert_heard (desk, 1, G_N_ELEMENTS (others) + 1);
}

static void
test_every_key_but_its_own_spoils_a_code (Desk *desk, gconstpointer unused)
{
  for (guint key = 0; key < KEY_CNT; key++) {
    g_autoptr (GByteArray) bytes = g_byte_array_new ();

    if (key == KEY_ENTER || key == KEY_KPENTER || key == KEY_LINEFEED || key == KEY_LEFTSHIFT
        || key == KEY_RIGHTSHIFT)
      continue;
    type (bytes, FOYER_BADGE_CODE_PREFIX "7ABC");
    say (bytes, EV_KEY, KEY_LEFTSHIFT, 0);
    press (bytes, (guint16) key);
    type (bytes, "DEFGHJKMNPQRSTVWXYZ012\n");
    foyer_scanner_feed (desk->scanner, bytes->data, bytes->len);
  }
  assert_heard (desk, 0, KEY_CNT - 5);
}

static void
test_what_the_kernel_dropped_is_no_code (Desk *desk, gconstpointer unused)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  type (bytes, FOYER_BADGE_CODE_PREFIX "7ABC");
  say (bytes, EV_SYN, SYN_DROPPED, 0);
  type (bytes, "DEFGHJKMNPQRSTVWXYZ012\n" CODE "\n");
  foyer_scanner_feed (desk->scanner, bytes->data, bytes->len);
  assert_heard (desk, 1, 1);
}

static gboolean
has_heard (gpointer data)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return ((Desk *) data)->scanned->len > 0;
}

static void
test_a_device_is_read_when_it_comes (Desk *desk, gconstpointer unused)
{
  g_autofree char *folder = g_dir_make_tmp ("scanner-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "device", NULL);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  int fd;

  /* Given a scanner that is plugged in later */
  g_test_expect_message ("foyer-scanner", G_LOG_LEVEL_WARNING, "*cannot be opened*");
  foyer_scanner_open (desk->scanner, path);
  g_test_assert_expected_messages ();
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  fd = open (path, O_RDWR | O_CLOEXEC);
  g_assert_cmpint (fd, >=, 0);

  type (bytes, CODE "\n");
  g_assert_cmpint (write (fd, bytes->data, bytes->len), ==, bytes->len);
  foyer_test_wait_until (has_heard, desk);
  assert_heard (desk, 1, 0);
  close (fd);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/scanner/" name, Desk, "us", set_up, test, tear_down)
  ADD ("portions", test_a_code_is_heard_in_portions_of_any_size);
  ADD ("nothing-else", test_nothing_but_a_code_is_heard);
  ADD ("every-key", test_every_key_but_its_own_spoils_a_code);
  ADD ("dropped", test_what_the_kernel_dropped_is_no_code);
  ADD ("device", test_a_device_is_read_when_it_comes);
  return g_test_run ();
}
