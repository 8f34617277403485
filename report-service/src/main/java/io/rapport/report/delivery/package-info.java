/** Delivers events to webhooks: signed, in order, with retries, to public addresses only. */
@NullMarked
package io.rapport.report.delivery;

import org.jspecify.annotations.NullMarked;
