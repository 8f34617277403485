package io.rapport.report.service;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.score.ServiceWindow;
import io.rapport.report.domain.channel.ChannelFigure;
import io.rapport.report.page.LabeledFigure;
import io.rapport.report.page.ListLink;
import io.rapport.report.page.PageFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer times on the service page.
 *
 * @param measurable whether there was any answer
 * @param median the median time to the answer
 * @param sentence the meaning of the median
 * @param link path of the questions that were answered, the longest answer time first; null without any
 */
record ServiceSummary(
        boolean measurable,
        String median,
        String sentence,
        @Nullable String link,
        List<LabeledFigure> figures) {

    /** The list of those who wait, on the same page. */
    private static final String OWED = "#owed";

    /** @param people the link to the people behind figures of the channels in the days of the window */
    static ServiceSummary of(ServiceWindow from, ListLink people) {
        var times = from.answered() == 0 ? null : people.answers().href();
        return new ServiceSummary(
                from.medianSeconds() != null,
                PageFormat.duration(from.medianSeconds()),
                sentence(from),
                times,
                List.of(
                        new LabeledFigure(
                                text("answers.p90"),
                                PageFormat.duration(from.p90Seconds()),
                                text("answers.p90.meaning"),
                                times),
                        new LabeledFigure(
                                text("answers.target"), PageFormat.share(from.withinTarget()), target(from), times),
                        new LabeledFigure(
                                text("answers.asked"),
                                PageFormat.count(from.opened()),
                                text("answers.asked.meaning"),
                                link(from.opened(), people, ChannelFigure.QUESTIONS)),
                        new LabeledFigure(
                                text("channels.figure.answered"),
                                PageFormat.count(from.answered()),
                                text("answers.answered.meaning"),
                                link(from.answered(), people, ChannelFigure.ANSWERED)),
                        new LabeledFigure(
                                text("answers.public"),
                                PageFormat.count(from.answeredInPublic()),
                                text("answers.public.meaning"),
                                link(from.answeredInPublic(), people, ChannelFigure.ANSWERED_IN_PUBLIC)),
                        new LabeledFigure(
                                text("answers.waiting"),
                                PageFormat.count(from.waiting()),
                                text("answers.waiting.meaning"),
                                OWED)));
    }

    private static @Nullable String link(long count, ListLink people, ChannelFigure figure) {
        return count == 0 ? null : people.with("figure", figure.field()).href();
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
