/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-touch-keyboard"

#include "widgets/touch-keyboard.h"

#include <string.h>

#include "widgets/key-layout.h"
#include "widgets/letter-variants.h"
#include "widgets/touch-key.h"

#define MORE "…"

/**
 * FoyerTouchKeyboard:
 *
 * Types into a field by touch.
 */
struct _FoyerTouchKeyboard {
  GtkFixed parent;

  GtkEntry *target;
  char *language;
  gboolean complete;

  int columns;
  GPtrArray *keys; /* of FoyerTouchKey, which the container owns */
  gboolean is_shifted;
  gboolean is_for_accents; /* the next letter shows its variants */
  char *variants;          /* those that stand in the digits' place */
};

G_DEFINE_FINAL_TYPE (FoyerTouchKeyboard, foyer_touch_keyboard, GTK_TYPE_FIXED)

enum {
  PROP_TARGET = 1,
  PROP_LANGUAGE,
  PROP_COMPLETE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

enum {
  CONTINUE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
shifted (FoyerTouchKeyboard *self, const char *text)
{
  /* ß has no capital on a keyboard */
  return self->is_shifted && strcmp (text, "ß") != 0 ? g_utf8_strup (text, -1) : g_strdup (text);
}

/* What stands on the digit's key: the digit, or the variant in its place. */
static char *
get_digit_label (FoyerTouchKeyboard *self, const FoyerKeyPlace *digit)
{
  int place = digit->start / 2 - (self->columns - 10) / 2;
  const char *at;

  if (self->variants == NULL)
    return g_strdup (digit->text);
  if (place >= g_utf8_strlen (self->variants, -1))
    return NULL;
  if (place == 9 && g_utf8_strlen (self->variants, -1) > 10)
    return g_strdup (MORE);
  at = g_utf8_offset_to_pointer (self->variants, place);
  return g_utf8_substring (at, 0, 1);
}

static void
update_key (FoyerTouchKeyboard *self, FoyerTouchKey *key)
{
  const FoyerKeyPlace *place = foyer_touch_key_get_place (key);
  GtkWidget *widget = GTK_WIDGET (key);
  g_autofree char *label = NULL;

  switch (place->kind) {
  case FOYER_KEY_LETTER:
    label = shifted (self, place->text);
    foyer_touch_key_set_label (key, label);
    gtk_widget_set_sensitive (widget,
                              !self->is_for_accents || foyer_letter_has_variants (place->text));
    break;
  case FOYER_KEY_DIGIT:
    label = get_digit_label (self, place);
    gtk_widget_set_visible (widget, label != NULL);
    foyer_touch_key_set_label (key, label != NULL ? label : "");
    foyer_touch_key_set_class (key, "variant", self->variants != NULL);
    break;
  case FOYER_KEY_SHIFT:
    foyer_touch_key_set_class (key, "on", self->is_shifted);
    break;
  case FOYER_KEY_ACCENTS:
    foyer_touch_key_set_class (key, "on", self->is_for_accents || self->variants != NULL);
    break;
  case FOYER_KEY_CONTINUE:
    gtk_widget_set_sensitive (widget, self->complete);
    break;
  case FOYER_KEY_BACKSPACE:
  case FOYER_KEY_SPACE:
    break;
  }
}

static void
update_keys (FoyerTouchKeyboard *self)
{
  for (guint i = 0; i < self->keys->len; i++)
    update_key (self, g_ptr_array_index (self->keys, i));
}

/* Names begin with a capital: so do their parts. What is hidden is no name. */
static void
guess_shift (FoyerTouchKeyboard *self)
{
  gboolean begins = self->target == NULL || gtk_entry_get_visibility (self->target);

  if (self->target != NULL && begins) {
    const char *text = gtk_entry_get_text (self->target);
    int at = gtk_editable_get_position (GTK_EDITABLE (self->target));

    if (at > 0 && at <= g_utf8_strlen (text, -1)) {
      gunichar before = g_utf8_get_char (g_utf8_offset_to_pointer (text, at - 1));

      begins = g_utf8_strchr (" -'’", -1, before) != NULL;
    }
  }
  if (self->is_shifted == begins)
    return;
  self->is_shifted = begins;
  update_keys (self);
}

static void
type_text (FoyerTouchKeyboard *self, const char *text)
{
  if (self->target != NULL)
    g_signal_emit_by_name (self->target, "insert-at-cursor", text);
  g_clear_pointer (&self->variants, g_free);
  self->is_for_accents = FALSE;
  guess_shift (self);
  update_keys (self);
}

static void
on_letter (FoyerTouchKeyboard *self, FoyerTouchKey *key)
{
  const char *label = gtk_button_get_label (GTK_BUTTON (key));

  if (!self->is_for_accents) {
    type_text (self, label);
    return;
  }
  self->is_for_accents = FALSE;
  g_free (self->variants);
  self->variants = foyer_letter_variants (g_utf8_get_char (label));
  update_keys (self);
}

static void
on_digit (FoyerTouchKeyboard *self, FoyerTouchKey *key)
{
  g_autofree char *label = g_strdup (gtk_button_get_label (GTK_BUTTON (key)));

  if (strcmp (label, MORE) == 0) {
    g_autofree char *shown = self->variants;
    const char *rest = g_utf8_offset_to_pointer (shown, 9);
    g_autofree char *first = g_strndup (shown, (gsize) (rest - shown));

    self->variants = g_strconcat (rest, first, NULL); /* round and round */
    update_keys (self);
    return;
  }
  type_text (self, label);
}

static void
on_typed (FoyerTouchKey *key, FoyerTouchKeyboard *self)
{
  switch (foyer_touch_key_get_place (key)->kind) {
  case FOYER_KEY_LETTER:
    on_letter (self, key);
    break;
  case FOYER_KEY_DIGIT:
    on_digit (self, key);
    break;
  case FOYER_KEY_SPACE:
    type_text (self, " ");
    break;
  case FOYER_KEY_SHIFT:
    self->is_shifted = !self->is_shifted;
    update_keys (self);
    break;
  case FOYER_KEY_ACCENTS:
    self->is_for_accents = !self->is_for_accents && self->variants == NULL;
    g_clear_pointer (&self->variants, g_free);
    update_keys (self);
    break;
  case FOYER_KEY_BACKSPACE:
    if (self->target != NULL)
      g_signal_emit_by_name (self->target, "backspace");
    break;
  case FOYER_KEY_CONTINUE:
    g_signal_emit (self, signals[CONTINUE], 0);
    break;
  }
}

static void
build_keys (FoyerTouchKeyboard *self)
{
  g_autoptr (GArray) places = foyer_key_layout (self->language, &self->columns);

  g_ptr_array_foreach (self->keys, (GFunc) gtk_widget_destroy, NULL);
  g_ptr_array_set_size (self->keys, 0);
  for (guint i = 0; i < places->len; i++) {
    GtkWidget *key = foyer_touch_key_new (&g_array_index (places, FoyerKeyPlace, i));

    g_signal_connect_object (key, "typed", G_CALLBACK (on_typed), self, 0);
    gtk_fixed_put (GTK_FIXED (self), key, 0, 0);
    gtk_widget_show_all (key);
    g_ptr_array_add (self->keys, key);
  }
  update_keys (self);
}

static GtkSizeRequestMode
foyer_touch_keyboard_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
foyer_touch_keyboard_get_preferred_width (GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = *natural = foyer_key_measures (widget, 0).least;
}

static void
foyer_touch_keyboard_get_preferred_height_for_width (GtkWidget *widget,
                                                     int width,
                                                     int *minimum,
                                                     int *natural)
{
  FoyerKeyMeasures m = foyer_key_measures (widget, width);

  *minimum = *natural = m.top + FOYER_KEY_ROWS * (m.key_height + m.gap) - m.gap + m.bottom;
}

static void
foyer_touch_keyboard_get_preferred_height (GtkWidget *widget, int *minimum, int *natural)
{
  foyer_touch_keyboard_get_preferred_height_for_width (widget, 0, minimum, natural);
}

static void
foyer_touch_keyboard_size_allocate (GtkWidget *widget, GtkAllocation *all)
{
  FoyerTouchKeyboard *self = FOYER_TOUCH_KEYBOARD (widget);
  FoyerKeyMeasures m = foyer_key_measures (widget, all->width);
  double pitch = (all->width - 2 * m.side + m.gap) / (2.0 * self->columns); /* of half a key */
  int unused;

  gtk_widget_set_allocation (widget, all);
  for (guint i = 0; i < self->keys->len; i++) {
    GtkWidget *key = g_ptr_array_index (self->keys, i);
    const FoyerKeyPlace *place = foyer_touch_key_get_place (FOYER_TOUCH_KEY (key));
    int left = (int) (pitch * place->start + 0.5);
    int right = (int) (pitch * (place->start + place->span) + 0.5) - m.gap;
    GtkAllocation box = { all->x + m.side + left,
                          all->y + m.top + place->row * (m.key_height + m.gap),
                          right - left,
                          m.key_height };

    if (!gtk_widget_get_visible (key))
      continue;
    /* GTK wants to be asked before it is told. */
    gtk_widget_get_preferred_width (key, &unused, NULL);
    gtk_widget_get_preferred_height (key, &unused, NULL);
    gtk_widget_size_allocate (key, &box);
  }
}

static gboolean
foyer_touch_keyboard_draw (GtkWidget *widget, cairo_t *cr)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  int width = gtk_widget_get_allocated_width (widget);
  int height = gtk_widget_get_allocated_height (widget);

  gtk_render_background (style, cr, 0, 0, width, height);
  gtk_render_frame (style, cr, 0, 0, width, height);
  return GTK_WIDGET_CLASS (foyer_touch_keyboard_parent_class)->draw (widget, cr);
}

static void
foyer_touch_keyboard_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerTouchKeyboard *self = FOYER_TOUCH_KEYBOARD (object);

  switch (id) {
  case PROP_TARGET:
    g_value_set_object (value, self->target);
    break;
  case PROP_LANGUAGE:
    g_value_set_string (value, self->language);
    break;
  case PROP_COMPLETE:
    g_value_set_boolean (value, self->complete);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_touch_keyboard_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  FoyerTouchKeyboard *self = FOYER_TOUCH_KEYBOARD (object);

  switch (id) {
  case PROP_TARGET:
    foyer_touch_keyboard_set_target (self, g_value_get_object (value));
    break;
  case PROP_LANGUAGE:
    foyer_touch_keyboard_set_language (self, g_value_get_string (value));
    break;
  case PROP_COMPLETE:
    foyer_touch_keyboard_set_complete (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_touch_keyboard_dispose (GObject *object)
{
  foyer_touch_keyboard_set_target (FOYER_TOUCH_KEYBOARD (object), NULL);

  G_OBJECT_CLASS (foyer_touch_keyboard_parent_class)->dispose (object);
}

static void
foyer_touch_keyboard_finalize (GObject *object)
{
  FoyerTouchKeyboard *self = FOYER_TOUCH_KEYBOARD (object);

  g_ptr_array_unref (self->keys);
  g_free (self->language);
  g_free (self->variants);

  G_OBJECT_CLASS (foyer_touch_keyboard_parent_class)->finalize (object);
}

static void
foyer_touch_keyboard_class_init (FoyerTouchKeyboardClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = foyer_touch_keyboard_get_property;
  object_class->set_property = foyer_touch_keyboard_set_property;
  object_class->dispose = foyer_touch_keyboard_dispose;
  object_class->finalize = foyer_touch_keyboard_finalize;
  widget_class->get_request_mode = foyer_touch_keyboard_get_request_mode;
  widget_class->get_preferred_width = foyer_touch_keyboard_get_preferred_width;
  widget_class->get_preferred_height = foyer_touch_keyboard_get_preferred_height;
  widget_class->get_preferred_height_for_width =
      foyer_touch_keyboard_get_preferred_height_for_width;
  widget_class->size_allocate = foyer_touch_keyboard_size_allocate;
  widget_class->draw = foyer_touch_keyboard_draw;

  props[PROP_TARGET] = g_param_spec_object ("target", NULL, NULL, GTK_TYPE_ENTRY, flags);
  props[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, "en", flags);
  props[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CONTINUE] = g_signal_new ("continue",
                                    FOYER_TYPE_TOUCH_KEYBOARD,
                                    G_SIGNAL_RUN_LAST,
                                    0,
                                    NULL,
                                    NULL,
                                    NULL,
                                    G_TYPE_NONE,
                                    0);
  gtk_widget_class_set_css_name (widget_class, "foyer-touch-keyboard");
}

static void
foyer_touch_keyboard_init (FoyerTouchKeyboard *self)
{
  self->keys = g_ptr_array_new ();
  self->language = g_strdup ("en");
  self->is_shifted = TRUE;
  self->columns = 10;
}

GtkWidget *
foyer_touch_keyboard_new (void)
{
  return g_object_new (FOYER_TYPE_TOUCH_KEYBOARD, NULL);
}

GtkEntry *
foyer_touch_keyboard_get_target (FoyerTouchKeyboard *self)
{
  g_return_val_if_fail (FOYER_IS_TOUCH_KEYBOARD (self), NULL);

  return self->target;
}

void
foyer_touch_keyboard_set_target (FoyerTouchKeyboard *self, GtkEntry *target)
{
  g_return_if_fail (FOYER_IS_TOUCH_KEYBOARD (self));
  g_return_if_fail (target == NULL || GTK_IS_ENTRY (target));

  if (self->target == target)
    return;
  if (self->target != NULL)
    g_signal_handlers_disconnect_by_data (self->target, self);
  g_set_weak_pointer (&self->target, target);
  if (target != NULL) {
    if (self->keys->len == 0) /* a start that shows no keyboard does not build one */
      build_keys (self);
    g_signal_connect_object (target,
                             "notify::cursor-position",
                             G_CALLBACK (guess_shift),
                             self,
                             G_CONNECT_SWAPPED);
    guess_shift (self);
  }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TARGET]);
}

const char *
foyer_touch_keyboard_get_language (FoyerTouchKeyboard *self)
{
  g_return_val_if_fail (FOYER_IS_TOUCH_KEYBOARD (self), NULL);

  return self->language;
}

void
foyer_touch_keyboard_set_language (FoyerTouchKeyboard *self, const char *language)
{
  g_return_if_fail (FOYER_IS_TOUCH_KEYBOARD (self));

  if (g_strcmp0 (self->language, language) == 0)
    return;
  g_free (self->language);
  self->language = g_strdup (language);
  g_clear_pointer (&self->variants, g_free);
  self->is_for_accents = FALSE;
  if (self->keys->len > 0)
    build_keys (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LANGUAGE]);
}

gboolean
foyer_touch_keyboard_get_complete (FoyerTouchKeyboard *self)
{
  g_return_val_if_fail (FOYER_IS_TOUCH_KEYBOARD (self), FALSE);

  return self->complete;
}

void
foyer_touch_keyboard_set_complete (FoyerTouchKeyboard *self, gboolean complete)
{
  g_return_if_fail (FOYER_IS_TOUCH_KEYBOARD (self));

  if (self->complete == !!complete)
    return;
  self->complete = !!complete;
  update_keys (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPLETE]);
}
