package io.rapport.report.domain.engagement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.sentiment.SentimentCorrected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a text was meant. What a person said holds over any analyser.
 *
 * @param polarity -1 (bad) to 1 (good); from 0.05 it counts as good word, from -0.05 as bad
 * @param confidence 0 to 1; 1 when a person said so
 * @param decidedBy what decided it, strongest first: lexicon entries and rules, or {@code HUMAN}
 * @param analyser the analyser's name and version; null when only a person judged it
 * @param at when this was decided
 * @param correctedBy who corrected it; null when nobody did
 * @param reason why, in their words; null when nobody corrected it
 * @param version how often it was corrected; 0 when never
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

    /** What decides when a person did. */
    public static final String HUMAN = "HUMAN";

    /**
     * What an analyser said, of which nobody has said otherwise.
     *
     * @param decision what decided it
     */
    public static TextSentiment judged(double polarity, double confidence, AnalyserDecision decision) {
        return new TextSentiment(polarity, confidence, decision.by(), decision.analyser(), decision.at(), null, null, 0);
    }

    /**
     * How an analyser came to its judgement.
     *
     * @param by lexicon entries and rules, strongest first
     */
    public record AnalyserDecision(List<String> by, String analyser, Instant at) {}

    /** What a person said, whatever an analyser did. */
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
