package io.rapport.report.days;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.score.BrandScoreChangedBuilder;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.report.days.DayAnswers.DayFigures;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.EmptyFigures;
import io.rapport.report.domain.brand.BrandDayRepository;
import io.rapport.report.domain.brand.CurrentDayLookup;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The figures of brands by day: those of the latest day as they were published, those of earlier days from the ledgers.
 *
 * @param <S> the type of the published states
 */
public final class LedgerBrandDays<S> implements BrandDayRepository<S> {

    private final BrandDayRepository<S> published;
    private final CurrentDayLookup currentDays;
    private final DayFiguresCache days;
    private final ScoringDaysClient scoring;
    private final StateMapper<S> mapper;

    private LedgerBrandDays(
            BrandDayRepository<S> published,
            CurrentDayLookup currentDays,
            DayFiguresCache days,
            ScoringDaysClient scoring,
            StateMapper<S> mapper) {
        this.published = published;
        this.currentDays = currentDays;
        this.days = days;
        this.scoring = scoring;
        this.mapper = mapper;
    }

    /** Maps the figures of a day to a state. */
    private interface StateMapper<S> {
        S map(BrandKey brand, String modelVersion, DayFigures figures);
    }

    /** The scores of brands. */
    public static LedgerBrandDays<BrandScoreChanged> ofScores(
            BrandDayRepository<BrandScoreChanged> published,
            CurrentDayLookup currentDays,
            DayFiguresCache days,
            ScoringDaysClient scoring) {
        return new LedgerBrandDays<>(published, currentDays, days, scoring, LedgerBrandDays::score);
    }

    /** The spread of sentiment about brands. */
    public static LedgerBrandDays<SentimentSpreadChanged> ofSpread(
            BrandDayRepository<SentimentSpreadChanged> published,
            CurrentDayLookup currentDays,
            DayFiguresCache days,
            ScoringDaysClient scoring) {
        return new LedgerBrandDays<>(published, currentDays, days, scoring, LedgerBrandDays::spread);
    }

    @Override
    public void saveNewer(Collection<S> states) {
        published.saveNewer(states);
    }

    @Override
    public Optional<S> findLatest(BrandKey brand) {
        return published.findLatest(brand);
    }

    @Override
    public Optional<S> findAsOf(BrandKey brand, LocalDate day) {
        var latest = currentDays.find(brand).map(BrandScoreChanged::asOf);
        if (latest.isEmpty() || !day.isBefore(latest.get())) {
            return published.findAsOf(brand, day);
        }
        return compute(brand, day);
    }

    /** The current day is published: it is not looked up again. */
    @Override
    public Optional<S> findAsOf(BrandKey brand, AsOfDay asOf) {
        return asOf.current()
                ? published.findAsOf(brand, asOf)
                : asOf.earlierDay().flatMap(day -> compute(brand, day));
    }

    @Override
    public Optional<LocalDate> findFirstDay(BrandKey brand) {
        return Optional.ofNullable(scoring.range(brand).first());
    }

    private Optional<S> compute(BrandKey brand, LocalDate day) {
        var found = days.find(brand, day);
        return found.days().stream()
                .map(figures -> mapper.map(brand, found.modelVersion(), figures))
                .findFirst();
    }

    private static BrandScoreChanged score(BrandKey brand, String modelVersion, DayFigures from) {
        return BrandScoreChangedBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .asOf(from.asOf())
                .modelVersion(modelVersion)
                .reason(ChangeReason.UNKNOWN)
                .people(from.people())
                .windows(from.windows())
                .accounts(Objects.requireNonNullElse(from.accounts(), EmptyFigures.ACCOUNTS))
                .value(from.value())
                .service(from.service())
                .build();
    }

    private static SentimentSpreadChanged spread(BrandKey brand, String modelVersion, DayFigures from) {
        return new SentimentSpreadChanged(
                brand.agency(),
                brand.brand(),
                from.asOf(),
                modelVersion,
                0,
                ChangeReason.UNKNOWN,
                Objects.requireNonNullElse(from.spread(), List.of()),
                from.alert());
    }
}
