/** MongoDB: outgoing webhooks with the queue and the log of their deliveries. */
@NullMarked
package io.rapport.report.store.webhook;

import org.jspecify.annotations.NullMarked;
