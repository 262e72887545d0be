/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GLib's macros that cppcheck's own description of GTK lacks; faults.py puts it before each file.
 */
#define G_BEGIN_DECLS
#define G_END_DECLS
#define G_DECLARE_FINAL_TYPE(...)
#define G_DECLARE_DERIVABLE_TYPE(...)
#define G_DECLARE_INTERFACE(...)
#define G_DEFINE_FINAL_TYPE(...)
#define G_DEFINE_FINAL_TYPE_WITH_CODE(...)
#define G_DEFINE_FINAL_TYPE_WITH_PRIVATE(...)
#define G_DEFINE_TYPE(...)
#define G_DEFINE_TYPE_WITH_CODE(...)
#define G_DEFINE_TYPE_WITH_PRIVATE(...)
#define G_DEFINE_ABSTRACT_TYPE(...)
#define G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE(...)
#define G_DEFINE_INTERFACE(...)
#define G_DEFINE_BOXED_TYPE(...)
#define G_DEFINE_QUARK(...)
#define G_DEFINE_AUTOPTR_CLEANUP_FUNC(...)
#define G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(...)
#define G_DEFINE_AUTO_CLEANUP_FREE_FUNC(...)
#define G_GNUC_PRINTF(a, b)
#define G_GNUC_FORMAT(a)
#define G_GNUC_NULL_TERMINATED
#define G_GNUC_WARN_UNUSED_RESULT
#define G_GNUC_NORETURN
#define G_GNUC_UNUSED
#define G_GNUC_BEGIN_IGNORE_DEPRECATIONS
#define G_GNUC_END_IGNORE_DEPRECATIONS
#define G_GINT64_CONSTANT(a) a##L
#define G_GUINT64_CONSTANT(a) a##UL
#define G_GINT64_FORMAT "li"
#define G_GUINT64_FORMAT "lu"
#define G_GSIZE_FORMAT "lu"
#define G_GSSIZE_FORMAT "li"
#define G_STATIC_ASSERT(a)
#define G_STMT_START do
#define G_STMT_END while (0)
#define G_N_ELEMENTS(a) (sizeof (a) / sizeof ((a)[0]))
#define G_LIKELY(a) (a)
#define G_UNLIKELY(a) (a)
