/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-actor"

#include "visit/actor.h"

/**
 * FoyerActor:
 *
 * Who does a deed.
 */
struct _FoyerActor {
  GObject parent;

  FoyerRole roles;
  GBytes *staff;
  char *name;
  char *station;
};

G_DEFINE_FINAL_TYPE (FoyerActor, foyer_actor, G_TYPE_OBJECT)

static void
foyer_actor_finalize (GObject *object)
{
  FoyerActor *self = FOYER_ACTOR (object);

  g_clear_pointer (&self->staff, g_bytes_unref);
  g_free (self->name);
  g_free (self->station);

  G_OBJECT_CLASS (foyer_actor_parent_class)->finalize (object);
}

static void
foyer_actor_class_init (FoyerActorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_actor_finalize;
}

static void
foyer_actor_init (FoyerActor *self)
{
}

FoyerActor *
foyer_actor_new (FoyerRole roles, const char *station)
{
  FoyerActor *self = g_object_new (FOYER_TYPE_ACTOR, NULL);

  self->roles = roles;
  self->station = g_strdup (station);
  return self;
}

FoyerActor *
foyer_actor_new_staff (GBytes *id, const char *name, FoyerRole roles, const char *station)
{
  FoyerActor *self = foyer_actor_new (roles & FOYER_ROLES_OF_STAFF, station);

  self->staff = g_bytes_ref (id);
  self->name = g_strdup (name);
  return self;
}

FoyerRole
foyer_actor_get_roles (FoyerActor *self)
{
  g_return_val_if_fail (FOYER_IS_ACTOR (self), 0);

  return self->roles;
}

GBytes *
foyer_actor_get_staff (FoyerActor *self)
{
  g_return_val_if_fail (FOYER_IS_ACTOR (self), NULL);

  return self->staff;
}

const char *
foyer_actor_get_name (FoyerActor *self)
{
  g_return_val_if_fail (FOYER_IS_ACTOR (self), NULL);

  return self->name;
}

const char *
foyer_actor_get_station (FoyerActor *self)
{
  g_return_val_if_fail (FOYER_IS_ACTOR (self), NULL);

  return self->station;
}
