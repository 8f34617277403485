package io.rapport.scoring.topology.brand.state;

import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.RorSums;
import io.rapport.scoring.domain.policy.ChangePolicy;
import io.rapport.scoring.topology.model.ScoringTarget;
import io.rapport.scoring.topology.state.BinaryReader;
import io.rapport.scoring.topology.state.BinaryWriter;
import io.rapport.scoring.topology.state.EpochDays;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The summary of published figures, to compare the next ones with.
 *
 * @param target day and model
 * @param month sums of the 30-day window
 * @param counts all counts of people
 */
public record PublishedBrandFigures(ScoringTarget target, RorSums month, List<Long> counts) {

    private static final int MONTH = 30;

    public static PublishedBrandFigures of(BrandScoreChanged event) {
        var target = new ScoringTarget(EpochDays.of(event.asOf()), event.modelVersion());
        return new PublishedBrandFigures(target, sums(month(event.windows())), counts(event));
    }

    /** Whether later figures are published on {@code .changes}: the day, model, a count of people or the ratio changed. */
    public boolean isSignificantChange(PublishedBrandFigures next) {
        return !next.target.equals(target)
                || !next.counts.equals(counts)
                || ChangePolicy.hasRorMoved(month.ror(), next.month.ror());
    }

    static void write(@Nullable PublishedBrandFigures summary, BinaryWriter out) {
        out.flag(summary != null);
        if (summary != null) {
            summary.target.write(out);
            out.number(summary.month.returned()).number(summary.month.invested());
            var ror = summary.month.ror();
            out.number(ror == null ? Double.NaN : ror).number(summary.counts.size());
            summary.counts.forEach(out::number);
        }
    }

    static @Nullable PublishedBrandFigures read(BinaryReader in) {
        return in.bool() ? new PublishedBrandFigures(ScoringTarget.read(in), readSums(in), readCounts(in)) : null;
    }

    private static RorSums readSums(BinaryReader in) {
        var returned = in.float64();
        var invested = in.float64();
        var ror = in.float64();
        return new RorSums(returned, invested, Double.isNaN(ror) ? null : ror);
    }

    private static List<Long> readCounts(BinaryReader in) {
        var size = in.int32();
        var counts = new ArrayList<Long>(size);
        for (var i = 0; i < size; i++) {
            counts.add(in.int64());
        }
        return counts;
    }

    private static RollingRor month(List<RollingRor> windows) {
        return windows.stream()
                .filter(window -> window.window() == MONTH)
                .findFirst()
                .orElseThrow();
    }

    private static RorSums sums(RollingRor window) {
        return new RorSums(window.returned(), window.invested(), window.ror());
    }

    private static List<Long> counts(BrandScoreChanged event) {
        var counts = new ArrayList<Long>();
        counts.add(event.people());
        for (var window : event.windows()) {
            counts.addAll(
                    List.of(window.seen(), window.newcomers(), window.returning(), window.revived(), window.lapsed()));
            counts.addAll(List.of(window.clients(), window.clientsSeen()));
        }
        counts.addAll(month(event.windows()).stages().values());
        return counts;
    }
}
