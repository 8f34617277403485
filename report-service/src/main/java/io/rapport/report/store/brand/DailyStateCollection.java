package io.rapport.report.store.brand;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static io.rapport.mongo.EmbeddedStoreWorkarounds.statePath;

import com.mongodb.client.MongoCollection;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.mongo.BulkWrites;
import io.rapport.mongo.EmbeddedStoreWorkarounds;
import io.rapport.report.store.bson.StoredEventCodec;
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

/**
 * A collection with one document per owner and day. The owner is a brand or a channel of a brand.
 *
 * @param <S> the type of the published states
 */
final class DailyStateCollection<S> {

    private static final String OWNER = "owner";
    private static final String EPOCH_DAY = "epochDay";
    private static final String EVENT = "event";
    /** As {@link BulkWrites#replaceStateIfNewer} writes it. */
    private static final String SEQUENCE = "q";

    private static final Bson BY_DAY = ascending(statePath(OWNER), statePath(EPOCH_DAY));
    private static final Bson BY_SEQUENCE = ascending(statePath(OWNER), statePath(SEQUENCE));

    private final MongoCollection<Document> collection;
    private final StoredEventCodec<S> codec;
    private final Function<S, LocalDate> day;
    private final ToLongFunction<S> sequence;

    /**
     * A view of a collection.
     *
     * @param day the day of a state
     * @param sequence the sequence of a state; the highest of a day is kept
     */
    DailyStateCollection(
            MongoCollection<Document> collection,
            Class<S> type,
            Function<S, LocalDate> day,
            ToLongFunction<S> sequence) {
        this.collection = collection;
        this.codec = new StoredEventCodec<>(type);
        this.day = day;
        this.sequence = sequence;
    }

    void createIndexes() {
        collection.createIndex(BY_DAY);
        collection.createIndex(BY_SEQUENCE);
    }

    /** Saves states by owner and day; of each, the one with the highest sequence is kept. */
    void saveNewer(Collection<S> states, Function<S, String> owner) {
        var writes = new BulkWrites();
        for (var state : states) {
            var asOf = day.apply(state);
            var id = owner.apply(state) + TopicKeys.SEPARATOR + asOf;
            var document = new Document(OWNER, owner.apply(state))
                    .append(EPOCH_DAY, asOf.toEpochDay())
                    .append(EVENT, codec.encode(state));
            writes.replaceStateIfNewer(id, sequence.applyAsLong(state), document);
        }
        writes.writeTo(collection);
    }

    /** The state with the highest sequence: its day is the current one, also after the day was set back. */
    Optional<S> findLatest(String owner) {
        return findLast(eq(statePath(OWNER), owner), SEQUENCE, BY_SEQUENCE);
    }

    /** The state of a day, or of the last day before it that has one. */
    Optional<S> findAsOf(String owner, LocalDate asOf) {
        var upTo = and(eq(statePath(OWNER), owner), lte(statePath(EPOCH_DAY), asOf.toEpochDay()));
        return findLast(upTo, EPOCH_DAY, BY_DAY);
    }

    Optional<LocalDate> findFirstDay(String owner) {
        var first = collection
                .find(eq(statePath(OWNER), owner))
                .hint(BY_DAY)
                .projection(include(statePath(EPOCH_DAY)))
                .sort(ascending(statePath(EPOCH_DAY)))
                .limit(1)
                .first();
        return Optional.ofNullable(first)
                .map(found -> LocalDate.ofEpochDay(
                        EmbeddedStoreWorkarounds.stateOf(found).getLong(EPOCH_DAY)));
    }

    /** The owners within a brand, in alphabetical order. */
    List<String> findOwners(BrandKey brand) {
        var within = and(gte(statePath(OWNER), brand.rangeStart()), lt(statePath(OWNER), brand.rangeEnd()));
        var owners = collection.distinct(statePath(OWNER), within, String.class).into(new ArrayList<>());
        owners.sort(null);
        return owners;
    }

    private Optional<S> findLast(Bson filter, String order, Bson index) {
        var newest = collection
                .find(filter)
                .hint(index)
                .sort(descending(statePath(order)))
                .limit(1)
                .first();
        return Optional.ofNullable(newest)
                .map(each -> codec.decode(EmbeddedStoreWorkarounds.stateOf(each).get(EVENT, Binary.class)));
    }
}
