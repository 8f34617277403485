/** Publication of stored state: the publisher port and the outbox that publishes and acknowledges. */
@NullMarked
package io.rapport.identity.domain.outbox;

import org.jspecify.annotations.NullMarked;
