package io.rapport.contracts.engagement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What could not be accepted, whole, with the reason: nothing that reached the door vanishes.
 *
 * @param id of this rejection
 * @param source the adapter or import that brought it, or {@code unknown}
 * @param code the reason, for machines
 * @param message the reason, for people: what is wrong and what to do
 * @param origin where it came from: {@code request <id>, row 3} or {@code topic-partition@offset}
 * @param engagement the deterministic id it would have had, where it could be worked out
 * @param raw what arrived, as text; of more than 1 MiB the first 1 MiB
 * @param rejectedAt when
 * @param by the service that rejected it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
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
        String by) {}
