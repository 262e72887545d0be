/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-answer-row"

#include "kiosk/answer-row.h"

/**
 * FoyerAnswerRow:
 *
 * One answer on the check page, with the way to change it.
 */
struct _FoyerAnswerRow {
  GtkBox parent;

  GtkOrientable *words;
  GtkLabel *question;
  GtkLabel *answer;
  GtkWidget *change;
  char *page;
};

G_DEFINE_FINAL_TYPE (FoyerAnswerRow, foyer_answer_row, GTK_TYPE_BOX)

enum {
  PROP_QUESTION = 1,
  PROP_PAGE,
  PROP_CHANGE,
  PROP_DEED,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

enum {
  CHANGE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
on_change (FoyerAnswerRow *self)
{
  g_signal_emit (self, signals[CHANGE], 0, self->page);
}

static void
foyer_answer_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  FoyerAnswerRow *self = FOYER_ANSWER_ROW (object);
  const char *text = g_value_get_string (value);

  switch (id) {
  case PROP_QUESTION:
    gtk_label_set_text (self->question, text);
    break;
  case PROP_PAGE:
    g_free (self->page);
    self->page = g_strdup (text);
    gtk_widget_set_visible (self->change, text != NULL);
    if (text == NULL)
      gtk_style_context_add_class (gtk_widget_get_style_context (GTK_WIDGET (self)), "plain");
    break;
  case PROP_CHANGE:
    if (text != NULL)
      atk_object_set_name (gtk_widget_get_accessible (self->change), text);
    break;
  case PROP_DEED:
    if (text != NULL)
      gtk_button_set_label (GTK_BUTTON (self->change), text);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
}

static void
foyer_answer_row_finalize (GObject *object)
{
  g_free (FOYER_ANSWER_ROW (object)->page);

  G_OBJECT_CLASS (foyer_answer_row_parent_class)->finalize (object);
}

static GParamSpec *
text_property (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
}

static void
foyer_answer_row_class_init (FoyerAnswerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = foyer_answer_row_set_property;
  G_OBJECT_CLASS (klass)->finalize = foyer_answer_row_finalize;

  props[PROP_QUESTION] = text_property ("question");
  props[PROP_PAGE] = text_property ("page");
  props[PROP_CHANGE] = text_property ("change");
  props[PROP_DEED] = text_property ("deed");
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);

  signals[CHANGE] = g_signal_new ("change",
                                  FOYER_TYPE_ANSWER_ROW,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/answer-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerAnswerRow, words);
  gtk_widget_class_bind_template_child (widget_class, FoyerAnswerRow, question);
  gtk_widget_class_bind_template_child (widget_class, FoyerAnswerRow, answer);
  gtk_widget_class_bind_template_child (widget_class, FoyerAnswerRow, change);
  gtk_widget_class_bind_template_callback (widget_class, on_change);
  gtk_widget_class_set_css_name (widget_class, "foyer-answer-row");
}

/* A hyphen that is not the visitor's own would be wrong in an address or a registration. */
static void
foyer_answer_row_init (FoyerAnswerRow *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (self->answer, attributes);
}

void
foyer_answer_row_set_answer (FoyerAnswerRow *self, const char *answer)
{
  g_return_if_fail (FOYER_IS_ANSWER_ROW (self));

  gtk_label_set_text (self->answer, answer);
}

int
foyer_answer_row_measure (FoyerAnswerRow *self)
{
  int width = 0;

  g_return_val_if_fail (FOYER_IS_ANSWER_ROW (self), 0);

  gtk_widget_get_preferred_width (GTK_WIDGET (self->question), NULL, &width);
  return width;
}

void
foyer_answer_row_join (FoyerAnswerRow *self, GtkSizeGroup *questions)
{
  g_return_if_fail (FOYER_IS_ANSWER_ROW (self));

  gtk_size_group_add_widget (questions, GTK_WIDGET (self->question));
}

void
foyer_answer_row_stack (FoyerAnswerRow *self)
{
  g_return_if_fail (FOYER_IS_ANSWER_ROW (self));

  gtk_orientable_set_orientation (self->words, GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self->words), 0);
  gtk_widget_set_valign (GTK_WIDGET (self->words), GTK_ALIGN_CENTER);
  gtk_label_set_max_width_chars (self->question, 30);
  gtk_style_context_add_class (gtk_widget_get_style_context (GTK_WIDGET (self)), "stacked");
}

void
foyer_answer_row_make_offer (FoyerAnswerRow *self)
{
  g_return_if_fail (FOYER_IS_ANSWER_ROW (self));

  foyer_answer_row_stack (self);
  gtk_style_context_add_class (gtk_widget_get_style_context (GTK_WIDGET (self)), "offer");
}

const char *
foyer_answer_row_get_answer (FoyerAnswerRow *self)
{
  g_return_val_if_fail (FOYER_IS_ANSWER_ROW (self), NULL);

  return gtk_label_get_text (self->answer);
}
