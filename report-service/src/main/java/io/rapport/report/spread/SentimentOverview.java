package io.rapport.report.spread;

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
            return new SentimentOverview(false, "–", "–", "No message of these days could be judged.");
        }
        var tone = mean >= POSITIVE ? "kindly" : mean <= -POSITIVE ? "ill" : "neither well nor ill";
        var spread = polarisation >= POLARISED ? "they are far apart" : "they mostly agree";
        return new SentimentOverview(
                true,
                PageFormat.signed(mean),
                PageFormat.ratio(polarisation),
                "On average people speak %s of the brand, and %s. Each person counts once, however loud."
                        .formatted(tone, spread));
    }
}
