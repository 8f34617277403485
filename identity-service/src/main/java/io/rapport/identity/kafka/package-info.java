/** Consumers and publishers of identity on Kafka. */
@NullMarked
package io.rapport.identity.kafka;

import org.jspecify.annotations.NullMarked;
