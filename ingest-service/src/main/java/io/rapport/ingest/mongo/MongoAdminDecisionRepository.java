package io.rapport.ingest.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import io.rapport.ingest.domain.decision.AdminDecision;
import io.rapport.ingest.domain.decision.AdminDecisionRepository;
import io.rapport.mongo.BrandCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * Stores decisions as documents {@code {_id: topic key, version, event, withdrawn, pending}}. {@code version} is the
 * optimistic lock and {@code pending} the outbox. The event has the field names of its topic, so that a document can be
 * queried by them and read by a later version of the event.
 */
public final class MongoAdminDecisionRepository<E> implements AdminDecisionRepository<E> {

    private static final int MAX_PENDING = 1_000;
    private static final String VERSION = "version";

    private final BrandCollection collection;
    private final Class<E> type;

    /** Creates a repository for the decisions of one event type. */
    public MongoAdminDecisionRepository(MongoCollection<Document> collection, Class<E> type) {
        this.collection = new BrandCollection(collection);
        this.type = type;
    }

    @Override
    public Optional<AdminDecision<E>> find(String key) {
        return collection.find(key).map(this::decision);
    }

    @Override
    public boolean save(AdminDecision<E> decision, long before) {
        var document = document(decision, true);
        return before == 0 ? collection.insert(document) : collection.replaceIf(VERSION, before, document);
    }

    @Override
    public boolean markPublished(AdminDecision<E> decision) {
        var key = decision.key();
        return decision.withdrawn()
                ? collection.deleteIf(key, VERSION, decision.version())
                        || collection.find(key).isEmpty()
                : collection.updateIf(key, VERSION, decision.version(), set("pending", false));
    }

    @Override
    public List<String> findPendingKeys() {
        return collection
                .findInAllBrands(eq("pending", true))
                .limit(MAX_PENDING)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    @Override
    public void restoreIfNewer(AdminDecision<E> decision) {
        var stored = find(decision.key()).map(AdminDecision::version).orElse(0L);
        if (stored == 0) {
            collection.insert(document(decision, false));
        } else if (stored < decision.version()) {
            collection.replaceIf(VERSION, stored, document(decision, false));
        }
    }

    private static <E> Document document(AdminDecision<E> decision, boolean pending) {
        return new Document("_id", decision.key())
                .append(VERSION, decision.version())
                .append("event", EventDocumentMapper.write(decision.event()))
                .append("withdrawn", decision.withdrawn())
                .append("pending", pending);
    }

    private AdminDecision<E> decision(Document document) {
        return new AdminDecision<>(
                document.getString("_id"),
                document.getLong(VERSION),
                EventDocumentMapper.read(document, "event", type),
                document.getBoolean("withdrawn"));
    }
}
