/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-desk-window"

#include "desk/window.h"

#include <glib/gi18n.h>

#include "desk/call-bar.h"
#include "desk/log-page.h"
#include "desk/say.h"
#include "desk/sign-in-page.h"
#include "desk/today-page.h"
#include "desk/vault-page.h"
#include "desk/visit-rows.h"
#include "reception/sign-out.h"
#include "visit/badge-code.h"
#include "widgets/scan.h"
#include "widgets/toast.h"

/**
 * FoyerDeskWindow:
 *
 * The staff's screen: signs a person in, and shows the views that the person's roles have.
 */
struct _FoyerDeskWindow {
  GtkApplicationWindow parent;

  GtkStack *stack;
  FoyerDeskSignInPage *sign_in_page;
  FoyerVaultPage *vault_page;
  GtkStack *views;
  GtkWidget *switcher;
  GtkLabel *who;
  GtkMenuButton *menu;
  GtkWidget *banner;
  GtkLabel *trouble;
  FoyerCallBar *calls;
  FoyerToast *toast;

  FoyerStore *store;
  FoyerClock *clock;
  FoyerSettings *settings;
  FoyerScan *scan;
  GCancellable *cancel;
  char *words_of_view; /* of the banner */
  gboolean is_overdue;
  FoyerDeskContext context; /* of the views; its actor is the one who has signed in */
};

G_DEFINE_FINAL_TYPE (FoyerDeskWindow, foyer_desk_window, GTK_TYPE_APPLICATION_WINDOW)

static void
say (FoyerDeskWindow *self, const char *words)
{
  foyer_toast_say (self->toast, words);
}

/* What a view cannot do comes first; then what the vault has not done. */
static void
show_banner (FoyerDeskWindow *self)
{
  const char *words = self->words_of_view;

  if (words == NULL && self->is_overdue)
    words =
        C_ ("desk",
            "Deleted visits are not forgotten yet: something is in the way of the key’s swap. An"
            " administrator can help: “foyerctl vault swap”.");
  gtk_label_set_text (self->trouble, words != NULL ? words : "");
  gtk_widget_set_visible (self->banner, words != NULL);
}

static void
on_trouble (FoyerDeskWindow *self, const char *words)
{
  g_free (self->words_of_view);
  self->words_of_view = g_strdup (words);
  show_banner (self);
}

static void
add_view (FoyerDeskWindow *self, GtkWidget *page, const char *name, const char *title)
{
  g_signal_connect_object (page, "said", G_CALLBACK (say), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "trouble", G_CALLBACK (on_trouble), self, G_CONNECT_SWAPPED);
  gtk_widget_show (page);
  gtk_stack_add_titled (self->views, page, name, title);
}

static void
show_who (FoyerDeskWindow *self)
{
  FoyerActor *actor = self->context.actor;
  const char *station = foyer_settings_get_station (self->settings);
  g_autofree char *who = NULL;

  if (actor != NULL && foyer_actor_get_name (actor) != NULL)
    who = g_strjoin (" · ", station, foyer_actor_get_name (actor), NULL);
  gtk_label_set_text (self->who, who != NULL ? who : station);
}

static GAction *
find_action (FoyerDeskWindow *self, const char *name)
{
  return g_action_map_lookup_action (G_ACTION_MAP (self), name);
}

/* Takes away everything that the views know of visitors. */
static void
sign_out (FoyerDeskWindow *self)
{
  foyer_call_bar_stop (self->calls);
  gtk_container_foreach (GTK_CONTAINER (self->views), (GtkCallback) gtk_widget_destroy, NULL);
  g_clear_object (&self->context.actor);
  foyer_toast_say (self->toast, "");
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->toast), FALSE);
  on_trouble (self, NULL);
  gtk_widget_hide (self->switcher);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (find_action (self, "sign-out")), FALSE);
  show_who (self);
  gtk_stack_set_visible_child_name (self->stack, "sign-in");
  foyer_desk_sign_in_page_start (self->sign_in_page);
}

/* With the key missing there is nothing to work with: who has signed in is signed out. */
static void
on_vault_found (FoyerDeskWindow *self, gboolean is_missing, gboolean is_overdue)
{
  gboolean was_missing = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "vault");

  if (is_missing && !was_missing) {
    sign_out (self);
    gtk_stack_set_visible_child_name (self->stack, "vault");
  } else if (!is_missing && was_missing)
    sign_out (self);
  self->is_overdue = is_overdue;
  show_banner (self);
}

static void
on_sign_out (GSimpleAction *action, GVariant *unused, gpointer data)
{
  sign_out (data);
}

static void
on_signed_in (FoyerDeskWindow *self, FoyerActor *actor)
{
  FoyerRole roles = foyer_actor_get_roles (actor);
  guint n = 0;

  self->context = (FoyerDeskContext){
    self->store,
    g_object_ref (actor),
    self->clock,
    self->settings,
  };
  gtk_stack_set_visible_child_name (self->stack, "work");
  if (foyer_roles_may (roles, FOYER_RIGHT_TODAY)) {
    add_view (self, foyer_today_page_new (&self->context), "today", C_ ("desk", "Today"));
    n++;
  }
  if (foyer_roles_may (roles, FOYER_RIGHT_DAY_LOG)) {
    add_view (self, foyer_log_page_new (&self->context), "log", C_ ("desk", "Day log"));
    n++;
  }
  if (n == 0)
    gtk_stack_set_visible_child_name (self->stack, "nothing");
  if (foyer_roles_may (roles, FOYER_RIGHT_ANSWER_CALLS))
    foyer_call_bar_start (self->calls, &self->context);
  gtk_widget_set_visible (self->switcher, n > 0);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (find_action (self, "sign-out")), TRUE);
  show_who (self);
}

static void
on_scan_done (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerSignOut) done = foyer_store_do_finish (result, &err);
  FoyerDeskWindow *self = data;
  g_autofree char *words = NULL;

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* self is gone */
  if (self->context.actor == NULL)
    return; /* signed out meanwhile: the name is nobody's here */
  if (err == NULL)
    words = g_strdup_printf (C_ ("desk", "%s checked out"), foyer_visit_shown_name (done->visit));
  say (self, err != NULL ? foyer_desk_say (err) : words);
}

static void
on_scanned (FoyerDeskWindow *self, const char *text)
{
  g_autofree char *code = foyer_badge_code_parse (text);

  if (self->context.actor == NULL)
    say (self, C_ ("desk", "Sign in, then scan the badge again."));
  else if (code == NULL)
    say (self, C_ ("desk", "This is not a Foyer badge."));
  else
    foyer_store_do (self->store,
                    self->context.actor,
                    &foyer_reception_sign_out,
                    foyer_sign_out_new (code, NULL, foyer_clock_now (self->clock)),
                    foyer_sign_out_free,
                    self->cancel,
                    on_scan_done,
                    self);
}

/* Turns to the view of that number from 0, if there is one. */
static void
turn_to (FoyerDeskWindow *self, int number)
{
  g_autoptr (GList) pages = gtk_container_get_children (GTK_CONTAINER (self->views));
  GtkWidget *page = number >= 0 ? g_list_nth_data (pages, (guint) number) : NULL;

  if (page != NULL)
    gtk_stack_set_visible_child (self->views, page);
}

/* Ctrl+Page Up and Page Down, Alt+1 and Alt+2: the keys of the view switcher. */
static gboolean
on_switch_key (FoyerDeskWindow *self, GdkEventKey *event)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->views);
  guint held = event->state & gtk_accelerator_get_default_mod_mask ();
  int number = -1;

  if (held == GDK_MOD1_MASK && event->keyval >= GDK_KEY_1 && event->keyval <= GDK_KEY_9) {
    turn_to (self, (int) (event->keyval - GDK_KEY_1));
    return TRUE;
  }
  if (held != GDK_CONTROL_MASK || page == NULL
      || (event->keyval != GDK_KEY_Page_Up && event->keyval != GDK_KEY_Page_Down))
    return FALSE;
  gtk_container_child_get (GTK_CONTAINER (self->views), page, "position", &number, NULL);
  turn_to (self, event->keyval == GDK_KEY_Page_Up ? number - 1 : number + 1);
  return TRUE;
}

/* From a call back to the view that was left for it. */
static void
on_let_go (FoyerDeskWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->views);

  if (page != NULL)
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* Whoever looks at the desk sees what calls. */
static void
on_active (GtkWindow *window)
{
  if (gtk_window_is_active (window))
    gtk_window_set_urgency_hint (window, FALSE);
}

static gboolean
on_key (FoyerDeskWindow *self, GdkEventKey *event)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->views);

  if (on_switch_key (self, event))
    return TRUE;
  if (event->keyval == GDK_KEY_F2)
    return foyer_call_bar_enter (self->calls);
  if (event->keyval == GDK_KEY_F10) {
    gtk_button_clicked (GTK_BUTTON (self->menu));
    return TRUE;
  }
  if (event->keyval == GDK_KEY_F1
      || (event->keyval == GDK_KEY_question && (event->state & GDK_CONTROL_MASK))) {
    g_action_activate (find_action (self, "show-help-overlay"), NULL);
    return TRUE;
  }
  return self->context.actor != NULL && page != NULL
         && foyer_desk_page_handle_key (FOYER_DESK_PAGE (page), event);
}

static void
foyer_desk_window_destroy (GtkWidget *widget)
{
  FoyerDeskWindow *self = FOYER_DESK_WINDOW (widget);

  g_cancellable_cancel (self->cancel);
  if (self->calls != NULL)
    foyer_call_bar_stop (self->calls);
  if (self->views != NULL)
    gtk_container_foreach (GTK_CONTAINER (self->views), (GtkCallback) gtk_widget_destroy, NULL);

  GTK_WIDGET_CLASS (foyer_desk_window_parent_class)->destroy (widget);
}

static void
foyer_desk_window_finalize (GObject *object)
{
  FoyerDeskWindow *self = FOYER_DESK_WINDOW (object);

  g_free (self->words_of_view);
  g_clear_object (&self->context.actor);
  g_clear_object (&self->scan);
  g_clear_object (&self->cancel);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (foyer_desk_window_parent_class)->finalize (object);
}

static void
foyer_desk_window_class_init (FoyerDeskWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (FOYER_TYPE_CALL_BAR);
  g_type_ensure (FOYER_TYPE_DESK_SIGN_IN_PAGE);
  g_type_ensure (FOYER_TYPE_TOAST);
  g_type_ensure (FOYER_TYPE_VAULT_PAGE);

  G_OBJECT_CLASS (klass)->finalize = foyer_desk_window_finalize;
  widget_class->destroy = foyer_desk_window_destroy;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/desk/window.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, FoyerDeskWindow, child)
  BIND (stack);
  BIND (sign_in_page);
  BIND (vault_page);
  BIND (views);
  BIND (switcher);
  BIND (who);
  BIND (menu);
  BIND (banner);
  BIND (trouble);
  BIND (calls);
  BIND (toast);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_signed_in);
  gtk_widget_class_bind_template_callback (widget_class, on_vault_found);
  gtk_widget_class_bind_template_callback (widget_class, on_let_go);
  gtk_widget_class_bind_template_callback (widget_class, say);
}

static void
foyer_desk_window_init (FoyerDeskWindow *self)
{
  const GActionEntry actions[] = { { .name = "sign-out", .activate = on_sign_out } };

  self->cancel = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

static void
add_keys (FoyerDeskWindow *self)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/foyer/ui/desk/keys.ui");

  gtk_application_window_set_help_overlay (
      GTK_APPLICATION_WINDOW (self),
      GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "keys")));
}

GtkWidget *
foyer_desk_window_new (FoyerStore *store, FoyerClock *clock, FoyerSettings *settings)
{
  FoyerDeskWindow *self = g_object_new (FOYER_TYPE_DESK_WINDOW, NULL);
  const char *station = foyer_settings_get_station (settings);
  g_autofree char *title = g_strjoin (" · ", "Foyer", station, NULL);

  gtk_window_set_title (GTK_WINDOW (self), title);
  atk_object_set_name (gtk_widget_get_accessible (GTK_WIDGET (self)), title);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->settings = g_object_ref (settings);
  add_keys (self);
  foyer_desk_sign_in_page_set_up (self->sign_in_page, store, clock, station);
  /* The scanner's keys first: whatever is left is a person's. */
  self->scan = foyer_scan_new (FOYER_BADGE_CODE_PREFIX,
                               FOYER_BADGE_CODE_LENGTH,
                               FOYER_BADGE_CODE_LETTERS,
                               foyer_settings_get_scanner_layout (settings));
  g_signal_connect_swapped (self->scan, "scanned", G_CALLBACK (on_scanned), self);
  foyer_scan_watch (self->scan, GTK_WINDOW (self));
  foyer_scan_watch (
      self->scan,
      GTK_WINDOW (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (self))));
  g_signal_connect (self, "key-press-event", G_CALLBACK (on_key), NULL);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active), NULL);
  foyer_store_watch (store);
  sign_out (self);
  foyer_vault_page_start (self->vault_page, store, clock, station);
  return GTK_WIDGET (self);
}
