/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-visit-order"

#include "desk/visit-order.h"

#include "desk/visit-rows.h"

/* Who leaves stands at the kiosk; who waits for a badge sits beside it. */
static int
urgency_of (FoyerVisit *visit)
{
  FoyerVisitNote notes = foyer_visit_get_notes (visit);

  return (notes & FOYER_VISIT_LEAVING ? 2 : 0) + (notes & FOYER_VISIT_BADGE_WAITING ? 1 : 0);
}

static int
compare (FoyerVisit *one, FoyerVisit *other, gint64 at, gint64 other_at)
{
  if (at != other_at)
    return at < other_at ? 1 : -1;
  return g_bytes_compare (foyer_visit_get_id (one), foyer_visit_get_id (other));
}

int
foyer_visit_order_on_site (gconstpointer a, gconstpointer b)
{
  FoyerVisit *one = *(FoyerVisit *const *) a;
  FoyerVisit *other = *(FoyerVisit *const *) b;
  int more_urgent = urgency_of (other) - urgency_of (one);

  return more_urgent != 0 ? more_urgent
                          : compare (one,
                                     other,
                                     foyer_visit_get_arrived_at (one),
                                     foyer_visit_get_arrived_at (other));
}

int
foyer_visit_order_left (gconstpointer a, gconstpointer b)
{
  FoyerVisit *one = *(FoyerVisit *const *) a;
  FoyerVisit *other = *(FoyerVisit *const *) b;

  return compare (one, other, foyer_visit_event_time (one), foyer_visit_event_time (other));
}
