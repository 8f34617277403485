/** Outgoing webhooks: settings, the queue of deliveries, and when a delivery is tried again. */
@NullMarked
package io.rapport.report.domain.webhook;

import org.jspecify.annotations.NullMarked;
