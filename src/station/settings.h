/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "station/identity.h"
#include "visit/visitor-type.h"

G_BEGIN_DECLS

#define FOYER_TYPE_SETTINGS (foyer_settings_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSettings, foyer_settings, FOYER, SETTINGS, GObject)

#define FOYER_SETTINGS_ERROR (foyer_settings_error_quark ())

/**
 * FoyerSettingsError:
 * @FOYER_SETTINGS_ERROR_UNREADABLE: The file cannot be read
 * @FOYER_SETTINGS_ERROR_WRONG: The file says something that is not allowed; the message names file
 * and line, and says what is allowed
 */
typedef enum {
  FOYER_SETTINGS_ERROR_UNREADABLE,
  FOYER_SETTINGS_ERROR_WRONG,
} FoyerSettingsError;

GQuark foyer_settings_error_quark (void);

/**
 * foyer_settings_load:
 * @path: The station's settings, an ini file; visitor types are read from `types.d/` beside it
 * @error: %FOYER_SETTINGS_ERROR; its message is for a person: "FILE:LINE: …"
 *
 * Reads and checks everything. An unknown group, key or wrong value is refused.
 *
 * Returns: (transfer full) (nullable): The settings
 */
FoyerSettings *foyer_settings_load (const char *path, GError **error);

/** foyer_settings_get_store_uri: Returns: (transfer none): `[store] uri`, "sqlite:/var/lib/foyer"
 */
const char *foyer_settings_get_store_uri (FoyerSettings *self);

/** foyer_settings_get_vault: Returns: (transfer none) (nullable): `[vault] folder`, where the file
 * that keeps the store's key is; %NULL: beside the store */
const char *foyer_settings_get_vault (FoyerSettings *self);

/** foyer_settings_get_tpm: Returns: (transfer none) (nullable): `[vault] tpm`, how a TPM is
 * reached; %NULL: "device:/dev/tpmrm0" */
const char *foyer_settings_get_tpm (FoyerSettings *self);

/** foyer_settings_get_station: Returns: (transfer none): `[station] name` */
const char *foyer_settings_get_station (FoyerSettings *self);

/**
 * foyer_settings_get_printer:
 *
 * Returns: (transfer none) (nullable): `[station] printer`: "ipp://…", "ipps://…", the name of a
 * CUPS queue, or "pdf:FOLDER"; %NULL for a station without a printer
 */
const char *foyer_settings_get_printer (FoyerSettings *self);

/** foyer_settings_get_scanner_layouts: Returns: (array zero-terminated=1) (transfer none): What
 * `[station] scanner-layout` may be, the usual one first */
const char *const *foyer_settings_get_scanner_layouts (void);

/** foyer_settings_get_scanner_layout: Returns: (transfer none): `[station] scanner-layout`: the
 * keyboard that the scanner pretends to be, as X names it; "us" if not set */
const char *foyer_settings_get_scanner_layout (FoyerSettings *self);

/** foyer_settings_get_scanner: Returns: (transfer none) (nullable): The device of a scanner that
 * the kiosk reads by itself; %NULL: it is a keyboard */
const char *foyer_settings_get_scanner (FoyerSettings *self);

/** foyer_settings_get_monitor: Returns: (transfer none) (nullable): `[station] monitor`: the
 * connector's name */
const char *foyer_settings_get_monitor (FoyerSettings *self);

/** foyer_settings_get_quiet_hour: Returns: `[station] quiet-hour`, minutes after local midnight;
 * 180 as delivered */
int foyer_settings_get_quiet_hour (FoyerSettings *self);

/** foyer_settings_get_returns_at_kiosk: Returns: `[station] return`: whether who left today is let
 * in again at the kiosk ("kiosk"), and not by reception ("reception", as delivered) */
gboolean foyer_settings_get_returns_at_kiosk (FoyerSettings *self);

/** foyer_settings_get_remember_days: Returns: `[site] remember-days`: for how many days a visitor
 * may have the answers kept; 0, as delivered: nobody is asked */
int foyer_settings_get_remember_days (FoyerSettings *self);

/** foyer_settings_get_site: Returns: (transfer none): `[site] name` */
const char *foyer_settings_get_site (FoyerSettings *self);

/** foyer_settings_get_organisation: Returns: (transfer none): `[site] organisation` */
const char *foyer_settings_get_organisation (FoyerSettings *self);

/** foyer_settings_get_identity: Returns: (transfer none): `[station] logo`, `welcome-picture`,
 * `accent` and `scale` */
const FoyerIdentity *foyer_settings_get_identity (FoyerSettings *self);

/** foyer_settings_get_time_zone: Returns: (transfer none): `[site] timezone`, as GLib's time zone
 */
GTimeZone *foyer_settings_get_time_zone (FoyerSettings *self);

/**
 * foyer_settings_get_languages:
 *
 * Returns: (transfer none): `[site] languages`, the site's own first; of those shipped, "en" and
 * "de"
 */
const char *const *foyer_settings_get_languages (FoyerSettings *self);

/** foyer_settings_get_types: Returns: (transfer none) (element-type FoyerVisitorType): by the order
 * in their files */
GPtrArray *foyer_settings_get_types (FoyerSettings *self);

/** foyer_settings_find_type: Returns: (transfer none) (nullable): The type of that key */
FoyerVisitorType *foyer_settings_find_type (FoyerSettings *self, const char *key);

G_END_DECLS
