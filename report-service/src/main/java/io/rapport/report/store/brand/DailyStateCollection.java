package io.rapport.report.store.brand;

import io.rapport.report.store.bson.CompressedEventCodec;
import io.rapport.report.store.bson.VersionedUpserts;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static io.rapport.report.store.bson.VersionedUpserts.path;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.TopicKeys;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/** States of a brand, or of a part of one, one document per day. */
public final class DailyStateCollection<S> {

    private static final String OWNER = "b";
    private static final String DAY = "d";
    private static final String STATE = "v";

    private final MongoCollection<Document> days;
    private final CompressedEventCodec<S> packed;
    private final StateAccessors<S> reading;

    public DailyStateCollection(MongoCollection<Document> days, Class<S> type, StateAccessors<S> reading) {
        this.days = days;
        this.packed = new CompressedEventCodec<>(type);
        this.reading = reading;
    }

    /** What is read off a state. */
    public record StateAccessors<S>(Function<S, LocalDate> day, ToLongFunction<S> sequence) {}

    void createIndexes() {
        days.createIndex(Indexes.ascending(path(OWNER), path(DAY)));
    }

    /** Takes states in, each the key of what it is of told by a function. */
    void saveNewer(Collection<S> states, Function<S, String> owner) {
        var upserts = new VersionedUpserts();
        for (var state : states) {
            var day = reading.day().apply(state);
            var fields = new Document(OWNER, owner.apply(state))
                    .append(DAY, day.toEpochDay())
                    .append(STATE, packed.encode(state));
            upserts.newer(
                    owner.apply(state) + TopicKeys.SEPARATOR + day,
                    reading.sequence().applyAsLong(state),
                    fields);
        }
        upserts.writeTo(days);
    }

    Optional<S> findLatest(String owner) {
        return newest(eq(path(OWNER), owner));
    }

    Optional<S> findAsOf(String owner, LocalDate day) {
        return newest(and(eq(path(OWNER), owner), lte(path(DAY), day.toEpochDay())));
    }

    Optional<LocalDate> findFirstDay(String owner) {
        var first = days.find(eq(path(OWNER), owner))
                .projection(include(path(DAY)))
                .sort(ascending(path(DAY)))
                .limit(1)
                .first();
        return Optional.ofNullable(first)
                .map(found -> LocalDate.ofEpochDay(VersionedUpserts.state(found).getLong(DAY)));
    }

    /** The keys of the parts of a brand there are states of, in order. */
    List<String> findOwners(BrandKey brand) {
        var within = and(gte(path(OWNER), brand.rangeStart()), lt(path(OWNER), brand.rangeEnd()));
        var found = days.distinct(path(OWNER), within, String.class).into(new ArrayList<>());
        found.sort(null);
        return found;
    }

    private Optional<S> newest(Bson filter) {
        var found = days.find(filter).sort(descending(path(DAY))).limit(1).first();
        return Optional.ofNullable(found)
                .map(each -> packed.decode(VersionedUpserts.state(each).get(STATE, Binary.class)));
    }
}
