/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "station/settings.h"
#include "store/store.h"
#include "visit/clock.h"

G_BEGIN_DECLS

#define FOYER_CTL_ERROR (foyer_ctl_error_quark ())

/**
 * FoyerCtlError:
 * @FOYER_CTL_ERROR_USAGE: The command line is wrong
 * @FOYER_CTL_ERROR_INPUT: What was given to read is not as it should be
 * @FOYER_CTL_ERROR_REFUSED: Something else stands against it
 */
typedef enum {
  FOYER_CTL_ERROR_USAGE,
  FOYER_CTL_ERROR_INPUT,
  FOYER_CTL_ERROR_REFUSED,
} FoyerCtlError;

GQuark foyer_ctl_error_quark (void);

/**
 * FoyerCtl:
 * @config: `--config`
 * @as: (nullable): `--as`
 * @password_fd: `--password-fd`, or -1
 * @json: `--json`; likewise the options of single commands, %NULL where they were not given
 * @argument: (nullable): The one argument that some commands have
 * @settings: From here on by foyer_ctl_open(): the station's settings
 * @itself: foyerctl without a person's account
 * @actor: (nullable): Who signed in with `--as`
 *
 * One call of foyerctl.
 */
typedef struct {
  char *config;
  char *as;
  int password_fd;
  gboolean json;
  gboolean publish;
  char *language;
  char *version;
  char *date;
  char *from;
  char *until;
  char *day;
  char *type;
  const char *argument;

  FoyerSettings *settings;
  FoyerStorePlace place; /* borrowed of the settings */
  FoyerClock *clock;
  FoyerStore *store;
  FoyerActor *itself;
  FoyerActor *actor;
} FoyerCtl;

/**
 * FoyerCommand:
 * @family: "visit"
 * @name: (nullable): "list"; %NULL where the family is the whole command
 * @argument: (nullable): What its one argument is called, "FILE"
 * @options: The options that it takes besides `--config` and `--help`, separated by spaces; one
 *   that takes "as" needs a person
 * @summary: What it does
 * @details: (nullable): What it reads and prints
 * @run: Does it
 *
 * One row of the table of commands.
 */
typedef struct {
  const char *family;
  const char *name;
  const char *argument;
  const char *options;
  const char *summary;
  const char *details;
  gboolean (*run) (FoyerCtl *ctl, GError **error);
} FoyerCommand;

/**
 * foyer_ctl_open:
 * @ctl: A call
 * @error: %FOYER_SETTINGS_ERROR
 *
 * Reads the settings; opens nothing yet.
 *
 * Returns: Whether they can be used
 */
gboolean foyer_ctl_open (FoyerCtl *ctl, GError **error);

/**
 * foyer_ctl_open_as_staff:
 * @ctl: A call with `--as`
 * @error: %FOYER_CTL_ERROR, %FOYER_SETTINGS_ERROR, %FOYER_STAFF_ERROR, %FOYER_DB_ERROR
 *
 * As foyer_ctl_open(), and signs that person in.
 *
 * Returns: Whether that person may act now
 */
gboolean foyer_ctl_open_as_staff (FoyerCtl *ctl, GError **error);

/** foyer_ctl_now: Returns: The time, in ms since the epoch, UTC */
gint64 foyer_ctl_now (FoyerCtl *ctl);

/** foyer_ctl_do: Does a deed as the person that signed in, else as foyerctl itself; Returns:
 * Whether it was done */
gboolean foyer_ctl_do (FoyerCtl *ctl, const FoyerDeed *deed, gpointer what, GError **error);

/** foyer_ctl_clear: Frees what @ctl holds */
void foyer_ctl_clear (FoyerCtl *ctl);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoyerCtl, foyer_ctl_clear)

G_END_DECLS
