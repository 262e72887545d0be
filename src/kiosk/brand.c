/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-brand"

#include "kiosk/brand.h"

#include <glib/gi18n-lib.h>

/* What is larger than this is no picture for a screen, and may be made to fill the memory, in px.
 */
#define LARGEST (40 * 1000 * 1000)

/* A logo stands 52 px high, up to 2.5 times as large. */
#define LOGO_PX 130
#define PICTURE_PX 1920

typedef struct {
  int longest;
  gboolean is_too_large;
} Room;

/* Before anything is drawn: a file of some bytes may claim to be any size. */
static void
on_size (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  Room *room = data;
  double by = (double) room->longest / MAX (1, MAX (width, height));

  room->is_too_large = (gint64) width * height > LARGEST;
  if (room->is_too_large)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if (by < 1)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * by)), MAX (1, (int) (height * by)));
}

static gboolean
refuse (const char *file, const char *reason, GError **error)
{
  g_set_error (error,
               FOYER_SETTINGS_ERROR,
               FOYER_SETTINGS_ERROR_WRONG,
               C_ ("settings", "%s: This picture cannot be shown: %s"),
               file,
               reason);
  return FALSE;
}

static gboolean
load (const char *file, int longest, GdkPixbuf **picture, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = NULL;
  g_autofree char *bytes = NULL;
  gsize length;
  g_autoptr (GError) err = NULL;
  Room room = { .longest = longest };
  gboolean is_read;

  if (file == NULL)
    return TRUE;
  loader = gdk_pixbuf_loader_new ();
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size), &room);
  is_read = g_file_get_contents (file, &bytes, &length, &err)
            && gdk_pixbuf_loader_write (loader, (const guchar *) bytes, length, &err);
  is_read &= gdk_pixbuf_loader_close (loader, is_read ? &err : NULL);
  if (room.is_too_large)
    return refuse (file, C_ ("settings", "it is far too large."), error);
  if (!is_read)
    return refuse (file, err->message, error);
  *picture = gdk_pixbuf_loader_get_pixbuf (loader);
  if (*picture == NULL)
    return refuse (file, C_ ("settings", "it is empty."), error);
  g_object_ref (*picture);
  return TRUE;
}

FoyerBrand *
foyer_brand_load (FoyerSettings *settings, GError **error)
{
  const FoyerIdentity *identity = foyer_settings_get_identity (settings);
  g_autoptr (FoyerBrand) self = g_new0 (FoyerBrand, 1);

  if (!load (identity->logo, LOGO_PX * 4, &self->logo, error)
      || !load (identity->picture, PICTURE_PX, &self->picture, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
foyer_brand_check (FoyerSettings *settings, GError **error)
{
  g_autoptr (FoyerBrand) brand = foyer_brand_load (settings, error);

  return brand != NULL;
}

void
foyer_brand_free (FoyerBrand *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->logo);
  g_clear_object (&self->picture);
  g_free (self);
}
