/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_LAYER_PAGE (foyer_layer_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (FoyerLayerPage, foyer_layer_page, FOYER, LAYER_PAGE, FoyerKioskPage)

/**
 * FoyerLayerWords:
 * @heading: What the page is about
 * @under: (nullable): What it is, in other words
 * @primary: What brings the visitor back
 * @further: (nullable): What brings to the whole notice; %NULL where this is it
 * @has_held: Whether “What do you hold about me?” is asked here
 */
typedef struct {
  const char *heading;
  const char *under;
  const char *primary;
  const char *further;
  gboolean has_held;
} FoyerLayerWords;

/**
 * FoyerLayerPageClass:
 * @has_section: Whether the page shows this section
 *
 * A layer of the privacy notice: sections as they stand in it, all open.
 */
struct _FoyerLayerPageClass {
  FoyerKioskPageClass parent_class;

  gboolean (*has_section) (const FoyerNoticeSection *section);
};

/** foyer_layer_page_set_words: For a class's init() */
void foyer_layer_page_set_words (FoyerLayerPage *self, const FoyerLayerWords *words);

/** foyer_layer_page_has_excerpt: Returns: Whether a section belongs to the excerpt: layer two */
gboolean foyer_layer_page_has_excerpt (const FoyerNoticeSection *section);

/** foyer_layer_page_has_all: Returns: %TRUE: layer three */
gboolean foyer_layer_page_has_all (const FoyerNoticeSection *section);

G_END_DECLS
