package io.rapport.ingest.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import io.rapport.ingest.domain.decision.AdminDecision;
import io.rapport.ingest.domain.decision.AdminDecisionRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Keeps decisions as documents {@code {_id: topic key, version, event, withdrawn, pending}}: {@code pending} is the
 * outbox.
 */
public final class MongoAdminDecisionRepository<E> implements AdminDecisionRepository<E> {

    private static final int MAX_PENDING = 1_000;

    private final MongoCollection<Document> collection;
    private final Class<E> type;

    /** Keeps decisions of one type in a collection. */
    public MongoAdminDecisionRepository(MongoCollection<Document> collection, Class<E> type) {
        this.collection = collection;
        this.type = type;
    }

    @Override
    public Optional<AdminDecision<E>> find(String key) {
        return Optional.ofNullable(collection.find(eq("_id", key)).first()).map(this::decision);
    }

    @Override
    public boolean save(AdminDecision<E> decision, long before) {
        var document = document(decision, true);
        return before == 0
                ? insert(document)
                : collection
                                .replaceOne(version(decision.key(), before), document)
                                .getMatchedCount()
                        == 1;
    }

    @Override
    public boolean markPublished(AdminDecision<E> decision) {
        var announced = version(decision.key(), decision.version());
        return decision.withdrawn()
                ? collection.deleteOne(announced).getDeletedCount() == 1
                        || find(decision.key()).isEmpty()
                : collection.updateOne(announced, set("pending", false)).getMatchedCount() == 1;
    }

    @Override
    public List<String> findPendingKeys() {
        return collection
                .find(eq("pending", true))
                .limit(MAX_PENDING)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    @Override
    public void restoreIfNewer(AdminDecision<E> decision) {
        var stored = find(decision.key());
        if (stored.isEmpty()) {
            insert(document(decision, false));
        } else if (stored.get().version() < decision.version()) {
            collection.replaceOne(version(decision.key(), stored.get().version()), document(decision, false));
        }
    }

    private boolean insert(Document document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private static Bson version(String key, long version) {
        return and(eq("_id", key), eq("version", version));
    }

    private static <E> Document document(AdminDecision<E> decision, boolean pending) {
        return new Document("_id", decision.key())
                .append("version", decision.version())
                .append("event", EventDocumentMapper.write(decision.event()))
                .append("withdrawn", decision.withdrawn())
                .append("pending", pending);
    }

    private AdminDecision<E> decision(Document document) {
        return new AdminDecision<>(
                document.getString("_id"),
                document.getLong("version"),
                EventDocumentMapper.read(document, "event", type),
                document.getBoolean("withdrawn"));
    }
}
