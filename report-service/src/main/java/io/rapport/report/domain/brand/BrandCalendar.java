package io.rapport.report.domain.brand;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The current day of brands. Figures and spread are projected from two topics: a new day begins when both have it, so that an
 * answer never shows the spread of the day before under a newer day.
 */
public final class BrandCalendar {

    private final BrandDayRepository<BrandScoreChanged> scores;
    private final BrandDayRepository<SentimentSpreadChanged> spreads;

    /** A calendar on the published states. */
    public BrandCalendar(
            BrandDayRepository<BrandScoreChanged> scores, BrandDayRepository<SentimentSpreadChanged> spreads) {
        this.scores = scores;
        this.spreads = spreads;
    }

    /** The score of the current day; empty while the brand has none. */
    public Optional<BrandScoreChanged> findCurrent(BrandKey brand) {
        var latest = scores.findLatest(brand);
        var spreadDay = spreads.findLatest(brand).map(SentimentSpreadChanged::asOf);
        return latest.flatMap(score -> spreadDay
                .filter(day -> day.isBefore(score.asOf()))
                .flatMap(day -> findOn(brand, day))
                .or(() -> Optional.of(score)));
    }

    private Optional<BrandScoreChanged> findOn(BrandKey brand, LocalDate day) {
        return scores.findAsOf(brand, day).filter(score -> score.asOf().equals(day));
    }
}
