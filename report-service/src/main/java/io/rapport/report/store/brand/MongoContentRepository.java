package io.rapport.report.store.brand;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.content.ContentMeasured;
import io.rapport.report.domain.content.ContentRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Content measurements in the collection {@code content_days}, one document per channel and day. */
public final class MongoContentRepository implements ContentRepository {

    private final DailyStateCollection<ContentMeasured> days;

    /** The repository of a database. */
    public MongoContentRepository(MongoDatabase database) {
        this.days = new DailyStateCollection<>(
                database.getCollection("content_days"),
                ContentMeasured.class,
                ContentMeasured::asOf,
                ContentMeasured::sequence);
    }

    /** Creates the indexes that are missing. */
    public void createIndexes() {
        days.createIndexes();
    }

    @Override
    public void saveNewer(Collection<ContentMeasured> states) {
        days.saveNewer(states, state -> state.brandKey().key(state.channel()));
    }

    @Override
    public Optional<ContentMeasured> findAsOf(BrandKey brand, String channel, @Nullable LocalDate day) {
        var owner = brand.key(channel);
        return day == null ? days.findLatest(owner) : days.findAsOf(owner, day);
    }

    @Override
    public List<String> findChannels(BrandKey brand) {
        return days.findOwners(brand).stream()
                .map(key -> TopicKeys.split(key).get(2))
                .toList();
    }
}
