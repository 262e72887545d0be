/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-types"

#include "station/types.h"

#include "station/fields.h"
#include "station/ini.h"
#include "station/settings.h"
#include "visit/clock.h"
#include "visit/retention-rule.h"
#include "visit/typed-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define GROUP "type"
#define SUFFIX ".type"
#define ORDER_DEFAULT 100
#define DAYS_DEFAULT 30
#define LONGEST_STAY_MAX (366 * FOYER_DAY)

/* The badge designs that there are. */
#define DESIGN "62x100"

static const FoyerIniKey allowed[] = {
  { GROUP, "name", TRUE }, { GROUP, "purpose", TRUE }, { GROUP, "order" },
  { GROUP, "days" },       { GROUP, "longest-stay" },  { GROUP, "asks" },
  { GROUP, "badge" },      { GROUP, "design" },        { GROUP, "icon" },
  { GROUP, "host" },       { GROUP, "approval" },      { GROUP, "companions" },
  FOYER_FIELDS_INI_KEYS,
};

/* A visitor type with its place among the others. */
typedef struct {
  FoyerVisitorType *type;
  guint64 order;
} Placed;

static void
placed_free (gpointer data)
{
  Placed *placed = data;

  g_clear_object (&placed->type);
  g_free (placed);
}

static int
compare_order (gconstpointer a, gconstpointer b)
{
  const Placed *first = *(const Placed *const *) a;
  const Placed *second = *(const Placed *const *) b;

  if (first->order != second->order)
    return first->order < second->order ? -1 : 1;
  return strcmp (foyer_visitor_type_get_key (first->type),
                 foyer_visitor_type_get_key (second->type));
}

static gboolean
read_number (FoyerIni *ini, const char *key, guint max, guint64 *number, GError **error)
{
  g_autofree char *value = foyer_ini_get (ini, GROUP, key);

  if (value == NULL || g_ascii_string_to_unsigned (value, 10, 0, max, number, NULL))
    return TRUE;
  return foyer_ini_refuse (ini,
                           GROUP,
                           key,
                           error,
                           C_ ("settings", "“%s” is a whole number from 0 to %u."),
                           key,
                           max);
}

/* "24h", "7d" */
static gboolean
read_stay (FoyerIni *ini, gint64 *stay, GError **error)
{
  g_autofree char *value = foyer_ini_get (ini, GROUP, "longest-stay");
  gint64 unit = 0;
  guint64 number;

  if (value == NULL)
    return TRUE;

  if (g_str_has_suffix (value, "h"))
    unit = FOYER_HOUR;
  else if (g_str_has_suffix (value, "d"))
    unit = FOYER_DAY;
  value[strlen (value) - 1] = '\0';
  if (unit == 0
      || !g_ascii_string_to_unsigned (value, 10, 1, LONGEST_STAY_MAX / unit, &number, NULL))
    return foyer_ini_refuse (
        ini,
        GROUP,
        "longest-stay",
        error,
        C_ ("settings", "“longest-stay” is a number of hours or days up to 366d, as 24h or 7d."));
  *stay = number * unit;
  return TRUE;
}

static gboolean
read_badge (FoyerIni *ini, FoyerVisitorType *type, GError **error)
{
  g_auto (GStrv) printed = foyer_ini_get_list (ini, GROUP, "badge");
  g_autofree char *design = foyer_ini_get (ini, GROUP, "design");

  for (guint i = 0; printed[i] != NULL; i++) {
    FoyerVisitorField *field = foyer_visitor_type_find_field (type, printed[i]);

    if (!g_str_equal (printed[i], FOYER_ANSWER_COMPANY) || field == NULL)
      return foyer_ini_refuse (
          ini,
          GROUP,
          "badge",
          error,
          C_ ("settings", "“badge” allows company, and that only where “asks” has it too."));
    foyer_visitor_type_add_printed (type, printed[i]);
  }
  if (design != NULL && !g_str_equal (design, DESIGN))
    return foyer_ini_refuse (ini,
                             GROUP,
                             "design",
                             error,
                             C_ ("settings", "“design” is %s."),
                             DESIGN);
  foyer_visitor_type_set_design (type, DESIGN);
  return TRUE;
}

static gboolean
read_host (FoyerIni *ini, FoyerVisitorType *type, GError **error)
{
  g_autofree char *host = foyer_ini_get (ini, GROUP, "host");
  g_autofree char *clean = NULL;

  if (host == NULL)
    return TRUE;
  clean = foyer_typed_text_clean (host, NULL);
  if (clean == NULL || foyer_visitor_type_asks_host (type))
    return foyer_ini_refuse (ini,
                             GROUP,
                             "host",
                             error,
                             C_ ("settings",
                                 "“host” is the name of the host of all these visitors, where "
                                 "“asks” does not have host."));
  foyer_visitor_type_set_host (type, clean);
  return TRUE;
}

static gboolean
read_approval (FoyerIni *ini, FoyerVisitorType *type, GError **error)
{
  gboolean needed = FALSE;

  if (!foyer_fields_read_yes_no (ini, GROUP, "approval", FALSE, &needed, error))
    return FALSE;
  foyer_visitor_type_set_approval (type, needed);
  return TRUE;
}

/* Who has to accept something does so alone: nobody answers for another. */
static gboolean
asks_each_alone (FoyerVisitorType *type)
{
  GPtrArray *fields = foyer_visitor_type_get_fields (type);

  for (guint i = 0; i < fields->len; i++)
    if (foyer_visitor_field_get_kind (fields->pdata[i]) == FOYER_FIELD_ACCEPT)
      return TRUE;
  return FALSE;
}

static gboolean
read_companions (FoyerIni *ini, FoyerVisitorType *type, GError **error)
{
  gboolean alone = asks_each_alone (type);
  guint64 most = alone ? 0 : FOYER_COMPANIONS_MAX;

  if (!read_number (ini, "companions", FOYER_COMPANIONS_MAX, &most, error))
    return FALSE;
  if (alone && most > 0)
    return foyer_ini_refuse (ini,
                             GROUP,
                             "companions",
                             error,
                             C_ ("settings",
                                 "“companions” is 0 where something has to be accepted: nobody "
                                 "answers for another."));
  foyer_visitor_type_set_companions (type, (guint) most);
  return TRUE;
}

static gboolean
read_words (FoyerIni *ini, FoyerVisitorType *type, GError **error)
{
  const char *const keys[] = { "name", "purpose" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (!foyer_fields_read_words (ini,
                                  GROUP,
                                  keys[i],
                                  i == 0 ? foyer_visitor_type_names (type)
                                         : foyer_visitor_type_purposes (type)))
      return foyer_ini_refuse (ini,
                               GROUP,
                               keys[i],
                               error,
                               C_ ("settings", "“%s” is missing, the words that people see."),
                               keys[i]);
  return TRUE;
}

static gboolean
read_icon (FoyerIni *ini, FoyerVisitorType *type, GError **error)
{
  g_autofree char *icon = NULL;

  if (!foyer_fields_read_icon (ini, GROUP, "icon", &icon, error))
    return FALSE;
  if (icon != NULL)
    foyer_visitor_type_set_icon (type, icon);
  return TRUE;
}

static Placed *
load_type (const char *path, const char *key, GError **error)
{
  g_autoptr (FoyerIni) ini = foyer_ini_load (path, allowed, G_N_ELEMENTS (allowed), error);
  g_autoptr (FoyerVisitorType) type = NULL;
  guint64 order = ORDER_DEFAULT;
  guint64 days = DAYS_DEFAULT;
  gint64 stay = FOYER_DAY;
  Placed *placed;

  if (ini == NULL)
    return NULL;
  if (strspn (key, "abcdefghijklmnopqrstuvwxyz-") != strlen (key) || *key == '\0') {
    foyer_ini_refuse (ini,
                      GROUP,
                      NULL,
                      error,
                      C_ ("settings", "A type's file is named by lower case letters and hyphens."));
    return NULL;
  }
  if (!read_number (ini, "order", G_MAXINT, &order, error)
      || !read_number (ini, "days", FOYER_RETENTION_DAYS_MAX, &days, error)
      || !read_stay (ini, &stay, error))
    return NULL;

  type = foyer_visitor_type_new (key, days, stay);
  if (!read_words (ini, type, error) || !read_icon (ini, type, error)
      || !foyer_fields_read (ini, type, error) || !read_badge (ini, type, error)
      || !read_host (ini, type, error) || !read_approval (ini, type, error)
      || !read_companions (ini, type, error))
    return NULL;

  placed = g_new (Placed, 1);
  *placed = (Placed){ g_steal_pointer (&type), order };
  return placed;
}

static GPtrArray *
take_types (GPtrArray *placed)
{
  GPtrArray *types = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_sort (placed, compare_order);
  for (guint i = 0; i < placed->len; i++)
    g_ptr_array_add (types, g_object_ref (((Placed *) placed->pdata[i])->type));
  return types;
}

GPtrArray *
foyer_types_load (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) placed = g_ptr_array_new_with_free_func (placed_free);
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) err = NULL;

  dir = g_dir_open (folder, 0, &err);
  if (dir == NULL) {
    g_set_error (error,
                 FOYER_SETTINGS_ERROR,
                 FOYER_SETTINGS_ERROR_UNREADABLE,
                 C_ ("settings", "The visitor types cannot be read. %s"),
                 err->message);
    return NULL;
  }

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir)) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_autofree char *key = NULL;
    Placed *one;

    if (!g_str_has_suffix (name, SUFFIX) || *name == '.')
      continue;
    key = g_strndup (name, strlen (name) - strlen (SUFFIX));
    one = load_type (path, key, error);
    if (one == NULL)
      return NULL;
    g_ptr_array_add (placed, one);
  }

  if (placed->len == 0) {
    g_set_error (
        error,
        FOYER_SETTINGS_ERROR,
        FOYER_SETTINGS_ERROR_WRONG,
        C_ ("settings", "%s: There is no visitor type. At least one file NAME%s is needed."),
        folder,
        SUFFIX);
    return NULL;
  }
  return take_types (placed);
}
