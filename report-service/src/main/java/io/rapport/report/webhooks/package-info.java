/** REST resources and page of outgoing webhooks. */
@NullMarked
package io.rapport.report.webhooks;

import org.jspecify.annotations.NullMarked;
