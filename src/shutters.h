/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/**
 * foyer_shutters_close:
 *
 * From now on no other program, no dump and no other user sees what this one holds or writes: no
 * core file, no tracing by the same account (prctl(2), PR_SET_DUMPABLE), files private. To be
 * called before anything personal, or a key, is read.
 */
void foyer_shutters_close (void);
