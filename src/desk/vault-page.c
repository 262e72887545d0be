/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-vault-page"

#include "desk/vault-page.h"

#include "privacy/vault.h"

#define AGAIN (5 * FOYER_SECOND)

/* A swap may be late for a moment; then something is in its way. */
#define LATE (5 * FOYER_MINUTE)

/**
 * FoyerVaultPage:
 *
 * Says that the store's key is missing, and looks until it is back.
 */
struct _FoyerVaultPage {
  GtkBox parent;

  FoyerStore *store;
  FoyerClock *clock;
  FoyerActor *program;
  GCancellable *cancel;
  gboolean looking;
  guint timeout;
};

G_DEFINE_FINAL_TYPE (FoyerVaultPage, foyer_vault_page, GTK_TYPE_BOX)

enum {
  FOUND,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
on_looked (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autofree FoyerVaultShown *shown = foyer_store_do_finish (result, &err);
  FoyerVaultPage *self = data;

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* self is gone */
  self->looking = FALSE;
  g_signal_emit (self,
                 signals[FOUND],
                 0,
                 g_error_matches (err, FOYER_DB_ERROR, FOYER_DB_ERROR_KEYS),
                 shown != NULL && shown->owed_since != 0
                     && MAX (shown->owed_by, shown->owed_since) + LATE
                            < foyer_clock_now (self->clock));
}

static gboolean
look (gpointer data)
{
  FoyerVaultPage *self = data;

  if (self->looking)
    return G_SOURCE_CONTINUE;
  self->looking = TRUE;
  foyer_store_do (self->store,
                  self->program,
                  &foyer_privacy_show_vault,
                  g_new0 (FoyerVaultShown, 1),
                  g_free,
                  self->cancel,
                  on_looked,
                  self);
  return G_SOURCE_CONTINUE;
}

void
foyer_vault_page_start (FoyerVaultPage *self,
                        FoyerStore *store,
                        FoyerClock *clock,
                        const char *station)
{
  g_return_if_fail (FOYER_IS_VAULT_PAGE (self));
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->program = foyer_actor_new (FOYER_ROLE_PROGRAM, station);
  self->timeout = foyer_clock_after (clock, AGAIN, look, self);
  look (self);
}

static void
foyer_vault_page_dispose (GObject *object)
{
  FoyerVaultPage *self = FOYER_VAULT_PAGE (object);

  g_cancellable_cancel (self->cancel);
  if (self->clock != NULL)
    foyer_clock_cancel (self->clock, self->timeout);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->program);

  G_OBJECT_CLASS (foyer_vault_page_parent_class)->dispose (object);
}

static void
foyer_vault_page_finalize (GObject *object)
{
  g_clear_object (&FOYER_VAULT_PAGE (object)->cancel);

  G_OBJECT_CLASS (foyer_vault_page_parent_class)->finalize (object);
}

static void
foyer_vault_page_class_init (FoyerVaultPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_vault_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_vault_page_finalize;

  signals[FOUND] = g_signal_new ("found",
                                 FOYER_TYPE_VAULT_PAGE,
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 2,
                                 G_TYPE_BOOLEAN,
                                 G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/desk/vault-page.ui");
  gtk_widget_class_set_css_name (widget_class, "foyer-vault-page");
}

static void
foyer_vault_page_init (FoyerVaultPage *self)
{
  self->cancel = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
