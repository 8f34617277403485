package io.rapport.identity.matching.outcome;

import io.rapport.contracts.identity.Evidence;
import java.util.Comparator;
import java.util.List;

/**
 * A pair of records that are, or may be, the same person.
 *
 * @param id the matched record
 * @param other the record it was matched with
 * @param outcome classification of the match
 * @param probability 0 to 1
 * @param evidence the prior first, then the findings in descending absolute weight, in log-odds
 * @param contradictions reasons that forbid an automatic merge whatever the probability
 */
public record Match(
        String id,
        String other,
        MatchOutcome outcome,
        double probability,
        List<Evidence> evidence,
        List<String> contradictions) {

    /** Confirmed matches first, then by descending probability; ids break ties. */
    public static final Comparator<Match> BEST_FIRST = Comparator.comparing(Match::outcome)
            .thenComparing(match -> -match.probability())
            .thenComparing(Match::id)
            .thenComparing(Match::other);
}
