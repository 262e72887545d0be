/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "station/settings.h"

G_BEGIN_DECLS

/**
 * FoyerBrand:
 * @logo: (nullable): Stands beside the organisation's name
 * @picture: (nullable): Stands in the place of the arches
 *
 * The pictures of an organisation.
 */
typedef struct {
  GdkPixbuf *logo;
  GdkPixbuf *picture;
} FoyerBrand;

/**
 * foyer_brand_load:
 * @settings: Which files they are
 * @error: %FOYER_SETTINGS_ERROR_WRONG, with a sentence for a person that names the file: one of
 * them is no picture, or one that is far too large
 *
 * Returns: (transfer full) (nullable): The pictures
 */
FoyerBrand *foyer_brand_load (FoyerSettings *settings, GError **error);

/** foyer_brand_check: Returns: Whether foyer_brand_load() will succeed; @error as there */
gboolean foyer_brand_check (FoyerSettings *settings, GError **error);

/** foyer_brand_free: @self: (transfer full) (nullable): The pictures */
void foyer_brand_free (FoyerBrand *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerBrand, foyer_brand_free)

G_END_DECLS
