package io.rapport.report.web;

import io.rapport.contracts.score.Stage;
import io.rapport.report.domain.BrandReport.Ror;
import io.rapport.report.domain.PeopleReport.NamedTop;
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
record Headline(
        int window,
        boolean measurable,
        String ror,
        String before,
        String returned,
        String invested,
        List<Figure> people,
        List<Figure> figures,
        List<StageCount> stages,
        List<Top> topReturned,
        List<Top> topInvested) {

    /** A figure with its word and what the word means. */
    record Figure(String word, String value, String meaning) {}

    /**
     * People in a stage.
     *
     * @param most of all stages, to scale a bar by
     */
    record StageCount(String stage, long count, String shown, long most) {}

    /** Someone who makes up much of a sum. */
    record Top(String name, String path, String amount, String share) {}

    static Headline of(Ror ror, String brandPath) {
        var figures = ror.figures();
        return new Headline(
                figures.window(),
                figures.ror() != null,
                Show.ratio(figures.ror()),
                Show.ratio(figures.previous().ror()),
                Show.number(figures.returned()),
                Show.number(figures.invested()),
                people(ror),
                shares(ror),
                stages(figures.stages()),
                top(ror.topReturned(), brandPath),
                top(ror.topInvested(), brandPath));
    }

    private static List<Figure> people(Ror ror) {
        var figures = ror.figures();
        return List.of(
                new Figure("Seen", Show.count(figures.seen()), "turned to the brand"),
                new Figure("New", Show.count(figures.newcomers()), "for the first time ever"),
                new Figure("Returning", Show.count(figures.returning()), "seen in the days before as well"),
                new Figure("Revived", Show.count(figures.revived()), "back after a silence"),
                new Figure("Lapsed", Show.count(figures.lapsed()), "seen before, silent now"));
    }

    private static List<Figure> shares(Ror ror) {
        var figures = ror.figures();
        return List.of(
                new Figure("Captive", Show.share(figures.captiveShare()), "of the people seen"),
                new Figure("Notifications", Show.share(figures.captiveNotificationShare()), "come from captive people"),
                new Figure("Promotional", Show.share(figures.promotionalShare()), "of what the brand says"),
                new Figure("Giving", Show.share(figures.givingShare()), "of what it says asks for nothing"),
                new Figure(
                        "Clients seen",
                        Show.count(figures.clientsSeen()) + " of " + Show.count(figures.clients()),
                        "of the client list"));
    }

    private static List<StageCount> stages(Map<Stage, Long> counts) {
        var most = Math.max(
                1, counts.values().stream().mapToLong(Long::longValue).max().orElse(1));
        return EnumSet.complementOf(EnumSet.of(Stage.UNKNOWN)).stream()
                .map(stage -> {
                    var count = counts.getOrDefault(stage, 0L);
                    return new StageCount(Show.word(stage), count, Show.count(count), most);
                })
                .toList();
    }

    private static List<Top> top(List<NamedTop> people, String brandPath) {
        return people.stream()
                .map(each -> new Top(
                        PageText.line(each.name()),
                        brandPath + "/people/" + each.person(),
                        Show.number(each.amount()),
                        Show.share(each.share())))
                .toList();
    }
}
