package io.rapport.report.corrections;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.decision.DecisionRejectedException.DecisionRejection;
import io.rapport.report.domain.engagement.SentimentService;
import io.rapport.report.request.DecisionProblems;
import io.rapport.web.auth.Caller;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Validates corrections from the API and from the form on a person's page, and maps rejections to problems. */
public final class CorrectionHandler {

    private static final int MAX_REASON = 500;

    /** A polarity with its label. */
    record PolarityChoice(String polarity, String word) {}

    private final SentimentService sentiments;
    private final Clock clock;

    /** A handler with the clock that dates corrections. */
    public CorrectionHandler(SentimentService sentiments, Clock clock) {
        this.sentiments = sentiments;
        this.clock = clock;
    }

    /** The choices of the form. */
    public static List<PolarityChoice> choices() {
        return List.of(
                new PolarityChoice("1", text("sentiment.very-good")),
                new PolarityChoice("0.5", text("sentiment.good")),
                new PolarityChoice("0", text("sentiment.neutral")),
                new PolarityChoice("-0.5", text("sentiment.bad")),
                new PolarityChoice("-1", text("sentiment.very-bad")));
    }

    SentimentService.CorrectionResult correct(
            BrandKey brand, UUID engagement, SentimentCorrectionRequest correction, Caller caller) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var command = new SentimentService.CorrectionCommand(
                polarity(correction), reason(correction), caller.name(), at, correction.version());
        return DecisionProblems.orProblem(
                () -> sentiments.correct(brand, engagement, command), CorrectionHandler::problem);
    }

    private static double polarity(SentimentCorrectionRequest correction) {
        var polarity = correction.polarity();
        if (polarity == null || !(polarity >= -1 && polarity <= 1)) {
            throw Problem.invalid("polarity", "polarity must be a number from -1 (bad) to 1 (good); 0 is neutral.")
                    .asException();
        }
        // Turns -0.0 into 0.0.
        return polarity + 0.0;
    }

    private static String reason(SentimentCorrectionRequest correction) {
        var reason = correction.reason() == null ? "" : correction.reason().strip();
        if (reason.length() > MAX_REASON) {
            throw Problem.invalid("reason", "reason must have at most " + MAX_REASON + " characters.")
                    .asException();
        }
        return reason;
    }

    private static ProblemException problem(DecisionRejection reason) {
        return switch (reason) {
            case VERSION_CONFLICT ->
                DecisionProblems.overtaken(
                        "The sentiment was corrected meanwhile",
                        "Read the current sentiment, and send the correction again with its version if it"
                                + " still applies.");
            case NOT_READY -> DecisionProblems.notReady("corrections");
            default -> DecisionProblems.of(reason);
        };
    }
}
