/** MongoDB: decisions of users with their outbox: goals, branding, stories. */
@NullMarked
package io.rapport.report.store.decision;

import org.jspecify.annotations.NullMarked;
