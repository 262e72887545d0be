/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-printer"

#include "badge/printer.h"

#include "badge/printer-ipp.h"
#include "badge/printer-pdf.h"

#include <string.h>

#define PDF "pdf:"

G_DEFINE_QUARK (foyer_printer_error, foyer_printer_error)

static gboolean
is_plain (const char *job)
{
  return job != NULL && *job != '\0' && *job != '.' && strchr (job, '/') == NULL;
}

gboolean
foyer_printer_print (const char *printer,
                     const char *job,
                     GBytes *pdf,
                     gint64 timeout,
                     GError **error)
{
  g_return_val_if_fail (printer != NULL && pdf != NULL && is_plain (job), FALSE);

  if (foyer_printer_keeps_files (printer))
    return foyer_printer_pdf_print (printer + strlen (PDF), job, pdf, error);
  return foyer_printer_ipp_print (printer, job, pdf, timeout, error);
}

gboolean
foyer_printer_keeps_files (const char *printer)
{
  return printer != NULL && g_str_has_prefix (printer, PDF);
}

gboolean
foyer_printer_shred (const char *printer, const char *job, GError **error)
{
  g_return_val_if_fail (foyer_printer_keeps_files (printer) && is_plain (job), FALSE);

  return foyer_printer_pdf_shred (printer + strlen (PDF), job, error);
}
