/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * foyer_terminal_ask:
 * @question: What is asked
 * @secret: Whether the answer is not to be seen
 *
 * Asks on the terminal that controls this process, whatever standard input and output are.
 *
 * Returns: (transfer full) (nullable): The line that was typed, without its end; %NULL where there
 *   is no terminal, or it was closed
 */
char *foyer_terminal_ask (const char *question, gboolean secret);

G_END_DECLS
