package io.rapport.report.spread;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.sentiment.WindowSpread;
import io.rapport.report.page.PageFormat;

/**
 * The mean sentiment of people, and their polarisation.
 *
 * @param measurable whether any message was judged
 */
record SentimentOverview(boolean measurable, String mean, String polarisation, String sentence) {

    private static final double POSITIVE = 0.05;
    private static final double POLARISED = 0.5;

    static SentimentOverview of(WindowSpread from) {
        var mean = from.mean();
        var polarisation = from.polarisation();
        if (mean == null || polarisation == null) {
            return new SentimentOverview(false, "–", "–", text("overview.none"));
        }
        var tone = text(mean >= POSITIVE ? "overview.kindly" : mean <= -POSITIVE ? "overview.ill" : "overview.neither");
        var spread = text(polarisation >= POLARISED ? "overview.apart" : "overview.agree");
        return new SentimentOverview(
                true, PageFormat.signed(mean), PageFormat.ratio(polarisation), text("overview.sentence", tone, spread));
    }
}
