package io.rapport.report.store.decision;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static io.rapport.mongo.EmbeddedStoreWorkarounds.statePath;

import com.mongodb.client.MongoCollection;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.mongo.BrandCollection;
import io.rapport.mongo.BulkWrites;
import io.rapport.mongo.EmbeddedStoreWorkarounds;
import io.rapport.report.domain.decision.DecisionRepository;
import io.rapport.report.domain.store.EventOutbox;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Decisions of users with their transactional outbox, one document each: the field {@code pending} is the outbox. It comes
 * before the event in the state, so that of the same version the pending one is higher: an event that is read back from its
 * topic before it was marked stays pending until it is marked.
 *
 * @param <E> the type of the events
 */
public abstract class VersionedEventCollection<E> implements DecisionRepository<E>, EventOutbox<E> {

    // As BulkWrites.replaceStateIfNewer writes them.
    private static final String STATE = "s";
    private static final String SEQUENCE = "q";

    private static final String PENDING = "pending";
    private static final String EVENT = "event";
    private static final int MAX_PENDING = 1_000;

    private final BrandCollection collection;
    private final JsonSerde<E> serde;
    private final Function<E, String> id;
    private final ToLongFunction<E> version;

    /**
     * The events of a collection.
     *
     * @param id the document that holds the versions of an event
     * @param version 1 for the first
     */
    protected VersionedEventCollection(
            MongoCollection<Document> collection, Class<E> type, Function<E, String> id, ToLongFunction<E> version) {
        this.collection = new BrandCollection(collection);
        this.serde = new JsonSerde<>(type);
        this.id = id;
        this.version = version;
    }

    /** Creates the indexes that are missing. */
    public void createIndexes() {
        collection.createIndex(statePath(PENDING));
    }

    /** The events with these ids, in no order. */
    protected final List<E> findByIds(Collection<String> ids) {
        return collection.find(ids).stream().map(this::read).toList();
    }

    @Override
    public final boolean saveNextVersion(E event) {
        var next = version.applyAsLong(event);
        var state = new Document(SEQUENCE, next);
        state.putAll(write(event, true));
        return next == 1
                ? collection.insert(new Document("_id", id.apply(event)).append(STATE, state))
                : collection.updateIf(id.apply(event), statePath(SEQUENCE), next - 1, set(STATE, state));
    }

    @Override
    public final void saveNewer(Collection<E> published) {
        var writes = new BulkWrites();
        for (var each : published) {
            writes.replaceStateIfNewer(id.apply(each), version.applyAsLong(each), write(each, false));
        }
        collection.write(writes);
    }

    /** Deletes the events with these ids; returns how many existed. */
    protected final long deleteByIds(Collection<String> ids) {
        return collection.delete(List.copyOf(ids));
    }

    @Override
    public final List<E> findPending() {
        return collection
                .findInAllBrands(eq(statePath(PENDING), true))
                .limit(MAX_PENDING)
                .map(this::read)
                .into(new ArrayList<>());
    }

    @Override
    public final void markPublished(E event) {
        collection.updateIf(
                id.apply(event), statePath(SEQUENCE), version.applyAsLong(event), set(statePath(PENDING), false));
    }

    /** Creates an index on fields of the events. */
    protected final void createEventIndex(String... fields) {
        collection.createIndex(
                Arrays.stream(fields).map(VersionedEventCollection::eventPath).toArray(String[]::new));
    }

    /** Events that match a filter on {@link #eventPath paths} that names their brand. */
    protected final List<E> find(Bson filter, int limit) {
        return find(filter, null, limit);
    }

    /** Events that match a filter on {@link #eventPath paths} that names their brand, in an order; null for none. */
    final List<E> find(Bson filter, @Nullable Bson order, int limit) {
        return collection
                .findInAllBrands(filter)
                .sort(order)
                .limit(limit)
                .map(this::read)
                .into(new ArrayList<>());
    }

    /** The path of a field of the events in documents. */
    protected static String eventPath(String field) {
        return statePath(EVENT + "." + field);
    }

    private Document write(E event, boolean pending) {
        var json = Objects.requireNonNull(serde.write(event), "An event has a JSON form");
        return new Document(PENDING, pending).append(EVENT, Document.parse(new String(json, StandardCharsets.UTF_8)));
    }

    private E read(Document document) {
        var event = EmbeddedStoreWorkarounds.stateOf(document).get(EVENT, Document.class);
        return Objects.requireNonNull(
                serde.read(event.toJson().getBytes(StandardCharsets.UTF_8)), "An event has a JSON form");
    }
}
