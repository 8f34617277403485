package io.rapport.report.domain.brand;

import io.rapport.contracts.score.AccountBalance;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.RollingRor;
import io.rapport.contracts.score.ServiceWindow;
import io.rapport.contracts.score.ValueWindow;
import io.rapport.report.domain.EmptyFigures;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a brand on a day.
 *
 * @param state null while the brand has none
 */
public record BrandFigures(@Nullable BrandScoreChanged state) {

    /** The number of people who have a relationship with the brand. */
    public long people() {
        return state == null ? 0 : state.people();
    }

    /** The figures of a window; empty ones while the brand has none. */
    public RollingRor ror(int window) {
        return stream(state == null ? null : state.windows())
                .filter(each -> each.window() == window)
                .findFirst()
                .orElseGet(() -> EmptyFigures.ror(window));
    }

    /** The answer times of a window; empty while the brand has no figures. */
    public Optional<ServiceWindow> service(int window) {
        return stream(state == null ? null : state.service())
                .filter(each -> each.window() == window)
                .findFirst();
    }

    /** The value streams of a window; empty while the brand has no figures. */
    public Optional<ValueWindow> value(int window) {
        return stream(state == null ? null : state.value())
                .filter(each -> each.window() == window)
                .findFirst();
    }

    AccountBalance accounts() {
        return state == null ? EmptyFigures.ACCOUNTS : state.accounts();
    }

    private static <T> Stream<T> stream(@Nullable List<T> windows) {
        return windows == null ? Stream.empty() : windows.stream();
    }
}
