/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-unguarded"

/*
 * A guard that lets everything pass, linked in place of the kiosk's own: where the ways out are
 * open, the tests that find none have to find them.
 */

#include "kiosk/guard.h"

struct _FoyerGuard {
  GObject parent;
};

G_DEFINE_FINAL_TYPE (FoyerGuard, foyer_guard, G_TYPE_OBJECT)

static void
signal_new (const char *name, guint n_args, GType arg)
{
  g_signal_new (name,
                FOYER_TYPE_GUARD,
                G_SIGNAL_RUN_LAST,
                0,
                NULL,
                NULL,
                NULL,
                G_TYPE_NONE,
                n_args,
                arg);
}

static void
foyer_guard_class_init (FoyerGuardClass *klass)
{
  signal_new ("touched", 0, G_TYPE_NONE);
  signal_new ("pressed", 0, G_TYPE_NONE);
  signal_new ("service-key", 1, G_TYPE_BOOLEAN);
  signal_new ("control-key", 1, G_TYPE_UINT);
}

static void
foyer_guard_init (FoyerGuard *self)
{
}

FoyerGuard *
foyer_guard_new (void)
{
  return g_object_new (FOYER_TYPE_GUARD, NULL);
}

void
foyer_guard_page_changed (FoyerGuard *self)
{
}
