package io.rapport.report.content;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.report.domain.content.ContentReport;
import io.rapport.report.page.PageFormat;
import io.rapport.web.pages.PageText;
import java.util.List;

/**
 * The mean resonance of some posts on the content page.
 *
 * @param posts the number of posts, and of those that have a resonance
 */
record MeanResonanceRow(String what, String mean, String posts) {

    static MeanResonanceRow of(ContentReport.MeanResonance from) {
        return new MeanResonanceRow(PageText.line(from.what()), PageFormat.times(from.meanResonance()), posts(from));
    }

    /** Promotional posts beside all others. */
    static List<MeanResonanceRow> kinds(ContentReport.ContentResonance content) {
        var product = of(content.product());
        var other = of(content.other());
        return List.of(
                new MeanResonanceRow(text("content.selling-posts"), product.mean(), product.posts()),
                new MeanResonanceRow(text("content.other-posts"), other.mean(), other.posts()));
    }

    private static String posts(ContentReport.MeanResonance from) {
        var posts = PageFormat.counted(from.posts(), "post");
        return from.n() == from.posts() ? posts : text("content.measured", posts, from.n());
    }
}
