/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a fuzzer is: a function that takes any bytes, by the name that libFuzzer calls, and bytes to
 * begin with. */

/** The longest input, in bytes. */
#define FUZZ_MAX 4096

/** LLVMFuzzerTestOneInput: Reads @data as what it tests would; aborts where that is read wrongly;
 * Returns: 0 */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/**
 * fuzz_seed:
 * @nth: Which, from 0
 * @bytes: (out) (array fixed-size=4096): The input
 *
 * Returns: Its length in bytes; 0 after the last one
 */
gsize fuzz_seed (guint nth, guint8 *bytes);

G_END_DECLS
