/** Subscriptions of e-mail addresses to the months of brands. */
@NullMarked
package io.rapport.report.domain.subscription;

import org.jspecify.annotations.NullMarked;
