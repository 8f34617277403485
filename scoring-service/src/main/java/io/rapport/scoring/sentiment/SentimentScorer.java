package io.rapport.scoring.sentiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Adds up what a text's tokens are worth, and finds what decided. */
final class SentimentScorer {

    private static final double SATURATION = 16;
    private static final double MIXED = 0.3;
    private static final double DILUTION_PER_TOKEN = 0.01;
    private static final double PER_EXCLAMATION = 0.5;
    private static final int MOST_EXCLAMATIONS = 4;
    private static final double ASKED = 0.8;
    private static final int MOST_REASONS = 5;
    private static final double HALF_SURE = 2.5;
    private static final double SURENESS_OF_NOTHING = 0.3;

    private final TextTokens tokens;
    private final TokenWeights weighing;
    private double praise;
    private double blame;

    private SentimentScorer(TextTokens tokens) {
        this.tokens = tokens;
        this.weighing = TokenWeights.of(tokens);
        for (float worth : weighing.worth) {
            praise += Math.max(0, worth);
            blame -= Math.min(0, worth);
        }
    }

    static SentimentJudgement of(TextTokens tokens, TextLanguage language) {
        var verdict = new SentimentScorer(tokens);
        return new SentimentJudgement(verdict.polarity(), verdict.confidence(), language, verdict.reasons());
    }

    /** The balance of praise and blame, which long texts dilute and mixed feelings hold back, drawn into -1 to 1. */
    private double polarity() {
        double loudness = PER_EXCLAMATION * Math.min(MOST_EXCLAMATIONS, tokens.exclamations);
        double balance = praise - blame + Math.signum(praise - blame) * loudness;
        double share = (tokens.questions > 0 ? ASKED : 1) / (1 + DILUTION_PER_TOKEN * tokens.count);
        double sum = balance * share;
        double felt = (praise + blame + loudness) * share;
        return Math.sqrt((1 + MIXED) / (sum * sum + MIXED * felt * felt + SATURATION)) * sum;
    }

    /** Grows with how much was felt and how much of it goes one way. */
    private double confidence() {
        double felt = praise + blame;
        if (felt == 0) {
            return SURENESS_OF_NOTHING;
        }
        double oneWay = Math.abs(praise - blame) / felt;
        return SURENESS_OF_NOTHING + (1 - SURENESS_OF_NOTHING) * oneWay * felt / (felt + HALF_SURE);
    }

    private List<String> reasons() {
        var reasons = new ArrayList<String>(MOST_REASONS);
        double last = Double.POSITIVE_INFINITY;
        int lastAt = -1;
        while (reasons.size() < MOST_REASONS) {
            int next = next(last, lastAt);
            if (next < 0) {
                break;
            }
            last = Math.abs(weighing.worth[next]);
            lastAt = next;
            var entry = Objects.requireNonNull(tokens.entries[next]);
            reasons.add(entry.term() + SentimentModifier.explain(weighing.rules[next]));
        }
        return reasons;
    }

    /** The strongest token that is weaker than the last one, or as strong and further on; -1 when there is none. */
    private int next(double last, int lastAt) {
        int next = -1;
        double strongest = 0;
        for (int i = 0; i < weighing.worth.length; i++) {
            double strength = Math.abs(weighing.worth[i]);
            boolean later = strength < last || (strength == last && i > lastAt);
            if (later && strength > strongest) {
                strongest = strength;
                next = i;
            }
        }
        return next;
    }
}
