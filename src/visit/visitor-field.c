/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-visitor-field"

#include "visit/visitor-field.h"

#include <stdio.h>
#include <string.h>

#include "visit/typed-text.h"

/* ITU-T E.164: 15 digits at most; extensions and short numbers of a house are taken, too. */
#define DIGITS_LEAST 3
#define DIGITS_MOST 15

/* As in HTML, "valid e-mail address". */
#define EMAIL                                                                                      \
  "^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"                \
  "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$"

#define CAR_REGISTRATION_MOST 16

/**
 * FoyerVisitorField:
 *
 * One question of a visitor type, with what its answer is for, who sees it and how long it is kept.
 */
struct _FoyerVisitorField {
  GObject parent;

  char *key;
  FoyerFieldKind kind;
  FoyerWords *words[FOYER_FIELD_N_WORDS];
  gboolean required;
  FoyerKept kept;
  FoyerRole seen_by;
  char *condition_key;
  char *condition_answer;
  GPtrArray *parts;
  char *version;
};

G_DEFINE_FINAL_TYPE (FoyerVisitorField, foyer_visitor_field, G_TYPE_OBJECT)
G_DEFINE_QUARK (foyer_field_error, foyer_field_error)

static void
part_free (gpointer data)
{
  FoyerFieldPart *part = data;

  g_free (part->key);
  g_free (part->icon);
  foyer_words_free (part->words);
  g_free (part);
}

static void
foyer_visitor_field_finalize (GObject *object)
{
  FoyerVisitorField *self = FOYER_VISITOR_FIELD (object);

  for (int i = 0; i < FOYER_FIELD_N_WORDS; i++)
    foyer_words_free (self->words[i]);
  g_ptr_array_unref (self->parts);
  g_free (self->key);
  g_free (self->condition_key);
  g_free (self->condition_answer);
  g_free (self->version);

  G_OBJECT_CLASS (foyer_visitor_field_parent_class)->finalize (object);
}

static void
foyer_visitor_field_class_init (FoyerVisitorFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_visitor_field_finalize;
}

static void
foyer_visitor_field_init (FoyerVisitorField *self)
{
  for (int i = 0; i < FOYER_FIELD_N_WORDS; i++)
    self->words[i] = foyer_words_new ();
  self->parts = g_ptr_array_new_with_free_func (part_free);
  self->required = TRUE;
  self->kept = FOYER_KEPT_WITH_VISIT;
  self->seen_by = FOYER_ROLES_OF_STAFF;
}

FoyerVisitorField *
foyer_visitor_field_new (const char *key, FoyerFieldKind kind)
{
  FoyerVisitorField *self = g_object_new (FOYER_TYPE_VISITOR_FIELD, NULL);

  self->key = g_strdup (key);
  self->kind = kind;
  return self;
}

const char *
foyer_visitor_field_get_key (FoyerVisitorField *self)
{
  g_return_val_if_fail (FOYER_IS_VISITOR_FIELD (self), NULL);

  return self->key;
}

FoyerFieldKind
foyer_visitor_field_get_kind (FoyerVisitorField *self)
{
  g_return_val_if_fail (FOYER_IS_VISITOR_FIELD (self), FOYER_FIELD_TEXT);

  return self->kind;
}

FoyerWords *
foyer_visitor_field_words (FoyerVisitorField *self, FoyerFieldWords which)
{
  g_return_val_if_fail (FOYER_IS_VISITOR_FIELD (self), NULL);

  return self->words[which];
}

const char *
foyer_visitor_field_say (FoyerVisitorField *self, FoyerFieldWords which, const char *language)
{
  g_return_val_if_fail (FOYER_IS_VISITOR_FIELD (self), NULL);

  return foyer_words_get (self->words[which], language);
}

void
foyer_visitor_field_set_required (FoyerVisitorField *self, gboolean required)
{
  g_return_if_fail (FOYER_IS_VISITOR_FIELD (self));

  self->required = required;
}

gboolean
foyer_visitor_field_get_required (FoyerVisitorField *self)
{
  g_return_val_if_fail (FOYER_IS_VISITOR_FIELD (self), FALSE);

  return self->required;
}

void
foyer_visitor_field_set_promise (FoyerVisitorField *self, FoyerKept kept, FoyerRole seen_by)
{
  g_return_if_fail (FOYER_IS_VISITOR_FIELD (self));

  self->kept = kept;
  self->seen_by = seen_by;
}

FoyerKept
foyer_visitor_field_get_kept (FoyerVisitorField *self)
{
  g_return_val_if_fail (FOYER_IS_VISITOR_FIELD (self), FOYER_KEPT_NOT);

  return self->kept;
}

FoyerRole
foyer_visitor_field_get_seen_by (FoyerVisitorField *self)
{
  g_return_val_if_fail (FOYER_IS_VISITOR_FIELD (self), 0);

  return self->seen_by;
}

void
foyer_visitor_field_set_condition (FoyerVisitorField *self, const char *key, const char *answer)
{
  g_return_if_fail (FOYER_IS_VISITOR_FIELD (self));

  g_free (self->condition_key);
  g_free (self->condition_answer);
  self->condition_key = g_strdup (key);
  self->condition_answer = g_strdup (answer);
}

gboolean
foyer_visitor_field_is_asked (FoyerVisitorField *self, FoyerVisit *visit)
{
  g_return_val_if_fail (FOYER_IS_VISITOR_FIELD (self), FALSE);

  return self->condition_key == NULL
         || g_strcmp0 (foyer_visit_get_answer (visit, self->condition_key), self->condition_answer)
                == 0;
}

FoyerFieldPart *
foyer_visitor_field_add_part (FoyerVisitorField *self, const char *key, const char *icon)
{
  FoyerFieldPart *part;

  g_return_val_if_fail (FOYER_IS_VISITOR_FIELD (self), NULL);

  part = g_new0 (FoyerFieldPart, 1);
  part->key = g_strdup (key);
  part->icon = g_strdup (icon);
  part->words = foyer_words_new ();
  g_ptr_array_add (self->parts, part);
  return part;
}

GPtrArray *
foyer_visitor_field_get_parts (FoyerVisitorField *self)
{
  g_return_val_if_fail (FOYER_IS_VISITOR_FIELD (self), NULL);

  return self->parts;
}

const FoyerFieldPart *
foyer_visitor_field_find_part (FoyerVisitorField *self, const char *key)
{
  g_return_val_if_fail (FOYER_IS_VISITOR_FIELD (self), NULL);

  for (guint i = 0; i < self->parts->len; i++) {
    const FoyerFieldPart *part = g_ptr_array_index (self->parts, i);

    if (g_strcmp0 (part->key, key) == 0)
      return part;
  }
  return NULL;
}

void
foyer_visitor_field_set_version (FoyerVisitorField *self, const char *version)
{
  g_return_if_fail (FOYER_IS_VISITOR_FIELD (self));

  g_free (self->version);
  self->version = g_strdup (version);
}

char *
foyer_visitor_field_get_edition (FoyerVisitorField *self)
{
  g_autoptr (GChecksum) digest = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (FOYER_IS_VISITOR_FIELD (self), NULL);

  digest = g_checksum_new (G_CHECKSUM_SHA256);
  text = foyer_words_digest (self->words[FOYER_FIELD_AGREEMENT]);
  g_checksum_update (digest, (const guchar *) text, -1);
  for (guint i = 0; i < self->parts->len; i++) {
    const FoyerFieldPart *part = g_ptr_array_index (self->parts, i);
    g_autofree char *rule = foyer_words_digest (part->words);

    g_checksum_update (digest, (const guchar *) rule, -1);
  }
  return g_strdup_printf ("%s %.16s", self->version, g_checksum_get_string (digest));
}

static gboolean
refuse (FoyerFieldError code, const char *what, GError **error)
{
  g_set_error_literal (error, FOYER_FIELD_ERROR, code, what);
  return FALSE;
}

static gboolean
check_telephone (const char *text, GError **error)
{
  guint digits = 0;

  for (const char *p = text; *p != '\0'; p++)
    digits += g_ascii_isdigit (*p);
  if (digits < DIGITS_LEAST || digits > DIGITS_MOST
      || strspn (text, "+0123456789 ()-/.") != strlen (text) || strrchr (text, '+') > text)
    return refuse (FOYER_FIELD_ERROR_TELEPHONE, "This is no telephone number", error);
  return TRUE;
}

static gboolean
take_date (const char *text, char **clean, GError **error)
{
  static const char *const separators = " ./-";
  int number[3];
  int length[3];
  const char *p = text;

  for (int i = 0; i < 3; i++) {
    int read = 0;

    p += i > 0 ? strspn (p, separators) : 0;
    if (sscanf (p, "%4d%n", &number[i], &read) != 1 || !g_ascii_isdigit (*p))
      return refuse (FOYER_FIELD_ERROR_DATE, "This is no date", error);
    length[i] = read;
    p += read;
  }
  if (length[0] == 4) { /* the year stands first */
    int year = number[0];

    number[0] = number[2];
    number[2] = year;
  }
  if (*p != '\0' || MAX (length[0], length[2]) != 4
      || !g_date_valid_dmy ((GDateDay) MIN (number[0], 99),
                            (GDateMonth) MIN (number[1], 99),
                            (GDateYear) number[2]))
    return refuse (FOYER_FIELD_ERROR_DATE, "This is no date", error);
  *clean = g_strdup_printf ("%04d-%02d-%02d", number[2], number[1], number[0]);
  return TRUE;
}

static gboolean
take_car_registration (const char *text, char **clean, GError **error)
{
  g_autofree char *capitals = g_utf8_strup (text, -1);

  for (const char *p = capitals; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isalnum (g_utf8_get_char (p)) && strchr (" -.·", *p) == NULL)
      return refuse (FOYER_FIELD_ERROR_CAR_REGISTRATION, "This is no registration", error);
  if (g_utf8_strlen (capitals, -1) > CAR_REGISTRATION_MOST)
    return refuse (FOYER_FIELD_ERROR_CAR_REGISTRATION, "This is no registration", error);
  *clean = g_steal_pointer (&capitals);
  return TRUE;
}

/* Text that was cleaned, by the kind of the field. */
static gboolean
take (FoyerVisitorField *self, const char *text, char **clean, GError **error)
{
  g_autofree char *edition = NULL;

  switch (self->kind) {
  case FOYER_FIELD_DATE:
    return take_date (text, clean, error);
  case FOYER_FIELD_CAR_REGISTRATION:
    return take_car_registration (text, clean, error);
  case FOYER_FIELD_EMAIL:
    if (!g_regex_match_simple (EMAIL, text, 0, 0))
      return refuse (FOYER_FIELD_ERROR_EMAIL, "This is no e-mail address", error);
    break;
  case FOYER_FIELD_TELEPHONE:
    if (!check_telephone (text, error))
      return FALSE;
    break;
  case FOYER_FIELD_NUMBER:
    if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT32, NULL, NULL))
      return refuse (FOYER_FIELD_ERROR_NUMBER, "This is no whole number", error);
    break;
  case FOYER_FIELD_CHOICE:
    if (foyer_visitor_field_find_part (self, text) == NULL)
      return refuse (FOYER_FIELD_ERROR_CHOICE, "This is none of the choices", error);
    break;
  case FOYER_FIELD_YES_NO:
    if (!g_str_equal (text, "yes") && !g_str_equal (text, "no"))
      return refuse (FOYER_FIELD_ERROR_CHOICE, "This is neither yes nor no", error);
    break;
  case FOYER_FIELD_ACCEPT:
    edition = foyer_visitor_field_get_edition (self);
    if (!g_str_equal (text, edition))
      return refuse (FOYER_FIELD_ERROR_CHOICE, "This is another edition", error);
    break;
  case FOYER_FIELD_NAME:
  case FOYER_FIELD_HOST:
  case FOYER_FIELD_TEXT:
    break;
  }
  *clean = g_strdup (text);
  return TRUE;
}

gboolean
foyer_visitor_field_clean (FoyerVisitorField *self, const char *text, char **clean, GError **error)
{
  g_autoptr (GError) err = NULL;
  g_autofree char *cleaned = NULL;

  g_return_val_if_fail (FOYER_IS_VISITOR_FIELD (self), FALSE);

  *clean = NULL;
  cleaned = foyer_typed_text_clean (text, &err);
  if (cleaned != NULL)
    return take (self, cleaned, clean, error);
  if (!self->required
      && g_error_matches (err, FOYER_TYPED_TEXT_ERROR, FOYER_TYPED_TEXT_ERROR_EMPTY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&err));
  return FALSE;
}

void
foyer_visitor_field_answer (FoyerVisitorField *self, FoyerVisit *visit, const char *answer)
{
  g_return_if_fail (FOYER_IS_VISITOR_FIELD (self));

  foyer_visit_set_answer (visit, self->key, answer, self->kept, self->seen_by);
}

gboolean
foyer_visitor_field_is_answered (FoyerVisitorField *self, FoyerVisit *visit)
{
  g_autofree char *clean = NULL;
  const char *answer;

  g_return_val_if_fail (FOYER_IS_VISITOR_FIELD (self), FALSE);

  if (self->kind == FOYER_FIELD_NAME)
    return foyer_visit_get_name (visit) != NULL;
  if (self->kind == FOYER_FIELD_HOST)
    return foyer_visit_get_host_id (visit) != NULL;
  answer = foyer_visit_get_answer (visit, self->key);
  return answer != NULL && foyer_visitor_field_clean (self, answer, &clean, NULL);
}
