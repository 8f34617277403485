package io.rapport.scoring.topology.brand.spread;

import io.rapport.contracts.sentiment.PolaritySpread;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.contracts.sentiment.WindowSpread;
import org.jspecify.annotations.Nullable;

/** Decides which changes of a spread are published on {@code .changes}. */
final class SpreadChange {

    /** Significant change of a reproduction number. */
    private static final double SIGNIFICANT_RATE_CHANGE = 0.1;
    /** Significant change of the carriers of a polarity, as a share of them. */
    private static final double SIGNIFICANT_CARRIER_SHARE = 0.1;

    private SpreadChange() {}

    /**
     * Whether a spread has another day, an alert that started or ended, or a window whose reproduction number or number of carriers
     * changed significantly.
     */
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
        return last == null || next == null
                ? last != null || next != null
                : Math.abs(next - last) >= SIGNIFICANT_RATE_CHANGE;
    }
}
