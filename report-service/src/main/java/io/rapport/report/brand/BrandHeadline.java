package io.rapport.report.brand;

import io.rapport.report.page.PageFormat;

import io.rapport.contracts.score.Stage;
import io.rapport.report.domain.brand.BrandReport.RorReport;
import io.rapport.report.domain.people.PeopleReport.NamedTopPerson;
import io.rapport.web.pages.PageText;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * A brand's figures over a window, as its page shows them.
 *
 * @param ror the ratio, or a dash
 * @param before the ratio in the window before, or a dash
 * @param people how many were seen, and how they divide
 * @param figures further figures, each with its word
 * @param stages people per stage
 */
public record BrandHeadline(
        int window,
        boolean measurable,
        String ror,
        String before,
        String returned,
        String invested,
        List<LabeledFigure> people,
        List<LabeledFigure> figures,
        List<StageCount> stages,
        List<TopPersonRow> topReturned,
        List<TopPersonRow> topInvested) {

    /** A figure with its word and what the word means. */
    public record LabeledFigure(String word, String value, String meaning) {}

    /**
     * People in a stage.
     *
     * @param most of all stages, to scale a bar by
     */
    record StageCount(String stage, long count, String shown, long most) {}

    /** Someone who makes up much of a sum. */
    record TopPersonRow(String name, String path, String amount, String share) {}

    static BrandHeadline of(RorReport ror, String brandPath) {
        var figures = ror.figures();
        return new BrandHeadline(
                figures.window(),
                figures.ror() != null,
                PageFormat.ratio(figures.ror()),
                PageFormat.ratio(figures.previous().ror()),
                PageFormat.number(figures.returned()),
                PageFormat.number(figures.invested()),
                people(ror),
                shares(ror),
                stages(figures.stages()),
                top(ror.topReturned(), brandPath),
                top(ror.topInvested(), brandPath));
    }

    private static List<LabeledFigure> people(RorReport ror) {
        var figures = ror.figures();
        return List.of(
                new LabeledFigure("Seen", PageFormat.count(figures.seen()), "turned to the brand"),
                new LabeledFigure("New", PageFormat.count(figures.newcomers()), "for the first time ever"),
                new LabeledFigure("Returning", PageFormat.count(figures.returning()), "seen in the days before as well"),
                new LabeledFigure("Revived", PageFormat.count(figures.revived()), "back after a silence"),
                new LabeledFigure("Lapsed", PageFormat.count(figures.lapsed()), "seen before, silent now"));
    }

    private static List<LabeledFigure> shares(RorReport ror) {
        var figures = ror.figures();
        return List.of(
                new LabeledFigure("Captive", PageFormat.share(figures.captiveShare()), "of the people seen"),
                new LabeledFigure("Notifications", PageFormat.share(figures.captiveNotificationShare()), "come from captive people"),
                new LabeledFigure("Promotional", PageFormat.share(figures.promotionalShare()), "of what the brand says"),
                new LabeledFigure("Giving", PageFormat.share(figures.givingShare()), "of what it says asks for nothing"),
                new LabeledFigure(
                        "Clients seen",
                        PageFormat.count(figures.clientsSeen()) + " of " + PageFormat.count(figures.clients()),
                        "of the client list"));
    }

    private static List<StageCount> stages(Map<Stage, Long> counts) {
        var most = Math.max(
                1, counts.values().stream().mapToLong(Long::longValue).max().orElse(1));
        return EnumSet.complementOf(EnumSet.of(Stage.UNKNOWN)).stream()
                .map(stage -> {
                    var count = counts.getOrDefault(stage, 0L);
                    return new StageCount(PageFormat.label(stage), count, PageFormat.count(count), most);
                })
                .toList();
    }

    private static List<TopPersonRow> top(List<NamedTopPerson> people, String brandPath) {
        return people.stream()
                .map(each -> new TopPersonRow(
                        PageText.line(each.name()),
                        brandPath + "/people/" + each.person(),
                        PageFormat.number(each.amount()),
                        PageFormat.share(each.share())))
                .toList();
    }
}
