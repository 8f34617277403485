/** Serialization of events as JSON. */
@NullMarked
package io.rapport.messaging.json;

import org.jspecify.annotations.NullMarked;
