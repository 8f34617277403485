/** Kafka adapters: publishes intake events and decisions, and reads client lists and rejections back. */
@NullMarked
package io.rapport.ingest.kafka;

import org.jspecify.annotations.NullMarked;
