/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * foyer_printer_ipp_print:
 * @printer: "ipp://…" or "ipps://…" for a printer that is asked directly, else the name of a queue
 * @job: The job's title: an opaque id
 * @pdf: One page of 62 x 100 mm
 * @timeout: In ms, for all of it
 * @error: %FOYER_PRINTER_ERROR
 *
 * Prints through libcups, as foyer_printer_print(). A printer that has stopped answering costs at
 * most two seconds more than @timeout, in which the job is cancelled. A queue's server has to
 * remember a finished job for some seconds (`PreserveJobHistory 60`), or nobody can say how it
 * ended.
 *
 * Returns: Whether the printer reported the job completed
 */
gboolean foyer_printer_ipp_print (const char *printer,
                                  const char *job,
                                  GBytes *pdf,
                                  gint64 timeout,
                                  GError **error);

G_END_DECLS
