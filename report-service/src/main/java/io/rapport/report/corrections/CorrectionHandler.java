package io.rapport.report.corrections;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.engagement.CorrectionRejectedException;
import io.rapport.report.domain.engagement.SentimentService;
import io.rapport.web.auth.Caller;
import io.rapport.web.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Takes corrections in, from the API and from the form on a person's page, and says why where it cannot. */
public final class CorrectionHandler {

    /** What a person can choose from on a page. */
    public static final List<PolarityChoice> CHOICES = List.of(
            new PolarityChoice("1", "Very good"),
            new PolarityChoice("0.5", "Good"),
            new PolarityChoice("0", "Neutral"),
            new PolarityChoice("-0.5", "Bad"),
            new PolarityChoice("-1", "Very bad"));

    private static final int LONGEST = 500;
    private static final Duration SOON = Duration.ofSeconds(2);

    /** A polarity in words. */
    record PolarityChoice(String polarity, String word) {}

    private final SentimentService sentiments;
    private final Clock clock;

    public CorrectionHandler(SentimentService sentiments, Clock clock) {
        this.sentiments = sentiments;
        this.clock = clock;
    }

    SentimentService.CorrectionResult correct(
            BrandKey brand, UUID engagement, SentimentController.SentimentCorrectionRequest correction, Caller caller) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var said =
                new SentimentService.CorrectionCommand(polarity(correction), reason(correction), caller.name(), at, correction.version());
        try {
            return sentiments.correct(brand, engagement, said);
        } catch (CorrectionRejectedException e) {
            throw problem(e.reason());
        }
    }

    private static double polarity(SentimentController.SentimentCorrectionRequest correction) {
        var polarity = correction.polarity();
        if (polarity == null || !(polarity >= -1 && polarity <= 1)) {
            throw Problem.invalid("polarity", "polarity is a number from -1 (bad) to 1 (good); 0 is neither.")
                    .asException();
        }
        // Of the two zeros there are, the one people know.
        return polarity + 0.0;
    }

    private static String reason(SentimentController.SentimentCorrectionRequest correction) {
        var reason = correction.reason() == null ? "" : correction.reason().strip();
        if (reason.length() > LONGEST) {
            throw Problem.invalid("reason", "reason is at most " + LONGEST + " characters.")
                    .asException();
        }
        return reason;
    }

    private static RuntimeException problem(CorrectionRejectedException.CorrectionRejection because) {
        return switch (because) {
            case UNKNOWN_ENGAGEMENT -> Problem.notFound().asException();
            case NO_INBOUND_TEXT ->
                Problem.of(
                                HttpStatus.BAD_REQUEST,
                                "no-words",
                                "There is nothing to judge",
                                "Only what people wrote to the brand is judged; this engagement has no such text.")
                        .asException();
            case VERSION_CONFLICT ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "overtaken",
                                "Somebody else corrected it meanwhile",
                                "Look at what it says now, and send your correction again if it still holds.")
                        .asException();
            case NOT_READY ->
                Problem.unavailable("Earlier corrections are still being read. Send the same request again.", SOON);
        };
    }
}
