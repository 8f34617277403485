package io.rapport.report.request;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.brand.BrandCalendar;
import io.rapport.report.domain.brand.BrandDayRepository;
import io.rapport.web.problem.Problem;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Resolves the query parameter {@code asOf} to the day that figures are valid for. */
public final class AsOfResolver {

    private static final String AS_OF = "asOf";

    private final BrandDayRepository<BrandScoreChanged> days;
    private final BrandCalendar calendar;

    /** A resolver on the days that have figures. */
    public AsOfResolver(BrandDayRepository<BrandScoreChanged> days, BrandCalendar calendar) {
        this.days = days;
        this.calendar = calendar;
    }

    /** The requested day, or the brand's current day without one; fails with a problem for other days. */
    public AsOfDay resolve(BrandKey brand, @Nullable String asOf) {
        var latest = calendar.findCurrent(brand);
        if (asOf == null || asOf.isBlank()) {
            return latest.map(state -> resolve(state, state.asOf(), true)).orElse(AsOfDay.NONE);
        }
        var day = RequestParameters.requireDay(AS_OF, asOf);
        var current = latest.orElseThrow(() -> noFigures(day, "This brand has no figures yet. Leave asOf out."));
        if (day.isAfter(current.asOf())) {
            throw Problem.invalid(
                            AS_OF,
                            "asOf is in the future: the brand's current day is " + current.asOf() + ", its first day "
                                    + first(brand, current.asOf()) + ".")
                    .asException();
        }
        if (day.equals(current.asOf())) {
            return resolve(current, day, true);
        }
        return days.findAsOf(brand, day)
                .map(state -> resolve(state, day, false))
                .orElseThrow(() -> noFigures(
                        day,
                        "The figures of this brand begin on " + first(brand, day) + " and end on " + current.asOf()
                                + "."));
    }

    /** The first day that has figures; empty without any. */
    public Optional<LocalDate> findFirstDay(BrandKey brand) {
        return days.findFirstDay(brand);
    }

    private LocalDate first(BrandKey brand, LocalDate otherwise) {
        return days.findFirstDay(brand).orElse(otherwise);
    }

    private static AsOfDay resolve(BrandScoreChanged state, LocalDate day, boolean current) {
        return new AsOfDay(day, state.modelVersion(), current);
    }

    private static RuntimeException noFigures(LocalDate day, String detail) {
        return Problem.of(HttpStatus.NOT_FOUND, "before-first-day", "There are no figures of that day", detail)
                .with(AS_OF, day.toString())
                .asException();
    }
}
