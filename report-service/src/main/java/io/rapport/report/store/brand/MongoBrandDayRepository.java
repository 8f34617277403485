package io.rapport.report.store.brand;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.report.domain.brand.BrandDayRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/**
 * Figures of brands, one document per brand and day.
 *
 * @param <S> the type of the published states
 */
public final class MongoBrandDayRepository<S> implements BrandDayRepository<S> {

    private final DailyStateCollection<S> days;
    private final Function<S, BrandKey> brand;

    private MongoBrandDayRepository(DailyStateCollection<S> days, Function<S, BrandKey> brand) {
        this.days = days;
        this.brand = brand;
    }

    /** Brand scores in the collection {@code brand_days}. */
    public static MongoBrandDayRepository<BrandScoreChanged> ofScores(MongoDatabase database) {
        return new MongoBrandDayRepository<>(
                new DailyStateCollection<>(
                        database.getCollection("brand_days"),
                        BrandScoreChanged.class,
                        BrandScoreChanged::asOf,
                        BrandScoreChanged::sequence),
                BrandScoreChanged::brandKey);
    }

    /** Sentiment spread in the collection {@code spread_days}. */
    public static MongoBrandDayRepository<SentimentSpreadChanged> ofSpread(MongoDatabase database) {
        return new MongoBrandDayRepository<>(
                new DailyStateCollection<>(
                        database.getCollection("spread_days"),
                        SentimentSpreadChanged.class,
                        SentimentSpreadChanged::asOf,
                        SentimentSpreadChanged::sequence),
                SentimentSpreadChanged::brandKey);
    }

    /** Creates the indexes that are missing. */
    public void createIndexes() {
        days.createIndexes();
    }

    @Override
    public void saveNewer(Collection<S> states) {
        days.saveNewer(states, state -> brand.apply(state).key());
    }

    @Override
    public Optional<S> findLatest(BrandKey brand) {
        return days.findLatest(brand.key());
    }

    @Override
    public Optional<S> findAsOf(BrandKey brand, LocalDate day) {
        return days.findAsOf(brand.key(), day);
    }

    @Override
    public Optional<LocalDate> findFirstDay(BrandKey brand) {
        return days.findFirstDay(brand.key());
    }
}
