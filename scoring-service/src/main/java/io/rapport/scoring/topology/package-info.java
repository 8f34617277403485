/** The Kafka Streams topology: it connects the stages and configures the stream. */
@NullMarked
package io.rapport.scoring.topology;

import org.jspecify.annotations.NullMarked;
