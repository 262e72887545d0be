/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-printer-ipp"

#include "badge/printer-ipp.h"

#include "badge/printer.h"

#include <cups/cups.h>
#include <glib/gi18n-lib.h>

#define CONNECT_MS 2000
#define CANCEL_MS 2000
#define ASK_FIRST_MS 20
#define ASK_SELDOM_MS 200
#define TICK_SECONDS 0.25

/* Sizes are numbers, in hundredths of mm: a wrong media name prints US Letter without any error. */
#define MEDIA                                                                                      \
  "{media-size={x-dimension=6200 y-dimension=10000} media-top-margin=0 media-bottom-margin=0 "     \
  "media-left-margin=0 media-right-margin=0}"

/* A way to a printer, open for one job. */
typedef struct {
  gint64 deadline; /* monotonic, in µs */
  cups_dest_t *dest;
  http_t *http;
  cups_dinfo_t *info;
  const char *uri; /* of the printer or queue, for requests; the dest's */
  int job;
} Way;

static gint64
after (gint64 ms)
{
  return g_get_monotonic_time () + ms * 1000;
}

static gboolean
fail (FoyerPrinterError code, GError **error)
{
  const char *text = NULL;

  switch (code) {
  case FOYER_PRINTER_ERROR_UNREACHABLE:
    text = C_ ("badge", "The printer does not answer. Check that it is on, and its address.");
    break;
  case FOYER_PRINTER_ERROR_REFUSED:
    text = C_ ("badge", "The printer does not take the badge. Check that it accepts jobs.");
    break;
  case FOYER_PRINTER_ERROR_NOT_COMPLETED:
  case FOYER_PRINTER_ERROR_FOLDER:
    text = C_ ("badge", "The printer did not finish the badge. The job was cancelled.");
    break;
  }
  g_set_error_literal (error, FOYER_PRINTER_ERROR, code, text);
  return FALSE;
}

/* Called by libcups each tick of silence: whether to go on waiting. */
static int
may_wait (http_t *http, void *data)
{
  const Way *way = data;

  return g_get_monotonic_time () < way->deadline;
}

/* A badge is printed without anybody there to ask. */
static const char *
no_password (const char *prompt, http_t *http, const char *method, const char *resource, void *data)
{
  return NULL;
}

static gboolean
open_way (Way *way, const char *printer)
{
  gboolean direct = g_str_has_prefix (printer, "ipp://") || g_str_has_prefix (printer, "ipps://");
  int connect_ms = MIN (CONNECT_MS, MAX (1, (way->deadline - g_get_monotonic_time ()) / 1000));
  char resource[1024];

  cupsSetPasswordCB2 (no_password, NULL);
  if (direct) {
    way->dest = cupsGetDestWithURI ("badge", printer);
    if (way->dest != NULL)
      way->http = cupsConnectDest (way->dest,
                                   CUPS_DEST_FLAGS_DEVICE,
                                   connect_ms,
                                   NULL,
                                   resource,
                                   sizeof resource,
                                   NULL,
                                   NULL);
  } else {
    way->http = httpConnect2 (cupsServer (),
                              ippPort (),
                              NULL,
                              AF_UNSPEC,
                              cupsEncryption (),
                              1,
                              connect_ms,
                              NULL);
  }
  if (way->http == NULL)
    return FALSE;

  httpSetTimeout (way->http, TICK_SECONDS, may_wait, way);
  if (!direct)
    way->dest = cupsGetNamedDest (way->http, printer, NULL);
  if (way->dest == NULL)
    return FALSE;

  way->uri = cupsGetOption (direct ? "device-uri" : "printer-uri-supported",
                            way->dest->num_options,
                            way->dest->options);
  way->info = cupsCopyDestInfo (way->http, way->dest);
  return way->uri != NULL && way->info != NULL;
}

static void
close_way (Way *way)
{
  if (way->info != NULL)
    cupsFreeDestInfo (way->info);
  if (way->dest != NULL)
    cupsFreeDests (1, way->dest);
  httpClose (way->http);
}

/* Hands the document over. The printer has the job then, or nothing. */
static gboolean
submit (Way *way, const char *title, GBytes *pdf)
{
  cups_option_t *options = NULL;
  int n_options = cupsAddOption ("media-col", MEDIA, 0, &options);
  ipp_status_t status;
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);

  status =
      cupsCreateDestJob (way->http, way->dest, way->info, &way->job, title, n_options, options);
  cupsFreeOptions (n_options, options);
  if (status > IPP_STATUS_OK_CONFLICTING || way->job <= 0)
    return FALSE;

  return cupsStartDestDocument (way->http,
                                way->dest,
                                way->info,
                                way->job,
                                title,
                                CUPS_FORMAT_PDF,
                                0,
                                NULL,
                                1)
             == HTTP_STATUS_CONTINUE
         && cupsWriteRequestData (way->http, data, length) == HTTP_STATUS_CONTINUE
         && cupsFinishDestDocument (way->http, way->dest, way->info) <= IPP_STATUS_OK_CONFLICTING;
}

static ipp_t *
ask (Way *way, ipp_op_t operation)
{
  const char *const wanted[] = { "job-state" };
  ipp_t *request = ippNewRequest (operation);

  ippAddString (request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", NULL, way->uri);
  ippAddInteger (request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", way->job);
  ippAddString (request,
                IPP_TAG_OPERATION,
                IPP_TAG_NAME,
                "requesting-user-name",
                NULL,
                cupsUser ());
  if (operation == IPP_OP_GET_JOB_ATTRIBUTES)
    ippAddStrings (request,
                   IPP_TAG_OPERATION,
                   IPP_TAG_KEYWORD,
                   "requested-attributes",
                   G_N_ELEMENTS (wanted),
                   NULL,
                   wanted);
  return cupsDoRequest (way->http, request, "/");
}

static ipp_jstate_t
ask_state (Way *way)
{
  ipp_t *answer = ask (way, IPP_OP_GET_JOB_ATTRIBUTES);
  ipp_attribute_t *state = ippFindAttribute (answer, "job-state", IPP_TAG_ENUM);
  ipp_jstate_t said = state != NULL ? (ipp_jstate_t) ippGetInteger (state, 0) : IPP_JSTATE_PENDING;

  /* Forgotten: nobody reported it completed */
  if (cupsLastError () == IPP_STATUS_ERROR_NOT_FOUND)
    said = IPP_JSTATE_ABORTED;
  ippDelete (answer);
  return said;
}

/* Whether the job was completed before the deadline; anything else has ended or to be cancelled. */
static gboolean
wait_until_completed (Way *way)
{
  gint64 pause = ASK_FIRST_MS;

  while (g_get_monotonic_time () < way->deadline) {
    ipp_jstate_t state = ask_state (way);

    if (state >= IPP_JSTATE_CANCELED)
      return state == IPP_JSTATE_COMPLETED;
    g_usleep (pause * 1000);
    pause = MIN (pause * 2, ASK_SELDOM_MS);
  }
  return FALSE;
}

/* So that no badge comes out for a visitor who is long inside. */
static void
cancel (Way *way)
{
  way->deadline = after (CANCEL_MS);
  ippDelete (ask (way, IPP_OP_CANCEL_JOB));
}

gboolean
foyer_printer_ipp_print (const char *printer,
                         const char *job,
                         GBytes *pdf,
                         gint64 timeout,
                         GError **error)
{
  Way way = { .deadline = after (timeout) };
  gboolean done = FALSE;

  if (!open_way (&way, printer))
    fail (FOYER_PRINTER_ERROR_UNREACHABLE, error);
  else if (!cupsCheckDestSupported (way.http,
                                    way.dest,
                                    way.info,
                                    "document-format",
                                    CUPS_FORMAT_PDF))
    g_set_error_literal (error,
                         FOYER_PRINTER_ERROR,
                         FOYER_PRINTER_ERROR_REFUSED,
                         C_ ("badge",
                             "The printer does not take PDF. Make a CUPS queue for it, and name"
                             " that one in the settings."));
  else if (!submit (&way, job, pdf))
    fail (FOYER_PRINTER_ERROR_REFUSED, error);
  else if (wait_until_completed (&way))
    done = TRUE;
  else
    fail (FOYER_PRINTER_ERROR_NOT_COMPLETED, error);

  if (!done && way.job > 0)
    cancel (&way);
  close_way (&way);
  return done;
}
