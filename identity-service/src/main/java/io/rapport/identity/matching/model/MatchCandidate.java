package io.rapport.identity.matching.model;

import io.rapport.identity.matching.compare.ComparisonRule;
import io.rapport.identity.matching.compare.HandleNameComparison;
import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.compare.RuleFinding;

import java.util.List;

/**
 * A record that may be the same person as another.
 *
 * @param profile the record
 * @param findings what the comparison found, in the same order whichever record came first
 * @param weight log-odds of all findings
 * @param prior log-odds before anything is compared
 */
public record MatchCandidate(NormalizedRecord profile, List<RuleFinding> findings, double weight, double prior) {

    private static final double CORROBORATION = 2;
    private static final double RARE = 2e-5;

    /** Log-odds that it is the same person, rivals aside. */
    public double logit() {
        return prior + weight;
    }

    /** Whether more than what people are called speaks for it; a handle spelt like a rare full name does. */
    public boolean isCorroborated(MatchModel model) {
        double beyond = 0;
        for (RuleFinding finding : findings) {
            if (finding.rule() == ComparisonRule.HANDLE_NAME) {
                boolean rare = finding.level() == HandleNameComparison.FULL && finding.chance() <= RARE;
                beyond += rare ? CORROBORATION : 0;
            } else if (!finding.rule().isName() && finding.rule() != ComparisonRule.NAMED) {
                beyond += Math.max(0, model.weight(finding));
            }
        }
        return beyond >= CORROBORATION;
    }
}
