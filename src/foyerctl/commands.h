/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyerctl/ctl.h"

G_BEGIN_DECLS

/** foyer_ctl_init: Makes the store and its first administrator; Returns: Whether it is made */
gboolean foyer_ctl_init (FoyerCtl *ctl, GError **error);

/** foyer_ctl_check: Finds what is wrong or unwise here; Returns: Whether nothing is wrong */
gboolean foyer_ctl_check (FoyerCtl *ctl, GError **error);

/** foyer_ctl_staff_unlock: Unlocks an account; Returns: Whether it is unlocked */
gboolean foyer_ctl_staff_unlock (FoyerCtl *ctl, GError **error);

/** foyer_ctl_staff_add: Adds an account; Returns: Whether it is added */
gboolean foyer_ctl_staff_add (FoyerCtl *ctl, GError **error);

/** foyer_ctl_host_add: Adds a host; Returns: Whether the host is there */
gboolean foyer_ctl_host_add (FoyerCtl *ctl, GError **error);

/** foyer_ctl_host_import: Adds the hosts of a CSV file; Returns: Whether all are there */
gboolean foyer_ctl_host_import (FoyerCtl *ctl, GError **error);

/** foyer_ctl_notice_import: Stores a version of the notice; Returns: Whether it is stored */
gboolean foyer_ctl_notice_import (FoyerCtl *ctl, GError **error);

/** foyer_ctl_notice_show: Prints the notice in force; Returns: Whether there is one */
gboolean foyer_ctl_notice_show (FoyerCtl *ctl, GError **error);

/** foyer_ctl_expect_list: Prints who is expected; Returns: Whether they could be read */
gboolean foyer_ctl_expect_list (FoyerCtl *ctl, GError **error);

/** foyer_ctl_expect_cancel: Takes an invitation back; Returns: Whether it is gone */
gboolean foyer_ctl_expect_cancel (FoyerCtl *ctl, GError **error);

/** foyer_ctl_expect_add: Writes down who is expected; Returns: Whether that is on the disk */
gboolean foyer_ctl_expect_add (FoyerCtl *ctl, GError **error);

/** foyer_ctl_visit_sign_in: Signs a visitor in; Returns: Whether the visit is on the disk */
gboolean foyer_ctl_visit_sign_in (FoyerCtl *ctl, GError **error);

/** foyer_ctl_visit_sign_out: Signs a visitor out; Returns: Whether that is on the disk */
gboolean foyer_ctl_visit_sign_out (FoyerCtl *ctl, GError **error);

/** foyer_ctl_visit_list: Prints visits; Returns: Whether they could be read */
gboolean foyer_ctl_visit_list (FoyerCtl *ctl, GError **error);

/** foyer_ctl_visit_correct: Corrects a visit; Returns: Whether what stood there is forgotten */
gboolean foyer_ctl_visit_correct (FoyerCtl *ctl, GError **error);

/** foyer_ctl_visit_erase: Erases a visit; Returns: Whether it is forgotten */
gboolean foyer_ctl_visit_erase (FoyerCtl *ctl, GError **error);

/** foyer_ctl_station_service: Calls the station's kiosk for service; Returns: Whether it is called
 */
gboolean foyer_ctl_station_service (FoyerCtl *ctl, GError **error);

/** foyer_ctl_vault_status: Says how the vault stands; Returns: Whether it could be read */
gboolean foyer_ctl_vault_status (FoyerCtl *ctl, GError **error);

/** foyer_ctl_vault_swap: Swaps the store's key; Returns: Whether nothing is owed any more */
gboolean foyer_ctl_vault_swap (FoyerCtl *ctl, GError **error);

/** foyer_ctl_vault_holder: Changes who holds the store's key; Returns: Whether it is changed */
gboolean foyer_ctl_vault_holder (FoyerCtl *ctl, GError **error);

/** foyer_ctl_vault_check: Opens every sealed record; Returns: Whether none is damaged */
gboolean foyer_ctl_vault_check (FoyerCtl *ctl, GError **error);

/** foyer_ctl_retention_run: Deletes what is due; Returns: Whether nothing of it is left */
gboolean foyer_ctl_retention_run (FoyerCtl *ctl, GError **error);

/** foyer_ctl_retention_show: Prints periods and deletions; Returns: Whether they could be read */
gboolean foyer_ctl_retention_show (FoyerCtl *ctl, GError **error);

/** foyer_ctl_retention_set: Sets a period; Returns: Whether it is in force */
gboolean foyer_ctl_retention_set (FoyerCtl *ctl, GError **error);

G_END_DECLS
