/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-kiosk-frame"

#include "kiosk/frame.h"

#include "kiosk/tool.h"
#include "station/language.h"
#include "widgets/touch-keyboard.h"

/**
 * FoyerKioskFrame:
 *
 * What stands around every page of the kiosk.
 */
struct _FoyerKioskFrame {
  GtkBox parent;

  GtkWidget *header;
  FoyerTool *back;
  GtkLabel *step;
  FoyerTool *languages;
  FoyerTool *display;
  FoyerTool *call;
  GtkStack *stack;
  FoyerTouchKeyboard *keyboard;
  FoyerKioskPage *page; /* the one in front; borrowed */
};

G_DEFINE_FINAL_TYPE (FoyerKioskFrame, foyer_kiosk_frame, GTK_TYPE_BOX)

enum {
  BACK,
  ANSWERED,
  GO_TO,
  LANGUAGE_WISHED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
on_back (FoyerKioskFrame *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
on_languages (FoyerKioskFrame *self)
{
  g_signal_emit (self, signals[GO_TO], 0, "language");
}

static void
on_display (FoyerKioskFrame *self)
{
  g_signal_emit (self, signals[GO_TO], 0, "display");
}

static void
on_call (FoyerKioskFrame *self)
{
  g_signal_emit (self, signals[GO_TO], 0, "called");
}

static void
on_answered (FoyerKioskFrame *self)
{
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
on_go_to (FoyerKioskFrame *self, const char *page)
{
  g_signal_emit (self, signals[GO_TO], 0, page);
}

static void
on_language_wished (FoyerKioskFrame *self, const char *language)
{
  g_signal_emit (self, signals[LANGUAGE_WISHED], 0, language);
}

static void
on_complete (FoyerKioskFrame *self, GParamSpec *spec, FoyerKioskPage *page)
{
  if (page == self->page)
    foyer_touch_keyboard_set_complete (self->keyboard, foyer_kiosk_page_get_complete (page));
}

static guint
signal_new (const char *name, gboolean with_text)
{
  return g_signal_new (name,
                       FOYER_TYPE_KIOSK_FRAME,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       with_text ? 1 : 0,
                       G_TYPE_STRING);
}

static void
foyer_kiosk_frame_class_init (FoyerKioskFrameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (FOYER_TYPE_TOOL);
  g_type_ensure (FOYER_TYPE_TOUCH_KEYBOARD);
  signals[BACK] = signal_new ("back", FALSE);
  signals[ANSWERED] = signal_new ("answered", FALSE);
  signals[GO_TO] = signal_new ("go-to", TRUE);
  signals[LANGUAGE_WISHED] = signal_new ("language-wished", TRUE);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/frame.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerKioskFrame, header);
  gtk_widget_class_bind_template_child (widget_class, FoyerKioskFrame, back);
  gtk_widget_class_bind_template_child (widget_class, FoyerKioskFrame, step);
  gtk_widget_class_bind_template_child (widget_class, FoyerKioskFrame, languages);
  gtk_widget_class_bind_template_child (widget_class, FoyerKioskFrame, display);
  gtk_widget_class_bind_template_child (widget_class, FoyerKioskFrame, call);
  gtk_widget_class_bind_template_child (widget_class, FoyerKioskFrame, stack);
  gtk_widget_class_bind_template_child (widget_class, FoyerKioskFrame, keyboard);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_languages);
  gtk_widget_class_bind_template_callback (widget_class, on_display);
  gtk_widget_class_bind_template_callback (widget_class, on_call);
  gtk_widget_class_bind_template_callback (widget_class, on_answered);
  gtk_widget_class_set_css_name (widget_class, "foyer-kiosk-frame");
}

static void
foyer_kiosk_frame_init (FoyerKioskFrame *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
foyer_kiosk_frame_new (const char *language, gboolean portrait)
{
  FoyerKioskFrame *self = g_object_new (FOYER_TYPE_KIOSK_FRAME, NULL);

  foyer_tool_set_words (self->languages, foyer_language_get_own_name (language));
  foyer_touch_keyboard_set_language (self->keyboard, language);
  if (portrait)
    gtk_box_reorder_child (GTK_BOX (self), self->header, 1);
  return GTK_WIDGET (self);
}

FoyerKioskPage *
foyer_kiosk_frame_find (FoyerKioskFrame *self, const char *name)
{
  GtkWidget *page;

  g_return_val_if_fail (FOYER_IS_KIOSK_FRAME (self), NULL);

  page = gtk_stack_get_child_by_name (self->stack, name);
  return page == NULL ? NULL : FOYER_KIOSK_PAGE (page);
}

GtkEntry *
foyer_kiosk_frame_find_entry (FoyerKioskFrame *self, const char *name)
{
  FoyerKioskPage *page = foyer_kiosk_frame_find (self, name);

  return page == NULL ? NULL : foyer_kiosk_page_get_text_entry (page);
}

void
foyer_kiosk_frame_add (FoyerKioskFrame *self, FoyerKioskPage *page, const char *name)
{
  g_return_if_fail (FOYER_IS_KIOSK_FRAME (self));
  g_return_if_fail (FOYER_IS_KIOSK_PAGE (page));

  gtk_stack_add_named (self->stack, GTK_WIDGET (page), name);
  gtk_widget_show (GTK_WIDGET (page));
  g_signal_connect_object (page,
                           "notify::complete",
                           G_CALLBACK (on_complete),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "go-to", G_CALLBACK (on_go_to), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page,
                           "language-wished",
                           G_CALLBACK (on_language_wished),
                           self,
                           G_CONNECT_SWAPPED);
}

void
foyer_kiosk_frame_turn_to (FoyerKioskFrame *self, FoyerKioskPage *page, FoyerKioskTurn turn)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkEntry *entry = foyer_kiosk_page_get_text_entry (page);
  GtkStackTransitionType slide = GTK_STACK_TRANSITION_TYPE_NONE;

  g_return_if_fail (FOYER_IS_KIOSK_FRAME (self));

  if (self->page != NULL && turn != FOYER_KIOSK_TURN_AT_ONCE)
    slide = (turn == FOYER_KIOSK_TURN_BACKWARDS) == rtl ? GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT
                                                        : GTK_STACK_TRANSITION_TYPE_SLIDE_RIGHT;
  self->page = page;
  foyer_touch_keyboard_set_target (self->keyboard, entry);
  foyer_touch_keyboard_set_complete (self->keyboard, foyer_kiosk_page_get_complete (page));
  gtk_widget_set_visible (GTK_WIDGET (self->keyboard), entry != NULL);
  gtk_stack_set_transition_type (self->stack, slide);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (page));
}

void
foyer_kiosk_frame_set_header (FoyerKioskFrame *self, FoyerKioskHeader header, const char *step)
{
  g_return_if_fail (FOYER_IS_KIOSK_FRAME (self));

  gtk_widget_set_visible (self->header, (header & FOYER_KIOSK_HEADER) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->back), (header & FOYER_KIOSK_HEADER_BACK) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->languages),
                          (header & FOYER_KIOSK_HEADER_LANGUAGE) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->display), (header & FOYER_KIOSK_HEADER_DISPLAY) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->call), (header & FOYER_KIOSK_HEADER_CALL) != 0);
  gtk_label_set_text (self->step, step == NULL ? "" : step);
}

void
foyer_kiosk_frame_set_busy (FoyerKioskFrame *self, gboolean busy)
{
  g_return_if_fail (FOYER_IS_KIOSK_FRAME (self));

  gtk_widget_set_sensitive (self->header, !busy);
}
