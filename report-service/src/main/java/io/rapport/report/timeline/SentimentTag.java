package io.rapport.report.timeline;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.report.domain.engagement.TextSentiment;
import io.rapport.report.domain.engagement.TimelineEntry;
import io.rapport.report.page.PageFormat;
import io.rapport.web.pages.PageText;
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
            return entry.hasInboundText() ? new SentimentTag(text("sentiment.not-judged"), "neutral", "", id, 0) : null;
        }
        var tone = tone(sentiment);
        return new SentimentTag(
                text("sentiment." + tone) + " " + PageFormat.signed(sentiment.polarity()),
                tone,
                detail(sentiment),
                id,
                sentiment.version());
    }

    private static String tone(TextSentiment sentiment) {
        return switch (sentiment.sign()) {
            case 1 -> "good";
            case -1 -> "bad";
            default -> "neutral";
        };
    }

    private static String detail(TextSentiment from) {
        var by = from.correctedBy();
        if (by != null) {
            var reason = from.reason() == null || from.reason().isBlank() ? "" : PageText.line(from.reason());
            return text("sentiment.corrected-by", PageText.line(by)) + (reason.isEmpty() ? "" : ": “" + reason + "”");
        }
        var decided =
                String.join(", ", from.decidedBy().stream().map(PageText::line).toList());
        return text("sentiment.sure", PageFormat.share(from.confidence()))
                + (decided.isEmpty() ? "" : text("sentiment.decided-by", decided));
    }
}
