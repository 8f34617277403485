/** Kafka plumbing the services share: how events are written, published, read, tabled and set aside. */
@NullMarked
package io.rapport.messaging;

import org.jspecify.annotations.NullMarked;
