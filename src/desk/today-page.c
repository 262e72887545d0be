/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-today-page"

#include "desk/today-page.h"

#include <glib/gi18n.h>

#include "desk/visit-order.h"
#include "desk/visit-table.h"
#include "reception/desk-work.h"
#include "reception/presence.h"
#include "reception/sign-out.h"
#include "station/day.h"
#include "visit/typed-text.h"

/**
 * FoyerTodayPage:
 *
 * Who is on site, and who left today.
 */
struct _FoyerTodayPage {
  FoyerDeskPage parent;

  GtkEntry *search;
  GtkLabel *on_site_count;
  GtkLabel *on_site_words;
  GtkStack *on_site_stack;
  FoyerVisitTable *on_site;
  GtkLabel *on_site_empty;
  GtkLabel *left_count;
  GtkLabel *left_words;
  GtkStack *left_stack;
  FoyerVisitTable *left;
  GtkLabel *left_empty;
  GtkWidget *check_out;
  GtkWidget *host_told;
  GtkWidget *handed_out;
  GtkMenu *menu;
  GtkWidget *menu_check_out;
  GtkWidget *menu_host_told;
  GtkWidget *menu_handed_out;

  gint64 first_arrival; /* of those on site; 0: nobody */
  gint64 last_leaving;
};

G_DEFINE_FINAL_TYPE (FoyerTodayPage, foyer_today_page, FOYER_TYPE_DESK_PAGE)

static gboolean
may (FoyerTodayPage *self, FoyerRight right)
{
  const FoyerDeskContext *context = foyer_desk_page_get_context (FOYER_DESK_PAGE (self));

  return foyer_roles_may (foyer_actor_get_roles (context->actor), right);
}

/* Shows the deeds that the selected row asks for. */
static void
show_deeds (FoyerTodayPage *self)
{
  g_autoptr (FoyerVisit) visit = foyer_visit_table_get_selected (self->on_site);
  FoyerVisitNote notes = visit != NULL ? foyer_visit_get_notes (visit) : 0;
  gboolean can = visit != NULL && !foyer_desk_page_is_cut_off (FOYER_DESK_PAGE (self));
  gboolean untold = (notes & FOYER_VISIT_HOST_UNTOLD) != 0 && may (self, FOYER_RIGHT_TELL_HOST);
  gboolean waits = (notes & FOYER_VISIT_BADGE_WAITING) != 0 && may (self, FOYER_RIGHT_TELL_HOST);
  gboolean leaves = may (self, FOYER_RIGHT_CHECK_OUT);

  gtk_widget_set_visible (self->check_out, visit != NULL && leaves);
  gtk_widget_set_visible (self->host_told, untold);
  gtk_widget_set_visible (self->handed_out, waits);
  gtk_widget_set_sensitive (self->check_out, can);
  gtk_widget_set_sensitive (self->host_told, can);
  gtk_widget_set_sensitive (self->handed_out, can);
  gtk_widget_set_sensitive (self->menu_check_out, can && leaves);
  gtk_widget_set_sensitive (self->menu_host_told, can && untold);
  gtk_widget_set_sensitive (self->menu_handed_out, can && waits);
}

static char *
format_longest (FoyerTodayPage *self)
{
  const FoyerDeskContext *context = foyer_desk_page_get_context (FOYER_DESK_PAGE (self));
  gint64 stay = MAX (foyer_clock_now (context->clock) - self->first_arrival, 0);
  int hours = (int) (stay / FOYER_HOUR);
  int minutes = (int) (stay % FOYER_HOUR / FOYER_MINUTE);

  if (self->first_arrival == 0)
    return g_strdup ("");
  if (hours == 0)
    return g_strdup_printf (C_ ("desk", "longest %d\u00a0min"), minutes);
  return g_strdup_printf (C_ ("desk", "longest %d\u00a0h %d\u00a0min"), hours, minutes);
}

static char *
format_last (FoyerTodayPage *self)
{
  const FoyerDeskContext *context = foyer_desk_page_get_context (FOYER_DESK_PAGE (self));
  g_autofree char *time = NULL;

  if (self->last_leaving == 0)
    return g_strdup ("");
  time =
      foyer_day_format_time (foyer_settings_get_time_zone (context->settings), self->last_leaving);
  return g_strdup_printf (C_ ("desk", "last at %s"), time);
}

static char *
format_found (int found)
{
  return g_strdup_printf (C_ ("desk", "%d\u00a0found"), found);
}

static void
set_figure (GtkLabel *label, int n)
{
  g_autofree char *figure = g_strdup_printf ("%d", n);

  gtk_label_set_text (label, figure);
}

/* Says counts, times, and why a list is empty. */
static void
show_words (FoyerTodayPage *self)
{
  const char *query = gtk_entry_get_text (self->search);
  int on_site = foyer_visit_table_count (self->on_site);
  int on_site_seen = foyer_visit_table_count_seen (self->on_site);
  int left = foyer_visit_table_count (self->left);
  int left_seen = foyer_visit_table_count_seen (self->left);
  gboolean searching = *query != '\0';
  g_autofree char *on_site_words = searching ? format_found (on_site_seen) : format_longest (self);
  g_autofree char *left_words = searching ? format_found (left_seen) : format_last (self);
  g_autofree char *nobody = NULL;

  set_figure (self->on_site_count, on_site);
  set_figure (self->left_count, left);
  gtk_label_set_text (self->on_site_words, on_site_words);
  gtk_label_set_text (self->left_words, left_words);
  if (searching && left_seen == 0)
    nobody = g_strdup_printf (C_ ("desk", "No one called “%s” today."), query);
  else if (searching)
    nobody = g_strdup (C_ ("desk", "No match on site; see who left today."));
  else
    nobody = g_strdup (C_ ("desk", "Nobody is on site."));
  gtk_label_set_text (self->on_site_empty, nobody);
  gtk_label_set_text (self->left_empty,
                      searching ? C_ ("desk", "No match.")
                                : C_ ("desk", "Nobody has left yet today."));
  gtk_stack_set_visible_child_name (self->on_site_stack, on_site_seen > 0 ? "rows" : "empty");
  gtk_stack_set_visible_child_name (self->left_stack, left_seen > 0 ? "rows" : "empty");
}

static void
show_visits (FoyerTodayPage *self, GListModel *visits)
{
  g_autoptr (GPtrArray) on_site = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_object_unref);

  self->first_arrival = 0;
  self->last_leaving = 0;
  for (guint i = 0; i < g_list_model_get_n_items (visits); i++) {
    FoyerVisit *visit = g_list_model_get_item (visits, i);

    FoyerVisitState state = foyer_visit_get_state (visit);

    if (state == FOYER_VISIT_ON_SITE) {
      gint64 arrived = foyer_visit_get_arrived_at (visit);

      if (self->first_arrival == 0 || arrived < self->first_arrival)
        self->first_arrival = arrived;
      g_ptr_array_add (on_site, g_steal_pointer (&visit));
    } else if (state == FOYER_VISIT_LEFT || state == FOYER_VISIT_NOT_SEEN_LEAVING) {
      self->last_leaving = MAX (self->last_leaving, foyer_visit_event_time (visit));
      g_ptr_array_add (left, g_steal_pointer (&visit));
    }
  }
  g_ptr_array_sort (on_site, foyer_visit_order_on_site);
  g_ptr_array_sort (left, foyer_visit_order_left);
  /* The keyboard's place in the list goes to a neighbour as well. */
  if (!foyer_visit_table_show (self->on_site, on_site)
      && gtk_widget_is_focus (GTK_WIDGET (self->on_site)))
    gtk_entry_grab_focus_without_selecting (self->search);
  foyer_visit_table_show (self->left, left);
  show_words (self);
  show_deeds (self);
}

static void
on_today (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerPresence) today = foyer_store_do_finish (result, &err);
  FoyerTodayPage *self = data;

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* self is gone */
  if (today != NULL)
    show_visits (self, G_LIST_MODEL (today->visits));
  foyer_desk_page_answered (FOYER_DESK_PAGE (self), err);
}

static void
foyer_today_page_ask (FoyerDeskPage *page)
{
  const FoyerDeskContext *context = foyer_desk_page_get_context (page);
  gint64 from, until;

  foyer_day_bounds (foyer_settings_get_time_zone (context->settings),
                    foyer_clock_now (context->clock),
                    &from,
                    &until);
  foyer_store_do (context->store,
                  context->actor,
                  &foyer_reception_today,
                  foyer_presence_new (from, 0, NULL),
                  foyer_presence_free,
                  foyer_desk_page_get_cancel (page),
                  on_today,
                  page);
}

static void
on_checked_out (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerSignOut) done = foyer_store_do_finish (result, &err);
  g_autofree char *words = NULL;

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* the page is gone */
  if (err == NULL)
    words = g_strdup_printf (C_ ("desk", "%s checked out"), foyer_visit_shown_name (done->visit));
  if (err != NULL)
    foyer_desk_page_say_error (data, err);
  else
    foyer_desk_page_say (data, words);
}

static void
check_out (FoyerTodayPage *self)
{
  FoyerDeskPage *page = FOYER_DESK_PAGE (self);
  const FoyerDeskContext *context = foyer_desk_page_get_context (page);
  g_autoptr (FoyerVisit) visit = foyer_visit_table_get_selected (self->on_site);

  if (visit == NULL || foyer_desk_page_is_cut_off (page) || !may (self, FOYER_RIGHT_CHECK_OUT))
    return;
  foyer_store_do (
      context->store,
      context->actor,
      &foyer_reception_check_out,
      foyer_sign_out_new (NULL, foyer_visit_get_id (visit), foyer_clock_now (context->clock)),
      foyer_sign_out_free,
      foyer_desk_page_get_cancel (page),
      on_checked_out,
      page);
  gtk_entry_set_text (self->search, "");
}

static void
on_worked (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerDeskWork) done = foyer_store_do_finish (result, &err);

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* the page is gone */
  if (err != NULL)
    foyer_desk_page_say_error (data, err);
}

static void
see_to (FoyerTodayPage *self, const FoyerDeed *deed, FoyerVisitNote note)
{
  FoyerDeskPage *page = FOYER_DESK_PAGE (self);
  const FoyerDeskContext *context = foyer_desk_page_get_context (page);
  g_autoptr (FoyerVisit) visit = foyer_visit_table_get_selected (self->on_site);

  if (visit == NULL || foyer_desk_page_is_cut_off (page) || !may (self, FOYER_RIGHT_TELL_HOST)
      || !(foyer_visit_get_notes (visit) & note))
    return;
  foyer_store_do (
      context->store,
      context->actor,
      deed,
      foyer_desk_work_new (foyer_visit_get_id (visit), foyer_clock_now (context->clock)),
      foyer_desk_work_free,
      foyer_desk_page_get_cancel (page),
      on_worked,
      page);
}

static void
tell_host (FoyerTodayPage *self)
{
  see_to (self, &foyer_reception_host_told, FOYER_VISIT_HOST_UNTOLD);
}

static void
hand_out (FoyerTodayPage *self)
{
  see_to (self, &foyer_reception_badge_handed_out, FOYER_VISIT_BADGE_WAITING);
}

/* A search that leaves one person has singled out whom Enter is about. */
static void
on_search_changed (FoyerTodayPage *self)
{
  const char *query = gtk_entry_get_text (self->search);
  g_autofree char *folded = foyer_typed_text_fold (query);

  foyer_visit_table_search (self->on_site, query);
  foyer_visit_table_search (self->left, query);
  if (*folded != '\0' && foyer_visit_table_count_seen (self->on_site) == 1)
    foyer_visit_table_select_first (self->on_site);
  else
    foyer_visit_table_unselect (self->on_site);
  show_words (self);
}

static void
on_search_stopped (FoyerTodayPage *self)
{
  gtk_entry_set_text (self->search, "");
}

static void
on_search_activated (FoyerTodayPage *self)
{
  g_autoptr (FoyerVisit) visit = foyer_visit_table_get_selected (self->on_site);

  if (visit != NULL) {
    check_out (self);
  } else {
    foyer_visit_table_select_first (self->on_site);
    gtk_widget_grab_focus (GTK_WIDGET (self->on_site));
  }
}

static gboolean
on_search_key (FoyerTodayPage *self, GdkEventKey *event)
{
  g_autoptr (FoyerVisit) visit = NULL;

  if (event->keyval != GDK_KEY_Down && event->keyval != GDK_KEY_KP_Down)
    return FALSE;
  visit = foyer_visit_table_get_selected (self->on_site);
  if (visit == NULL)
    foyer_visit_table_select_first (self->on_site);
  gtk_widget_grab_focus (GTK_WIDGET (self->on_site));
  return TRUE;
}

static gboolean
on_popup_menu (FoyerTodayPage *self)
{
  return foyer_visit_table_pop_up (self->on_site, self->menu, NULL);
}

static gboolean
on_button (FoyerTodayPage *self, GdkEventButton *event)
{
  return gdk_event_triggers_context_menu ((GdkEvent *) event)
         && foyer_visit_table_pop_up (self->on_site, self->menu, event);
}

static gboolean
foyer_today_page_handle_key (FoyerDeskPage *page, GdkEventKey *event)
{
  FoyerTodayPage *self = FOYER_TODAY_PAGE (page);
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (page));
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  gunichar letter = gdk_keyval_to_unicode (event->keyval);

  if (event->state & GDK_CONTROL_MASK) {
    if (event->keyval == GDK_KEY_d)
      tell_host (self);
    else if (event->keyval == GDK_KEY_b)
      hand_out (self);
    else if (event->keyval == GDK_KEY_f)
      gtk_widget_grab_focus (GTK_WIDGET (self->search));
    else
      return FALSE;
    return TRUE;
  }
  if (event->keyval == GDK_KEY_Escape && focus != GTK_WIDGET (self->search)) {
    gtk_entry_set_text (self->search, "");
    return TRUE;
  }
  /* Whoever just types, searches. */
  if (!GTK_IS_ENTRY (focus) && !(event->state & GDK_MOD1_MASK) && g_unichar_isgraph (letter))
    gtk_entry_grab_focus_without_selecting (self->search);
  return FALSE;
}

static void
foyer_today_page_cut_off_changed (FoyerDeskPage *page)
{
  show_deeds (FOYER_TODAY_PAGE (page));
}

static void
bind_children (GtkWidgetClass *klass)
{
#define BIND(child) gtk_widget_class_bind_template_child (klass, FoyerTodayPage, child)
  BIND (search);
  BIND (on_site_count);
  BIND (on_site_words);
  BIND (on_site_stack);
  BIND (on_site);
  BIND (on_site_empty);
  BIND (left_count);
  BIND (left_words);
  BIND (left_stack);
  BIND (left);
  BIND (left_empty);
  BIND (check_out);
  BIND (host_told);
  BIND (handed_out);
  BIND (menu);
  BIND (menu_check_out);
  BIND (menu_host_told);
  BIND (menu_handed_out);
#undef BIND
}

static void
foyer_today_page_class_init (FoyerTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  FoyerDeskPageClass *page_class = FOYER_DESK_PAGE_CLASS (klass);

  g_type_ensure (FOYER_TYPE_VISIT_TABLE);

  page_class->ask = foyer_today_page_ask;
  page_class->handle_key = foyer_today_page_handle_key;
  page_class->cut_off_changed = foyer_today_page_cut_off_changed;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/desk/today-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, check_out);
  gtk_widget_class_bind_template_callback (widget_class, tell_host);
  gtk_widget_class_bind_template_callback (widget_class, hand_out);
  gtk_widget_class_bind_template_callback (widget_class, show_deeds);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_key);
  gtk_widget_class_bind_template_callback (widget_class, on_popup_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_button);
  gtk_widget_class_set_css_name (widget_class, "foyer-today-page");
}

static void
foyer_today_page_init (FoyerTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
foyer_today_page_new (const FoyerDeskContext *context)
{
  FoyerTodayPage *self = g_object_new (FOYER_TYPE_TODAY_PAGE, NULL);

  foyer_desk_page_set_context (FOYER_DESK_PAGE (self), context);
  foyer_visit_table_set_up (self->on_site, context->settings, FALSE);
  foyer_visit_table_set_up (self->left, context->settings, FALSE);
  show_deeds (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  return GTK_WIDGET (self);
}
