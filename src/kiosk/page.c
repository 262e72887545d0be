/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-kiosk-page"

#include "kiosk/page.h"

typedef struct {
  const FoyerKioskContext *context;
  FoyerVisitorField *field;
  gboolean complete;
} FoyerKioskPagePrivate;

/**
 * FoyerKioskPage:
 *
 * One screen of the kiosk.
 */
G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FoyerKioskPage, foyer_kiosk_page, GTK_TYPE_BOX)

enum {
  PROP_COMPLETE = 1,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

enum {
  ANSWERED,
  GO_TO,
  LANGUAGE_WISHED,
  DISPLAY_WISHED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static FoyerKioskPagePrivate *
private_of (FoyerKioskPage *self)
{
  return foyer_kiosk_page_get_instance_private (self);
}

static void
foyer_kiosk_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_COMPLETE)
    g_value_set_boolean (value, foyer_kiosk_page_get_complete (FOYER_KIOSK_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
foyer_kiosk_page_class_init (FoyerKioskPageClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = foyer_kiosk_page_get_property;

  props[PROP_COMPLETE] = g_param_spec_boolean ("complete",
                                               NULL,
                                               NULL,
                                               FALSE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);

  signals[ANSWERED] = g_signal_new ("answered",
                                    FOYER_TYPE_KIOSK_PAGE,
                                    G_SIGNAL_RUN_LAST,
                                    0,
                                    NULL,
                                    NULL,
                                    NULL,
                                    G_TYPE_NONE,
                                    0);
  signals[GO_TO] = g_signal_new ("go-to",
                                 FOYER_TYPE_KIOSK_PAGE,
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 1,
                                 G_TYPE_STRING);
  signals[LANGUAGE_WISHED] = g_signal_new ("language-wished",
                                           FOYER_TYPE_KIOSK_PAGE,
                                           G_SIGNAL_RUN_LAST,
                                           0,
                                           NULL,
                                           NULL,
                                           NULL,
                                           G_TYPE_NONE,
                                           1,
                                           G_TYPE_STRING);
  signals[DISPLAY_WISHED] = g_signal_new ("display-wished",
                                          FOYER_TYPE_KIOSK_PAGE,
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          1,
                                          G_TYPE_STRING);
}

static void
foyer_kiosk_page_init (FoyerKioskPage *self)
{
}

void
foyer_kiosk_page_set_context (FoyerKioskPage *self, const FoyerKioskContext *context)
{
  g_return_if_fail (FOYER_IS_KIOSK_PAGE (self));

  private_of (self)->context = context;
}

const FoyerKioskContext *
foyer_kiosk_page_get_context (FoyerKioskPage *self)
{
  g_return_val_if_fail (FOYER_IS_KIOSK_PAGE (self), NULL);

  return private_of (self)->context;
}

void
foyer_kiosk_page_set_field (FoyerKioskPage *self, FoyerVisitorField *field)
{
  g_return_if_fail (FOYER_IS_KIOSK_PAGE (self));

  private_of (self)->field = field;
}

FoyerVisitorField *
foyer_kiosk_page_get_field (FoyerKioskPage *self)
{
  g_return_val_if_fail (FOYER_IS_KIOSK_PAGE (self), NULL);

  return private_of (self)->field;
}

FoyerVisit *
foyer_kiosk_page_get_visit (FoyerKioskPage *self)
{
  g_return_val_if_fail (FOYER_IS_KIOSK_PAGE (self), NULL);

  return private_of (self)->context->visit;
}

gboolean
foyer_kiosk_page_is_cramped (FoyerKioskPage *self)
{
  const FoyerKioskContext *context;

  g_return_val_if_fail (FOYER_IS_KIOSK_PAGE (self), FALSE);

  context = private_of (self)->context;
  return context->display != NULL && context->display->text >= 150;
}

void
foyer_kiosk_page_put_last (FoyerKioskPage *self, GtkWidget *hint)
{
  g_return_if_fail (FOYER_IS_KIOSK_PAGE (self));

  if (!private_of (self)->context->portrait && foyer_kiosk_page_is_cramped (self))
    gtk_box_reorder_child (GTK_BOX (gtk_widget_get_parent (hint)), hint, -1);
}

static void
set_expand (GtkWidget *child, gpointer picture)
{
  gtk_container_child_set (GTK_CONTAINER (gtk_widget_get_parent (child)),
                           child,
                           "expand",
                           child == picture,
                           NULL);
}

/* A tablet has no room for it over the largest text. */
static gboolean
has_room_above (FoyerKioskPage *self)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));

  return private_of (self)->context->portrait
         && !gtk_style_context_has_class (gtk_widget_get_style_context (window), "tablet");
}

void
foyer_kiosk_page_place_picture (FoyerKioskPage *self, GtkWidget *picture)
{
  const FoyerKioskContext *context;

  g_return_if_fail (FOYER_IS_KIOSK_PAGE (self));

  context = private_of (self)->context;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self),
                                  context->portrait ? GTK_ORIENTATION_VERTICAL
                                                    : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_reorder_child (GTK_BOX (self), picture, context->portrait ? 0 : 1);
  gtk_widget_set_visible (picture,
                          foyer_display_has_pictures (context->display, has_room_above (self)));
  /* Words that need more room than they were drawn with take it from the picture. */
  if (context->portrait && gtk_widget_get_visible (picture) && foyer_kiosk_page_is_cramped (self))
    gtk_container_foreach (GTK_CONTAINER (self), set_expand, picture);
}

void
foyer_kiosk_page_show_words (GtkLabel *label, const char *words)
{
  gtk_label_set_text (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
}

void
foyer_kiosk_page_set_complete (FoyerKioskPage *self, gboolean complete)
{
  g_return_if_fail (FOYER_IS_KIOSK_PAGE (self));

  if (private_of (self)->complete == complete)
    return;
  private_of (self)->complete = complete;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPLETE]);
}

gboolean
foyer_kiosk_page_get_complete (FoyerKioskPage *self)
{
  g_return_val_if_fail (FOYER_IS_KIOSK_PAGE (self), FALSE);

  return private_of (self)->complete;
}

void
foyer_kiosk_page_show (FoyerKioskPage *self)
{
  g_return_if_fail (FOYER_IS_KIOSK_PAGE (self));

  if (FOYER_KIOSK_PAGE_GET_CLASS (self)->show != NULL)
    FOYER_KIOSK_PAGE_GET_CLASS (self)->show (self);
}

gboolean
foyer_kiosk_page_apply (FoyerKioskPage *self, GError **error)
{
  g_return_val_if_fail (FOYER_IS_KIOSK_PAGE (self), FALSE);

  if (FOYER_KIOSK_PAGE_GET_CLASS (self)->apply == NULL)
    return TRUE;
  return FOYER_KIOSK_PAGE_GET_CLASS (self)->apply (self, error);
}

void
foyer_kiosk_page_complain (FoyerKioskPage *self, const char *sentence)
{
  g_return_if_fail (FOYER_IS_KIOSK_PAGE (self));

  if (FOYER_KIOSK_PAGE_GET_CLASS (self)->complain != NULL)
    FOYER_KIOSK_PAGE_GET_CLASS (self)->complain (self, sentence);
}

GtkEntry *
foyer_kiosk_page_get_text_entry (FoyerKioskPage *self)
{
  g_return_val_if_fail (FOYER_IS_KIOSK_PAGE (self), NULL);

  if (FOYER_KIOSK_PAGE_GET_CLASS (self)->text_entry == NULL)
    return NULL;
  return FOYER_KIOSK_PAGE_GET_CLASS (self)->text_entry (self);
}

void
foyer_kiosk_page_answer (FoyerKioskPage *self)
{
  g_return_if_fail (FOYER_IS_KIOSK_PAGE (self));

  g_signal_emit (self, signals[ANSWERED], 0);
}

void
foyer_kiosk_page_go_to (FoyerKioskPage *self, const char *page)
{
  g_return_if_fail (FOYER_IS_KIOSK_PAGE (self));

  g_signal_emit (self, signals[GO_TO], 0, page);
}

void
foyer_kiosk_page_wish_language (FoyerKioskPage *self, const char *language)
{
  g_return_if_fail (FOYER_IS_KIOSK_PAGE (self));

  g_signal_emit (self, signals[LANGUAGE_WISHED], 0, language);
}

void
foyer_kiosk_page_wish_display (FoyerKioskPage *self, const char *choice)
{
  g_return_if_fail (FOYER_IS_KIOSK_PAGE (self));

  g_signal_emit (self, signals[DISPLAY_WISHED], 0, choice);
}
