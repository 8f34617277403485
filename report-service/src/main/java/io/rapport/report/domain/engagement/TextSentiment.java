package io.rapport.report.domain.engagement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.sentiment.SentimentCorrected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sentiment of a text. A correction by a person takes precedence over every analyser.
 *
 * @param polarity -1 (negative) to 1 (positive); counts as positive from 0.05 and as negative from -0.05
 * @param confidence 0 to 1; 1 when a person corrected it
 * @param decidedBy lexicon entries and rules, strongest first; {@code HUMAN} after a correction
 * @param analyser the analyser's name and version; null when only a person judged the text
 * @param at when it was judged or corrected
 * @param correctedBy who corrected it; null without a correction
 * @param reason the reason of the correction; null without one
 * @param version the number of corrections
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TextSentiment(
        double polarity,
        double confidence,
        List<String> decidedBy,
        @Nullable String analyser,
        Instant at,
        @Nullable String correctedBy,
        @Nullable String reason,
        long version) {

    /** The entry in {@code decidedBy} of a correction. */
    public static final String HUMAN = "HUMAN";

    private static final double THRESHOLD = 0.05;

    /** 1 if it counts as positive, -1 if it counts as negative, else 0. */
    public int sign() {
        return polarity >= THRESHOLD ? 1 : polarity <= -THRESHOLD ? -1 : 0;
    }

    /**
     * The judgement of an analyser, without a correction.
     *
     * @param decision how it came about
     */
    public static TextSentiment judged(double polarity, double confidence, AnalyserDecision decision) {
        return new TextSentiment(
                polarity, confidence, decision.by(), decision.analyser(), decision.at(), null, null, 0);
    }

    /**
     * How an analyser came to its judgement.
     *
     * @param by lexicon entries and rules, strongest first
     */
    public record AnalyserDecision(List<String> by, String analyser, Instant at) {}

    /** The correction of a person; the analyser is taken from the judgement it corrects. */
    static TextSentiment corrected(SentimentCorrected correction, @Nullable TextSentiment judged) {
        return new TextSentiment(
                correction.polarity(),
                1,
                List.of(HUMAN),
                judged == null ? null : judged.analyser(),
                correction.at(),
                correction.by(),
                correction.reason(),
                correction.version());
    }
}
