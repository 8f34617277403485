package io.rapport.contracts.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was decided about who a person is, kept for good.
 *
 * @param id of the decision
 * @param type {@code CREATED}, {@code MERGED}, {@code SPLIT}, {@code JOINED} (by evidence), {@code CLIENT}, {@code DISTINCT}
 *     (not the same person), {@code LIFTED} (they may be after all) or {@code UNDONE}
 * @param by who decided: a token's name, or a rule of the system
 * @param at when
 * @param reason in the decider's words
 * @param confidence 0 to 1
 * @param other the other person, of a decision about two
 * @param handles the keys of the handles that moved
 * @param foundOn the key of the handle the evidence was found on, if that one did not move
 * @param undoes the decision that an {@code UNDONE} takes back
 * @param evidence what the decision rests on: the waterfall of a match, in log-odds
 * @param withdraws of a {@code SPLIT}, as the person who was split tells it: by the key of a handle, the decisions whose
 *     evidence it takes off that handle, newest first; a handle that is not there keeps its evidence
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
        List<String> handles,
        @Nullable String foundOn,
        @Nullable UUID undoes,
        @Nullable List<Evidence> evidence,
        @Nullable Map<String, List<UUID>> withdraws) {

    /** A decision that rests on the decider's word. */
    public Decision(
            UUID id,
            String type,
            String by,
            Instant at,
            String reason,
            double confidence,
            @Nullable UUID other,
            List<String> handles) {
        this(id, type, by, at, reason, confidence, other, handles, null, null, null, null);
    }
}
