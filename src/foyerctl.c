/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyerctl"

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "foyerctl/commands.h"
#include "shutters.h"

#define DEFAULT_CONFIG "/etc/foyer/foyer.conf"

/* What a script sees. */
enum {
  DONE = 0,
  REFUSED = 1,
  WRONG_USAGE = 2
};

static const FoyerCommand commands[] = {
  { "init",
    NULL,
    NULL,
    "",
    "Make the store and its first administrator",
    "Reads {\"name\", \"password\"} from standard input, or asks on a terminal.",
    foyer_ctl_init },
  { "staff",
    "add",
    NULL,
    "as password-fd",
    "Add an account for the desk",
    "Reads {\"name\", \"password\", \"roles\"}; the roles are a list of receptionist, security,\n"
    "privacy-officer, administrator.",
    foyer_ctl_staff_add },
  { "staff",
    "unlock",
    NULL,
    "as password-fd",
    "Unlock an account after too many wrong passwords",
    "Reads {\"name\"}. As root, or as an administrator by --as.",
    foyer_ctl_staff_unlock },
  { "host",
    "add",
    NULL,
    "as password-fd",
    "Add an employee who can be visited",
    "Reads {\"name\"}.",
    foyer_ctl_host_add },
  { "host",
    "import",
    "FILE.csv",
    "as password-fd",
    "Add the employees of a CSV file",
    "Its first row names the columns; one of them is “name”. Who is there already stays as is.",
    foyer_ctl_host_import },
  { "notice",
    "import",
    "FILE",
    "as password-fd json publish language version date",
    "Store a version of the privacy notice",
    "Plain text with numbered sections, or Markdown (FILE.md). In force only with --publish.",
    foyer_ctl_notice_import },
  { "notice",
    "show",
    NULL,
    "as password-fd json language",
    "Show the privacy notice in force",
    NULL,
    foyer_ctl_notice_show },
  { "expect",
    "add",
    NULL,
    "as password-fd json",
    "Expect a visitor",
    "Reads {\"name\", \"at\", \"company\", \"host\", \"type\"}; “at” is the site's time, as\n"
    "\"2026-12-24 10:30\". Prints {\"id\", \"code\"}: FOYER1: and the code make the invitation's QR.",
    foyer_ctl_expect_add },
  { "expect",
    "list",
    NULL,
    "as password-fd json from until day",
    "List who is expected, from today on",
    NULL,
    foyer_ctl_expect_list },
  { "expect",
    "cancel",
    NULL,
    "as password-fd",
    "Take an invitation back",
    "Reads {\"id\"}.",
    foyer_ctl_expect_cancel },
  { "visit",
    "sign-in",
    NULL,
    "json",
    "Sign a visitor in",
    "Reads {\"name\", \"company\", \"host\", \"type\", \"language\"}, of which company, host and\n"
    "language may be left out. Prints {\"id\", \"code\"} once the visit is on the disk.",
    foyer_ctl_visit_sign_in },
  { "visit",
    "sign-out",
    NULL,
    "json",
    "Sign a visitor out",
    "Reads {\"code\"}. Prints {\"id\", \"left\"}.",
    foyer_ctl_visit_sign_out },
  { "visit",
    "list",
    NULL,
    "as password-fd json from until day",
    "List visits",
    "Security may ask for any day; a receptionist sees today.",
    foyer_ctl_visit_list },
  { "visit",
    "correct",
    NULL,
    "as password-fd",
    "Correct a visitor's name or company",
    "Reads {\"id\", \"name\", \"company\"}; what is left out stays, \"\" takes a company away. What\n"
    "stood there before is forgotten.",
    foyer_ctl_visit_correct },
  { "visit",
    "erase",
    NULL,
    "as password-fd",
    "Erase a visit at the visitor's request",
    "Reads {\"id\"}. A privacy officer may, once the visitor has left.",
    foyer_ctl_visit_erase },
  { "retention",
    "run",
    NULL,
    "json",
    "Close and delete what is due, and forget it",
    NULL,
    foyer_ctl_retention_run },
  { "retention",
    "show",
    NULL,
    "as password-fd json",
    "Show the retention periods, and what was deleted",
    NULL,
    foyer_ctl_retention_show },
  { "retention",
    "set",
    "DAYS",
    "as password-fd type",
    "Set the retention period, of all types or of one",
    NULL,
    foyer_ctl_retention_set },
  { "station",
    "service",
    NULL,
    "",
    "Have this station's kiosk show its service page",
    "Once nobody stands at it. Staff sign in there, to restart it, test its printer or switch it off.",
    foyer_ctl_station_service },
  { "vault",
    "status",
    NULL,
    "json",
    "Show who holds the store's key, and what is still to be forgotten",
    NULL,
    foyer_ctl_vault_status },
  { "vault",
    "swap",
    NULL,
    "",
    "Swap the store's key now: what was deleted is forgotten",
    NULL,
    foyer_ctl_vault_swap },
  { "vault",
    "holder",
    "HOLDER",
    "as password-fd",
    "Let a file or the machine's TPM hold the store's key",
    "HOLDER is file or tpm. The manual's chapter “The vault” says what each protects from.",
    foyer_ctl_vault_holder },
  { "vault",
    "check",
    NULL,
    "json",
    "Open every sealed record, and name what is damaged",
    NULL,
    foyer_ctl_vault_check },
  { "check",
    NULL,
    NULL,
    "json",
    "Check settings, store, keys and audit trail",
    NULL,
    foyer_ctl_check },
};

/* Options are read as bytes: a C locale would refuse the letters of a name. */
static const struct {
  const char *name;
  const char *argument;
  gsize offset;
  const char *summary;
} texts[] = {
  { "as", "NAME", G_STRUCT_OFFSET (FoyerCtl, as), "Do it as that person, with their password" },
  { "language", "CODE", G_STRUCT_OFFSET (FoyerCtl, language), "The notice's language" },
  { "version", "VERSION", G_STRUCT_OFFSET (FoyerCtl, version), "Where the text names none" },
  { "date", "DATE", G_STRUCT_OFFSET (FoyerCtl, date), "Where the text has none: 2026-11-23" },
  { "from", "DAY", G_STRUCT_OFFSET (FoyerCtl, from), "The first day: 2026-11-23" },
  { "until", "DAY", G_STRUCT_OFFSET (FoyerCtl, until), "The last day" },
  { "day", "DAY", G_STRUCT_OFFSET (FoyerCtl, day), "That day only" },
  { "type", "KEY", G_STRUCT_OFFSET (FoyerCtl, type), "That visitor type only" },
  { "config",
    "FILE",
    G_STRUCT_OFFSET (FoyerCtl, config),
    "Settings; " DEFAULT_CONFIG " if not given" },
};

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, FOYER_CTL_ERROR, FOYER_CTL_ERROR_USAGE, sentence);
  return FALSE;
}

static gboolean
takes (const FoyerCommand *command, const char *option)
{
  g_auto (GStrv) options = g_strsplit (command->options, " ", -1);

  return g_str_equal (option, "config") || g_strv_contains ((const char *const *) options, option);
}

static void
say_command (const FoyerCommand *command)
{
  printf ("Usage: foyerctl %s%s%s%s%s [OPTION…]\n\n%s.\n",
          command->family,
          command->name != NULL ? " " : "",
          command->name != NULL ? command->name : "",
          command->argument != NULL ? " " : "",
          command->argument != NULL ? command->argument : "",
          command->summary);
  if (command->details != NULL)
    printf ("%s\n", command->details);
  printf ("\n");
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *option = g_strdup_printf ("--%s %s", texts[i].name, texts[i].argument);

    if (takes (command, texts[i].name))
      printf ("  %-20s %s\n", option, texts[i].summary);
  }
  if (takes (command, "password-fd"))
    printf ("  %-20s %s\n", "--password-fd N", "Read that password from a file descriptor");
  if (takes (command, "publish"))
    printf ("  %-20s %s\n", "--publish", "Put it in force");
  if (takes (command, "json"))
    printf ("  %-20s %s\n", "--json", "Print JSON");
  printf ("  %-20s %s\n", "--help", "This page");
}

/* Of one family, or all of them. */
static void
say_all (const char *family)
{
  printf ("Usage: foyerctl COMMAND [OPTION…]\n\nFoyer's command line. Commands:\n\n");
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++) {
    const FoyerCommand *command = &commands[i];
    g_autofree char *words = g_strjoin (" ",
                                        command->family,
                                        command->name != NULL ? command->name : command->argument,
                                        command->name != NULL ? command->argument : NULL,
                                        NULL);

    if (family == NULL || g_str_equal (family, command->family))
      printf ("  %-22s %s\n", words, command->summary);
  }
  printf (
      "\nfoyerctl COMMAND --help tells more. Nothing personal is ever an argument: it is read\n"
      "as JSON from standard input, or asked for on a terminal. Exit status: 0 done, 1 refused\n"
      "with a reason, 2 wrong usage.\n");
}

/* Whether it takes a second word to name a command. */
static gboolean
is_family (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (commands[i].name != NULL && g_str_equal (commands[i].family, word))
      return TRUE;
  return FALSE;
}

/* The command that the words name; the argument that follows it goes to @ctl. */
static const FoyerCommand *
find_command (FoyerCtl *ctl, char **words, gboolean help, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++) {
    const FoyerCommand *command = &commands[i];
    guint n_words = command->name != NULL ? 2 : 1;
    guint n_given = g_strv_length (words);

    if (n_given < n_words || !g_str_equal (words[0], command->family)
        || (n_words == 2 && !g_str_equal (words[1], command->name)))
      continue;
    if (help)
      return command;
    if (command->argument == NULL && n_given > n_words)
      refuse (error, "There is one word too many after the command");
    else if (command->argument != NULL && n_given != n_words + 1)
      refuse (error, "The command needs exactly one argument: see --help");
    else {
      ctl->argument = words[n_words];
      return command;
    }
    return NULL;
  }
  if (words[0] == NULL)
    refuse (error, "A command is missing: see foyerctl --help");
  else if (is_family (words[0]) && words[1] == NULL)
    refuse (error, "The command needs a second word: see its --help");
  else
    refuse (error, "There is no such command: see foyerctl --help");
  return NULL;
}

static gboolean
check_options (FoyerCtl *ctl, const FoyerCommand *command, GError **error)
{
  const char *strange = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    const char *text = G_STRUCT_MEMBER (char *, ctl, texts[i].offset);

    if (text != NULL && !takes (command, texts[i].name))
      strange = texts[i].name;
    if (text != NULL && !g_utf8_validate (text, -1, NULL) && !g_str_equal (texts[i].name, "config"))
      return refuse (error, "An option's text is not UTF-8");
  }
  if (ctl->json && !takes (command, "json"))
    strange = "json";
  if (ctl->publish && !takes (command, "publish"))
    strange = "publish";
  if (ctl->password_fd >= 0 && !takes (command, "password-fd"))
    strange = "password-fd";
  if (strange == NULL)
    return TRUE;
  g_set_error (error,
               FOYER_CTL_ERROR,
               FOYER_CTL_ERROR_USAGE,
               "This command takes no --%s",
               strange);
  return FALSE;
}

static gboolean
parse (FoyerCtl *ctl, gboolean *help, char ***argv, GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  GOptionEntry entries[G_N_ELEMENTS (texts) + 5] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &ctl->json, NULL, NULL },
    { "publish", 0, 0, G_OPTION_ARG_NONE, &ctl->publish, NULL, NULL },
    { "password-fd", 0, 0, G_OPTION_ARG_INT, &ctl->password_fd, NULL, NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, help, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    entries[4 + i] = (GOptionEntry){ .long_name = texts[i].name,
                                     .arg = G_OPTION_ARG_FILENAME,
                                     .arg_data = G_STRUCT_MEMBER_P (ctl, texts[i].offset) };
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  return g_option_context_parse_strv (context, argv, error);
}

static gboolean
run (FoyerCtl *ctl, char ***argv, GError **error)
{
  gboolean help = FALSE;
  const FoyerCommand *command;
  char **words;

  if (!parse (ctl, &help, argv, error))
    return FALSE;
  words = *argv + 1;
  if (help && (words[0] == NULL || (words[1] == NULL && is_family (words[0])))) {
    say_all (words[0]);
    return TRUE;
  }
  command = find_command (ctl, words, help, error);
  if (command == NULL)
    return FALSE;
  if (help) {
    say_command (command);
    return TRUE;
  }
  if (ctl->config == NULL)
    ctl->config = g_strdup (DEFAULT_CONFIG);
  return check_options (ctl, command, error) && command->run (ctl, error);
}

static void
complain (const GError *err)
{
  const char *end = err->message + strlen (err->message);
  gboolean whole = end > err->message && strchr (".?!", end[-1]) != NULL;

  fprintf (stderr, "foyerctl: %s%s\n", err->message, whole ? "" : ".");
}

int
main (int argc, char **argv)
{
  g_auto (FoyerCtl) ctl = { .password_fd = -1 };
  g_auto (GStrv) words = g_strdupv (argv);
  g_autoptr (GError) err = NULL;

  foyer_shutters_close ();
  setlocale (LC_ALL, "C.UTF-8"); /* an administrator's tool: English, whatever the caller speaks */
  if (run (&ctl, &words, &err))
    return DONE;
  complain (err);
  return err->domain == G_OPTION_ERROR
                 || g_error_matches (err, FOYER_CTL_ERROR, FOYER_CTL_ERROR_USAGE)
             ? WRONG_USAGE
             : REFUSED;
}
