package io.rapport.scoring.topology.brand.spread;

import io.rapport.contracts.sentiment.PolaritySpread;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.contracts.sentiment.WindowSpread;
import io.rapport.scoring.domain.policy.ChangePolicy;
import org.jspecify.annotations.Nullable;

/** Decides whether the spread of sentiment is published on {@code .changes}. */
final class SpreadChange {

    private SpreadChange() {}

    /** Whether the day changed, an alert started or ended, or reproduction or carriers of a window moved. */
    static boolean isSignificant(@Nullable SentimentSpreadChanged last, SentimentSpreadChanged next) {
        return last == null
                || !next.asOf().equals(last.asOf())
                || (next.alert() == null) != (last.alert() == null)
                || hasMoved(last, next);
    }

    private static boolean hasMoved(SentimentSpreadChanged last, SentimentSpreadChanged next) {
        for (var window : next.windows()) {
            var before = last.windows().stream()
                    .filter(other -> other.window() == window.window())
                    .findFirst();
            if (before.isEmpty() || hasMoved(before.get(), window)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasMoved(WindowSpread last, WindowSpread next) {
        return hasMoved(last.positive(), next.positive()) || hasMoved(last.negative(), next.negative());
    }

    private static boolean hasMoved(PolaritySpread last, PolaritySpread next) {
        return ChangePolicy.haveCarriersMoved(last.carriers(), next.carriers())
                || ChangePolicy.hasReproductionMoved(
                        last.reproduction().value(), next.reproduction().value());
    }
}
