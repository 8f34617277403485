package io.rapport.identity.matching.model;

import io.rapport.identity.matching.compare.ComparisonRule;
import io.rapport.identity.matching.compare.HandleNameParse;
import io.rapport.identity.matching.compare.RuleFinding;
import io.rapport.identity.matching.record.NormalizedRecord;
import java.util.List;

/**
 * A record that may be the same person as another.
 *
 * @param record the candidate
 * @param findings the results of all rules, in the order of rules
 * @param weight log-odds of all findings
 * @param prior log-odds before any comparison
 */
public record MatchCandidate(NormalizedRecord record, List<RuleFinding> findings, double weight, double prior) {

    private static final double CORROBORATION = 2;
    private static final double RARE = 2e-5;

    /** Returns the log-odds that the pair is one person, rivals ignored. */
    public double logit() {
        return prior + weight;
    }

    /** Whether evidence other than the name supports the match; a handle spelt like a rare full name counts as such evidence. */
    public boolean isCorroborated(MatchModel model) {
        double beyond = 0;
        for (RuleFinding finding : findings) {
            if (finding.rule() == ComparisonRule.HANDLE_NAME) {
                boolean rare = finding.level() == HandleNameParse.FULL && finding.chance() <= RARE;
                beyond += rare ? CORROBORATION : 0;
            } else if (!finding.rule().isName() && finding.rule() != ComparisonRule.NAMED) {
                beyond += Math.max(0, model.weight(finding));
            }
        }
        return beyond >= CORROBORATION;
    }
}
