/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** foyer_visit_order_on_site: For g_ptr_array_sort(): who leaves and whose badge waits first, then
 * the latest arrival */
int foyer_visit_order_on_site (gconstpointer a, gconstpointer b);

/** foyer_visit_order_left: For g_ptr_array_sort(): who left last first */
int foyer_visit_order_left (gconstpointer a, gconstpointer b);

G_END_DECLS
