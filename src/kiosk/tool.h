/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_TOOL (foyer_tool_get_type ())
G_DECLARE_FINAL_TYPE (FoyerTool, foyer_tool, FOYER, TOOL, GtkButton)

/**
 * foyer_tool_set_words:
 * @self: A tool
 * @words: What it says
 *
 * The property "words" in a template, beside "icon-name".
 */
void foyer_tool_set_words (FoyerTool *self, const char *words);

/** foyer_tool_set_bare: @bare: Whether the word stands alone, where the icon's room is needed */
void foyer_tool_set_bare (FoyerTool *self, gboolean bare);

G_END_DECLS
