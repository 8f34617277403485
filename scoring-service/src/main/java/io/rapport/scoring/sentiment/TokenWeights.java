package io.rapport.scoring.sentiment;

import java.util.Objects;

/** Sentiment value of each token of a text, modified by the negations, degrees and other modifiers before it. */
final class TokenWeights {

    private static final double IN_CAPITALS = 0.7;
    private static final double ELONGATED = 0.4;
    private static final double NEGATED_POSITIVE = -0.6;
    private static final double NEGATED_NEGATIVE = -0.4;
    private static final double MIN_DEGREE = 0.5;
    private static final double MAX_DEGREE = 2;
    private static final double IRREALIS_FACTOR = 0.6;
    private static final double BEFORE_CONTRAST = 0.5;
    private static final double REPEATED_SIGN = 0.5;
    // Number of following tokens that a negation, a degree and an irrealis marker affect.
    private static final int NEGATION_SCOPE = 4;

    private static final int DEGREE_SCOPE = 3;
    private static final int IRREALIS_SCOPE = 6;
    private static final int DEGREE_LOOKAHEAD = 2;

    /** Value by token: -4 to 4, or beyond if strengthened; 0 for most tokens. */
    final float[] values;
    /** {@link SentimentModifier}s that changed the value of a token, as a bit set. */
    final int[] modifiers;

    private final TextTokens tokens;
    private final boolean hasMixedCase;

    private int negation;
    private int negationEnds;
    private double degree = 1;
    private int degreeEnds;
    private int irrealisEnds;

    private TokenWeights(TextTokens tokens) {
        this.tokens = tokens;
        this.values = new float[tokens.count];
        this.modifiers = new int[tokens.count];
        this.hasMixedCase = tokens.wordsInCapitals < tokens.words;
    }

    static TokenWeights of(TextTokens tokens) {
        var weights = new TokenWeights(tokens);
        for (int i = 0; i < tokens.count; i++) {
            weights.weigh(i);
        }
        weights.weakenBeforeContrasts();
        return weights;
    }

    private void weigh(int i) {
        if (tokens.hasShape(i, TextTokens.AFTER_STOP)) {
            resetScopes();
        } else if (tokens.hasShape(i, TextTokens.AFTER_PAUSE)) {
            negationEnds = 0;
        }
        var entry = tokens.entries[i];
        if (entry == null) {
            return;
        }
        switch (entry.role()) {
            case SENTIMENT -> applySentiment(i, entry.value());
            case EXCLAMATION -> applyExclamation(i, entry.value());
            case NEGATION -> applyNegation(i, entry);
            case DEGREE -> applyDegree(i, entry);
            case CONTRAST, CONCESSION -> resetScopes();
            case IRREALIS -> applyIrrealis(i, entry.value());
            case NONE -> {}
        }
    }

    private void resetScopes() {
        negationEnds = 0;
        degreeEnds = 0;
        irrealisEnds = 0;
    }

    private void applyNegation(int i, LexiconEntry entry) {
        negation = i;
        negationEnds = i + 1 + NEGATION_SCOPE;
        values[i] = entry.value();
    }

    private void applyDegree(int i, LexiconEntry entry) {
        if (entry.value() != 0 && !hasTermInScope(i)) {
            applySentiment(i, entry.value());
            return;
        }
        double factor = i < degreeEnds ? degree * entry.factor() : entry.factor();
        degree = Math.max(MIN_DEGREE, Math.min(MAX_DEGREE, factor));
        degreeEnds = i + 1 + DEGREE_SCOPE;
    }

    private boolean hasTermInScope(int i) {
        for (int j = i + 1; j < tokens.count && j <= i + DEGREE_LOOKAHEAD; j++) {
            if (tokens.hasShape(j, TextTokens.AFTER_STOP | TextTokens.AFTER_PAUSE)) {
                return false;
            }
            var entry = tokens.entries[j];
            if (entry != null && entry.value() != 0) {
                return true;
            }
        }
        return false;
    }

    private void weakenBeforeContrasts() {
        double share = 1;
        for (int i = tokens.count - 1; i >= 0; i--) {
            if (share < 1 && values[i] != 0) {
                values[i] *= (float) share;
                modifiers[i] |= SentimentModifier.BEFORE_CONTRAST.bit();
            }
            var entry = tokens.entries[i];
            if (entry != null && entry.role() == LexiconRole.CONTRAST) {
                share *= BEFORE_CONTRAST;
            }
        }
    }

    private void applySentiment(int i, double value) {
        if (value == 0) {
            return;
        }
        double weight = value + Math.signum(value) * emphasis(i);
        if (i < degreeEnds) {
            weight *= degree;
            modifiers[i] |= (degree > 1 ? SentimentModifier.STRENGTHENED : SentimentModifier.WEAKENED).bit();
            degreeEnds = 0;
        }
        if (i < negationEnds) {
            weight *= weight > 0 ? NEGATED_POSITIVE : NEGATED_NEGATIVE;
            modifiers[i] |= SentimentModifier.NEGATED.bit();
            values[negation] = 0;
        }
        if (i < irrealisEnds) {
            weight *= IRREALIS_FACTOR;
            modifiers[i] |= SentimentModifier.IRREALIS.bit();
        }
        values[i] = (float) weight;
    }

    private void applyExclamation(int i, double value) {
        boolean repeated = tokens.hasShape(i, TextTokens.SIGN)
                && i > 0
                && Objects.equals(tokens.entries[i - 1], tokens.entries[i]);
        values[i] = (float) ((value + Math.signum(value) * emphasis(i)) * (repeated ? REPEATED_SIGN : 1));
    }

    private void applyIrrealis(int i, double value) {
        applySentiment(i, value);
        irrealisEnds = i + 1 + IRREALIS_SCOPE;
    }

    private double emphasis(int i) {
        double emphasis = 0;
        if (hasMixedCase && tokens.hasShape(i, TextTokens.CAPITALS)) {
            emphasis += IN_CAPITALS;
            modifiers[i] |= SentimentModifier.CAPITALS.bit();
        }
        if (tokens.hasShape(i, TextTokens.ELONGATED)) {
            emphasis += ELONGATED;
            modifiers[i] |= SentimentModifier.ELONGATED.bit();
        }
        return emphasis;
    }
}
