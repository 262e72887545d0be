/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-record"

#include "store/record.h"

#include <string.h>

#include "vault/seal.h"

#define HEAD 5

/* As much as a visit has at most: what grows leaves a copy behind that nobody wipes. */
#define ROOM 2048

struct _FoyerRecord {
  GByteArray *bytes;
};

static GBytes *
copy_wiped (const guint8 *data, gsize size)
{
  return foyer_seal_wiped (g_memdup2 (data, size), size, size);
}

FoyerRecord *
foyer_record_new (void)
{
  FoyerRecord *record = g_new (FoyerRecord, 1);

  record->bytes = g_byte_array_sized_new (ROOM);
  return record;
}

void
foyer_record_free (FoyerRecord *record)
{
  if (record == NULL)
    return;
  if (record->bytes->len > 0)
    explicit_bzero (record->bytes->data, record->bytes->len);
  g_byte_array_unref (record->bytes);
  g_free (record);
}

static void
put (FoyerRecord *record, guint8 tag, gconstpointer data, guint32 size)
{
  guint8 head[HEAD] = { tag, size, size >> 8, size >> 16, size >> 24 };

  g_byte_array_append (record->bytes, head, sizeof head);
  if (size > 0)
    g_byte_array_append (record->bytes, data, size);
}

void
foyer_record_put_text (FoyerRecord *record, guint8 tag, const char *text)
{
  if (text != NULL)
    put (record, tag, text, strlen (text));
}

void
foyer_record_put_bytes (FoyerRecord *record, guint8 tag, GBytes *bytes)
{
  gsize size;
  gconstpointer data;

  if (bytes == NULL)
    return;
  data = g_bytes_get_data (bytes, &size);
  put (record, tag, data, size);
}

GBytes *
foyer_record_to_bytes (FoyerRecord *record)
{
  return copy_wiped (record->bytes->data, record->bytes->len);
}

/* Reads the field that begins at @at; the place after it, or 0 where it is damaged. */
static gsize
read_field (const guint8 *data, gsize size, gsize at, guint8 *tag, gsize *length)
{
  if (size - at < HEAD)
    return 0;
  *tag = data[at];
  *length = data[at + 1] | data[at + 2] << 8 | data[at + 3] << 16 | (gsize) data[at + 4] << 24;
  return *length <= size - at - HEAD ? at + HEAD + *length : 0;
}

FoyerRecord *
foyer_record_parse (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  int last = -1;
  FoyerRecord *record;

  for (gsize at = 0; at < size;) {
    guint8 tag;
    gsize length;

    at = read_field (data, size, at, &tag, &length);
    if (at == 0 || tag <= last)
      return NULL;
    last = tag;
  }
  record = g_new (FoyerRecord, 1);
  record->bytes = g_byte_array_new_take (g_memdup2 (data, size), size);
  return record;
}

/* Where the field of that tag begins; NULL where there is none. */
static const guint8 *
find (FoyerRecord *record, guint8 tag, gsize *length)
{
  const guint8 *data = record->bytes->data;

  for (gsize at = 0; at < record->bytes->len;) {
    guint8 found = 0;
    gsize after = read_field (data, record->bytes->len, at, &found, length);

    if (found == tag)
      return data + after - *length;
    at = after;
  }
  return NULL;
}

GBytes *
foyer_record_get_bytes (FoyerRecord *record, guint8 tag)
{
  gsize length = 0;
  const guint8 *data = find (record, tag, &length);

  return data != NULL ? copy_wiped (data, length) : NULL;
}

char *
foyer_record_get_text (FoyerRecord *record, guint8 tag)
{
  gsize length = 0;
  const char *data = (const char *) find (record, tag, &length);

  return data != NULL && g_utf8_validate_len (data, length, NULL) ? g_strndup (data, length) : NULL;
}
