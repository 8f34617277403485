/** Domain of the ingest service: validation, intake and registration rules, without Spring, Kafka, MongoDB or a clock. */
@NullMarked
package io.rapport.ingest.domain;

import org.jspecify.annotations.NullMarked;
