package io.rapport.report.timeline;

import io.rapport.report.domain.engagement.TextSentiment;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.page.PageFormat;
import io.rapport.web.pages.PageText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The sentiment of a text in a timeline.
 *
 * @param word {@code Good}, {@code Bad}, {@code Neutral} or {@code Not judged}
 * @param tone the style class
 * @param detail the confidence and what decided it, or who corrected it and why
 * @param version the version a correction expects
 */
record SentimentTag(String word, String tone, String detail, String engagement, long version) {

    /** The tag of an entry; null for outbound engagements and those without a text. */
    static @Nullable SentimentTag of(TimelineEntry entry) {
        var sentiment = entry.sentiment();
        var id = entry.id().toString();
        if (sentiment == null) {
            return entry.hasInboundText() ? new SentimentTag("Not judged", "neutral", "", id, 0) : null;
        }
        var word = word(sentiment);
        return new SentimentTag(
                word + " " + PageFormat.signed(sentiment.polarity()),
                word.toLowerCase(Locale.ENGLISH),
                detail(sentiment),
                id,
                sentiment.version());
    }

    private static String word(TextSentiment sentiment) {
        return switch (sentiment.sign()) {
            case 1 -> "Good";
            case -1 -> "Bad";
            default -> "Neutral";
        };
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
