package io.rapport.scoring.sentiment;

import java.util.List;

/**
 * How a text is meant.
 *
 * @param polarity -1 (as negative as can be) to 1 (as positive as can be); 0 when nothing in the text tells
 * @param confidence 0 to 1, how likely the text's readers would agree with the sign
 * @param language the language the text was judged in
 * @param decidedBy the lexicon entries and rules that decided, strongest first; at most five, never the text
 */
public record SentimentJudgement(double polarity, double confidence, TextLanguage language, List<String> decidedBy) {

    public SentimentJudgement {
        if (!(polarity >= -1 && polarity <= 1)) {
            throw new IllegalArgumentException("Polarity is -1 to 1, not " + polarity);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("Confidence is 0 to 1, not " + confidence);
        }
        decidedBy = List.copyOf(decidedBy);
    }
}
