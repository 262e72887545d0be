/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyerctl"

#include "foyerctl/commands.h"
#include "foyerctl/input.h"
#include "foyerctl/output.h"
#include "foyerctl/vault.h"
#include "post/post.h"
#include "privacy/erasure.h"
#include "reception/correction.h"
#include "visit/id.h"

enum {
  ID,
  NAME,
  COMPANY,
  N_FIELDS
};

static const FoyerInputField fields[N_FIELDS] = {
  [ID] = { "id", "The visit's id, from foyerctl visit list --json", .needed = TRUE },
  [NAME] = { "name", "The right name; nothing leaves it as it is" },
  [COMPANY] = { "company", "The right company; nothing leaves it as it is" },
};

/* What is done is said, also where its end has to wait. */
static gboolean
forget (FoyerCtl *ctl, const char *done, GError **error)
{
  if (foyer_ctl_forget (ctl, error))
    return TRUE;
  g_prefix_error_literal (error, done);
  return FALSE;
}

static GBytes *
read_id (const char *text, GError **error)
{
  GBytes *id = foyer_id_from_string (text);

  if (id == NULL)
    g_set_error (error, FOYER_CTL_ERROR, FOYER_CTL_ERROR_INPUT, "“id” is no visit's id");
  return id;
}

static FoyerCorrection *
read_correction (FoyerCtl *ctl, char **values, GError **error)
{
  g_autoptr (GBytes) id = read_id (values[ID], error);
  g_autoptr (FoyerCorrection) correction = NULL;

  if (id == NULL)
    return NULL;
  correction = foyer_correction_new (id, foyer_ctl_now (ctl));
  if (values[NAME] != NULL && !foyer_correction_set_name (correction, values[NAME], error)) {
    foyer_input_explain ("name", error);
    return NULL;
  }
  if (values[COMPANY] != NULL
      && !foyer_correction_set_company (correction, values[COMPANY], error)) {
    foyer_input_explain ("company", error);
    return NULL;
  }
  return g_steal_pointer (&correction);
}

gboolean
foyer_ctl_visit_correct (FoyerCtl *ctl, GError **error)
{
  g_autoptr (FoyerCorrection) correction = NULL;
  char *values[N_FIELDS];

  if (!foyer_ctl_open_as_staff (ctl, error) || !foyer_input_read (fields, N_FIELDS, values, error))
    return FALSE;
  correction = read_correction (ctl, values, error);
  foyer_input_clear (values, N_FIELDS);
  return correction != NULL && foyer_ctl_do (ctl, &foyer_reception_correct, correction, error)
         && forget (ctl,
                    "The visit is corrected, but what stood there is not forgotten yet: ",
                    error)
         && foyer_ctl_say_forgotten (ctl, "The visit is corrected; what stood there", error);
}

gboolean
foyer_ctl_visit_erase (FoyerCtl *ctl, GError **error)
{
  g_autoptr (FoyerErasure) erasure = NULL;
  g_autoptr (FoyerPost) post = NULL;
  g_autoptr (GBytes) id = NULL;
  char *value;

  if (!foyer_ctl_open_as_staff (ctl, error) || !foyer_input_read (&fields[ID], 1, &value, error))
    return FALSE;
  id = read_id (value, error);
  foyer_input_clear (&value, 1);
  if (id == NULL)
    return FALSE;
  erasure = foyer_erasure_new (id, foyer_ctl_now (ctl));
  if (!foyer_ctl_do (ctl, &foyer_privacy_erase, erasure, error))
    return FALSE;
  post = foyer_post_new (ctl->store, ctl->clock, ctl->settings);
  if (!foyer_post_shred_now (post, error)) {
    g_prefix_error_literal (error,
                            "The visit is erased, but the file of its badge is still there: ");
    return FALSE;
  }
  if (!forget (ctl, "The visit is erased, but not forgotten yet: ", error))
    return FALSE;
  if (erasure->key_is_known)
    return foyer_ctl_say_forgotten (ctl, "The visit is erased; it", error);
  return foyer_output_text (
      error,
      "The visit is erased. It was so damaged that no key opened it: one that did"
      " may be left, which foyerctl vault check names.");
}
