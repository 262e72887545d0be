/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-selections"

#include "kiosk/selections.h"

/* How long what was selected can be pasted after the last touch. */
#define KEPT (30 * FOYER_SECOND)

/**
 * FoyerSelections:
 *
 * What could be pasted, which one visitor must not leave to the next.
 */
struct _FoyerSelections {
  GObject parent;

  FoyerClock *clock;
  guint timeout;
};

G_DEFINE_FINAL_TYPE (FoyerSelections, foyer_selections, G_TYPE_OBJECT)

static gboolean
on_left_alone (gpointer data)
{
  FoyerSelections *self = data;

  self->timeout = 0;
  foyer_selections_clear (self);
  return G_SOURCE_REMOVE;
}

static void
foyer_selections_dispose (GObject *object)
{
  FoyerSelections *self = FOYER_SELECTIONS (object);

  if (self->clock != NULL)
    foyer_clock_cancel (self->clock, self->timeout);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (foyer_selections_parent_class)->dispose (object);
}

static void
foyer_selections_class_init (FoyerSelectionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_selections_dispose;
}

static void
foyer_selections_init (FoyerSelections *self)
{
}

FoyerSelections *
foyer_selections_new (FoyerClock *clock)
{
  FoyerSelections *self = g_object_new (FOYER_TYPE_SELECTIONS, NULL);

  self->clock = g_object_ref (clock);
  return self;
}

void
foyer_selections_touch (FoyerSelections *self)
{
  g_return_if_fail (FOYER_IS_SELECTIONS (self));

  foyer_clock_cancel (self->clock, self->timeout);
  self->timeout = foyer_clock_after (self->clock, KEPT, on_left_alone, self);
}

void
foyer_selections_clear (FoyerSelections *self)
{
  const GdkAtom selections[] = { GDK_SELECTION_CLIPBOARD, GDK_SELECTION_PRIMARY };

  g_return_if_fail (FOYER_IS_SELECTIONS (self));

  for (gsize i = 0; i < G_N_ELEMENTS (selections); i++)
    if (gdk_selection_owner_get (selections[i]) != NULL)
      gtk_clipboard_clear (gtk_clipboard_get (selections[i]));
}
