package io.rapport.identity.matching.outcome;

import io.rapport.contracts.identity.Evidence;
import java.util.List;

/**
 * Two records that are, or may be, the same person.
 *
 * @param id the record matched
 * @param other the record it was matched with
 * @param outcome what may be done about it
 * @param probability 0 to 1
 * @param evidence the waterfall from the prior on, in log-odds, strongest first after the prior
 * @param contradictions what speaks against it whatever the probability
 */
public record Match(
        String id,
        String other,
        MatchOutcome outcome,
        double probability,
        List<Evidence> evidence,
        List<String> contradictions) {}
