package io.rapport.report.store.engagement;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static io.rapport.mongo.EmbeddedStoreWorkarounds.statePath;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.sentiment.SentimentCorrected;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.mongo.BrandCollection;
import io.rapport.mongo.BulkWrites;
import io.rapport.mongo.EmbeddedStoreWorkarounds;
import io.rapport.report.domain.engagement.CorrectionOutbox;
import io.rapport.report.domain.engagement.CorrectionRepository;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;

/**
 * Corrections and their transactional outbox in the collection {@code corrections}, one document per engagement: the field
 * {@code pending} is the outbox. It comes before the event in the state, so that of the same version the pending one is
 * higher: a correction that is read back from its topic before it was marked stays pending until it is marked.
 */
public final class MongoCorrectionRepository implements CorrectionRepository, CorrectionOutbox {

    // As BulkWrites.replaceStateIfNewer writes them.
    private static final String STATE = "s";
    private static final String SEQUENCE = "q";

    private static final String PENDING = "pending";
    private static final String EVENT = "event";
    private static final int MAX_PENDING = 1_000;

    private final JsonSerde<SentimentCorrected> serde = new JsonSerde<>(SentimentCorrected.class);
    private final BrandCollection corrections;

    /** The repository of a database. */
    public MongoCorrectionRepository(MongoDatabase database) {
        this.corrections = new BrandCollection(database.getCollection("corrections"));
    }

    /** Creates the indexes that are missing. */
    public void createIndexes() {
        corrections.createIndex(statePath(PENDING));
    }

    @Override
    public Map<UUID, SentimentCorrected> findAll(BrandKey brand, Collection<UUID> engagements) {
        var found = new HashMap<UUID, SentimentCorrected>();
        corrections.find(ids(brand, engagements)).forEach(each -> {
            var correction = read(each);
            found.put(correction.engagement(), correction);
        });
        return found;
    }

    @Override
    public boolean saveNextVersion(BrandKey brand, SentimentCorrected correction) {
        var id = id(brand, correction.engagement());
        var state = new Document(SEQUENCE, correction.version());
        state.putAll(write(correction, true));
        return correction.version() == 1
                ? corrections.insert(new Document("_id", id).append(STATE, state))
                : corrections.updateIf(id, statePath(SEQUENCE), correction.version() - 1, set(STATE, state));
    }

    @Override
    public void saveNewer(BrandKey brand, Collection<SentimentCorrected> published) {
        var writes = new BulkWrites();
        for (var each : published) {
            writes.replaceStateIfNewer(id(brand, each.engagement()), each.version(), write(each, false));
        }
        corrections.write(writes);
    }

    @Override
    public long delete(BrandKey brand, Collection<UUID> engagements) {
        return corrections.delete(ids(brand, engagements));
    }

    @Override
    public List<SentimentCorrected> findPending() {
        return corrections
                .findInAllBrands(eq(statePath(PENDING), true))
                .limit(MAX_PENDING)
                .map(this::read)
                .into(new ArrayList<>());
    }

    @Override
    public void markPublished(SentimentCorrected correction) {
        var id = id(correction.brandKey(), correction.engagement());
        corrections.updateIf(id, statePath(SEQUENCE), correction.version(), set(statePath(PENDING), false));
    }

    private Document write(SentimentCorrected correction, boolean pending) {
        var json = Objects.requireNonNull(serde.write(correction), "A correction has a JSON form");
        return new Document(PENDING, pending).append(EVENT, Document.parse(new String(json, StandardCharsets.UTF_8)));
    }

    private SentimentCorrected read(Document document) {
        var event = EmbeddedStoreWorkarounds.stateOf(document).get(EVENT, Document.class);
        return Objects.requireNonNull(
                serde.read(event.toJson().getBytes(StandardCharsets.UTF_8)), "A correction has a JSON form");
    }

    private static String id(BrandKey brand, UUID engagement) {
        return brand.key(engagement.toString());
    }

    private static List<String> ids(BrandKey brand, Collection<UUID> engagements) {
        return engagements.stream().map(id -> id(brand, id)).toList();
    }
}
