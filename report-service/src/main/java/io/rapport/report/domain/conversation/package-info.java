/** Questions that need no answer, as users decide. */
@NullMarked
package io.rapport.report.domain.conversation;

import org.jspecify.annotations.NullMarked;
