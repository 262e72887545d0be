/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FOYER_PRINTER_ERROR (foyer_printer_error_quark ())

/**
 * FoyerPrinterError:
 * @FOYER_PRINTER_ERROR_UNREACHABLE: Nobody answers at that address, or there is no such queue
 * @FOYER_PRINTER_ERROR_REFUSED: The printer or queue does not take the job
 * @FOYER_PRINTER_ERROR_NOT_COMPLETED: Taken, but not reported as completed in time; cancelled
 * @FOYER_PRINTER_ERROR_FOLDER: The folder of `pdf:` cannot be written
 */
typedef enum {
  FOYER_PRINTER_ERROR_UNREACHABLE,
  FOYER_PRINTER_ERROR_REFUSED,
  FOYER_PRINTER_ERROR_NOT_COMPLETED,
  FOYER_PRINTER_ERROR_FOLDER,
} FoyerPrinterError;

GQuark foyer_printer_error_quark (void);

/**
 * foyer_printer_print:
 * @printer: `[station] printer`: "ipp://…", "ipps://…", a CUPS queue's name, or "pdf:FOLDER"
 * @job: The job's title and file name: an opaque id, never a name
 * @pdf: One page of 62 x 100 mm
 * @timeout: How long the whole may take, in ms; the design says 10 s
 * @error: %FOYER_PRINTER_ERROR
 *
 * Prints without any dialog, and waits until the printer reports the job completed. Blocks: for
 * post's thread. A job that is not completed in time is cancelled, so that no badge comes out
 * later. Into a folder: `FOLDER/JOB.pdf`, 0600, durable when this returns.
 *
 * Returns: Whether the printer reported the job completed (IPP job-state, RFC 8011, 5.3.7)
 */
gboolean foyer_printer_print (const char *printer,
                              const char *job,
                              GBytes *pdf,
                              gint64 timeout,
                              GError **error);

/**
 * foyer_printer_keeps_files:
 * @printer: (nullable): `[station] printer`
 *
 * Returns: Whether it is a `pdf:` folder, whose files have to go with their visits
 */
gboolean foyer_printer_keeps_files (const char *printer);

/**
 * foyer_printer_shred:
 * @printer: A `pdf:` folder
 * @job: As given to foyer_printer_print()
 * @error: %FOYER_PRINTER_ERROR_FOLDER
 *
 * Overwrites and removes the job's file. One that is gone already is success.
 *
 * Returns: Whether the file is gone
 */
gboolean foyer_printer_shred (const char *printer, const char *job, GError **error);

G_END_DECLS
