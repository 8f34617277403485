package io.rapport.report.web;

import io.rapport.contracts.score.ServiceWindow;
import io.rapport.report.web.Headline.Figure;
import java.util.List;

/**
 * How people were answered, as the service page shows it.
 *
 * @param measurable whether there was an answer at all
 * @param median half of the answers came within this
 * @param sentence what that means
 */
record ServiceFigures(boolean measurable, String median, String sentence, List<Figure> figures) {

    static ServiceFigures of(ServiceWindow from) {
        return new ServiceFigures(
                from.medianSeconds() != null,
                Show.duration(from.medianSeconds()),
                sentence(from),
                List.of(
                        new Figure("Nine in ten within", Show.duration(from.p90Seconds()), "of the answers given"),
                        new Figure("Within target", Show.share(from.withinTarget()), target(from)),
                        new Figure("Asked", Show.count(from.opened()), "conversations people opened"),
                        new Figure("Answered", Show.count(from.answered()), "of them, by now"),
                        new Figure("In public", Show.count(from.answeredInPublic()), "answers others can read"),
                        new Figure("Waiting", Show.count(from.waiting()), "of them, still")));
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
                : "of all who asked; the target is " + Show.duration(from.targetMinutes() * 60.0);
    }
}
