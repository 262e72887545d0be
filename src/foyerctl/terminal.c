/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyerctl"

#include "foyerctl/terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define LINE_MAX_BYTES 4096

static char *
read_line (int fd)
{
  char line[LINE_MAX_BYTES];
  char *answer;
  gssize size;

  do
    size = read (fd, line, sizeof line); /* a terminal gives a whole line */
  while (size < 0 && errno == EINTR);
  if (size <= 0)
    return NULL;
  if (line[size - 1] == '\n')
    size--;
  answer = g_strndup (line, size);
  explicit_bzero (line, sizeof line);
  return answer;
}

/* Ctrl+C waits until the terminal shows what is typed again. */
static char *
read_unseen (int fd)
{
  struct termios seen;
  struct termios unseen;
  sigset_t stops;
  sigset_t before;
  char *answer;

  if (tcgetattr (fd, &seen) != 0)
    return NULL;
  unseen = seen;
  unseen.c_lflag &= ~(tcflag_t) ECHO;
  sigemptyset (&stops);
  sigaddset (&stops, SIGINT);
  sigaddset (&stops, SIGTERM);
  sigaddset (&stops, SIGQUIT);
  sigaddset (&stops, SIGTSTP);
  sigprocmask (SIG_BLOCK, &stops, &before);
  tcsetattr (fd, TCSAFLUSH, &unseen);
  answer = read_line (fd);
  tcsetattr (fd, TCSAFLUSH, &seen);
  sigprocmask (SIG_SETMASK, &before, NULL);
  if (write (fd, "\n", 1) != 1)
    return answer; /* only a line's end is missing */
  return answer;
}

char *
foyer_terminal_ask (const char *question, gboolean secret)
{
  int fd = open ("/dev/tty", O_RDWR | O_CLOEXEC);
  char *answer = NULL;

  if (fd < 0)
    return NULL;
  if (write (fd, question, strlen (question)) == (gssize) strlen (question))
    answer = secret ? read_unseen (fd) : read_line (fd);
  close (fd);
  return answer;
}
