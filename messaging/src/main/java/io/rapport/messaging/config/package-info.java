/** Spring configuration of Kafka, imported by every service. */
@NullMarked
package io.rapport.messaging.config;

import org.jspecify.annotations.NullMarked;
