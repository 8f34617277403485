package io.rapport.scoring.sentiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Computes polarity, confidence and reasons of a text from its token values. */
final class SentimentScorer {

    private static final double SATURATION = 16;
    private static final double MIXED_WEIGHT = 0.3;
    private static final double DILUTION_PER_TOKEN = 0.01;
    private static final double PER_EXCLAMATION = 0.5;
    private static final int MAX_EXCLAMATIONS = 4;
    private static final double QUESTION_FACTOR = 0.8;
    private static final int MAX_REASONS = 5;
    private static final double CONFIDENCE_SATURATION = 2.5;
    private static final double MIN_CONFIDENCE = 0.3;

    private final TextTokens tokens;
    private final TokenWeights weights;
    private double positive;
    private double negative;

    private SentimentScorer(TextTokens tokens) {
        this.tokens = tokens;
        this.weights = TokenWeights.of(tokens);
        for (float value : weights.values) {
            positive += Math.max(0, value);
            negative -= Math.min(0, value);
        }
    }

    static SentimentJudgement of(TextTokens tokens, TextLanguage language) {
        var scorer = new SentimentScorer(tokens);
        return new SentimentJudgement(scorer.polarity(), scorer.confidence(), language, scorer.reasons());
    }

    /** Difference of positive and negative values, reduced for long and for mixed texts, and normalised to -1 to 1. */
    private double polarity() {
        double emphasis = PER_EXCLAMATION * Math.min(MAX_EXCLAMATIONS, tokens.exclamations);
        double balance = positive - negative + Math.signum(positive - negative) * emphasis;
        double share = (tokens.questions > 0 ? QUESTION_FACTOR : 1) / (1 + DILUTION_PER_TOKEN * tokens.count);
        double sum = balance * share;
        double magnitude = (positive + negative + emphasis) * share;
        return Math.sqrt((1 + MIXED_WEIGHT) / (sum * sum + MIXED_WEIGHT * magnitude * magnitude + SATURATION)) * sum;
    }

    /** Grows with the total magnitude and with the share that has one sign. */
    private double confidence() {
        double magnitude = positive + negative;
        if (magnitude == 0) {
            return MIN_CONFIDENCE;
        }
        double agreement = Math.abs(positive - negative) / magnitude;
        return MIN_CONFIDENCE + (1 - MIN_CONFIDENCE) * agreement * magnitude / (magnitude + CONFIDENCE_SATURATION);
    }

    private List<String> reasons() {
        var reasons = new ArrayList<String>(MAX_REASONS);
        double last = Double.POSITIVE_INFINITY;
        int lastAt = -1;
        while (reasons.size() < MAX_REASONS) {
            int next = next(last, lastAt);
            if (next < 0) {
                break;
            }
            last = Math.abs(weights.values[next]);
            lastAt = next;
            var entry = Objects.requireNonNull(tokens.entries[next]);
            reasons.add(entry.term() + SentimentModifier.explain(weights.modifiers[next]));
        }
        return reasons;
    }

    /** Index of the strongest token that is weaker than the last one, or equally strong and later; -1 if there is none. */
    private int next(double last, int lastAt) {
        int next = -1;
        double strongest = 0;
        for (int i = 0; i < weights.values.length; i++) {
            double strength = Math.abs(weights.values[i]);
            boolean later = strength < last || (strength == last && i > lastAt);
            if (later && strength > strongest) {
                strongest = strength;
                next = i;
            }
        }
        return next;
    }
}
