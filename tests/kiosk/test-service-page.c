/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kiosk/service-page.h"

#include "kiosk/page-stage.h"
#include "kiosk/service-sign-in-page.h"
#include "post/post.h"

#define ALLOWED TRUE
#define FORBIDDEN FALSE

/* A logind as the page finds it: on a bus, and asked to switch off. */
typedef struct {
  GDBusConnection *bus;
  guint object;
  gboolean may_switch_off;
  guint asked;
  gboolean is_interactive;
} Logind;

static void
on_call (GDBusConnection *bus,
         const char *sender,
         const char *path,
         const char *interface,
         const char *method,
         GVariant *arguments,
         GDBusMethodInvocation *invocation,
         gpointer data)
{
  Logind *logind = data;

  g_variant_get (arguments, "(b)", &logind->is_interactive);
  logind->asked++;
  if (logind->may_switch_off)
    g_dbus_method_invocation_return_value (invocation, NULL);
  else
    g_dbus_method_invocation_return_dbus_error (invocation,
                                                "org.freedesktop.DBus.Error.AccessDenied",
                                                "not from here");
}

static const char introspection[] =
    "<node><interface name='org.freedesktop.login1.Manager'>"
    "<method name='PowerOff'><arg type='b' direction='in'/></method>"
    "</interface></node>";

static Logind *
logind_new (gboolean may_switch_off)
{
  static const GDBusInterfaceVTable vtable = { .method_call = on_call };
  Logind *logind = g_new0 (Logind, 1);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) err = NULL;

  logind->may_switch_off = may_switch_off;
  logind->bus =
      g_dbus_connection_new_for_address_sync (g_getenv ("DBUS_SYSTEM_BUS_ADDRESS"),
                                              G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                  | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                              NULL,
                                              NULL,
                                              &err);
  g_assert_no_error (err);
  logind->object = g_dbus_connection_register_object (logind->bus,
                                                      "/org/freedesktop/login1",
                                                      node->interfaces[0],
                                                      &vtable,
                                                      logind,
                                                      NULL,
                                                      &err);
  g_assert_no_error (err);
  answer = g_dbus_connection_call_sync (logind->bus,
                                        "org.freedesktop.DBus",
                                        "/org/freedesktop/DBus",
                                        "org.freedesktop.DBus",
                                        "RequestName",
                                        g_variant_new ("(su)", "org.freedesktop.login1", 0),
                                        NULL,
                                        G_DBUS_CALL_FLAGS_NONE,
                                        -1,
                                        NULL,
                                        &err);
  g_assert_no_error (err);
  return logind;
}

static void
logind_free (Logind *logind)
{
  g_dbus_connection_close_sync (logind->bus, NULL, NULL);
  g_dbus_connection_unregister_object (logind->bus, logind->object);
  g_object_unref (logind->bus);
  g_free (logind);
}

static void
wait_for (PageStage *stage, const char *sentence)
{
  gint64 end = g_get_monotonic_time () + FOYER_TEST_PATIENCE * G_GINT64_CONSTANT (1000);

  while (page_stage_find (stage, sentence) == NULL) {
    g_assert_cmpint (g_get_monotonic_time (), <, end);
    g_main_context_iteration (NULL, FALSE);
  }
}

static void
open_door (PageStage *stage)
{
  stage->context.door =
      foyer_service_door_new (stage->house.store, stage->house.kiosk, stage->house.clock);
}

static void
show_service (PageStage *stage)
{
  foyer_service_door_enter (stage->context.door, g_object_ref (stage->house.security));
  page_stage_show (stage, FOYER_TYPE_SERVICE_PAGE);
}

static void
end_stage (PageStage *stage)
{
  page_stage_clear (stage);
  g_assert_finalize_object (stage->context.door);
  stage->context.door = NULL;
}

static void
test_nobody_comes_in_without_signing_in (PageStage *stage, gconstpointer unused)
{
  open_door (stage);
  page_stage_show (stage, FOYER_TYPE_SERVICE_PAGE);
  g_assert_cmpstr (stage->gone_to, ==, "welcome");
  g_assert_cmpint (
      house_count (&stage->house, "SELECT count (*) FROM audit WHERE event = 'service-open'"),
      ==,
      0);
  page_stage_clear (stage);

  /* nor behind somebody who did */
  show_service (stage);
  g_assert_null (foyer_service_door_take_staff (stage->context.door));
  end_stage (stage);
}

static void
test_a_printer_that_fails_is_told (PageStage *stage, gconstpointer unused)
{
  g_autoptr (FoyerPost) post = NULL;
  g_autoptr (GError) err = NULL;

  /* Given a printer's address where nobody listens */
  page_stage_use_settings (stage, "printer=ipp://127.0.0.1:9/ipp/print");
  post = foyer_post_new (stage->house.store, stage->house.clock, stage->context.settings);
  open_door (stage);
  show_service (stage);

  page_stage_press (stage, "Test the printer");
  wait_for (stage, "A test badge is being printed.");
  foyer_post_carry_all_now (post, &err);
  g_assert_no_error (err);
  g_signal_emit_by_name (stage->house.store, "changed");
  wait_for (stage, "The test badge was not printed. Look at the printer’s paper, cable and power.");
  page_stage_assert_fits (stage);

  /* A second test takes the first one's place: nothing piles up */
  page_stage_press (stage, "Test the printer");
  wait_for (stage, "A test badge is being printed.");
  g_assert_cmpint (house_count (&stage->house, "SELECT count (*) FROM letter"), ==, 1);
  end_stage (stage);
}

static void
test_the_machine_is_switched_off (PageStage *stage, gconstpointer unused)
{
  Logind *logind = logind_new (ALLOWED);

  open_door (stage);
  show_service (stage);
  page_stage_press (stage, "Switch off");
  while (logind->asked == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (logind->is_interactive);
  g_assert_cmpint (
      house_count (&stage->house, "SELECT count (*) FROM audit WHERE event = 'station-switch-off'"),
      ==,
      1);
  end_stage (stage);
  logind_free (logind);
}

static void
test_a_machine_that_must_stay_on_says_so (PageStage *stage, gconstpointer unused)
{
  Logind *logind = logind_new (FORBIDDEN);

  open_door (stage);
  show_service (stage);
  page_stage_press (stage, "Switch off");
  wait_for (stage, "This machine cannot be switched off from here.");
  end_stage (stage);
  logind_free (logind);
}

static void
test_they_fit_every_screen_in_german (PageStage *stage, gconstpointer unused)
{
  const int sizes[][2] = { { LANDSCAPE }, { PORTRAIT }, { TABLET } };

  open_door (stage);
  stage->context.language = "de";
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    page_stage_turn (stage, sizes[i][0], sizes[i][1]);
    show_service (stage);
    page_stage_assert_fits (stage);
    page_stage_clear (stage);
    page_stage_show (stage, FOYER_TYPE_SERVICE_SIGN_IN_PAGE);
    page_stage_assert_fits (stage);
    gtk_entry_set_text (foyer_kiosk_page_get_text_entry (stage->page), "Rita Reception");
    g_assert_true (foyer_kiosk_page_apply (stage->page, NULL));
    g_assert_false (gtk_entry_get_visibility (foyer_kiosk_page_get_text_entry (stage->page)));
    gtk_test_widget_wait_for_draw (stage->window);
    page_stage_assert_fits (stage);
    page_stage_clear (stage);
  }
  end_stage (stage);
}

int
main (int argc, char *argv[])
{
  g_autoptr (Robot) robot = NULL;

  g_test_init (&argc, &argv, NULL);
  robot = page_stage_open_display ();
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", g_getenv ("DBUS_SESSION_BUS_ADDRESS"), TRUE);

  PAGE_TEST ("/service-page/nobody-without-sign-in", test_nobody_comes_in_without_signing_in);
  PAGE_TEST ("/service-page/printer-fails", test_a_printer_that_fails_is_told);
  PAGE_TEST ("/service-page/switched-off", test_the_machine_is_switched_off);
  PAGE_TEST ("/service-page/stays-on", test_a_machine_that_must_stay_on_says_so);
  PAGE_TEST ("/service-page/fits", test_they_fit_every_screen_in_german);
  return g_test_run ();
}
