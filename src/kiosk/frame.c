/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-kiosk-frame"

#include "kiosk/frame.h"

#include "kiosk/body.h"
#include "kiosk/tool.h"
#include "kiosk/welcome-page.h"
#include "station/language.h"
#include "widgets/touch-keyboard.h"
#include "widgets/wrap-box.h"

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
  gboolean low;
};

G_DEFINE_FINAL_TYPE (FoyerKioskFrame, foyer_kiosk_frame, GTK_TYPE_BOX)

enum {
  BACK,
  ANSWERED,
  GO_TO,
  LANGUAGE_WISHED,
  DISPLAY_WISHED,
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
on_display_wished (FoyerKioskFrame *self, const char *choice)
{
  g_signal_emit (self, signals[DISPLAY_WISHED], 0, choice);
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
  g_type_ensure (FOYER_TYPE_WRAP_BOX);
  signals[BACK] = signal_new ("back", FALSE);
  signals[ANSWERED] = signal_new ("answered", FALSE);
  signals[GO_TO] = signal_new ("go-to", TRUE);
  signals[LANGUAGE_WISHED] = signal_new ("language-wished", TRUE);
  signals[DISPLAY_WISHED] = signal_new ("display-wished", TRUE);

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

/* The largest text leaves no room for icons in one row. */
static void
make_bare (FoyerKioskFrame *self)
{
  FoyerTool *tools[] = { self->back, self->languages, self->display, self->call };

  for (gsize i = 0; i < G_N_ELEMENTS (tools); i++)
    foyer_tool_set_bare (tools[i], TRUE);
}

GtkWidget *
foyer_kiosk_frame_new (const FoyerKioskContext *context)
{
  FoyerKioskFrame *self = g_object_new (FOYER_TYPE_KIOSK_FRAME, NULL);

  foyer_tool_set_words (self->languages, foyer_language_get_own_name (context->language));
  foyer_touch_keyboard_set_language (self->keyboard, context->language);
  self->low = context->display != NULL && context->display->is_low;
  if (context->portrait || self->low)
    gtk_box_reorder_child (GTK_BOX (self), self->header, 1);
  if (!context->portrait && context->display != NULL && context->display->text >= 200)
    make_bare (self);
  return GTK_WIDGET (self);
}

FoyerKioskPage *
foyer_kiosk_frame_find (FoyerKioskFrame *self, const char *name)
{
  GtkWidget *body;

  g_return_val_if_fail (FOYER_IS_KIOSK_FRAME (self), NULL);

  body = gtk_stack_get_child_by_name (self->stack, name);
  return body == NULL ? NULL : FOYER_KIOSK_PAGE (foyer_body_get_child (FOYER_BODY (body)));
}

GtkEntry *
foyer_kiosk_frame_find_entry (FoyerKioskFrame *self, const char *name)
{
  FoyerKioskPage *page = foyer_kiosk_frame_find (self, name);

  return page == NULL ? NULL : foyer_kiosk_page_get_text_entry (page);
}

static void
find_scroller (GtkWidget *widget, gpointer found)
{
  if (GTK_IS_SCROLLED_WINDOW (widget))
    *(gboolean *) found = TRUE;
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), find_scroller, found);
}

/* Such a page takes all the height that there is. */
static gboolean
has_scroller (GtkWidget *page)
{
  gboolean found = FALSE;

  find_scroller (page, &found);
  return found;
}

void
foyer_kiosk_frame_add (FoyerKioskFrame *self, FoyerKioskPage *page, const char *name)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (page));
  GtkWidget *body;
  gboolean lowers;

  g_return_if_fail (FOYER_IS_KIOSK_FRAME (self));
  g_return_if_fail (FOYER_IS_KIOSK_PAGE (page));

  lowers = self->low && gtk_style_context_has_class (style, "page"); /* the others have a picture */
  if (lowers && !has_scroller (GTK_WIDGET (page)))
    gtk_widget_set_valign (GTK_WIDGET (page), GTK_ALIGN_END);
  body = foyer_body_new (GTK_WIDGET (page), lowers);
  gtk_stack_add_named (self->stack, body, name);
  gtk_widget_show (GTK_WIDGET (page));
  gtk_widget_show (body);
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
  g_signal_connect_object (page,
                           "display-wished",
                           G_CALLBACK (on_display_wished),
                           self,
                           G_CONNECT_SWAPPED);
}

/* Where a page stands in the stack. */
static GtkWidget *
body_of (FoyerKioskPage *page)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (page), FOYER_TYPE_BODY);
}

/* What a button says goes on in another line where there is no room. */
static void
wrap_labels (GtkWidget *widget, gpointer unused)
{
  GtkWidget *child = GTK_IS_BUTTON (widget) ? gtk_bin_get_child (GTK_BIN (widget)) : NULL;

  if (GTK_IS_LABEL (child) && !gtk_label_get_line_wrap (GTK_LABEL (child))) {
    gtk_label_set_line_wrap (GTK_LABEL (child), TRUE);
    gtk_label_set_justify (GTK_LABEL (child), GTK_JUSTIFY_CENTER);
    gtk_label_set_max_width_chars (
        GTK_LABEL (child),
        (int) g_utf8_strlen (gtk_label_get_text (GTK_LABEL (child)), -1));
  } else if (GTK_IS_CONTAINER (widget))
    gtk_container_foreach (GTK_CONTAINER (widget), wrap_labels, NULL);
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
  wrap_labels (GTK_WIDGET (page), NULL);
  foyer_touch_keyboard_set_target (self->keyboard, entry);
  foyer_touch_keyboard_set_complete (self->keyboard, foyer_kiosk_page_get_complete (page));
  gtk_widget_set_visible (GTK_WIDGET (self->keyboard), entry != NULL);
  gtk_stack_set_transition_type (self->stack, slide);
  gtk_stack_set_visible_child (self->stack, body_of (page));
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

void
foyer_kiosk_frame_press (FoyerKioskFrame *self, guint keyval)
{
  FoyerTool *tools[] = { self->call, self->languages, self->display };

  g_return_if_fail (FOYER_IS_KIOSK_FRAME (self));
  g_return_if_fail (keyval >= GDK_KEY_F1);

  if (keyval - GDK_KEY_F1 >= G_N_ELEMENTS (tools))
    return;
  /* The welcome page has no header, but offers the same. */
  if ((gtk_widget_get_visible (self->header) || FOYER_IS_WELCOME_PAGE (self->page))
      && gtk_widget_get_visible (GTK_WIDGET (tools[keyval - GDK_KEY_F1]))
      && gtk_widget_get_sensitive (self->header))
    gtk_button_clicked (GTK_BUTTON (tools[keyval - GDK_KEY_F1]));
}
