package io.rapport.report.service;

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

    static ServiceSummary of(ServiceWindow from) {
        return new ServiceSummary(
                from.medianSeconds() != null,
                PageFormat.duration(from.medianSeconds()),
                sentence(from),
                List.of(
                        new LabeledFigure(
                                "Nine in ten within", PageFormat.duration(from.p90Seconds()), "of the answers given"),
                        new LabeledFigure("Within target", PageFormat.share(from.withinTarget()), target(from)),
                        new LabeledFigure("Asked", PageFormat.count(from.opened()), "conversations people opened"),
                        new LabeledFigure("Answered", PageFormat.count(from.answered()), "of them, by now"),
                        new LabeledFigure(
                                "In public", PageFormat.count(from.answeredInPublic()), "answers others can read"),
                        new LabeledFigure("Waiting", PageFormat.count(from.waiting()), "of them, still")));
    }

    private static String sentence(ServiceWindow from) {
        if (from.opened() == 0) {
            return "Nobody asked for an answer in these days.";
        }
        return from.medianSeconds() == null
                ? "Nobody who asked in these days has been answered yet."
                : "is how long half of the people who were answered waited at most.";
    }

    private static String target(ServiceWindow from) {
        return from.targetMinutes() == null
                ? "the brand has set none"
                : "of all who asked; the target is " + PageFormat.duration(from.targetMinutes() * 60.0);
    }
}
