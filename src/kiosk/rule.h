/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_RULE (foyer_rule_get_type ())
G_DECLARE_FINAL_TYPE (FoyerRule, foyer_rule, FOYER, RULE, GtkBox)

/**
 * foyer_rule_new:
 * @icon: (nullable): A symbolic icon's name; %NULL for the check mark
 * @words: What it says, shown as it is
 *
 * Returns: (transfer floating): A rule
 */
GtkWidget *foyer_rule_new (const char *icon, const char *words);

G_END_DECLS
