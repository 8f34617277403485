package io.rapport.ingest.domain.source;

import io.rapport.ingest.domain.input.InputRejectedException;
import java.time.Instant;

/** Maps the payloads of one platform to engagements. Implementations are pure: no I/O, no clock, no state. */
public interface EngagementSource {

    /** The name of the source, a token such as {@code meta}. It is the {@code source} of all its engagements. */
    String name();

    /**
     * Maps a payload. An entry that cannot be mapped becomes an {@link SourceMapping.Unusable} item, a payload that is not
     * what the platform documents a single one: no input may cause an exception.
     *
     * @param payload the payload as the platform sent it, or as a fetcher read it
     * @param settings the settings of the connection
     */
    SourceMapping map(SourcePayload payload, SourceSettings settings);

    /**
     * Maps a payload by the time of its receipt, which only sources read whose events may lie ahead.
     *
     * @param at the time of receipt
     */
    default SourceMapping map(SourcePayload payload, SourceSettings settings, Instant at) {
        return map(payload, settings);
    }

    /**
     * Checks the settings of a connection before they are saved.
     *
     * @throws InputRejectedException if the source cannot use them
     */
    default void requireValid(SourceSettings settings) {}
}
