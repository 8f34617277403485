package io.rapport.report.models;

import io.rapport.contracts.model.PreviewFigures;
import io.rapport.contracts.model.PreviewMover;
import io.rapport.contracts.model.PreviewStatus;
import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.Stage;
import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.page.PageFormat;
import io.rapport.report.page.PersonName;
import io.rapport.web.pages.PageText;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a change of model would do, as the page shows it.
 *
 * @param day that both models are computed for
 * @param ror Return on Relationships over each window
 * @param stages people by stage
 * @param movers the ten people whose strength changes most
 */
record PreviewPage(String day, String people, List<WindowChange> ror, List<StageChange> stages, List<MoverRow> movers) {

    static final int MAX_MOVERS = 10;

    private static final int WINDOW = 30;

    /** Return on Relationships over a window with each model. */
    record WindowChange(int window, String now, String then) {}

    /**
     * The people in a stage with each model.
     *
     * @param most the highest number of all stages, to scale the bars by
     */
    record StageChange(String stage, long now, long then, String shownNow, String shownThen, long most) {}

    /** A person whose strength changes. */
    record MoverRow(
            String name, String path, String now, String then, String change, String stageNow, String stageThen) {}

    /** The result of a preview; null until it is done. */
    static @Nullable PreviewPage of(PreviewAnswer preview, Function<UUID, KnownPerson> names, String brandPath) {
        var before = preview.before();
        var after = preview.after();
        if (preview.status() != PreviewStatus.DONE || before == null || after == null) {
            return null;
        }
        return new PreviewPage(
                PageFormat.day(preview.asOf()),
                PageFormat.count(preview.people()),
                windows(before, after),
                stages(before, after),
                movers(preview).map(each -> mover(each, names, brandPath)).toList());
    }

    /** The people that the page names. */
    static List<UUID> named(PreviewAnswer preview) {
        return movers(preview).map(PreviewMover::person).toList();
    }

    private static Stream<PreviewMover> movers(PreviewAnswer preview) {
        return Stream.ofNullable(preview.movers()).flatMap(List::stream).limit(MAX_MOVERS);
    }

    private static List<WindowChange> windows(PreviewFigures before, PreviewFigures after) {
        return before.windows().stream()
                .map(now -> new WindowChange(
                        now.window(), PageFormat.ratio(now.ror()), PageFormat.ratio(ror(after, now.window()))))
                .toList();
    }

    private static List<StageChange> stages(PreviewFigures before, PreviewFigures after) {
        var all = EnumSet.complementOf(EnumSet.of(Stage.UNKNOWN));
        var most = all.stream()
                .mapToLong(stage -> Math.max(count(before, stage), count(after, stage)))
                .max()
                .orElse(0);
        return all.stream()
                .map(stage -> {
                    var now = count(before, stage);
                    var then = count(after, stage);
                    return new StageChange(
                            PageFormat.label(stage),
                            now,
                            then,
                            PageFormat.count(now),
                            PageFormat.count(then),
                            Math.max(1, most));
                })
                .toList();
    }

    private static long count(PreviewFigures figures, Stage stage) {
        return find(figures, WINDOW)
                .mapToLong(window -> window.stages().getOrDefault(stage, 0L))
                .sum();
    }

    private static @Nullable Double ror(PreviewFigures figures, int window) {
        return find(figures, window).findFirst().map(RollingRor::ror).orElse(null);
    }

    private static Stream<RollingRor> find(PreviewFigures figures, int window) {
        return figures.windows().stream().filter(each -> each.window() == window);
    }

    private static MoverRow mover(PreviewMover from, Function<UUID, KnownPerson> names, String brandPath) {
        var now = from.before();
        var then = from.after();
        return new MoverRow(
                PageText.line(PersonName.of(names.apply(from.person()))),
                brandPath + "/people/" + from.person(),
                PageFormat.number(now.strength()),
                PageFormat.number(then.strength()),
                PageFormat.signed(then.strength() - now.strength()),
                PageFormat.label(now.stage()),
                PageFormat.label(then.stage()));
    }
}
