package io.rapport.report.store.brand;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.BrandScoreChanged;
import io.rapport.contracts.sentiment.SentimentSpreadChanged;
import io.rapport.report.domain.brand.BrandDayRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/**
 * Figures of brands, one document per brand and day.
 *
 * @param <S> the type of the published states
 */
public final class MongoBrandDayRepository<S> implements BrandDayRepository<S> {

    private final DailyStateCollection<S> days;

    private MongoBrandDayRepository(DailyStateCollection<S> days) {
        this.days = days;
    }

    /** Brand scores in the collection {@code brand_days}. */
    public static MongoBrandDayRepository<BrandScoreChanged> ofScores(MongoDatabase database) {
        return new MongoBrandDayRepository<>(new DailyStateCollection<>(
                database.getCollection("brand_days"),
                BrandScoreChanged.class,
                BrandScoreChanged::asOf,
                BrandScoreChanged::sequence));
    }

    /** Sentiment spread in the collection {@code spread_days}. */
    public static MongoBrandDayRepository<SentimentSpreadChanged> ofSpread(MongoDatabase database) {
        return new MongoBrandDayRepository<>(new DailyStateCollection<>(
                database.getCollection("spread_days"),
                SentimentSpreadChanged.class,
                SentimentSpreadChanged::asOf,
                SentimentSpreadChanged::sequence));
    }

    /** Creates the indexes that are missing. */
    public void createIndexes() {
        days.createIndexes();
    }

    @Override
    public void saveNewer(BrandKey brand, Collection<S> states) {
        days.saveNewer(states, state -> brand.key());
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
