/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "badge/badge.h"

/* What came out of the printer, read with other programs than the one that made it. */
typedef struct {
  int pages;
  double width_mm;
  double height_mm;
  char *about; /* all that pdfinfo says */
  char *qr;    /* what zbarimg reads; "" for nothing */
} ReadBack;

/** Reads a PDF at @dpi. */
ReadBack *read_back (const char *path, int dpi);

void read_back_free (ReadBack *back);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadBack, read_back_free)

/** A visitor to the demo's site, who arrived on 23 November 2026. */
FoyerVisit *
read_back_visit (const char *name, const char *company, const char *host, const char *type);

/** The settings of the demo. */
FoyerSettings *read_back_settings (void);

/** The badge of a visit, as the printer gets it. */
GBytes *read_back_pdf (FoyerVisit *visit, FoyerSettings *settings);

/** Runs a program, and returns what it said; it has to succeed, but for @may_fail. */
char *read_back_run (const char *const *argv, gboolean may_fail);
