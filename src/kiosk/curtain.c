/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-curtain"

#include "kiosk/curtain.h"

#include <glib/gi18n-lib.h>

#include "kiosk/guard.h"
#include "kiosk/monitor.h"
#include "station/language.h"
#include "widgets/arches.h"

/**
 * FoyerCurtain:
 *
 * What is seen where there is no kiosk.
 */
struct _FoyerCurtain {
  GtkWindow parent;

  GtkStack *stack;
  GtkWidget *black;
  GtkWidget *words;
  GtkWidget *picture;
  GtkLabel *own;    /* in the station's own language */
  GtkLabel *others; /* a line for each of its further ones */

  FoyerGuard *guard;
};

G_DEFINE_FINAL_TYPE (FoyerCurtain, foyer_curtain, GTK_TYPE_WINDOW)

/* Below whatever else is there, however late it comes. */
static void
foyer_curtain_realize (GtkWidget *widget)
{
  g_autoptr (GdkCursor) none = NULL;

  GTK_WIDGET_CLASS (foyer_curtain_parent_class)->realize (widget);
  none = gdk_cursor_new_for_display (gtk_widget_get_display (widget), GDK_BLANK_CURSOR);
  gdk_window_set_cursor (gtk_widget_get_window (widget), none);
  gdk_window_lower (gtk_widget_get_window (widget));
}

static gboolean
foyer_curtain_delete (GtkWidget *widget, GdkEventAny *event)
{
  return TRUE; /* it stays */
}

static gboolean
foyer_curtain_enable_debugging (GtkWindow *window, gboolean toggle)
{
  return FALSE;
}

static void
foyer_curtain_dispose (GObject *object)
{
  g_clear_object (&FOYER_CURTAIN (object)->guard);

  G_OBJECT_CLASS (foyer_curtain_parent_class)->dispose (object);
}

static void
foyer_curtain_class_init (FoyerCurtainClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_curtain_dispose;
  GTK_WINDOW_CLASS (klass)->enable_debugging = foyer_curtain_enable_debugging;
  widget_class->realize = foyer_curtain_realize;
  widget_class->delete_event = foyer_curtain_delete;

  g_type_ensure (FOYER_TYPE_ARCHES);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/curtain.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerCurtain, stack);
  gtk_widget_class_bind_template_child (widget_class, FoyerCurtain, black);
  gtk_widget_class_bind_template_child (widget_class, FoyerCurtain, words);
  gtk_widget_class_bind_template_child (widget_class, FoyerCurtain, picture);
  gtk_widget_class_bind_template_child (widget_class, FoyerCurtain, own);
  gtk_widget_class_bind_template_child (widget_class, FoyerCurtain, others);
  gtk_widget_class_set_css_name (widget_class, "foyer-curtain");
}

static void
foyer_curtain_init (FoyerCurtain *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->guard = foyer_guard_new ();
  gtk_window_set_keep_below (GTK_WINDOW (self), TRUE);
}

static void
set_words (FoyerCurtain *self, const char *const *languages)
{
  g_autoptr (GString) others = g_string_new (NULL);

  for (gsize i = 0; languages[i] != NULL; i++) {
    const char *sentence;

    foyer_language_use (languages[i]);
    sentence = C_ ("kiosk", "Please go to reception.");
    if (i == 0)
      gtk_label_set_text (self->own, sentence);
    else
      g_string_append_printf (others, "%s%s", i > 1 ? "\n" : "", sentence);
  }
  gtk_label_set_text (self->others, others->str);
}

GtkWidget *
foyer_curtain_new (const char *const *languages, const char *monitor, int width, int height)
{
  FoyerCurtain *self = g_object_new (FOYER_TYPE_CURTAIN, NULL);

  set_words (self, languages);
  if (foyer_monitor_fill (GTK_WINDOW (self), monitor, 1.0, width, height)) {
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self->words), GTK_ORIENTATION_VERTICAL);
    gtk_box_reorder_child (GTK_BOX (self->words), self->picture, 0);
  }
  return GTK_WIDGET (self);
}

void
foyer_curtain_speak (FoyerCurtain *self, gboolean speaks)
{
  g_return_if_fail (FOYER_IS_CURTAIN (self));

  gtk_stack_set_visible_child (self->stack, speaks ? self->words : self->black);
}
