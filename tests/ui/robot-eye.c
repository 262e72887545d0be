/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-robot"

#include "ui/robot-private.h"

#include <signal.h>
#include <string.h>

#define POLL 5 /* ms between two looks */
#define PAGE_GUARD 320
#define STILL 20        /* ms without a move: the page no longer slides */
#define MOST_FOUND 2000 /* a longer list is not read to its end */
#define MAX_DEPTH 64

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAction, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiStateSet, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiCollection, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiComponent, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiMatchRule, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiText, g_object_unref)

typedef struct {
  AtspiRole role;
  const char *name;
  guint n;                /* how many were seen */
  AtspiAccessible *first; /* owned */
} Search;

static AtspiAccessible *
find_program (RobotApp *app)
{
  g_autoptr (AtspiAccessible) desktop = atspi_get_desktop (0);
  int n;

  atspi_accessible_clear_cache (desktop);
  n = atspi_accessible_get_child_count (desktop, NULL);
  for (int i = 0; i < n; i++) {
    AtspiAccessible *program = atspi_accessible_get_child_at_index (desktop, i, NULL);

    if (program != NULL && (int) atspi_accessible_get_process_id (program, NULL) == app->pid)
      return program;
    g_clear_object (&program);
  }
  return NULL;
}

static gboolean
has_state (AtspiAccessible *thing, AtspiStateType state)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (thing);

  return states != NULL && atspi_state_set_contains (states, state);
}

static gboolean
matches (const char *wanted, const char *text)
{
  if (wanted == NULL)
    return TRUE;
  if (text == NULL)
    return FALSE;
  return strchr (wanted, '*') != NULL ? g_pattern_match_simple (wanted, text)
                                      : strcmp (wanted, text) == 0;
}

/* A field is known by its label too, as a screen reader knows it. */
static gboolean
is_labelled (AtspiAccessible *thing, const char *wanted)
{
  g_autoptr (GArray) relations = atspi_accessible_get_relation_set (thing, NULL);
  gboolean found = FALSE;

  for (guint i = 0; relations != NULL && i < relations->len; i++) {
    AtspiRelation *relation = g_array_index (relations, AtspiRelation *, i);

    if (!found && atspi_relation_get_relation_type (relation) == ATSPI_RELATION_LABELLED_BY) {
      g_autoptr (AtspiAccessible) label = atspi_relation_get_target (relation, 0);
      g_autofree char *name = label != NULL ? atspi_accessible_get_name (label, NULL) : NULL;

      found = matches (wanted, name);
    }
    g_object_unref (relation);
  }
  return found;
}

static gboolean
is_called (AtspiAccessible *thing, const char *wanted)
{
  g_autofree char *name = atspi_accessible_get_name (thing, NULL);

  return matches (wanted, name) || is_labelled (thing, wanted);
}

static AtspiMatchRule *
showing_rule (AtspiRole role)
{
  g_autoptr (GArray) roles = g_array_new (FALSE, FALSE, sizeof (AtspiRole));
  g_autoptr (AtspiStateSet) showing = atspi_state_set_new (NULL);

  g_array_append_val (roles, role);
  atspi_state_set_add (showing, ATSPI_STATE_SHOWING);
  return atspi_match_rule_new (showing,
                               ATSPI_Collection_MATCH_ALL,
                               NULL,
                               ATSPI_Collection_MATCH_ALL,
                               roles,
                               ATSPI_Collection_MATCH_ANY,
                               NULL,
                               ATSPI_Collection_MATCH_ALL,
                               FALSE);
}

/* What shows and has that role, in the order of the tree. The program itself searches, in one call:
 * to ask each thing from here would keep it from its work. Returns NULL where it does not answer.
 */
static GArray *
ask_what_shows (RobotApp *app, AtspiRole role)
{
  g_autoptr (AtspiAccessible) program = find_program (app);
  g_autoptr (AtspiCollection) collection =
      program != NULL ? atspi_accessible_get_collection_iface (program) : NULL;
  g_autoptr (AtspiMatchRule) rule = showing_rule (role);

  if (collection == NULL)
    return NULL;
  app->was_seen = TRUE;
  return atspi_collection_get_matches (collection,
                                       rule,
                                       ATSPI_Collection_SORT_ORDER_CANONICAL,
                                       MOST_FOUND,
                                       TRUE,
                                       NULL);
}

/* Nothing shows of a program that is still starting; one that has ended, or that does not answer,
 * is no proof that something is gone. */
static GArray *
find_showing (RobotApp *app, AtspiRole role)
{
  gint64 end = g_get_monotonic_time () + ROBOT_PATIENCE * 1000;

  for (;;) {
    GArray *found = ask_what_shows (app, role);

    if (found != NULL)
      return found;
    if (app->pid == 0 || kill (app->pid, 0) != 0)
      g_error ("The program has ended, and is still looked at");
    if (!app->was_seen)
      return g_array_new (FALSE, FALSE, sizeof (AtspiAccessible *));
    if (g_get_monotonic_time () > end)
      g_error ("The program does not answer");
    robot_breathe (STILL);
  }
}

static void
look (RobotApp *app, Search *search, gboolean all)
{
  g_autoptr (GArray) found = find_showing (app, search->role);

  for (guint i = 0; i < found->len; i++) {
    g_autoptr (AtspiAccessible) thing = g_array_index (found, AtspiAccessible *, i);

    if ((search->n > 0 && !all) || !is_called (thing, search->name))
      continue;
    if (search->n++ == 0)
      search->first = g_steal_pointer (&thing);
  }
}

AtspiAccessible *
robot_find (RobotApp *app, AtspiRole role, const char *name)
{
  Search search = { role, name, 0, NULL };

  look (app, &search, FALSE);
  return search.first;
}

guint
robot_count (RobotApp *app, AtspiRole role, const char *name)
{
  Search search = { role, name, 0, NULL };

  look (app, &search, TRUE);
  g_clear_object (&search.first);
  return search.n;
}

static AtspiAccessible *
find_within (RobotApp *app, AtspiRole role, const char *name, guint timeout)
{
  gint64 end = g_get_monotonic_time () + timeout * G_GINT64_CONSTANT (1000);

  for (;;) {
    AtspiAccessible *found = robot_find (app, role, name);

    if (found != NULL || g_get_monotonic_time () > end)
      return found;
    robot_breathe (POLL);
  }
}

gboolean
robot_sees_within (RobotApp *app, AtspiRole role, const char *name, guint timeout)
{
  g_autoptr (AtspiAccessible) found = find_within (app, role, name, timeout);

  return found != NULL;
}

static const char *
say (const char *name)
{
  return name != NULL ? name : "(any)";
}

AtspiAccessible *
robot_wait (RobotApp *app, AtspiRole role, const char *name)
{
  AtspiAccessible *found = find_within (app, role, name, ROBOT_PATIENCE);

  if (found == NULL) {
    g_autofree char *role_name = atspi_role_get_name (role);

    robot_give_up (app, "No %s “%s” came", role_name, say (name));
  }
  robot_mind_focus (app->robot);
  return found;
}

void
robot_wait_gone (RobotApp *app, AtspiRole role, const char *name)
{
  gint64 end = g_get_monotonic_time () + ROBOT_PATIENCE * 1000;

  for (;;) {
    g_autoptr (AtspiAccessible) found = robot_find (app, role, name);

    if (found == NULL)
      return;
    if (g_get_monotonic_time () > end)
      robot_give_up (app, "“%s” did not go", say (name));
    robot_breathe (POLL);
  }
}

static char *
get_text (AtspiAccessible *thing)
{
  g_autoptr (AtspiText) text = atspi_accessible_get_text_iface (thing);
  char *content = text != NULL ? atspi_text_get_text (text, 0, -1, NULL) : NULL;

  return content != NULL ? content : atspi_accessible_get_name (thing, NULL);
}

char *
robot_read (RobotApp *app, AtspiRole role, const char *name)
{
  g_autoptr (AtspiAccessible) thing = robot_wait (app, role, name);

  return get_text (thing);
}

void
robot_wait_text (RobotApp *app, AtspiRole role, const char *name, const char *text)
{
  gint64 end = g_get_monotonic_time () + ROBOT_PATIENCE * 1000;

  for (;;) {
    g_autofree char *content = robot_read (app, role, name);

    if (matches (text, content))
      return;
    if (g_get_monotonic_time () > end)
      robot_give_up (app, "“%s” has the text “%s”, not “%s”", say (name), content, text);
    robot_breathe (POLL);
  }
}

gboolean
robot_is_sensitive (RobotApp *app, AtspiRole role, const char *name)
{
  g_autoptr (AtspiAccessible) thing = robot_find (app, role, name);

  return thing != NULL && has_state (thing, ATSPI_STATE_SENSITIVE);
}

static gboolean
get_extents (AtspiAccessible *thing, AtspiRect *box)
{
  g_autoptr (AtspiComponent) component = atspi_accessible_get_component_iface (thing);
  g_autofree AtspiRect *now =
      component != NULL ? atspi_component_get_extents (component, ATSPI_COORD_TYPE_SCREEN, NULL)
                        : NULL;

  if (now == NULL || now->width <= 0 || now->height <= 0)
    return FALSE;
  *box = *now;
  return TRUE;
}

/* Waits until the thing is there, @usable and stands still. */
static AtspiRect
wait_for_box (RobotApp *app, AtspiRole role, const char *name, gboolean usable)
{
  gint64 end = g_get_monotonic_time () + ROBOT_PATIENCE * 1000;
  AtspiRect last = { 0 };

  for (;;) {
    g_autoptr (AtspiAccessible) thing = robot_wait (app, role, name);
    AtspiRect box = { 0 };

    if ((!usable || has_state (thing, ATSPI_STATE_SENSITIVE)) && get_extents (thing, &box)
        && memcmp (&box, &last, sizeof box) == 0)
      return box;
    if (g_get_monotonic_time () > end)
      robot_give_up (app, "“%s” cannot be used or does not stand still", say (name));
    last = box;
    robot_breathe (STILL);
  }
}

static void
append_thing (GString *tree, AtspiAccessible *thing, int depth)
{
  g_autofree char *role = atspi_accessible_get_role_name (thing, NULL);
  g_autofree char *name = atspi_accessible_get_name (thing, NULL);
  g_autofree char *description = atspi_accessible_get_description (thing, NULL);
  g_autofree char *text = get_text (thing);
  int n = atspi_accessible_get_child_count (thing, NULL);

  g_string_append_printf (tree, "%*s%s “%s”", 2 * depth, "", role, name != NULL ? name : "");
  if (description != NULL && *description != '\0')
    g_string_append_printf (tree, " (%s)", description);
  if (text != NULL && g_strcmp0 (text, name) != 0)
    g_string_append_printf (tree, " = “%s”", text);
  if (!has_state (thing, ATSPI_STATE_SHOWING))
    g_string_append (tree, " hidden");
  if (!has_state (thing, ATSPI_STATE_SENSITIVE))
    g_string_append (tree, " insensitive");
  if (has_state (thing, ATSPI_STATE_FOCUSED))
    g_string_append (tree, " focused");
  g_string_append_c (tree, '\n');

  for (int i = 0; i < n && depth < MAX_DEPTH; i++) {
    g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (thing, i, NULL);

    if (child != NULL)
      append_thing (tree, child, depth + 1);
  }
}

char *
robot_tree (RobotApp *app)
{
  g_autoptr (AtspiAccessible) program = find_program (app);
  GString *tree = g_string_new (NULL);

  if (program != NULL)
    append_thing (tree, program, 0);
  return g_string_free (tree, FALSE);
}

/* All headings that show: while a page slides in, those of two pages. */
static char *
get_headings (RobotApp *app)
{
  g_autoptr (GArray) found = find_showing (app, ATSPI_ROLE_HEADING);
  GString *headings = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++) {
    g_autoptr (AtspiAccessible) heading = g_array_index (found, AtspiAccessible *, i);
    g_autofree char *name = atspi_accessible_get_name (heading, NULL);

    g_string_append_printf (headings, "%s\n", name != NULL ? name : "");
  }
  return g_string_free (headings, FALSE);
}

/* The kiosk ignores a tap that comes within 300 ms after a page change: a person's eye is not
 * quicker either. Which page it is, its headings say. */
static void
take_the_page_in (RobotApp *app)
{
  for (;;) {
    g_autofree char *page = get_headings (app);

    if (g_strcmp0 (page, app->page) != 0) {
      g_free (app->page);
      app->page = g_steal_pointer (&page);
      app->page_since = g_get_monotonic_time ();
    }
    if (g_get_monotonic_time () - app->page_since > PAGE_GUARD * 1000)
      break;
    robot_breathe (STILL);
  }
  if (g_strcmp0 (app->page, app->counted_page) != 0) {
    g_free (app->counted_page);
    app->counted_page = g_strdup (app->page);
    app->n_pages++;
  }
}

guint
robot_count_pages (RobotApp *app)
{
  take_the_page_in (app);
  return app->n_pages;
}

void
robot_get_box (RobotApp *app, AtspiRole role, const char *name, int *x, int *y, int *w, int *h)
{
  AtspiRect box;

  g_object_unref (robot_wait (app, role, name)); /* its page may still be to come */
  take_the_page_in (app);
  box = wait_for_box (app, role, name, FALSE);

  *x = box.x;
  *y = box.y;
  *w = box.width;
  *h = box.height;
}

void
robot_tap (RobotApp *app, AtspiRole role, const char *name)
{
  AtspiRect box;

  g_object_unref (robot_wait (app, role, name)); /* its page may still be to come */
  g_object_unref (robot_wait (app, role, name));
  take_the_page_in (app);
  box = wait_for_box (app, role, name, TRUE);

  robot_tap_at (app->robot, box.x + box.width / 2, box.y + box.height / 2);
}

void
robot_press (AtspiAccessible *thing)
{
  g_autoptr (AtspiAction) action = atspi_accessible_get_action_iface (thing);

  if (action == NULL || !atspi_action_do_action (action, 0, NULL))
    g_debug ("It went before it was pressed");
}

void
robot_click (RobotApp *app, AtspiRole role, const char *name)
{
  AtspiRect box = wait_for_box (app, role, name, TRUE);

  robot_click_at (app->robot, box.x + box.width / 2, box.y + box.height / 2, 1);
}

void
robot_give_up (RobotApp *app, const char *format, ...)
{
  g_autofree char *tree = robot_tree (app);
  g_autofree char *words = NULL;
  va_list args;

  va_start (args, format);
  words = g_strdup_vprintf (format, args);
  va_end (args);
  g_error ("%s. There is:\n%s", words, *tree != '\0' ? tree : "(no program)");
}
