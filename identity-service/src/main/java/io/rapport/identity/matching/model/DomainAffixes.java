package io.rapport.identity.matching.model;

import io.rapport.identity.matching.compare.RuleFinding;

import java.util.HashMap;
import java.util.Map;

/** Which words stand beside the names of people of which web domain: colleagues name their accounts alike. */
final class DomainAffixes {

    static final DomainAffixes UNKNOWN = new DomainAffixes();

    /** The weight of knowing nothing, in handles. */
    private static final double LEANING = 3;

    private final Map<String, Double> together = new HashMap<>();
    private final Map<String, Double> words = new HashMap<>();
    private final Map<String, Double> domains = new HashMap<>();
    private double all;

    /** Counts a handle that has a word beside the name of somebody of a domain, as far as it is theirs. */
    void add(RuleFinding beside, double chance) {
        together.merge(pair(beside), chance, Double::sum);
        words.merge(beside.left(), chance, Double::sum);
        domains.merge(beside.right(), chance, Double::sum);
        all += chance;
    }

    /** How many times likelier the word is beside the name of somebody of that domain than beside anybody's; 1 when nothing is known. */
    double likelihoodRatio(RuleFinding beside) {
        double expected =
                words.getOrDefault(beside.left(), 0.0) * domains.getOrDefault(beside.right(), 0.0) / Math.max(1, all);
        return (together.getOrDefault(pair(beside), 0.0) + LEANING) / (expected + LEANING);
    }

    private static String pair(RuleFinding beside) {
        return beside.left() + "@" + beside.right();
    }
}
