/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * foyer_printer_pdf_print:
 * @folder: A folder; it is made where it is missing, for this account alone
 * @job: The file's name, without suffix
 * @pdf: The badge
 * @error: %FOYER_PRINTER_ERROR_FOLDER
 *
 * Returns: Whether the file is there, whole and on the disk
 */
gboolean foyer_printer_pdf_print (const char *folder, const char *job, GBytes *pdf, GError **error);

/**
 * foyer_printer_pdf_shred:
 * @folder: A folder
 * @job: The file's name, without suffix
 * @error: %FOYER_PRINTER_ERROR_FOLDER
 *
 * Returns: Whether the file is gone, and what was left of an interrupted writing too
 */
gboolean foyer_printer_pdf_shred (const char *folder, const char *job, GError **error);

G_END_DECLS
