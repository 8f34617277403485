package io.rapport.identity.matching.model;

import io.rapport.contracts.identity.Evidence;
import io.rapport.identity.matching.compare.ComparisonRule;
import io.rapport.identity.matching.compare.RuleFinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Converts a scored pair to evidence whose weights sum to the logit of its probability. */
public final class EvidenceWaterfall {

    private static final int MAX_LENGTH = 60;

    private EvidenceWaterfall() {}

    /** Returns the prior, each finding, and the remainder due to rivals and limits; the weights sum to the logit of the probability. */
    public static List<Evidence> of(MatchCandidate candidate, MatchModel model, double probability) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(new Evidence("PRIOR", "before anything is compared", candidate.prior()));
        double sum = candidate.prior();
        for (RuleFinding finding : candidate.findings()) {
            double weight = model.weight(finding);
            sum += weight;
            evidence.add(new Evidence(finding.rule().name(), detail(finding), weight));
        }
        double rest = logit(probability) - sum;
        if (Math.abs(rest) > 1e-9) {
            evidence.add(new Evidence("RIVALS", "others the handle could belong to, and limits", rest));
        }
        evidence.subList(1, evidence.size())
                .sort(Comparator.comparingDouble((Evidence e) -> -Math.abs(e.weight()))
                        .thenComparing(Evidence::rule));
        return List.copyOf(evidence);
    }

    static double logit(double probability) {
        double bounded = Math.min(1 - 1e-12, Math.max(1e-12, probability));
        return Math.log(bounded / (1 - bounded));
    }

    public static double probability(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    private static String detail(RuleFinding finding) {
        boolean hash = finding.rule() == ComparisonRule.EMAIL || finding.rule() == ComparisonRule.PHONE;
        String left = hash ? abbreviate(finding.left()) : truncate(finding.left());
        String right = hash ? abbreviate(finding.right()) : truncate(finding.right());
        return left.equals(right)
                ? String.format(Locale.ROOT, "both %s", left)
                : String.format(Locale.ROOT, "%s and %s", left, right);
    }

    private static String truncate(String text) {
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "…" : text;
    }

    public static String abbreviate(String hash) {
        return hash.length() > 8 ? hash.substring(0, 8) + "…" : hash;
    }
}
