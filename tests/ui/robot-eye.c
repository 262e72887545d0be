/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-robot"

#include "ui/robot-private.h"

#include <string.h>

#define POLL 5 /* ms between two looks */
#define PAGE_GUARD 320
#define STILL 20         /* ms without a move: the page no longer slides */
#define MAX_CHILDREN 400 /* of one node: a long list is not read to its end */
#define MAX_DEPTH 64

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiStateSet, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiComponent, g_object_unref)
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
is_it (AtspiAccessible *thing, const Search *search)
{
  g_autofree char *name = NULL;

  if (atspi_accessible_get_role (thing, NULL) != search->role)
    return FALSE;
  name = atspi_accessible_get_name (thing, NULL);
  return matches (search->name, name) || is_labelled (thing, search->name);
}

static void
search_below (AtspiAccessible *parent, Search *search, gboolean all, int depth)
{
  int n = MIN (atspi_accessible_get_child_count (parent, NULL), MAX_CHILDREN);

  for (int i = 0; i < n && depth < MAX_DEPTH && (all || search->first == NULL); i++) {
    g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (parent, i, NULL);

    if (child == NULL || !has_state (child, ATSPI_STATE_SHOWING))
      continue;
    if (is_it (child, search)) {
      search->n++;
      if (search->first == NULL)
        search->first = g_object_ref (child);
    }
    search_below (child, search, all, depth + 1);
  }
}

static void
look (RobotApp *app, Search *search, gboolean all)
{
  g_autoptr (AtspiAccessible) program = find_program (app);

  if (program != NULL)
    search_below (program, search, all, 0);
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
  g_autofree char *tree = robot_tree (app);
  g_auto (GStrv) lines = g_strsplit (tree, "\n", -1);
  GString *headings = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++) {
    if (strstr (*line, "heading “") != NULL && strstr (*line, "” hidden") == NULL)
      g_string_append (headings, *line);
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
      return;
    robot_breathe (STILL);
  }
}

void
robot_get_box (RobotApp *app, AtspiRole role, const char *name, int *x, int *y, int *w, int *h)
{
  AtspiRect box;

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

  take_the_page_in (app);
  box = wait_for_box (app, role, name, TRUE);

  robot_tap_at (app->robot, box.x + box.width / 2, box.y + box.height / 2);
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
