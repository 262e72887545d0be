/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-robot"

#include "ui/robot-private.h"

#include <errno.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <X11/extensions/XI2.h>
#include <xorg/xf86-input-inputtest-protocol.h>

/* The devices' axes go from 0 to here, whatever the screen's size. */
#define AXIS_MAX 65535.0

static gboolean
send_all (int fd, const void *event, gsize size)
{
  return send (fd, event, size, MSG_NOSIGNAL) == (gssize) size;
}

static gboolean
receive_all (int fd, void *response, gsize size)
{
  return recv (fd, response, size, MSG_WAITALL) == (gssize) size;
}

int
robot_hand_connect (const char *path, GError **error)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  xf86ITEventClientVersion version = { { sizeof version, XF86IT_EVENT_CLIENT_VERSION },
                                       XF86IT_PROTOCOL_VERSION_MAJOR,
                                       XF86IT_PROTOCOL_VERSION_MINOR };
  xf86ITResponseServerVersion answer;
  int fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

  g_strlcpy (address.sun_path, path, sizeof address.sun_path);
  if (connect (fd, (struct sockaddr *) &address, sizeof address) == 0
      && send_all (fd, &version, sizeof version) && receive_all (fd, &answer, sizeof answer))
    return fd;

  g_set_error (error,
               G_IO_ERROR,
               g_io_error_from_errno (errno),
               "The X server's device %s: %s",
               path,
               g_strerror (errno));
  close (fd);
  return -1;
}

/* Returns when the server has handled what that hand did: nothing can overtake it. */
static void
wait_for_hand (Robot *robot, RobotHand hand)
{
  xf86ITEventWaitForSync wait = { { sizeof wait, XF86IT_EVENT_WAIT_FOR_SYNC } };
  xf86ITResponseSyncFinished done;
  int fd = robot->hands[hand];

  if (!send_all (fd, &wait, sizeof wait) || !receive_all (fd, &done, sizeof done))
    g_error ("The X server is gone: %s", g_strerror (errno));
}

static void
act (Robot *robot, RobotHand hand, const void *event, gsize size)
{
  if (!send_all (robot->hands[hand], event, size))
    g_error ("The X server is gone: %s", g_strerror (errno));
  if (!robot->hurries)
    wait_for_hand (robot, hand);
}

void
robot_hurry (Robot *robot)
{
  robot->hurries = TRUE;
}

void
robot_catch_up (Robot *robot)
{
  for (int i = 0; i < ROBOT_N_HANDS; i++)
    wait_for_hand (robot, i);
  robot->hurries = FALSE;
}

RobotTally
robot_get_tally (Robot *robot)
{
  return robot->tally;
}

static void
point (Robot *robot, xf86ITValuatorData *valuators, int x, int y)
{
  valuators->mask[0] = 3;
  valuators->valuators[0] = (x + 0.5) / robot->width * AXIS_MAX;
  valuators->valuators[1] = (y + 0.5) / robot->height * AXIS_MAX;
}

static void
touch (Robot *robot, int type, int finger, int x, int y)
{
  xf86ITEventTouch event = { .header = { sizeof event, XF86IT_EVENT_TOUCH },
                             .touchid = finger,
                             .touch_type = type };

  point (robot, &event.valuators, x, y);
  act (robot, ROBOT_HAND_TOUCH, &event, sizeof event);
}

void
robot_finger_down (Robot *robot, int finger, int x, int y)
{
  robot_raise_at (robot, x, y);
  touch (robot, XI_TouchBegin, finger, x, y);
}

void
robot_finger_move (Robot *robot, int finger, int x, int y)
{
  touch (robot, XI_TouchUpdate, finger, x, y);
}

void
robot_finger_up (Robot *robot, int finger, int x, int y)
{
  touch (robot, XI_TouchEnd, finger, x, y);
  robot->tally.touches++;
}

void
robot_tap_at (Robot *robot, int x, int y)
{
  robot_finger_down (robot, 0, x, y);
  robot_finger_up (robot, 0, x, y);
}

void
robot_drag (Robot *robot, int from_x, int from_y, int to_x, int to_y)
{
  const int steps = 12;

  robot_finger_down (robot, 0, from_x, from_y);
  for (int i = 1; i <= steps; i++) {
    robot_finger_move (robot,
                       0,
                       from_x + (to_x - from_x) * i / steps,
                       from_y + (to_y - from_y) * i / steps);
    robot_breathe (8); /* a finger is not quicker than the screen draws */
  }
  robot_finger_up (robot, 0, to_x, to_y);
}

void
robot_click_at (Robot *robot, int x, int y, int button)
{
  xf86ITEventMotion motion = { .header = { sizeof motion, XF86IT_EVENT_MOTION },
                               .is_absolute = TRUE };
  xf86ITEventButton press = { .header = { sizeof press, XF86IT_EVENT_BUTTON },
                              .is_absolute = TRUE,
                              .button = button };

  if (button != 0)
    robot_raise_at (robot, x, y);
  point (robot, &motion.valuators, x, y);
  act (robot, ROBOT_HAND_POINTER, &motion, sizeof motion);
  for (press.is_press = 1; button != 0; press.is_press = 0) {
    act (robot, ROBOT_HAND_POINTER, &press, sizeof press);
    if (!press.is_press)
      break;
  }
}

static xf86ITEventKey
key_event (guint code, gboolean down)
{
  return (xf86ITEventKey){ .header = { sizeof (xf86ITEventKey), XF86IT_EVENT_KEY },
                           .key_code = code,
                           .is_press = down };
}

void
robot_hand_key (Robot *robot, guint code, gboolean down)
{
  xf86ITEventKey event = key_event (code, down);

  act (robot, ROBOT_HAND_KEYBOARD, &event, sizeof event);
}

void
robot_hand_keys (Robot *robot, const RobotStroke *strokes, guint n_strokes)
{
  g_autoptr (GByteArray) events = g_byte_array_new ();

  for (guint i = 0; i < n_strokes; i++) {
    xf86ITEventKey event = key_event (strokes[i].code, strokes[i].down);

    g_byte_array_append (events, (const guint8 *) &event, sizeof event);
  }
  act (robot, ROBOT_HAND_KEYBOARD, events->data, events->len);
}
