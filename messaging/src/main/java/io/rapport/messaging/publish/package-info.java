/** Publishing of events as CloudEvents. */
@NullMarked
package io.rapport.messaging.publish;

import org.jspecify.annotations.NullMarked;
