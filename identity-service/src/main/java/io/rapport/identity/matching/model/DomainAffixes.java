package io.rapport.identity.matching.model;

import io.rapport.identity.matching.compare.RuleFinding;
import java.util.HashMap;
import java.util.Map;

/** Co-occurrence of affixes beside names and the web domains of clients: colleagues often name their accounts alike. */
final class DomainAffixes {

    static final DomainAffixes UNKNOWN = new DomainAffixes();

    /** Weight of the prior (no association), in handles. */
    private static final double PRIOR_WEIGHT = 3;

    private final Map<String, Double> together = new HashMap<>();
    private final Map<String, Double> words = new HashMap<>();
    private final Map<String, Double> domains = new HashMap<>();
    private double all;

    /** Counts a handle with an affix beside the name of a client of a domain, weighted with the probability that it is the client's. */
    void add(RuleFinding beside, double chance) {
        together.merge(pair(beside), chance, Double::sum);
        words.merge(beside.left(), chance, Double::sum);
        domains.merge(beside.right(), chance, Double::sum);
        all += chance;
    }

    /** Returns how much likelier the affix is for a client of that domain than for any client; 1 if nothing is known. */
    double likelihoodRatio(RuleFinding beside) {
        double expected =
                words.getOrDefault(beside.left(), 0.0) * domains.getOrDefault(beside.right(), 0.0) / Math.max(1, all);
        return (together.getOrDefault(pair(beside), 0.0) + PRIOR_WEIGHT) / (expected + PRIOR_WEIGHT);
    }

    private static String pair(RuleFinding beside) {
        return beside.left() + "@" + beside.right();
    }
}
