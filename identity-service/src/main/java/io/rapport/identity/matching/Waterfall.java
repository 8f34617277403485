package io.rapport.identity.matching;

import io.rapport.contracts.identity.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Writes down what led to a probability, so that a person can follow it and the sum comes out. */
final class Waterfall {

    private static final int LONGEST = 60;

    private Waterfall() {}

    /** The prior, each finding, and what the rivals for the same handle take away; the weights sum to the logit of the probability. */
    static List<Evidence> of(Candidate candidate, Model model, double probability) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(new Evidence("PRIOR", "before anything is compared", candidate.prior()));
        double sum = candidate.prior();
        for (Finding finding : candidate.findings()) {
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

    static double chance(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    private static String detail(Finding finding) {
        boolean hash = finding.rule() == Rule.EMAIL || finding.rule() == Rule.PHONE;
        String left = hash ? shortened(finding.left()) : bounded(finding.left());
        String right = hash ? shortened(finding.right()) : bounded(finding.right());
        return left.equals(right)
                ? String.format(Locale.ROOT, "both %s", left)
                : String.format(Locale.ROOT, "%s and %s", left, right);
    }

    private static String bounded(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    static String shortened(String hash) {
        return hash.length() > 8 ? hash.substring(0, 8) + "…" : hash;
    }
}
