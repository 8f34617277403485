/** Kafka: projects topics into the store, and publishes corrections. */
@NullMarked
package io.rapport.report.projection;

import org.jspecify.annotations.NullMarked;
