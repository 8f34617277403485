package io.rapport.report.mongo;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.content.ContentMeasured;
import io.rapport.report.domain.Contents;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Posts, one document per channel and day. */
public final class MongoContents implements Contents {

    private final DayStates<ContentMeasured> days;

    MongoContents(MongoDatabase database) {
        this.days = new DayStates<>(
                database.getCollection("content_days"),
                ContentMeasured.class,
                new DayStates.Reading<>(ContentMeasured::asOf, ContentMeasured::sequence));
    }

    void createIndexes() {
        days.createIndexes();
    }

    @Override
    public void take(BrandKey brand, Collection<ContentMeasured> states) {
        days.take(states, state -> brand.key(state.channel()));
    }

    @Override
    public Optional<ContentMeasured> on(BrandKey brand, String channel, @Nullable LocalDate day) {
        var owner = brand.key(channel);
        return day == null ? days.latest(owner) : days.by(owner, day);
    }

    @Override
    public List<String> channels(BrandKey brand) {
        return days.parts(brand).stream()
                .map(key -> TopicKeys.split(key).get(2))
                .toList();
    }
}
