package io.rapport.report.web;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.report.domain.BrandDays;
import io.rapport.report.domain.Moment;
import io.rapport.web.problem.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Turns {@code asOf} into the moment an answer holds for. */
public final class Days {

    private static final String AS_OF = "asOf";

    private final BrandDays<BrandScoreChanged> days;

    /** Knows the days that figures were published for. */
    public Days(BrandDays<BrandScoreChanged> days) {
        this.days = days;
    }

    /** The brand's current day, or the earlier day that is asked for. */
    Moment moment(BrandKey brand, @Nullable String asOf) {
        var latest = days.latest(brand);
        if (asOf == null || asOf.isBlank()) {
            return latest.map(state -> moment(state, state.asOf(), true)).orElse(Moment.NOTHING_KNOWN);
        }
        var day = parse(asOf);
        var current = latest.orElseThrow(() -> nothingBy(day, "Nothing is known of this brand yet: leave asOf out."));
        if (day.isAfter(current.asOf())) {
            throw Problem.invalid(AS_OF, "asOf lies ahead: this brand's current day is " + current.asOf() + ".")
                    .asException();
        }
        if (day.equals(current.asOf())) {
            return moment(current, day, true);
        }
        return days.by(brand, day)
                .map(state -> moment(state, day, false))
                .orElseThrow(() -> nothingBy(day, "Figures of this brand begin on " + first(brand, day) + "."));
    }

    private LocalDate first(BrandKey brand, LocalDate otherwise) {
        return days.first(brand).orElse(otherwise);
    }

    private static Moment moment(BrandScoreChanged state, LocalDate day, boolean current) {
        return new Moment(day, state.modelVersion(), current);
    }

    private static LocalDate parse(String asOf) {
        try {
            return LocalDate.parse(asOf);
        } catch (DateTimeParseException e) {
            throw Problem.invalid(AS_OF, "asOf is a day, written yyyy-MM-dd.").asException();
        }
    }

    private static RuntimeException nothingBy(LocalDate day, String detail) {
        return Problem.of(HttpStatus.NOT_FOUND, "before-first-day", "Nothing is known of that day", detail)
                .with(AS_OF, day.toString())
                .asException();
    }
}
