/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-log-page"

#include "desk/log-page.h"

#include <glib/gi18n.h>

#include "desk/visit-table.h"
#include "reception/presence.h"
#include "station/day.h"

/* The most visits that one answer of the day's log holds. */
#define PAGE 2000

/**
 * FoyerLogPage:
 *
 * The visits of a day: who came, when, to whom, and when they left.
 */
struct _FoyerLogPage {
  FoyerDeskPage parent;

  GtkWidget *next;
  GtkMenuButton *date;
  GtkLabel *date_words;
  GtkCalendar *calendar;
  GtkEntry *search;
  GtkStack *stack;
  FoyerVisitTable *table;
  GtkLabel *empty;
  GtkLabel *footer;

  gint64 from; /* the day */
  gint64 until;
  gboolean follows; /* the day is today, and moves on with it */
  gboolean changes_calendar;
  GPtrArray *visits; /* what has come so far of the answer */
  gint64 asked;      /* the day that is being read */
  gint64 noted;      /* the day of which the audit trail knows that it was looked at */
};

G_DEFINE_FINAL_TYPE (FoyerLogPage, foyer_log_page, FOYER_TYPE_DESK_PAGE)

static const FoyerDeskContext *
context_of (FoyerLogPage *self)
{
  return foyer_desk_page_get_context (FOYER_DESK_PAGE (self));
}

static GTimeZone *
zone_of (FoyerLogPage *self)
{
  return foyer_settings_get_time_zone (context_of (self)->settings);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  FoyerVisit *one = *(FoyerVisit *const *) a;
  FoyerVisit *other = *(FoyerVisit *const *) b;
  gint64 later = foyer_visit_event_time (other) - foyer_visit_event_time (one);

  if (later != 0)
    return later > 0 ? 1 : -1;
  return g_bytes_compare (foyer_visit_get_id (one), foyer_visit_get_id (other));
}

/* Says how many, and why the list is empty. */
static void
show_words (FoyerLogPage *self)
{
  const char *query = gtk_entry_get_text (self->search);
  int all = foyer_visit_table_count (self->table);
  int seen = foyer_visit_table_count_seen (self->table);
  g_autofree char *count = g_strdup_printf (C_ ("desk", "Visits: %d"), all);
  g_autofree char *found = NULL;
  g_autofree char *nobody = NULL;

  if (*query != '\0') {
    found = g_strdup_printf (C_ ("desk", "%d\u00a0found"), seen);
    gtk_label_set_text (self->footer, found);
  } else {
    gtk_label_set_text (self->footer, count);
  }
  if (*query != '\0' && all > 0)
    nobody = g_strdup_printf (C_ ("desk", "No one called “%s” on this day."), query);
  else
    nobody = g_strdup (C_ ("desk", "Nothing happened on this day."));
  gtk_label_set_text (self->empty, nobody);
  gtk_stack_set_visible_child_name (self->stack, seen > 0 ? "rows" : "empty");
}

static void
finish (FoyerLogPage *self, const GError *err)
{
  if (err == NULL && self->asked == self->from) {
    g_ptr_array_sort (self->visits, compare);
    foyer_visit_table_show (self->table, self->visits);
    show_words (self);
  }
  g_ptr_array_set_size (self->visits, 0);
  foyer_desk_page_answered (FOYER_DESK_PAGE (self), err);
}

/* Asks for the day's first visits, or for those after @before. */
static void
read_on (FoyerLogPage *self, FoyerVisit *before, GAsyncReadyCallback ready)
{
  const FoyerDeskContext *context = context_of (self);
  gboolean noted = before != NULL || self->noted == self->from;
  FoyerPresence *log = foyer_presence_new (self->from, self->until, before);

  log->now = foyer_clock_now (context->clock);
  foyer_store_do (context->store,
                  context->actor,
                  noted ? &foyer_reception_day_log : &foyer_reception_look_at_day_log,
                  log,
                  foyer_presence_free,
                  foyer_desk_page_get_cancel (FOYER_DESK_PAGE (self)),
                  ready,
                  self);
}

static void
on_log (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerPresence) log = foyer_store_do_finish (result, &err);
  FoyerLogPage *self = data;
  guint n;

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* self is gone */
  if (log != NULL)
    self->noted = log->from;
  n = log != NULL ? g_list_model_get_n_items (G_LIST_MODEL (log->visits)) : 0;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->visits, g_list_model_get_item (G_LIST_MODEL (log->visits), i));
  if (n == PAGE && self->asked == self->from)
    read_on (self, g_ptr_array_index (self->visits, self->visits->len - 1), on_log);
  else
    finish (self, err);
}

static void
show_date (FoyerLogPage *self)
{
  g_autofree char *date = foyer_day_format_date (zone_of (self), self->from);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (self->from / FOYER_SECOND);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone_of (self));

  gtk_label_set_text (self->date_words, date);
  gtk_widget_set_sensitive (self->next, !self->follows);
  self->changes_calendar = TRUE;
  gtk_calendar_select_month (self->calendar,
                             (guint) g_date_time_get_month (local) - 1,
                             (guint) g_date_time_get_year (local));
  gtk_calendar_select_day (self->calendar, (guint) g_date_time_get_day_of_month (local));
  self->changes_calendar = FALSE;
}

/* Shows the day of a moment, but none that is still to come. */
static void
go_to (FoyerLogPage *self, gint64 instant)
{
  gint64 now = foyer_clock_now (context_of (self)->clock);
  gint64 from, until;

  foyer_day_bounds (zone_of (self), MIN (instant, now), &from, &until);
  self->follows = now < until;
  if (from == self->from)
    return;
  self->from = from;
  self->until = until;
  show_date (self);
}

static void
turn_to (FoyerLogPage *self, gint64 instant)
{
  go_to (self, instant);
  foyer_desk_page_refresh (FOYER_DESK_PAGE (self));
}

static void
foyer_log_page_ask (FoyerDeskPage *page)
{
  FoyerLogPage *self = FOYER_LOG_PAGE (page);

  if (self->follows)
    go_to (self, foyer_clock_now (context_of (self)->clock));
  self->asked = self->from;
  read_on (self, NULL, on_log);
}

static void
on_previous (FoyerLogPage *self)
{
  turn_to (self, self->from - 1);
}

static void
on_next (FoyerLogPage *self)
{
  turn_to (self, self->until);
}

static void
on_day_selected (FoyerLogPage *self)
{
  guint year, month, day;
  gint64 from, until;

  if (self->changes_calendar)
    return;
  gtk_calendar_get_date (self->calendar, &year, &month, &day);
  if (foyer_day_bounds_of_date (zone_of (self),
                                (int) year,
                                (int) month + 1,
                                (int) day,
                                &from,
                                &until))
    turn_to (self, from);
}

static void
on_day_chosen (FoyerLogPage *self)
{
  gtk_popover_popdown (gtk_menu_button_get_popover (self->date));
}

static void
on_search_changed (FoyerLogPage *self)
{
  foyer_visit_table_search (self->table, gtk_entry_get_text (self->search));
  show_words (self);
}

static void
on_search_stopped (FoyerLogPage *self)
{
  gtk_entry_set_text (self->search, "");
}

static gboolean
foyer_log_page_handle_key (FoyerDeskPage *page, GdkEventKey *event)
{
  FoyerLogPage *self = FOYER_LOG_PAGE (page);
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (page));
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  gunichar letter = gdk_keyval_to_unicode (event->keyval);

  if (event->state & GDK_CONTROL_MASK) {
    if (event->keyval == GDK_KEY_Left)
      on_previous (self);
    else if (event->keyval == GDK_KEY_Right)
      on_next (self);
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
foyer_log_page_finalize (GObject *object)
{
  g_ptr_array_unref (FOYER_LOG_PAGE (object)->visits);

  G_OBJECT_CLASS (foyer_log_page_parent_class)->finalize (object);
}

static void
foyer_log_page_class_init (FoyerLogPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  FoyerDeskPageClass *page_class = FOYER_DESK_PAGE_CLASS (klass);

  g_type_ensure (FOYER_TYPE_VISIT_TABLE);

  G_OBJECT_CLASS (klass)->finalize = foyer_log_page_finalize;
  page_class->ask = foyer_log_page_ask;
  page_class->handle_key = foyer_log_page_handle_key;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/desk/log-page.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, FoyerLogPage, child)
  BIND (next);
  BIND (date);
  BIND (date_words);
  BIND (calendar);
  BIND (search);
  BIND (stack);
  BIND (table);
  BIND (empty);
  BIND (footer);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_day_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_set_css_name (widget_class, "foyer-log-page");
}

static void
foyer_log_page_init (FoyerLogPage *self)
{
  self->visits = g_ptr_array_new_with_free_func (g_object_unref);
  self->follows = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
foyer_log_page_new (const FoyerDeskContext *context)
{
  FoyerLogPage *self = g_object_new (FOYER_TYPE_LOG_PAGE, NULL);

  foyer_desk_page_set_context (FOYER_DESK_PAGE (self), context);
  foyer_visit_table_set_up (self->table, context->settings, TRUE);
  return GTK_WIDGET (self);
}
