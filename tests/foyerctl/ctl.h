/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** The password of everybody in these tests. */
#define PASSWORD "correct horse battery"

/**
 * Place:
 * @folder: A folder of its own, which may be read by everybody
 * @config: Its foyer.conf
 * @data: Where its store is
 * @now: (nullable): What the programs take for the time, "2026-11-23 09:00:00", UTC
 * @wrap: (nullable): What the programs are run by
 *
 * A station with foyerctl on the command line, and nothing else.
 */
typedef struct {
  char *folder;
  char *config;
  char *data;
  const char *now;
  const char *const *wrap;
} Place;

/** Answer: What one call of foyerctl said; @status is its exit status */
typedef struct {
  int status;
  char *out;
  char *err;
} Answer;

/** answer_free: @answer: (transfer full) (nullable): An answer */
void answer_free (Answer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

/** place_set_up: For g_test_add(): a station that is not set up */
void place_set_up (Place *place, gconstpointer unused);

/** place_open: For g_test_add(): a station with staff named after their roles, the hosts “Grace
 * O’Neill” and “Ada Okonkwo”, and a notice in force */
void place_open (Place *place, gconstpointer unused);

/** place_init: Makes the store and the administrator “root” of a station that place_set_up()
 * prepared */
void place_init (Place *place);

/** place_open_here: Opens a station as place_open(), that place_set_up() prepared */
void place_open_here (Place *place);

/** place_tear_down: For g_test_add() */
void place_tear_down (Place *place, gconstpointer unused);

/** place_write: Writes a file of the folder; Returns: (transfer full): its path */
char *place_write (Place *place, const char *name, const char *text, gssize size);

/**
 * place_run:
 * @place: A station
 * @name: (nullable): As whom, with %PASSWORD
 * @input: What stands on standard input
 * @arguments: (array zero-terminated=1): What follows on the command line
 *
 * Returns: (transfer full): What foyerctl said, having ended by itself
 */
Answer *place_run (Place *place, const char *name, const char *input, const char *const *arguments);

/* clang-format off */
/** place_call: Runs foyerctl as itself with arguments up to %NULL */
#define place_call(place, input, ...)                                                              \
  place_run ((place), NULL, (input), (const char *const[]){ __VA_ARGS__ })

/** place_call_as: The same, signed in as @name */
#define place_call_as(place, name, input, ...)                                                     \
  place_run ((place), (name), (input), (const char *const[]){ __VA_ARGS__ })
/* clang-format on */

/** place_argv: Returns: (transfer full): The command line of foyerctl, without arguments */
GPtrArray *place_argv (Place *place);

/** place_list: Returns: (transfer full): The visits of all days, as JSON */
char *place_list (Place *place);

/** place_holds: Returns: Whether any file of the store holds @marker in any spelling */
gboolean place_holds (Place *place, const char *marker);

/** assert_done: Finds that it was done, and that nothing was complained of */
void assert_done (const Answer *answer);

/** assert_refused: Finds that it ended with @status, no word on standard output, and one sentence
 * that holds @words */
void assert_refused (const Answer *answer, int status, const char *words);

/** assert_says: Finds that @text holds @words */
void assert_says (const char *text, const char *words);

/** assert_swaps: Finds that the store's key was swapped so often */
void assert_swaps (Place *place, int swaps);

/** member: Returns: (transfer full): The text under @key of a JSON object */
char *member (const char *json, const char *key);

G_END_DECLS
