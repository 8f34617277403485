package io.rapport.report.web;

import io.rapport.report.domain.ContentReport;
import io.rapport.web.pages.PageText;
import java.util.List;

/**
 * The mean resonance of some posts, as the content page shows it.
 *
 * @param posts how many there are, and how many of them have a resonance
 */
record MeanRow(String what, String mean, String posts) {

    static MeanRow of(ContentReport.Mean from) {
        return new MeanRow(PageText.line(from.what()), Show.times(from.meanResonance()), posts(from));
    }

    /** What sells beside what does not. */
    static List<MeanRow> kinds(ContentReport.Content content) {
        var product = of(content.product());
        var other = of(content.other());
        return List.of(
                new MeanRow("Posts that sell", product.mean(), product.posts()),
                new MeanRow("All other posts", other.mean(), other.posts()));
    }

    private static String posts(ContentReport.Mean from) {
        var posts = Show.counted(from.posts(), "post");
        return from.n() == from.posts() ? posts : posts + ", " + Show.count(from.n()) + " of them measured";
    }
}
