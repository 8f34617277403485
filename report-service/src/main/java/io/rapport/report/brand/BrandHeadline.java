package io.rapport.report.brand;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.score.FigureEvidence;
import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.Stage;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.brand.BrandReport.RorReport;
import io.rapport.report.domain.people.PeopleReport.NamedTopPerson;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.LabeledFigure;
import io.rapport.report.page.ListLink;
import io.rapport.report.page.PageFormat;
import io.rapport.web.pages.PageText;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a brand over a window, as its page shows them.
 *
 * @param people how many people were seen, by what brought them
 * @param figures further figures
 * @param stages people by stage
 * @param few whether the figures stand on few data
 */
record BrandHeadline(
        int window,
        RorFigures ror,
        List<LabeledFigure> people,
        List<LabeledFigure> figures,
        List<StageCount> stages,
        List<TopPersonRow> topReturned,
        List<TopPersonRow> topInvested,
        boolean few) {

    /**
     * Return on Relationships.
     *
     * @param measurable whether anything was invested, so that there is a ratio
     * @param ratio the ratio, or a dash
     * @param before the ratio of the window before, or a dash
     * @param givers path of the list of the people who gave, the highest amount first
     * @param efforts path of the list of the people who got something, the highest amount first
     */
    record RorFigures(
            boolean measurable,
            String ratio,
            String before,
            String returned,
            String invested,
            String givers,
            String efforts) {

        static RorFigures of(RollingRor figures, String brandPath, @Nullable LocalDate earlierDay) {
            var window = figures.window();
            return new RorFigures(
                    figures.ror() != null,
                    PageFormat.ratio(figures.ror()),
                    PageFormat.ratio(figures.previous().ror()),
                    PageFormat.number(figures.returned()),
                    PageFormat.number(figures.invested()),
                    ror(brandPath, "returned", window, earlierDay),
                    ror(brandPath, "invested", window, earlierDay));
        }
    }

    private static String ror(String brandPath, String side, int window, @Nullable LocalDate earlierDay) {
        return ListLink.ror(brandPath, side)
                .with("window", window)
                .with("asOf", earlierDay)
                .href();
    }

    /**
     * The number of people in a stage.
     *
     * @param most the highest number of all stages, to scale the bar by
     * @param link path of the list of these people
     */
    record StageCount(String stage, long count, String shown, long most, String link) {}

    /** A person who contributes much of a sum. */
    record TopPersonRow(String name, String path, String amount, String share) {}

    static BrandHeadline of(RorReport report, String brandPath) {
        var figures = report.figures();
        var earlierDay = report.asOf().earlierDay().orElse(null);
        var list = ListLink.people(brandPath).with("asOf", earlierDay);
        var outbound = ListLink.outbound(brandPath, report.asOf().day(), figures.window());
        return new BrandHeadline(
                figures.window(),
                RorFigures.of(figures, brandPath, earlierDay),
                people(figures, list.with("window", figures.window())),
                shares(figures, list, outbound),
                stages(figures.stages(), list),
                top(report.topReturned(), brandPath, report.asOf()),
                top(report.topInvested(), brandPath, report.asOf()),
                FigureEvidence.isFew(figures.evidence()));
    }

    private static List<LabeledFigure> people(RollingRor figures, ListLink list) {
        return List.of(
                seen("any", figures.seen(), list),
                seen("new", figures.newcomers(), list),
                seen("returning", figures.returning(), list),
                seen("revived", figures.revived(), list),
                seen("lapsed", figures.lapsed(), list));
    }

    private static LabeledFigure seen(String seen, long count, ListLink list) {
        return new LabeledFigure(
                text("headline." + seen),
                PageFormat.count(count),
                text("headline." + seen + ".meaning"),
                list.with("seen", seen).href());
    }

    private static List<LabeledFigure> shares(RollingRor figures, ListLink list, ListLink outbound) {
        var captive = list.with("captive", true);
        return List.of(
                new LabeledFigure(
                        text("captive"),
                        PageFormat.share(figures.captiveShare()),
                        text("headline.captive.meaning"),
                        captive.href()),
                new LabeledFigure(
                        text("headline.notifications"),
                        PageFormat.share(figures.captiveNotificationShare()),
                        text("headline.notifications.meaning"),
                        captive.with("sort", "-theyToUs").href()),
                new LabeledFigure(
                        text("headline.promotional"),
                        PageFormat.share(figures.promotionalShare()),
                        text("headline.promotional.meaning"),
                        outbound.href()),
                new LabeledFigure(
                        text("headline.giving"),
                        PageFormat.share(figures.givingShare()),
                        text("headline.giving.meaning"),
                        outbound.href()),
                new LabeledFigure(
                        text("clients-seen"),
                        text("format.of", PageFormat.count(figures.clientsSeen()), PageFormat.count(figures.clients())),
                        text("headline.clients.meaning"),
                        list.with("client", true)
                                .with("seen", "any")
                                .with("window", figures.window())
                                .href()));
    }

    private static List<StageCount> stages(Map<Stage, Long> counts, ListLink list) {
        var most = Math.max(
                1, counts.values().stream().mapToLong(Long::longValue).max().orElse(1));
        return EnumSet.complementOf(EnumSet.of(Stage.UNKNOWN)).stream()
                .map(stage -> {
                    var count = counts.getOrDefault(stage, 0L);
                    return new StageCount(
                            PageFormat.label(stage),
                            count,
                            PageFormat.count(count),
                            most,
                            list.with("stage", stage.name()).href());
                })
                .toList();
    }

    private static List<TopPersonRow> top(List<NamedTopPerson> people, String brandPath, AsOfDay asOf) {
        return people.stream()
                .map(each -> new TopPersonRow(
                        PageText.line(each.name()),
                        BrandPageLink.person(brandPath, each.person(), asOf),
                        PageFormat.number(each.amount()),
                        PageFormat.share(each.share())))
                .toList();
    }
}
