package io.rapport.contracts.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision on the identity of a person. Decisions are never deleted.
 *
 * @param id of the decision
 * @param type {@code CREATED}, {@code MERGED}, {@code SPLIT}, {@code JOINED} (by evidence), {@code CLIENT}, {@code DISTINCT}
 *     (not the same person), {@code LIFTED} (a {@code DISTINCT} revoked) or {@code UNDONE}
 * @param by the name of the token, or the rule of the system, that decided
 * @param at the time of the decision
 * @param reason the reason as given
 * @param confidence 0 to 1
 * @param other the other person of a decision about two
 * @param handles the keys of the handles that moved
 * @param foundOn the key of the handle with the evidence, if it was not moved
 * @param undoes the decision that an {@code UNDONE} reverts
 * @param evidence the evidence for the decision: the contributions to a match, in log-odds
 * @param withdraws of a {@code SPLIT}, in the state of the person that was split: by handle key, the decisions whose evidence
 *     the split removes from the handle, newest first; handles that are not listed keep their evidence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
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
        @Nullable Map<String, List<UUID>> withdraws) {}
