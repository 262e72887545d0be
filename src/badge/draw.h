/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerBadgeTexts:
 *
 * What stands on a badge, place by place. Personal.
 */
typedef struct {
  char *organisation;
  char *title; /* "VISITOR" */
  char *given;
  char *rest;     /* (nullable): of the name */
  char *company;  /* (nullable) */
  char *visiting; /* (nullable): the word above the host */
  char *host;     /* (nullable) */
  char *valid;    /* "Valid Mon 23 Nov 2026" */
  char *leaving;  /* "Leaving? Scan this code at the kiosk." */
  char *qr;       /* what the QR holds */
} FoyerBadgeTexts;

/**
 * foyer_draw_badge:
 * @cairo: Where to draw; one unit is one mm, the origin is the upper left corner of the label
 * @texts: What stands on it
 *
 * Draws a label of 100 x 62 mm in opaque black and white.
 */
void foyer_draw_badge (cairo_t *cairo, const FoyerBadgeTexts *texts);

G_END_DECLS
