package io.rapport.report.store.engagement;

import io.rapport.report.store.bson.CompressedEventCodec;
import io.rapport.report.store.bson.VersionedUpserts;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.set;
import static io.rapport.report.store.bson.VersionedUpserts.path;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.sentiment.SentimentCorrected;
import io.rapport.report.domain.engagement.CorrectionRepository;
import io.rapport.report.domain.engagement.CorrectionOutbox;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/**
 * Corrections, one document per engagement. {@code pending} is the outbox. Of one version it comes before the event, so
 * that what is still to be published stays so until it is marked, even when it was read back first.
 */
public final class MongoCorrectionRepository implements CorrectionRepository, CorrectionOutbox {

    private static final String PENDING = "p";
    private static final String EVENT = "e";
    private static final int MOST = 1_000;

    private final CompressedEventCodec<SentimentCorrected> packed = new CompressedEventCodec<>(SentimentCorrected.class);
    private final MongoCollection<Document> corrections;

    public MongoCorrectionRepository(MongoDatabase database) {
        this.corrections = database.getCollection("corrections");
    }

    public void createIndexes() {
        corrections.createIndex(Indexes.ascending(path(PENDING)));
    }

    @Override
    public Map<UUID, SentimentCorrected> findAll(BrandKey brand, Collection<UUID> engagements) {
        var ids = engagements.stream().map(id -> id(brand, id)).toList();
        var found = new HashMap<UUID, SentimentCorrected>();
        corrections.find(in("_id", ids)).limit(Math.max(1, ids.size())).forEach(each -> {
            var correction = read(each);
            found.put(correction.engagement(), correction);
        });
        return found;
    }

    @Override
    public boolean saveNextVersion(BrandKey brand, SentimentCorrected correction) {
        var id = id(brand, correction.engagement());
        var state = VersionedUpserts.numbered(correction.version(), fields(correction, true));
        return correction.version() == 1
                ? insert(new Document("_id", id).append(VersionedUpserts.STATE, state))
                : corrections
                                .updateOne(version(id, correction.version() - 1), set(VersionedUpserts.STATE, state))
                                .getMatchedCount()
                        == 1;
    }

    @Override
    public void saveNewer(BrandKey brand, Collection<SentimentCorrected> published) {
        var upserts = new VersionedUpserts();
        for (var each : published) {
            upserts.newer(id(brand, each.engagement()), each.version(), fields(each, false));
        }
        upserts.writeTo(corrections);
    }

    @Override
    public long delete(BrandKey brand, Collection<UUID> engagements) {
        var ids = engagements.stream().map(id -> id(brand, id)).toList();
        return corrections.deleteMany(in("_id", ids)).getDeletedCount();
    }

    @Override
    public List<SentimentCorrected> findPending() {
        return corrections
                .find(eq(path(PENDING), true))
                .limit(MOST)
                .map(this::read)
                .into(new ArrayList<>());
    }

    @Override
    public void markPublished(SentimentCorrected correction) {
        var id = id(correction.brandKey(), correction.engagement());
        corrections.updateOne(version(id, correction.version()), set(path(PENDING), false));
    }

    private boolean insert(Document document) {
        try {
            corrections.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private Document fields(SentimentCorrected correction, boolean pending) {
        return new Document(PENDING, pending).append(EVENT, packed.encode(correction));
    }

    private SentimentCorrected read(Document document) {
        return packed.decode(VersionedUpserts.state(document).get(EVENT, Binary.class));
    }

    private static Bson version(String id, long version) {
        return and(eq("_id", id), eq(path(VersionedUpserts.SEQUENCE), version));
    }

    private static String id(BrandKey brand, UUID engagement) {
        return brand.key(engagement.toString());
    }
}
