package io.rapport.report.days;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rapport.contracts.BrandKey;
import io.rapport.report.days.DayAnswers.DayFigures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * The figures of days before the current one, kept as long as nothing older changes: an entry is valid for one history version
 * and one model of the brand, which are asked for on every use.
 */
public final class DayFiguresCache {

    private static final int MAX_DAYS = 20_000;
    private static final String ALL_PARTS = "windows,spread,value,service,accounts";

    private final ScoringDaysClient scoring;
    private final Cache<DayKey, DayFigures> cache =
            Caffeine.newBuilder().maximumSize(MAX_DAYS).build();

    private record DayKey(BrandKey brand, LocalDate day, String parts, String modelVersion, long history) {}

    /**
     * The figures of several days of one model.
     *
     * @param days ascending
     */
    public record FiguresOfDays(String modelVersion, List<DayFigures> days) {}

    /** A cache of the answers of the scoring service. */
    public DayFiguresCache(ScoringDaysClient scoring) {
        this.scoring = scoring;
    }

    /** All figures of a day; a problem names the first and the last day if it is outside of them. */
    FiguresOfDays find(BrandKey brand, LocalDate day) {
        return find(brand, List.of(day), ALL_PARTS);
    }

    /** Return on Relationships and people of several days, in one pass over those that are not in the cache. */
    public FiguresOfDays findWindows(BrandKey brand, Collection<LocalDate> days) {
        return find(brand, days, "windows");
    }

    private FiguresOfDays find(BrandKey brand, Collection<LocalDate> days, String parts) {
        var range = scoring.rangeWithoutFirst(brand);
        var found = new TreeMap<LocalDate, DayFigures>();
        var missing = new ArrayList<LocalDate>();
        for (var day : days) {
            var known = cache.getIfPresent(new DayKey(brand, day, parts, range.modelVersion(), range.history()));
            if (known == null) {
                missing.add(day);
            } else {
                found.put(day, known);
            }
        }
        if (missing.isEmpty()) {
            return new FiguresOfDays(range.modelVersion(), List.copyOf(found.values()));
        }
        var answer = scoring.figures(brand, missing, parts);
        var last = range.last();
        for (var figures : answer.items()) {
            found.put(figures.asOf(), figures);
            if (last != null && figures.asOf().isBefore(last)) {
                cache.put(new DayKey(brand, figures.asOf(), parts, answer.modelVersion(), answer.history()), figures);
            }
        }
        return new FiguresOfDays(answer.modelVersion(), List.copyOf(found.values()));
    }
}
