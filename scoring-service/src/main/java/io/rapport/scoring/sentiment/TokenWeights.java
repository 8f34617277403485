package io.rapport.scoring.sentiment;

import java.util.Objects;

/** What each token of a text is worth once the words before it are heard. */
final class TokenWeights {

    private static final double IN_CAPITALS = 0.7;
    private static final double ELONGATED = 0.4;
    private static final double NEGATED_PRAISE = -0.6;
    private static final double NEGATED_BLAME = -0.4;
    private static final double WEAKEST = 0.5;
    private static final double STRONGEST = 2;
    private static final double WISHED = 0.6;
    private static final double BEFORE_CONTRAST = 0.5;
    private static final double REPEATED_SIGN = 0.5;
    /** How many tokens after it a negation, a degree and a wish are heard. */
    private static final int NEGATION_REACHES = 4;

    private static final int DEGREE_REACHES = 3;
    private static final int WISH_REACHES = 6;
    private static final int DEGREE_LOOKS_AHEAD = 2;

    /** Per token, -4 to 4 and beyond for what is strengthened; 0 for most. */
    final float[] worth;
    /** Per token, the {@link SentimentModifier}s that changed its worth, as a set of bits. */
    final int[] rules;

    private final TextTokens tokens;
    private final boolean capitalsStandOut;

    private int negation;
    private int negationEnds;
    private double degree = 1;
    private int degreeEnds;
    private int wishEnds;

    private TokenWeights(TextTokens tokens) {
        this.tokens = tokens;
        this.worth = new float[tokens.count];
        this.rules = new int[tokens.count];
        this.capitalsStandOut = tokens.wordsInCapitals < tokens.words;
    }

    static TokenWeights of(TextTokens tokens) {
        var weighing = new TokenWeights(tokens);
        for (int i = 0; i < tokens.count; i++) {
            weighing.weigh(i);
        }
        weighing.weakenBeforeContrasts();
        return weighing;
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
        wishEnds = 0;
    }

    private void applyNegation(int i, LexiconEntry entry) {
        negation = i;
        negationEnds = i + 1 + NEGATION_REACHES;
        worth[i] = entry.value();
    }

    private void applyDegree(int i, LexiconEntry entry) {
        if (entry.value() != 0 && !hasTermInScope(i)) {
            applySentiment(i, entry.value());
            return;
        }
        double factor = i < degreeEnds ? degree * entry.factor() : entry.factor();
        degree = Math.max(WEAKEST, Math.min(STRONGEST, factor));
        degreeEnds = i + 1 + DEGREE_REACHES;
    }

    private boolean hasTermInScope(int i) {
        for (int j = i + 1; j < tokens.count && j <= i + DEGREE_LOOKS_AHEAD; j++) {
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
            if (share < 1 && worth[i] != 0) {
                worth[i] *= (float) share;
                rules[i] |= SentimentModifier.BEFORE_CONTRAST.bit();
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
        double felt = value + Math.signum(value) * emphasis(i);
        if (i < degreeEnds) {
            felt *= degree;
            rules[i] |= (degree > 1 ? SentimentModifier.STRENGTHENED : SentimentModifier.WEAKENED).bit();
            degreeEnds = 0;
        }
        if (i < negationEnds) {
            felt *= felt > 0 ? NEGATED_PRAISE : NEGATED_BLAME;
            rules[i] |= SentimentModifier.NEGATED.bit();
            worth[negation] = 0;
        }
        if (i < wishEnds) {
            felt *= WISHED;
            rules[i] |= SentimentModifier.IRREALIS.bit();
        }
        worth[i] = (float) felt;
    }

    private void applyExclamation(int i, double value) {
        boolean repeated = tokens.hasShape(i, TextTokens.SIGN)
                && i > 0
                && Objects.equals(tokens.entries[i - 1], tokens.entries[i]);
        worth[i] = (float) ((value + Math.signum(value) * emphasis(i)) * (repeated ? REPEATED_SIGN : 1));
    }

    private void applyIrrealis(int i, double value) {
        applySentiment(i, value);
        wishEnds = i + 1 + WISH_REACHES;
    }

    private double emphasis(int i) {
        double emphasis = 0;
        if (capitalsStandOut && tokens.hasShape(i, TextTokens.CAPITALS)) {
            emphasis += IN_CAPITALS;
            rules[i] |= SentimentModifier.CAPITALS.bit();
        }
        if (tokens.hasShape(i, TextTokens.ELONGATED)) {
            emphasis += ELONGATED;
            rules[i] |= SentimentModifier.ELONGATED.bit();
        }
        return emphasis;
    }
}
