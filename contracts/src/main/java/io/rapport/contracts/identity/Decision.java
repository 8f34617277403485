package io.rapport.contracts.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was decided about who a person is, kept for good.
 *
 * @param id of the decision
 * @param type {@code CREATED}, {@code MERGED}, {@code SPLIT}, {@code JOINED} (by evidence) or {@code CLIENT}
 * @param by who decided: a token's name, or a rule of the system
 * @param at when
 * @param reason in the decider's words
 * @param confidence 0 to 1
 * @param other the other person of a merge or split
 * @param handles the keys of the handles that moved
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Decision(
        UUID id,
        String type,
        String by,
        Instant at,
        String reason,
        double confidence,
        @Nullable UUID other,
        List<String> handles) {}
