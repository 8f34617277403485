package io.rapport.contracts.engagement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An input that was rejected, in full, with the reason.
 *
 * @param id of this rejection
 * @param source the adapter or import that delivered it, or {@code unknown}
 * @param code the reason as a code
 * @param message the reason as a sentence: what is wrong and how to correct it
 * @param origin the origin of the input: {@code request <id>, row 3} or {@code topic-partition@offset}
 * @param engagement the deterministic id of the engagement; null where it could not be derived
 * @param raw the input as text, truncated to 1 MiB
 * @param rejectedAt the time of the rejection
 * @param by the service that rejected it
 * @param replayedAt when the same rejection was replayed: it is done, and {@code raw} is empty; null before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
public record EngagementRejected(
        UUID id,
        String agency,
        String brand,
        String source,
        RejectionCode code,
        String message,
        String origin,
        @Nullable UUID engagement,
        String raw,
        Instant rejectedAt,
        String by,
        @Nullable Instant replayedAt) {}
