/** Creation of topics and their partitions. */
@NullMarked
package io.rapport.messaging.topic;

import org.jspecify.annotations.NullMarked;
