package io.rapport.scoring.sentiment;

import java.util.List;

/**
 * Sentiment of a text.
 *
 * @param polarity -1 (most negative) to 1 (most positive); 0 if the text has no sentiment terms
 * @param confidence 0 to 1: likelihood that human readers agree with the sign
 * @param language language of the lexicon that was used
 * @param decidedBy decisive lexicon entries with their modifiers, strongest first; at most five, never the text itself
 */
public record SentimentJudgement(double polarity, double confidence, TextLanguage language, List<String> decidedBy) {

    public SentimentJudgement {
        if (!(polarity >= -1 && polarity <= 1)) {
            throw new IllegalArgumentException("Polarity must be -1 to 1, not " + polarity);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("Confidence must be 0 to 1, not " + confidence);
        }
        decidedBy = List.copyOf(decidedBy);
    }
}
