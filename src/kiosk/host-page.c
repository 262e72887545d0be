/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-host-page"

#include "kiosk/host-page.h"

#include <glib/gi18n-lib.h>

#include "kiosk/choice.h"
#include "kiosk/field.h"
#include "reception/error.h"
#include "reception/hosts.h"
#include "visit/typed-text.h"

#define COLUMNS 2

/* Portrait: what three rows of results take, so that the entry stands still while they come. */
#define RESULTS_HEIGHT 240

/**
 * FoyerHostPage:
 *
 * Asks whom the visitor visits, by three letters.
 */
struct _FoyerHostPage {
  FoyerKioskPage parent;

  GtkLabel *question;
  GtkWidget *hint;
  FoyerField *field;
  GtkScrolledWindow *scrolled;
  GtkGrid *results;
  GPtrArray *hosts;     /* of FoyerHost: what the buttons stand for */
  FoyerHost *chosen;    /* NULL: not listed */
  gboolean is_answered; /* a button was tapped */
  GCancellable *search; /* the one under way */
  FoyerHostAllowance allowance;
};

G_DEFINE_FINAL_TYPE (FoyerHostPage, foyer_host_page, FOYER_TYPE_KIOSK_PAGE)

static void
answer (FoyerHostPage *self, FoyerHost *host)
{
  g_set_object (&self->chosen, host);
  self->is_answered = TRUE;
  foyer_kiosk_page_answer (FOYER_KIOSK_PAGE (self));
}

static void
on_chosen (FoyerHostPage *self, const char *key)
{
  guint64 nth = g_ascii_strtoull (key, NULL, 10);

  if (nth < self->hosts->len)
    answer (self, g_ptr_array_index (self->hosts, nth));
}

static void
on_not_listed (FoyerHostPage *self)
{
  answer (self, NULL);
}

static void
attach (FoyerHostPage *self, GtkWidget *choice, guint nth)
{
  int columns = foyer_kiosk_page_is_cramped (FOYER_KIOSK_PAGE (self)) ? 1 : COLUMNS;

  gtk_widget_set_hexpand (choice, TRUE);
  gtk_grid_attach (self->results, choice, (int) nth % columns, (int) nth / columns, 1, 1);
}

static void
show_hosts (FoyerHostPage *self)
{
  GtkWidget *not_listed =
      foyer_choice_new ("", C_ ("kiosk", "I do not know, or not listed"), NULL, "answer");

  gtk_container_foreach (GTK_CONTAINER (self->results), (GtkCallback) gtk_widget_destroy, NULL);
  for (guint i = 0; i < self->hosts->len; i++) {
    g_autofree char *key = g_strdup_printf ("%u", i);
    GtkWidget *choice = foyer_choice_new (key,
                                          foyer_host_get_name (g_ptr_array_index (self->hosts, i)),
                                          NULL,
                                          "answer");

    g_signal_connect_swapped (choice, "chosen", G_CALLBACK (on_chosen), self);
    attach (self, choice, i);
  }
  gtk_style_context_add_class (gtk_widget_get_style_context (not_listed), "other");
  g_signal_connect_swapped (not_listed, "chosen", G_CALLBACK (on_not_listed), self);
  attach (self, not_listed, self->hosts->len);
  foyer_kiosk_page_set_complete (FOYER_KIOSK_PAGE (self), self->hosts->len == 1);
}

static void
say_used_up (FoyerHostPage *self)
{
  foyer_field_complain (self->field,
                        C_ ("kiosk", "Reception will find your host. Choose “not listed”."));
}

static void
say_no_match (FoyerHostPage *self, const char *typed)
{
  g_autofree char *sentence = g_strdup_printf (
      C_ ("kiosk", "No match for “%s”. Check the spelling, or choose “not listed”."),
      typed);

  if (self->allowance == FOYER_HOST_USED_UP)
    say_used_up (self);
  else
    foyer_field_complain (self->field,
                          self->allowance == FOYER_HOST_LAST_NAMES
                              ? C_ ("kiosk", "Type the whole last name, or choose “not listed”.")
                              : sentence);
}

static void
on_found (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerHostSearch) search = foyer_store_do_finish (result, &err);
  FoyerHostPage *self = data;

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* more was typed meanwhile, or self is gone */
  g_ptr_array_set_size (self->hosts, 0);
  if (err != NULL) {
    show_hosts (self);
    if (g_error_matches (err, FOYER_RECEPTION_ERROR, FOYER_RECEPTION_ERROR_TOO_SHORT))
      return; /* what is missing is said when somebody goes on */
    g_info ("no search for a host: %s", err->message);
    say_used_up (self);
    return;
  }
  for (guint i = 0; search->hosts != NULL && i < search->hosts->len; i++)
    g_ptr_array_add (self->hosts, g_object_ref (g_ptr_array_index (search->hosts, i)));
  foyer_host_budget_shown (foyer_kiosk_page_get_context (FOYER_KIOSK_PAGE (self))->host_budget,
                           self->hosts);
  show_hosts (self);
  if (self->hosts->len == 0)
    say_no_match (self, search->query);
}

static void
search_hosts (FoyerHostPage *self, const char *typed)
{
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (FOYER_KIOSK_PAGE (self));
  FoyerHostSearch *search;

  self->allowance = foyer_host_budget_ask (context->host_budget, typed);
  if (self->allowance == FOYER_HOST_USED_UP) {
    g_ptr_array_set_size (self->hosts, 0);
    show_hosts (self);
    say_used_up (self);
    return;
  }
  search = foyer_host_search_new (typed);
  search->last_name = self->allowance == FOYER_HOST_LAST_NAMES;
  self->search = g_cancellable_new ();
  foyer_store_do (context->store,
                  context->kiosk,
                  &foyer_reception_find_hosts,
                  search,
                  foyer_host_search_free,
                  self->search,
                  on_found,
                  self);
}

static void
drop_search (FoyerHostPage *self)
{
  if (self->search != NULL)
    g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
}

static void
on_changed (FoyerHostPage *self)
{
  const char *typed = foyer_field_get_text (self->field);

  drop_search (self);
  self->is_answered = FALSE;
  /* Fewer letters than three are a whole name, or none that is shown. */
  if (foyer_typed_text_letters (typed) > 0) {
    search_hosts (self, typed);
    return;
  }
  g_ptr_array_set_size (self->hosts, 0);
  show_hosts (self);
}

/* Enter or Continue: the one host that was found, else a word on what is missing. */
static void
on_activate (FoyerHostPage *self)
{
  if (self->hosts->len == 1)
    answer (self, g_ptr_array_index (self->hosts, 0));
  else
    foyer_kiosk_page_answer (FOYER_KIOSK_PAGE (self));
}

static void
foyer_host_page_show (FoyerKioskPage *page)
{
  FoyerHostPage *self = FOYER_HOST_PAGE (page);

  if (foyer_kiosk_page_get_context (page)->portrait) {
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
    gtk_box_set_homogeneous (GTK_BOX (self), FALSE);
    gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
    gtk_scrolled_window_set_max_content_height (self->scrolled, RESULTS_HEIGHT);
    gtk_scrolled_window_set_min_content_height (self->scrolled, RESULTS_HEIGHT);
  }
  foyer_kiosk_page_put_last (page, self->hint);
  foyer_field_show (self->field, foyer_visit_get_host_name (foyer_kiosk_page_get_visit (page)));
  if (self->hosts->len == 0)
    on_changed (self);
}

static gboolean
foyer_host_page_apply (FoyerKioskPage *page, GError **error)
{
  FoyerHostPage *self = FOYER_HOST_PAGE (page);
  FoyerVisit *visit = foyer_kiosk_page_get_visit (page);
  guint letters = foyer_typed_text_letters (foyer_field_get_text (self->field));

  if (!self->is_answered && self->hosts->len == 1) {
    g_set_object (&self->chosen, g_ptr_array_index (self->hosts, 0));
    self->is_answered = TRUE;
  }
  if (!self->is_answered) {
    g_set_error_literal (error,
                         FOYER_RECEPTION_ERROR,
                         letters < FOYER_HOST_SEARCH_LETTERS ? FOYER_RECEPTION_ERROR_TOO_SHORT
                                                             : FOYER_RECEPTION_ERROR_NO_SUCH_HOST,
                         "no host was chosen");
    return FALSE;
  }
  if (self->chosen == NULL)
    foyer_visit_set_host (visit, NULL, NULL);
  else
    foyer_visit_set_host (visit,
                          foyer_host_get_id (self->chosen),
                          foyer_host_get_name (self->chosen));
  return TRUE;
}

static void
foyer_host_page_complain (FoyerKioskPage *page, const char *sentence)
{
  FoyerHostPage *self = FOYER_HOST_PAGE (page);
  const char *typed = foyer_field_get_text (self->field);
  guint letters = foyer_typed_text_letters (typed);

  if (sentence != NULL && letters == FOYER_HOST_SEARCH_LETTERS - 1)
    sentence = C_ ("kiosk", "Type one more letter.");
  else if (sentence != NULL && letters == FOYER_HOST_SEARCH_LETTERS - 2)
    sentence = C_ ("kiosk", "Type two more letters.");
  else if (sentence != NULL && letters >= FOYER_HOST_SEARCH_LETTERS && self->hosts->len == 0) {
    say_no_match (self, typed);
    return;
  }
  foyer_field_complain (self->field, sentence);
}

static GtkEntry *
foyer_host_page_text_entry (FoyerKioskPage *page)
{
  return foyer_field_get_entry (FOYER_HOST_PAGE (page)->field);
}

static void
foyer_host_page_dispose (GObject *object)
{
  drop_search (FOYER_HOST_PAGE (object));

  G_OBJECT_CLASS (foyer_host_page_parent_class)->dispose (object);
}

static void
foyer_host_page_finalize (GObject *object)
{
  FoyerHostPage *self = FOYER_HOST_PAGE (object);

  g_ptr_array_unref (self->hosts);
  g_clear_object (&self->chosen);

  G_OBJECT_CLASS (foyer_host_page_parent_class)->finalize (object);
}

static void
foyer_host_page_class_init (FoyerHostPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  FoyerKioskPageClass *page_class = FOYER_KIOSK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_host_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_host_page_finalize;
  page_class->show = foyer_host_page_show;
  page_class->apply = foyer_host_page_apply;
  page_class->complain = foyer_host_page_complain;
  page_class->text_entry = foyer_host_page_text_entry;

  g_type_ensure (FOYER_TYPE_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/host-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerHostPage, question);
  gtk_widget_class_bind_template_child (widget_class, FoyerHostPage, hint);
  gtk_widget_class_bind_template_child (widget_class, FoyerHostPage, field);
  gtk_widget_class_bind_template_child (widget_class, FoyerHostPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, FoyerHostPage, results);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_set_css_name (widget_class, "foyer-host-page");
}

static void
foyer_host_page_init (FoyerHostPage *self)
{
  self->hosts = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_mnemonic_widget (self->question, GTK_WIDGET (foyer_field_get_entry (self->field)));
}
