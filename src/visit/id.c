/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-id"

#include "visit/id.h"

#include <sys/random.h>

#include "visit/clock.h"

void
foyer_random_bytes (guint8 *to, gsize size)
{
  gsize filled = 0;

  g_return_if_fail (size <= 256);

  while (filled < size) {
    ssize_t n = getrandom (to + filled, size - filled, 0);

    if (n > 0)
      filled += n; /* else EINTR before the source is ready: asked again */
  }
}

GBytes *
foyer_id_new (gint64 now)
{
  guint8 id[FOYER_ID_SIZE];
  guint64 hour = now - now % FOYER_HOUR;

  foyer_random_bytes (id, sizeof id);
  for (int i = 0; i < 6; i++)
    id[i] = hour >> (8 * (5 - i));
  id[6] = 0x70 | (id[6] & 0x0f);
  id[8] = 0x80 | (id[8] & 0x3f);
  return g_bytes_new (id, sizeof id);
}

char *
foyer_id_to_string (GBytes *id)
{
  const guint8 *b = g_bytes_get_data (id, NULL);

  g_return_val_if_fail (g_bytes_get_size (id) == FOYER_ID_SIZE, NULL);

  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          b[0],
                          b[1],
                          b[2],
                          b[3],
                          b[4],
                          b[5],
                          b[6],
                          b[7],
                          b[8],
                          b[9],
                          b[10],
                          b[11],
                          b[12],
                          b[13],
                          b[14],
                          b[15]);
}

GBytes *
foyer_id_from_string (const char *text)
{
  guint8 id[FOYER_ID_SIZE];

  if (text == NULL || !g_uuid_string_is_valid (text))
    return NULL;
  for (int i = 0, at = 0; i < FOYER_ID_SIZE; i++, at += 2) {
    if (text[at] == '-')
      at++;
    id[i] = g_ascii_xdigit_value (text[at]) << 4 | g_ascii_xdigit_value (text[at + 1]);
  }
  return g_bytes_new (id, sizeof id);
}
