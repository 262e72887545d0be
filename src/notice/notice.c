/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-notice"

#include "notice/notice.h"

/**
 * FoyerNotice:
 *
 * One version, in one language, of the organisation's privacy notice: a list of numbered sections.
 */
struct _FoyerNotice {
  GObject parent;

  GBytes *id;
  char *version;
  char *date;
  char *language;
  int days;
  char *lines[FOYER_NOTICE_N_LINES];
  GPtrArray *sections; /* of FoyerNoticeSection */
};

G_DEFINE_FINAL_TYPE (FoyerNotice, foyer_notice, G_TYPE_OBJECT)

static void
section_free (gpointer data)
{
  FoyerNoticeSection *section = data;

  g_free (section->number);
  g_free (section->title);
  g_free (section->text);
  g_free (section);
}

static void
foyer_notice_finalize (GObject *object)
{
  FoyerNotice *self = FOYER_NOTICE (object);

  g_clear_pointer (&self->id, g_bytes_unref);
  g_free (self->version);
  g_free (self->date);
  g_free (self->language);
  for (guint i = 0; i < FOYER_NOTICE_N_LINES; i++)
    g_free (self->lines[i]);
  g_ptr_array_unref (self->sections);

  G_OBJECT_CLASS (foyer_notice_parent_class)->finalize (object);
}

static void
foyer_notice_class_init (FoyerNoticeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_notice_finalize;
}

static void
foyer_notice_init (FoyerNotice *self)
{
  self->sections = g_ptr_array_new_with_free_func (section_free);
}

FoyerNotice *
foyer_notice_new (GBytes *id, const char *version, const char *date, const char *language)
{
  FoyerNotice *self = g_object_new (FOYER_TYPE_NOTICE, NULL);

  self->id = id != NULL ? g_bytes_ref (id) : NULL;
  self->version = g_strdup (version);
  self->date = g_strdup (date);
  self->language = g_strdup (language);
  return self;
}

GBytes *
foyer_notice_get_id (FoyerNotice *self)
{
  g_return_val_if_fail (FOYER_IS_NOTICE (self), NULL);

  return self->id;
}

const char *
foyer_notice_get_version (FoyerNotice *self)
{
  g_return_val_if_fail (FOYER_IS_NOTICE (self), NULL);

  return self->version;
}

const char *
foyer_notice_get_date (FoyerNotice *self)
{
  g_return_val_if_fail (FOYER_IS_NOTICE (self), NULL);

  return self->date;
}

const char *
foyer_notice_get_language (FoyerNotice *self)
{
  g_return_val_if_fail (FOYER_IS_NOTICE (self), NULL);

  return self->language;
}

void
foyer_notice_set_days (FoyerNotice *self, int days)
{
  g_return_if_fail (FOYER_IS_NOTICE (self));

  self->days = days;
}

int
foyer_notice_get_days (FoyerNotice *self)
{
  g_return_val_if_fail (FOYER_IS_NOTICE (self), 0);

  return self->days;
}

void
foyer_notice_set_line (FoyerNotice *self, FoyerNoticeLine line, const char *text)
{
  char *copy = g_strdup (text);

  g_return_if_fail (FOYER_IS_NOTICE (self));
  g_return_if_fail (line < FOYER_NOTICE_N_LINES);

  g_free (self->lines[line]);
  self->lines[line] = copy;
}

const char *
foyer_notice_get_line (FoyerNotice *self, FoyerNoticeLine line)
{
  g_return_val_if_fail (FOYER_IS_NOTICE (self), NULL);
  g_return_val_if_fail (line < FOYER_NOTICE_N_LINES, NULL);

  return self->lines[line];
}

void
foyer_notice_add_section (FoyerNotice *self, const FoyerNoticeSection *section)
{
  FoyerNoticeSection *copy;

  g_return_if_fail (FOYER_IS_NOTICE (self));
  g_return_if_fail (section != NULL);

  copy = g_new0 (FoyerNoticeSection, 1);
  copy->number = g_strdup (section->number != NULL ? section->number : "");
  copy->title = g_strdup (section->title != NULL ? section->title : "");
  copy->text = g_strdup (section->text != NULL ? section->text : "");
  copy->kinds = section->kinds;
  copy->in_excerpt = section->in_excerpt;
  g_ptr_array_add (self->sections, copy);
}

guint
foyer_notice_n_sections (FoyerNotice *self)
{
  g_return_val_if_fail (FOYER_IS_NOTICE (self), 0);

  return self->sections->len;
}

const FoyerNoticeSection *
foyer_notice_get_section (FoyerNotice *self, guint nth)
{
  g_return_val_if_fail (FOYER_IS_NOTICE (self), NULL);
  g_return_val_if_fail (nth < self->sections->len, NULL);

  return g_ptr_array_index (self->sections, nth);
}

const FoyerNoticeSection *
foyer_notice_get_premises (FoyerNotice *self)
{
  g_return_val_if_fail (FOYER_IS_NOTICE (self), NULL);

  for (guint i = 0; i < self->sections->len; i++) {
    const FoyerNoticeSection *section = g_ptr_array_index (self->sections, i);

    if (section->in_excerpt && (section->kinds & FOYER_NOTICE_PREMISES) != 0
        && section->text[0] != '\0')
      return section;
  }
  return NULL;
}
