/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "station/contrast.h"
#include "station/ini.h"

G_BEGIN_DECLS

/**
 * FoyerIdentity:
 * @logo: (nullable): A file, SVG or PNG, which stands beside the organisation's name
 * @picture: (nullable): A file, SVG or PNG, in the place of the arches
 * @accent: The organisation's colour, and what follows from it
 * @has_accent: Whether it has one
 * @scale: How much larger everything on the kiosk is
 *
 * How an organisation's station differs from Foyer's own look.
 */
typedef struct {
  char *logo;
  char *picture;
  FoyerAccent accent;
  gboolean has_accent;
  double scale;
} FoyerIdentity;

/**
 * foyer_identity_read:
 * @self: Taken into it; with foyer_identity_clear() it is emptied, also after an error
 * @ini: The station's settings
 * @folder: What relative files begin at
 * @error: %FOYER_SETTINGS_ERROR_WRONG: a colour that white cannot be read on, a file that is none
 *
 * Reads `logo`, `welcome-picture`, `accent` and `scale` of [station]. What is in the files is not
 * looked at: that takes who draws them.
 *
 * Returns: Whether all of it is allowed
 */
gboolean
foyer_identity_read (FoyerIdentity *self, FoyerIni *ini, const char *folder, GError **error);

/** foyer_identity_clear: Empties @self */
void foyer_identity_clear (FoyerIdentity *self);

G_END_DECLS
