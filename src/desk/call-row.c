/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-call-row"

#include "desk/call-row.h"

#include <glib/gi18n.h>

#include "desk/visit-rows.h"

/* How long a row cannot be answered that comes up by itself. */
#define A_MOMENT FOYER_SECOND

/**
 * FoyerCallRow:
 *
 * What a kiosk asks of a desk, in words, with the answers that there are.
 */
struct _FoyerCallRow {
  GtkListBoxRow parent;

  GtkImage *icon;
  GtkLabel *words;
  GtkWidget *call_key;
  GtkWidget *no_key;
  GtkWidget *no;
  GtkWidget *yes_key;
  GtkWidget *yes;

  GBytes *id;
  FoyerCallKind kind;
  GBytes *visit;
  FoyerClock *clock;
  guint moment;
};

G_DEFINE_FINAL_TYPE (FoyerCallRow, foyer_call_row, GTK_TYPE_LIST_BOX_ROW)

enum {
  ANSWERED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* Where the one who asks stands: a page's name is no word for a person. */
static const char *
say_page (const char *page)
{
  static const struct {
    const char *page;
    const char *words;
  } pages[] = {
    { "welcome", NC_ ("desk", "welcome page") },   { "purpose", NC_ ("desk", "first question") },
    { "name", NC_ ("desk", "name page") },         { "company", NC_ ("desk", "company page") },
    { "host", NC_ ("desk", "host page") },         { "check", NC_ ("desk", "last page") },
    { "excerpt", NC_ ("desk", "privacy notice") }, { "notice", NC_ ("desk", "privacy notice") },
    { "privacy", NC_ ("desk", "privacy notice") }, { "thanks", NC_ ("desk", "signed in") },
    { "sign-out", NC_ ("desk", "signing out") },   { "goodbye", NC_ ("desk", "signed out") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++) {
    if (g_str_equal (page, pages[i].page))
      return g_dpgettext2 (NULL, "desk", pages[i].words);
  }
  return NULL;
}

static char *
say_help (const FoyerCall *call)
{
  const char *page = say_page (call->page);

  if (page == NULL)
    return g_strdup_printf (C_ ("desk", "%s asks for help."), call->station);
  /* Translators: the name of a kiosk, as "Lobby", and where its visitor is, as "host page" */
  return g_strdup_printf (C_ ("desk", "%s asks for help (%s)."), call->station, page);
}

/* "Guest", "Guest · with 3" */
static char *
say_type (const FoyerOpenCall *open, FoyerSettings *settings)
{
  const char *key = foyer_visit_get_type_key (open->visit);
  FoyerVisitorType *type = key != NULL ? foyer_settings_find_type (settings, key) : NULL;
  const char *language = foyer_settings_get_languages (settings)[0];

  if (type != NULL)
    key = foyer_visitor_type_get_name (type, language);
  if (open->companions == 0)
    return g_strdup (key != NULL ? key : "");
  /* Translators: a visitor's type, and how many came along */
  return g_strdup_printf (C_ ("desk", "%s · with\u00a0%u"),
                          key != NULL ? key : "",
                          open->companions);
}

static char *
say_visitor (const FoyerOpenCall *open, FoyerSettings *settings)
{
  g_autofree char *type = say_type (open, settings);
  const char *name = foyer_visit_shown_name (open->visit);
  const char *host = foyer_visit_get_host_name (open->visit);

  if (host == NULL)
    /* Translators: a visitor's name and type, as "Guest" */
    return g_strdup_printf (C_ ("desk", "Reception is asked: %s, %s."), name, type);
  /* Translators: a visitor's name, type, and host */
  return g_strdup_printf (C_ ("desk", "Reception is asked: %s, %s, for %s."), name, type, host);
}

static char *
say (const FoyerOpenCall *open, FoyerSettings *settings)
{
  switch (open->call->kind) {
  case FOYER_CALL_APPROVAL:
    return say_visitor (open, settings);
  case FOYER_CALL_RETURN:
    return g_strdup_printf (C_ ("desk", "%s is back, and asks to be let in again."),
                            foyer_visit_shown_name (open->visit));
  case FOYER_CALL_LEAVING:
    return g_strdup_printf (C_ ("desk", "Somebody at %s leaves without a badge."),
                            open->call->station);
  default:
    return say_help (open->call);
  }
}

static void
on_yes (FoyerCallRow *self)
{
  g_signal_emit (self, signals[ANSWERED], 0, TRUE);
}

static void
on_no (FoyerCallRow *self)
{
  g_signal_emit (self, signals[ANSWERED], 0, FALSE);
}

void
foyer_call_row_answer (FoyerCallRow *self, gboolean yes)
{
  GtkWidget *button = yes ? self->yes : self->no;

  if (gtk_widget_is_visible (button) && gtk_widget_is_sensitive (button))
    gtk_button_clicked (GTK_BUTTON (button));
}

static gboolean
on_moment (gpointer data)
{
  FoyerCallRow *self = data;

  self->moment = 0;
  gtk_widget_set_sensitive (self->yes, TRUE);
  gtk_widget_set_sensitive (self->no, TRUE);
  return G_SOURCE_REMOVE;
}

void
foyer_call_row_rest (FoyerCallRow *self)
{
  foyer_clock_cancel (self->clock, self->moment);
  gtk_widget_set_sensitive (self->yes, FALSE);
  gtk_widget_set_sensitive (self->no, FALSE);
  self->moment = foyer_clock_after (self->clock, A_MOMENT, on_moment, self);
}

void
foyer_call_row_show_keys (FoyerCallRow *self, gboolean is_next)
{
  gboolean has_focus = gtk_widget_is_focus (GTK_WIDGET (self));

  gtk_widget_set_visible (self->call_key, is_next);
  gtk_widget_set_visible (self->yes_key, has_focus);
  gtk_widget_set_visible (self->no_key, has_focus && gtk_widget_get_visible (self->no));
}

GBytes *
foyer_call_row_get_id (FoyerCallRow *self)
{
  return self->id;
}

FoyerCallKind
foyer_call_row_get_kind (FoyerCallRow *self)
{
  return self->kind;
}

GBytes *
foyer_call_row_get_visit (FoyerCallRow *self)
{
  return self->visit;
}

static void
foyer_call_row_dispose (GObject *object)
{
  FoyerCallRow *self = FOYER_CALL_ROW (object);

  if (self->clock != NULL)
    foyer_clock_cancel (self->clock, self->moment);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->id, g_bytes_unref);
  g_clear_pointer (&self->visit, g_bytes_unref);

  G_OBJECT_CLASS (foyer_call_row_parent_class)->dispose (object);
}

static void
foyer_call_row_class_init (FoyerCallRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_call_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/desk/call-row.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, FoyerCallRow, child)
  BIND (icon);
  BIND (words);
  BIND (call_key);
  BIND (no_key);
  BIND (no);
  BIND (yes_key);
  BIND (yes);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_yes);
  gtk_widget_class_bind_template_callback (widget_class, on_no);
  gtk_widget_class_set_css_name (widget_class, "foyer-call-row");

  signals[ANSWERED] = g_signal_new ("answered",
                                    FOYER_TYPE_CALL_ROW,
                                    G_SIGNAL_RUN_LAST,
                                    0,
                                    NULL,
                                    NULL,
                                    NULL,
                                    G_TYPE_NONE,
                                    1,
                                    G_TYPE_BOOLEAN);
}

static void
foyer_call_row_init (FoyerCallRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
foyer_call_row_new (const FoyerOpenCall *open, const FoyerDeskContext *context)
{
  FoyerCallRow *self = g_object_new (FOYER_TYPE_CALL_ROW, NULL);
  FoyerCallKind kind = open->call->kind;
  gboolean decides = kind == FOYER_CALL_APPROVAL || kind == FOYER_CALL_RETURN;
  g_autofree char *words = say (open, context->settings);

  self->id = g_bytes_ref (open->call->id);
  self->kind = kind;
  self->visit = decides ? g_bytes_ref (open->call->visit) : NULL;
  self->clock = g_object_ref (context->clock);
  gtk_label_set_text (self->words, words);
  atk_object_set_name (gtk_widget_get_accessible (GTK_WIDGET (self)), words);
  gtk_image_set_from_icon_name (self->icon,
                                decides                      ? "foyer-person-symbolic"
                                : kind == FOYER_CALL_LEAVING ? "foyer-door-symbolic"
                                                             : "foyer-phone-symbolic",
                                GTK_ICON_SIZE_BUTTON);
  gtk_widget_set_visible (self->no, decides);
  gtk_button_set_label (GTK_BUTTON (self->yes),
                        decides                      ? C_ ("desk", "Let in")
                        : kind == FOYER_CALL_LEAVING ? C_ ("desk", "Seen to")
                                                     : C_ ("desk", "I am coming"));
  foyer_call_row_rest (self);
  return GTK_WIDGET (self);
}
