/** Kafka for every service: serialization, publishing, group-less readers, projections with consumer groups, dead letters and topic creation. */
@NullMarked
package io.rapport.messaging;

import org.jspecify.annotations.NullMarked;
