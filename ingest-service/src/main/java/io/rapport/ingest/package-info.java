/** The ingest service: validates engagements, client lists and registrations, and publishes them to Kafka. */
@NullMarked
package io.rapport.ingest;

import org.jspecify.annotations.NullMarked;
