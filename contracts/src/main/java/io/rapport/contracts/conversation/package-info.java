/** What users decide about conversations. */
@NullMarked
package io.rapport.contracts.conversation;

import org.jspecify.annotations.NullMarked;
