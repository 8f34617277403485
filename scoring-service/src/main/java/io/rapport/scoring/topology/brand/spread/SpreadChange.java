package io.rapport.scoring.topology.brand.spread;

import io.rapport.contracts.sentiment.PolaritySpread;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.contracts.sentiment.WindowSpread;
import org.jspecify.annotations.Nullable;

/** Whether subscribers of changes want to hear of a spread after another. */
final class SpreadChange {

    /** How far a reproduction moves. */
    private static final double SIGNIFICANT_RATE_CHANGE = 0.1;
    /** What part of its carriers a polarity gains or loses. */
    private static final double SIGNIFICANT_CARRIER_SHARE = 0.1;

    private SpreadChange() {}

    /** Another day, an alert that came or went, or a window of which a reproduction or the carriers moved tellingly. */
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
        var carriers = Math.abs(next.carriers() - last.carriers());
        return carriers > SIGNIFICANT_CARRIER_SHARE * last.carriers()
                || hasMoved(last.reproduction().value(), next.reproduction().value());
    }

    private static boolean hasMoved(@Nullable Double last, @Nullable Double next) {
        return last == null || next == null ? last != null || next != null : Math.abs(next - last) >= SIGNIFICANT_RATE_CHANGE;
    }
}
