/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_AGREEMENT_PAGE (foyer_agreement_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerAgreementPage,
                      foyer_agreement_page,
                      FOYER,
                      AGREEMENT_PAGE,
                      FoyerKioskPage)

G_END_DECLS
