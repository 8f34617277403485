package io.rapport.identity.matching;

import java.util.List;

/**
 * A record that may be the same person as another.
 *
 * @param profile the record
 * @param findings what the comparison found, in the same order whichever record came first
 * @param weight log-odds of all findings
 * @param prior log-odds before anything is compared
 */
record Candidate(Profile profile, List<Finding> findings, double weight, double prior) {

    private static final double CORROBORATION = 2;
    private static final double RARE = 2e-5;

    /** Log-odds that it is the same person, rivals aside. */
    double logit() {
        return prior + weight;
    }

    /** Whether more than what people are called speaks for it; a handle spelt like a rare full name does. */
    boolean isCorroborated(Model model) {
        double beyond = 0;
        for (Finding finding : findings) {
            if (finding.rule() == Rule.HANDLE_NAME) {
                boolean rare = finding.level() == HandleNameComparison.FULL && finding.chance() <= RARE;
                beyond += rare ? CORROBORATION : 0;
            } else if (!finding.rule().isName() && finding.rule() != Rule.NAMED) {
                beyond += Math.max(0, model.weight(finding));
            }
        }
        return beyond >= CORROBORATION;
    }
}
