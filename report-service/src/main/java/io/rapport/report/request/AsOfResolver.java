package io.rapport.report.request;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.report.domain.brand.BrandDayRepository;
import io.rapport.report.domain.AsOfDay;
import io.rapport.web.problem.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Turns {@code asOf} into the moment an answer holds for. */
public final class AsOfResolver {

    private static final String AS_OF = "asOf";

    private final BrandDayRepository<BrandScoreChanged> days;

    /** Knows the days that figures were published for. */
    public AsOfResolver(BrandDayRepository<BrandScoreChanged> days) {
        this.days = days;
    }

    /** The brand's current day, or the earlier day that is asked for. */
    public AsOfDay resolve(BrandKey brand, @Nullable String asOf) {
        var latest = days.findLatest(brand);
        if (asOf == null || asOf.isBlank()) {
            return latest.map(state -> resolve(state, state.asOf(), true)).orElse(AsOfDay.NONE);
        }
        var day = parse(asOf);
        var current = latest.orElseThrow(() -> nothingBy(day, "Nothing is known of this brand yet: leave asOf out."));
        if (day.isAfter(current.asOf())) {
            throw Problem.invalid(AS_OF, "asOf lies ahead: this brand's current day is " + current.asOf() + ".")
                    .asException();
        }
        if (day.equals(current.asOf())) {
            return resolve(current, day, true);
        }
        return days.findAsOf(brand, day)
                .map(state -> resolve(state, day, false))
                .orElseThrow(() -> nothingBy(day, "Figures of this brand begin on " + first(brand, day) + "."));
    }

    private LocalDate first(BrandKey brand, LocalDate otherwise) {
        return days.findFirstDay(brand).orElse(otherwise);
    }

    private static AsOfDay resolve(BrandScoreChanged state, LocalDate day, boolean current) {
        return new AsOfDay(day, state.modelVersion(), current);
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
