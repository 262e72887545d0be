/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-check-page"

#include "kiosk/check-page.h"

#include "kiosk/answer-row.h"
#include "kiosk/answer-words.h"
#include "kiosk/beginning.h"
#include "kiosk/more-below.h"
#include "kiosk/notice-words.h"
#include "kiosk/party.h"
#include "kiosk/plural.h"
#include "kiosk/point.h"
#include "kiosk/section-view.h"
#include "kiosk/way.h"
#include "reception/error.h"
#include "station/day.h"
#include "visit/retention-rule.h"

/* How wide a question may be beside its answer in landscape, in px. */
#define QUESTION_MOST 160

/**
 * FoyerCheckPage:
 *
 * Shows all answers and layer one of the privacy notice, before anything is stored.
 */
struct _FoyerCheckPage {
  FoyerKioskPage parent;

  GtkLabel *will_record;
  GtkBox *columns;
  GtkWidget *record; /* the one column */
  GtkBox *answers;
  GtkSizeGroup *questions; /* all as wide as the widest */
  GtkWidget *notice;       /* the other */
  GtkLabel *until;
  FoyerPoint *why;
  FoyerPoint *who_sees_it;
  FoyerPoint *your_rights;
  GtkWidget *excerpt;
  GtkLabel *language;
  GtkLabel *title;
  FoyerBeginning *beginning;
  GtkLabel *read_all;
  GtkLabel *version;
  GtkContainer *top;
  GtkContainer *below;
  GtkWidget *note;
  FoyerParty *party;
  GtkLabel *complaint;
  GtkOrientable *actions;
  GtkWidget *primary;
};

G_DEFINE_FINAL_TYPE (FoyerCheckPage, foyer_check_page, FOYER_TYPE_KIOSK_PAGE)

static void
on_read_all (FoyerCheckPage *self)
{
  foyer_kiosk_page_go_to (FOYER_KIOSK_PAGE (self), "excerpt");
}

static void
add_row (FoyerCheckPage *self,
         const char *question,
         const char *answer,
         const char *page,
         const char *change)
{
  FoyerAnswerRow *row = g_object_new (FOYER_TYPE_ANSWER_ROW,
                                      "question",
                                      question,
                                      "page",
                                      page,
                                      "change",
                                      change,
                                      NULL);

  foyer_answer_row_set_answer (row, answer);
  foyer_answer_row_join (row, self->questions);
  if (foyer_kiosk_page_is_cramped (FOYER_KIOSK_PAGE (self)))
    foyer_answer_row_stack (row);
  g_signal_connect_swapped (row, "change", G_CALLBACK (foyer_kiosk_page_go_to), self);
  gtk_box_pack_start (self->answers, GTK_WIDGET (row), TRUE, TRUE, 0);
}

static void
add_host (FoyerCheckPage *self, const char *host, gboolean is_asked)
{
  if (host == NULL)
    host = C_ ("kiosk", "Not listed");
  add_row (self,
           C_ ("kiosk", "Visiting"),
           host,
           is_asked ? FOYER_FIELD_KEY_HOST : NULL,
           C_ ("kiosk", "Change host"));
}

static void
add_answer (FoyerCheckPage *self, FoyerVisitorField *field, const FoyerKioskContext *context)
{
  const char *key = foyer_visitor_field_get_key (field);
  const char *label = foyer_visitor_field_say (field, FOYER_FIELD_LABEL, context->language);
  const char *answer = foyer_visit_get_answer (context->visit, key);
  FoyerFieldKind kind = foyer_visitor_field_get_kind (field);
  g_autofree char *words =
      answer != NULL ? foyer_answer_words (field, answer, context->language) : g_strdup ("–");
  /* Translators: what a button does, as in “Change: Company” */
  g_autofree char *change = g_strdup_printf (C_ ("kiosk", "Change: %s"), label);
  g_autofree char *page = foyer_way_page_of (foyer_visit_get_type_key (context->visit), field);

  if (foyer_visitor_field_get_kept (field) == FOYER_KEPT_NOT
      || !foyer_visitor_field_is_asked (field, context->visit))
    return;
  add_row (self, label, words, kind == FOYER_FIELD_ACCEPT ? NULL : page, change);
}

static void
add_companions (FoyerCheckPage *self, const FoyerKioskContext *context)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = foyer_companions_count (context->companions);
  const char *deed = n > 0 ? C_ ("kiosk", "Change") : C_ ("kiosk", "Add a person");
  FoyerAnswerRow *row =
      g_object_new (FOYER_TYPE_ANSWER_ROW,
                    "question",
                    n > 0 ? C_ ("kiosk", "With you") : C_ ("kiosk", "Is someone with you?"),
                    "page",
                    "companions",
                    "deed",
                    deed,
                    "change",
                    n > 0 ? C_ ("kiosk", "Change who is with you") : deed,
                    NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (names,
                            "%s%s",
                            i > 0 ? ", " : "",
                            foyer_companions_get_name (context->companions, i));
  foyer_answer_row_set_answer (row,
                               n > 0 ? names->str
                                     : C_ ("kiosk", "Everyone sees this notice and gets a badge."));
  if (n == 0)
    foyer_answer_row_make_offer (row);
  g_signal_connect_swapped (row, "change", G_CALLBACK (foyer_kiosk_page_go_to), self);
  gtk_box_pack_start (self->answers, GTK_WIDGET (row), TRUE, TRUE, 0);
}

static void
measure (GtkWidget *row, gpointer widest)
{
  int *width = widest;

  *width = MAX (*width, foyer_answer_row_measure (FOYER_ANSWER_ROW (row)));
}

/* Long questions leave no room beside them where the notice stands beside the answers. */
static void
stack_if_wide (FoyerCheckPage *self, const FoyerKioskContext *context)
{
  int widest = 0;

  gtk_container_foreach (GTK_CONTAINER (self->answers), measure, &widest);
  if (!context->portrait && widest > QUESTION_MOST)
    gtk_container_foreach (GTK_CONTAINER (self->answers),
                           (GtkCallback) foyer_answer_row_stack,
                           NULL);
}

/* What the visit's type asked, and nothing else. */
static void
show_answers (FoyerCheckPage *self, const FoyerKioskContext *context)
{
  FoyerVisit *visit = context->visit;
  const char *key = foyer_visit_get_type_key (visit);
  FoyerVisitorType *type = key == NULL ? NULL : foyer_settings_find_type (context->settings, key);
  GPtrArray *fields = type == NULL ? NULL : foyer_visitor_type_get_fields (type);
  const char *name = foyer_visit_get_name (visit);
  g_autofree char *time = foyer_day_format_time (foyer_settings_get_time_zone (context->settings),
                                                 foyer_clock_now (context->clock));
  g_autofree char *arrival = g_strdup_printf (C_ ("kiosk", "Today, %s"), time);

  gtk_container_foreach (GTK_CONTAINER (self->answers), (GtkCallback) gtk_widget_destroy, NULL);
  add_row (self,
           C_ ("kiosk", "Name"),
           name != NULL ? name : "",
           FOYER_FIELD_KEY_NAME,
           C_ ("kiosk", "Change name"));
  for (guint i = 0; fields != NULL && i < fields->len; i++) {
    FoyerVisitorField *field = g_ptr_array_index (fields, i);

    if (foyer_visitor_field_get_kind (field) == FOYER_FIELD_HOST)
      add_host (self, foyer_visit_get_host_name (visit), TRUE);
    else if (foyer_visitor_field_get_kind (field) != FOYER_FIELD_NAME)
      add_answer (self, field, context);
  }
  if (type != NULL && foyer_visitor_type_get_host (type) != NULL)
    add_host (self, foyer_visitor_type_get_host (type), FALSE);
  if (type != NULL)
    add_row (self,
             C_ ("kiosk", "As"),
             foyer_visitor_type_get_name (type, context->language),
             "purpose",
             C_ ("kiosk", "Change purpose"));
  add_row (self, C_ ("kiosk", "Arrival"), arrival, NULL, NULL);
  stack_if_wide (self, context);
  if (type != NULL && foyer_visitor_type_get_companions (type) > 0)
    add_companions (self, context);
}

static void
embolden (GtkLabel *label, const char *part)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const char *whole = gtk_label_get_text (label);
  const char *found = strstr (whole, part);
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  if (found != NULL) {
    bold->start_index = (guint) (found - whole);
    bold->end_index = bold->start_index + (guint) strlen (part);
  }
  pango_attr_list_insert (attributes, bold);
  gtk_label_set_attributes (label, attributes);
}

/* The promise: what the visitor is told is stored with the visit, and kept. */
static void
show_promise (FoyerCheckPage *self, const FoyerKioskContext *context, const FoyerTold *told)
{
  gint64 promise =
      foyer_retention_promise (foyer_clock_now (context->clock), 0, told->longest_stay, told->days);
  g_autofree char *date =
      foyer_day_format_date (foyer_settings_get_time_zone (context->settings), promise);
  /* Translators: a number of days, and a date */
  g_autofree char *text =
      g_strdup_printf (npgettext ("kiosk",
                                  "Deleted %d day after you leave:\nby %s at the latest.",
                                  "Deleted %d days after you leave:\nby %s at the latest.",
                                  (gulong) told->days),
                       told->days,
                       date);

  gtk_label_set_text (self->until, text);
  embolden (self->until, date);
}

static void
show_excerpt (FoyerCheckPage *self, FoyerNotice *notice)
{
  const FoyerNoticeSection *first = foyer_notice_words_first (notice);
  guint others = foyer_notice_words_n_excerpt (notice) - 1;
  g_autofree char *title = NULL;
  g_autofree char *read_all = NULL;

  gtk_widget_set_visible (self->excerpt, first != NULL);
  if (first == NULL)
    return;
  title = foyer_section_view_say_title (first);
  gtk_label_set_text (self->title, title);
  foyer_beginning_set_words (self->beginning, first->text);
  if (others == 0)
    read_all = g_strdup (C_ ("kiosk", "Read all of it"));
  else
    read_all = g_strdup_printf (npgettext ("kiosk",
                                           "Read all of it, and %u more section",
                                           "Read all of it, and %u more sections",
                                           others),
                                others);
  gtk_label_set_text (self->read_all, read_all);
}

static void
show_layer_one (FoyerCheckPage *self, FoyerNotice *notice, const char *language)
{
  g_autofree char *version = foyer_notice_words_version (notice);
  g_autofree char *only = foyer_notice_words_language (notice, language);

  foyer_point_set_text (self->why, foyer_notice_words_line (notice, FOYER_NOTICE_WHY));
  foyer_point_set_text (self->who_sees_it,
                        foyer_notice_words_line (notice, FOYER_NOTICE_WHO_SEES_IT));
  foyer_point_set_text (self->your_rights,
                        foyer_notice_words_line (notice, FOYER_NOTICE_YOUR_RIGHTS));
  gtk_label_set_text (self->version, version);
  foyer_kiosk_page_show_words (self->language, only);
  show_excerpt (self, notice);
}

static void
set_expand (GtkWidget *widget, gboolean expand)
{
  GtkContainer *parent = GTK_CONTAINER (gtk_widget_get_parent (widget));

  gtk_container_child_set (parent, widget, "expand", expand, NULL);
}

/* Portrait: what is read stands on top, what is touched within a seated person's reach. */
static void
arrange (FoyerCheckPage *self, gboolean portrait)
{
  GtkOrientation wide = portrait ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), wide);
  gtk_box_set_spacing (self->columns, portrait ? 16 : 48);
  set_expand (self->notice, portrait);
  set_expand (self->record, !portrait);
  set_expand (GTK_WIDGET (self->answers), !portrait);
}

/* Beside each other there is no room for both: the companions' names take the note's place. */
static void
make_room (FoyerCheckPage *self, const FoyerKioskContext *context)
{
  gboolean has_names = foyer_companions_count (context->companions) > 0;
  gboolean is_cramped = foyer_kiosk_page_is_cramped (FOYER_KIOSK_PAGE (self));
  GtkContainer *place = is_cramped                        ? GTK_CONTAINER (self->columns)
                        : has_names && !context->portrait ? self->top
                                                          : self->below;
  GtkContainer *now = GTK_CONTAINER (gtk_widget_get_parent (self->note));

  foyer_party_show_companions (self->party, context->companions);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->below),
                                  has_names && context->portrait ? GTK_ORIENTATION_VERTICAL
                                                                 : GTK_ORIENTATION_HORIZONTAL);
  if (place == now)
    return;
  g_object_ref (self->note);
  gtk_container_remove (now, self->note);
  gtk_container_add (place, self->note);
  gtk_box_reorder_child (GTK_BOX (place),
                         self->note,
                         place == self->below ? 0
                         : place == self->top ? 1
                                              : -1);
  g_object_unref (self->note);
}

static void
foyer_check_page_complain (FoyerKioskPage *page, const char *sentence)
{
  FoyerCheckPage *self = FOYER_CHECK_PAGE (page);

  gtk_label_set_text (self->complaint, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), sentence != NULL);
}

static gboolean
foyer_check_page_apply (FoyerKioskPage *page, GError **error)
{
  FoyerCheckPage *self = FOYER_CHECK_PAGE (page);

  if (foyer_companions_are_told (foyer_kiosk_page_get_context (page)->companions))
    return TRUE;
  g_set_error_literal (error,
                       FOYER_RECEPTION_ERROR,
                       FOYER_RECEPTION_ERROR_INCOMPLETE,
                       "not everyone was told");
  gtk_widget_child_focus (GTK_WIDGET (self->party), GTK_DIR_TAB_FORWARD);
  return FALSE;
}

static void
foyer_check_page_show (FoyerKioskPage *page)
{
  FoyerCheckPage *self = FOYER_CHECK_PAGE (page);
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (page);
  const char *type = foyer_visit_get_type_key (context->visit);
  FoyerNotice *notice = context->reading == NULL ? NULL : context->reading->notice;
  const FoyerTold *told =
      notice == NULL || type == NULL ? NULL : foyer_reading_find (context->reading, type);
  g_autofree char *will_record =
      g_strdup_printf (C_ ("kiosk", "%s will record"),
                       foyer_settings_get_organisation (context->settings));

  gtk_label_set_text (self->will_record, will_record);
  arrange (self, context->portrait || foyer_kiosk_page_is_cramped (page));
  gtk_box_reorder_child (self->columns, self->notice, context->portrait ? 0 : 1);
  gtk_orientable_set_orientation (self->actions,
                                  context->portrait ? GTK_ORIENTATION_VERTICAL
                                                    : GTK_ORIENTATION_HORIZONTAL);
  show_answers (self, context);
  make_room (self, context);
  if (notice != NULL)
    show_layer_one (self, notice, context->language);
  if (told != NULL)
    show_promise (self, context, told);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->until)), told != NULL);
  foyer_kiosk_page_set_complete (page, told != NULL);
  foyer_check_page_complain (page,
                             told != NULL ? NULL
                                          : C_ ("kiosk",
                                                "Signing in is not possible at the moment. "
                                                "Nothing was saved. Reception can help."));
  gtk_widget_grab_focus (self->primary);
}

static void
foyer_check_page_class_init (FoyerCheckPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FOYER_KIOSK_PAGE_CLASS (klass)->show = foyer_check_page_show;
  FOYER_KIOSK_PAGE_CLASS (klass)->apply = foyer_check_page_apply;
  FOYER_KIOSK_PAGE_CLASS (klass)->complain = foyer_check_page_complain;

  g_type_ensure (FOYER_TYPE_ANSWER_ROW);
  g_type_ensure (FOYER_TYPE_BEGINNING);
  g_type_ensure (FOYER_TYPE_MORE_BELOW);
  g_type_ensure (FOYER_TYPE_PARTY);
  g_type_ensure (FOYER_TYPE_POINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/check-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerCheckPage, will_record);
  gtk_widget_class_bind_template_child (widget_class, FoyerCheckPage, columns);
  gtk_widget_class_bind_template_child (widget_class, FoyerCheckPage, notice);
  gtk_widget_class_bind_template_child (widget_class, FoyerCheckPage, record);
  gtk_widget_class_bind_template_child (widget_class, FoyerCheckPage, answers);
  gtk_widget_class_bind_template_child (widget_class, FoyerCheckPage, questions);
  gtk_widget_class_bind_template_child (widget_class, FoyerCheckPage, until);
  gtk_widget_class_bind_template_child (widget_class, FoyerCheckPage, why);
  gtk_widget_class_bind_template_child (widget_class, FoyerCheckPage, who_sees_it);
  gtk_widget_class_bind_template_child (widget_class, FoyerCheckPage, your_rights);
  gtk_widget_class_bind_template_child (widget_class, FoyerCheckPage, excerpt);
  gtk_widget_class_bind_template_child (widget_class, FoyerCheckPage, language);
  gtk_widget_class_bind_template_child (widget_class, FoyerCheckPage, title);
  gtk_widget_class_bind_template_child (widget_class, FoyerCheckPage, beginning);
  gtk_widget_class_bind_template_child (widget_class, FoyerCheckPage, read_all);
  gtk_widget_class_bind_template_child (widget_class, FoyerCheckPage, version);
  gtk_widget_class_bind_template_child (widget_class, FoyerCheckPage, top);
  gtk_widget_class_bind_template_child (widget_class, FoyerCheckPage, below);
  gtk_widget_class_bind_template_child (widget_class, FoyerCheckPage, note);
  gtk_widget_class_bind_template_child (widget_class, FoyerCheckPage, party);
  gtk_widget_class_bind_template_child (widget_class, FoyerCheckPage, complaint);
  gtk_widget_class_bind_template_child (widget_class, FoyerCheckPage, actions);
  gtk_widget_class_bind_template_child (widget_class, FoyerCheckPage, primary);
  gtk_widget_class_bind_template_callback (widget_class, foyer_kiosk_page_answer);
  gtk_widget_class_bind_template_callback (widget_class, foyer_kiosk_page_go_to);
  gtk_widget_class_bind_template_callback (widget_class, on_read_all);
  gtk_widget_class_set_css_name (widget_class, "foyer-check-page");
}

static void
foyer_check_page_init (FoyerCheckPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self, "complete", self->primary, "sensitive", G_BINDING_SYNC_CREATE);
}
