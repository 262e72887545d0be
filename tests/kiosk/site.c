/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "site"

#include "kiosk/site.h"

#include "kiosk/frame.h"
#include "station/language.h"

/* A site's own type, with every kind of field. */
static const char guest_type[] =
    "[type]\nname=Guest\nname[de]=Gast\npurpose=Visiting someone\n"
    "asks=first-visit;escort;name;email;phone;born;people;car;place;nda;rules;host\n"
    "[field first-visit]\nkind=yes-no\nquestion=Is this your first visit?\n"
    "question[de]=Sind Sie zum ersten Mal hier?\nlabel=First visit\n"
    "purpose=Then somebody comes along.\nkept=no\n"
    "[field escort]\nkind=text\nquestion=Who comes along?\nlabel=Escort\n"
    "hint=A <b>name</b> & nothing else.\npurpose=So that we know.\n"
    "seen-by=receptionist;host\nkept=stay\nshow-if=first-visit:yes\n"
    "[field email]\nkind=email\nquestion=What is your e-mail address?\n"
    "question[de]=Wie ist Ihre E-Mail-Adresse?\nlabel=E-mail\nlabel[de]=E-Mail\n"
    "purpose=For the minutes.\nseen-by=receptionist\nkept=visit\n"
    "[field phone]\nkind=telephone\nquestion=What is your telephone number?\nlabel=Telephone\n"
    "purpose=To reach you.\nseen-by=security\nkept=stay\nrequired=no\n"
    "[field born]\nkind=date\nquestion=When were you born?\nlabel=Born\n"
    "purpose=For the form.\nseen-by=security\nkept=visit\n"
    "[field people]\nkind=number\nquestion=How many are you?\nlabel=People\n"
    "purpose=For the alarm.\nseen-by=security\nkept=visit\n"
    "[field car]\nkind=car-registration\nquestion=Which car is yours?\nlabel=Car\n"
    "purpose=For the gate.\nseen-by=security\nkept=visit\n"
    "[field place]\nkind=choice\nquestion=Where do you go?\nquestion[de]=Wohin gehen Sie?\n"
    "label=Place\npurpose=So that we find you.\nseen-by=security\nkept=visit\nrequired=no\n"
    "choices=roof;cellar\nchoice.roof=<i>Roof</i> & sky\nchoice.roof[de]=Dach\n"
    "icon.roof=foyer-ladder-symbolic\nchoice.cellar=Cellar\n"
    "[field nda]\nkind=accept\nquestion=Keep it to yourself\nlabel=Agreement\n"
    "purpose=So that all know.\nseen-by=security\nkept=visit\nversion=1\n"
    "text=What you see here is <b>secret</b>.\\nAlso tomorrow.\n"
    "[field rules]\nkind=accept\nquestion=Before you start\nlabel=Rules\n"
    "purpose=So that all come home.\nseen-by=security\nkept=visit\nversion=3\n"
    "rule.1=Wear a <b>helmet</b>.\nicon.1=foyer-helmet-symbolic\nrule.2=Watch your step.\n";

/* An answer to each page: typed with Enter, or pressed. */
typedef struct {
  const char *page;
  const char *typed;
  const char *pressed;
} Answer;

static const Answer answers[] = {
  { "welcome", NULL, "Sign in" },
  { "purpose", NULL, "Visiting someone" },
  { "guest/first-visit", NULL, "Yes" },
  { "guest/escort", " Bob  <b>&</b> ", NULL },
  { "name", "Zoë <i>Brontë</i>", NULL },
  { "guest/email", "zoe@example.com", NULL },
  { "guest/phone", "+44 20 7946 0958", NULL },
  { "guest/born", "1/2/1990", NULL },
  { "guest/people", "3", NULL },
  { "guest/car", "m-x 12", NULL },
  { "guest/place", NULL, "<i>Roof</i> & sky" },
  { "guest/nda", NULL, "I accept" },
  { "guest/rules", NULL, "I have read these" },
  { "host", NULL, "I do not know, or not listed" },
};

FoyerKioskPage *
site_get_page (Site *site)
{
  return foyer_kiosk_frame_find (FOYER_KIOSK_FRAME (foyer_kiosk_flow_get_frame (site->flow)),
                                 foyer_kiosk_flow_get_page (site->flow));
}

GtkEntry *
site_get_entry (Site *site)
{
  GtkEntry *entry = foyer_kiosk_page_get_text_entry (site_get_page (site));

  g_assert_nonnull (entry);
  return entry;
}

static void
open_window (Site *site, FoyerVisit *visit, const char *language)
{
  FoyerKioskContext context = site->stage.context;

  foyer_language_use (language);
  context.visit = visit;
  context.language = language;
  context.reading = NULL;
  site->flow = foyer_kiosk_flow_new (&context);
  site->stage.window = gtk_offscreen_window_new ();
  gtk_style_context_add_class (gtk_widget_get_style_context (site->stage.window), "kiosk");
  gtk_widget_set_size_request (site->stage.window, site->stage.width, site->stage.height);
  gtk_container_add (GTK_CONTAINER (site->stage.window), foyer_kiosk_flow_get_frame (site->flow));
  gtk_widget_show (site->stage.window);
}

/* Ends a flow, and finds that nobody keeps it, or anything that was typed into it. */
static void
close_window (Site *site, FoyerKioskFlow *flow, GtkWidget *window)
{
  GtkWidget *frame = g_object_ref (foyer_kiosk_flow_get_frame (flow));

  g_object_run_dispose (G_OBJECT (flow));
  gtk_widget_destroy (window);
  g_assert_finalize_object (frame);
  g_assert_finalize_object (flow);
}

void
site_set_up (Site *site, gconstpointer unused)
{
  g_autoptr (FoyerVisit) visit = NULL;

  page_stage_set_up (&site->stage, NULL);
  page_stage_use_type (&site->stage, "guest", guest_type);
  visit = foyer_visit_new (NINE_O_CLOCK);
  open_window (site, visit, "en");
  foyer_kiosk_flow_begin (site->flow, "welcome");
}

void
site_tear_down (Site *site, gconstpointer unused)
{
  close_window (site, site->flow, g_steal_pointer (&site->stage.window));
  page_stage_tear_down (&site->stage, NULL);
}

/* The check page is there as soon as the notice was read. */
void
site_wait (Site *site, const char *page)
{
  gint64 patience = g_get_monotonic_time () + FOYER_TEST_PATIENCE * 1000;

  while ((g_strcmp0 (foyer_kiosk_flow_get_page (site->flow), page) != 0
          || site_get_page (site) == NULL)
         && g_get_monotonic_time () < patience)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (foyer_kiosk_flow_get_page (site->flow), ==, page);
  while (gtk_events_pending ())
    gtk_main_iteration ();
}

void
site_change_language (Site *site, const char *language)
{
  FoyerKioskFlow *before = site->flow;
  GtkWidget *window = site->stage.window;

  open_window (site, foyer_kiosk_flow_get_visit (before), language);
  foyer_kiosk_flow_take_over (site->flow, before);
  close_window (site, before, window);
}

FoyerVisit *
site_get_visit (Site *site)
{
  return foyer_kiosk_flow_get_visit (site->flow);
}

const char *
site_get_answer (Site *site, const char *key)
{
  return foyer_visit_get_answer (site_get_visit (site), key);
}

void
site_press (Site *site, const char *button)
{
  page_stage_press (&site->stage, button);
}

gboolean
site_sees (Site *site, const char *words)
{
  return page_stage_find (&site->stage, words) != NULL;
}

/* Types over what stands there, and presses Enter. */
void
site_type (Site *site, const char *text)
{
  gtk_entry_set_text (site_get_entry (site), text);
  g_signal_emit_by_name (site_get_entry (site), "activate");
}

/* Answers everything before that page; "check": everything. */
void
site_go_to (Site *site, const char *page)
{
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++) {
    site_wait (site, answers[i].page);
    if (g_str_equal (answers[i].page, page))
      return;
    if (answers[i].pressed != NULL)
      site_press (site, answers[i].pressed);
    else
      site_type (site, answers[i].typed);
  }
  site_wait (site, page);
}
