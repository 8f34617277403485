package io.rapport.report.timeline;

import io.rapport.report.page.PageFormat;

import io.rapport.contracts.engagement.Direction;
import io.rapport.report.domain.engagement.TextSentiment;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.web.pages.PageText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a text was meant, as a timeline shows it.
 *
 * @param word {@code Good}, {@code Bad}, {@code Neutral} or {@code Not judged}
 * @param tone its style class
 * @param detail how sure that is and what decided it, or who corrected it and why
 * @param version what a correction would be made on
 */
record SentimentTag(String word, String tone, String detail, String engagement, long version) {

    private static final double THRESHOLD = 0.05;

    /** Null for what nobody could judge: what the brand said, and what has no words. */
    static @Nullable SentimentTag of(TimelineEntry entry) {
        var sentiment = entry.sentiment();
        var text = entry.text();
        var id = entry.id().toString();
        if (sentiment == null) {
            return entry.direction() == Direction.INBOUND && text != null && !text.isBlank()
                    ? new SentimentTag("Not judged", "neutral", "", id, 0)
                    : null;
        }
        return new SentimentTag(
                word(sentiment.polarity()) + " " + PageFormat.signed(sentiment.polarity()),
                word(sentiment.polarity()).toLowerCase(Locale.ENGLISH),
                detail(sentiment),
                id,
                sentiment.version());
    }

    private static String word(double polarity) {
        return polarity >= THRESHOLD ? "Good" : polarity <= -THRESHOLD ? "Bad" : "Neutral";
    }

    private static String detail(TextSentiment from) {
        var by = from.correctedBy();
        if (by != null) {
            var reason = from.reason() == null || from.reason().isBlank() ? "" : PageText.line(from.reason());
            return "corrected by " + PageText.line(by) + (reason.isEmpty() ? "" : ": “" + reason + "”");
        }
        var decided =
                String.join(", ", from.decidedBy().stream().map(PageText::line).toList());
        return PageFormat.share(from.confidence()) + " sure" + (decided.isEmpty() ? "" : "; decided by " + decided);
    }
}
