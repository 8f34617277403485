package io.rapport.identity.domain;

import io.rapport.contracts.identity.Evidence;
import java.time.Instant;
import java.util.List;

/**
 * Who says something about two people.
 *
 * @param by a token's name, or a rule's
 * @param reason in their words
 * @param at when
 * @param confidence 0 to 1
 * @param evidence the waterfall it rests on, or nothing
 */
public record Said(String by, String reason, Instant at, double confidence, List<Evidence> evidence) {

    /** On their word. */
    public Said(String by, String reason, Instant at) {
        this(by, reason, at, 1, List.of());
    }

    /** The same, said in the light of this evidence. */
    public Said seeing(List<Evidence> shown) {
        return new Said(by, reason, at, confidence, shown);
    }
}
