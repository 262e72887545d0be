/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-shutters"

#include "shutters.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

void
foyer_shutters_close (void)
{
  const struct rlimit none = { 0, 0 };

  umask (077);
  setrlimit (RLIMIT_CORE, &none);
#ifndef __SANITIZE_ADDRESS__
  prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}
