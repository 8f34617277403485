/** Subscriptions to the months of a brand by e-mail: for those who administer them, and for those who receive the mail. */
@NullMarked
package io.rapport.report.subscription;

import org.jspecify.annotations.NullMarked;
