/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "notice/notice.h"

G_BEGIN_DECLS

#define FOYER_TYPE_SECTION_VIEW (foyer_section_view_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSectionView, foyer_section_view, FOYER, SECTION_VIEW, GtkBox)

/** foyer_section_view_new: Returns: (transfer floating): A section with its own number, title and
 * words, all open */
GtkWidget *foyer_section_view_new (const FoyerNoticeSection *section);

/** foyer_section_view_say_title: Returns: (transfer full): The section's own number and title */
char *foyer_section_view_say_title (const FoyerNoticeSection *section);

G_END_DECLS
