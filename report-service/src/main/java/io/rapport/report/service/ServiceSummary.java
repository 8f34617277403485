package io.rapport.report.service;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.score.ServiceWindow;
import io.rapport.report.page.LabeledFigure;
import io.rapport.report.page.PageFormat;
import java.util.List;

/**
 * Answer times on the service page.
 *
 * @param measurable whether there was any answer
 * @param median the median time to the answer
 * @param sentence the meaning of the median
 */
record ServiceSummary(boolean measurable, String median, String sentence, List<LabeledFigure> figures) {

    /** The list of those who wait, on the same page. */
    private static final String OWED = "#owed";

    static ServiceSummary of(ServiceWindow from) {
        return new ServiceSummary(
                from.medianSeconds() != null,
                PageFormat.duration(from.medianSeconds()),
                sentence(from),
                List.of(
                        new LabeledFigure(
                                text("answers.p90"),
                                PageFormat.duration(from.p90Seconds()),
                                text("answers.p90.meaning")),
                        new LabeledFigure(text("answers.target"), PageFormat.share(from.withinTarget()), target(from)),
                        new LabeledFigure(
                                text("answers.asked"), PageFormat.count(from.opened()), text("answers.asked.meaning")),
                        new LabeledFigure(
                                text("channels.figure.answered"),
                                PageFormat.count(from.answered()),
                                text("answers.answered.meaning")),
                        new LabeledFigure(
                                text("answers.public"),
                                PageFormat.count(from.answeredInPublic()),
                                text("answers.public.meaning")),
                        new LabeledFigure(
                                text("answers.waiting"),
                                PageFormat.count(from.waiting()),
                                text("answers.waiting.meaning"),
                                OWED)));
    }

    private static String sentence(ServiceWindow from) {
        if (from.opened() == 0) {
            return text("answers.none-asked");
        }
        return from.medianSeconds() == null ? text("answers.none-answered") : text("answers.median");
    }

    private static String target(ServiceWindow from) {
        return from.targetMinutes() == null
                ? text("answers.no-target")
                : text("answers.target-is", PageFormat.duration(from.targetMinutes() * 60.0));
    }
}
