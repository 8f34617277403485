package io.rapport.contracts.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a connection has come: the full state. A null value on the topic means that it was deleted.
 *
 * @param cursor where the next page of a pulled source begins; null before the first page, and for pushed sources
 * @param counts the number of events by outcome, since the connection exists
 * @param receivedAt when the platform delivered, or answered, for the last time
 * @param error why the last attempt failed, as a sentence; null if none has failed
 * @param errorAt when it failed
 * @param version rises with each change; readers drop what is not newer
 * @param at the time of the change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
public record ConnectionProgressed(
        String agency,
        String connection,
        @Nullable String cursor,
        Map<String, Long> counts,
        @Nullable Instant receivedAt,
        @Nullable String error,
        @Nullable Instant errorAt,
        long version,
        Instant at) {}
