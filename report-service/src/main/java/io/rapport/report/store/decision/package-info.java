/** MongoDB: decisions of users with their outbox: goals, branding, stories, reminders, dismissed suggestions. */
@NullMarked
package io.rapport.report.store.decision;

import org.jspecify.annotations.NullMarked;
