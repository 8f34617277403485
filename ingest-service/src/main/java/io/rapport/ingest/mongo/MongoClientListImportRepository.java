package io.rapport.ingest.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import io.rapport.contracts.BrandKey;
import io.rapport.ingest.domain.clientlist.ClientListImport;
import io.rapport.ingest.domain.clientlist.ClientListImportRepository;
import io.rapport.ingest.domain.clientlist.ClientListReceipt;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Keeps one document for each brand, {@code {_id: brand key, import, startedAt, at, state, counts}}. */
public final class MongoClientListImportRepository implements ClientListImportRepository {

    private final MongoCollection<Document> collection;

    /** Keeps them in a collection. */
    public MongoClientListImportRepository(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    @Override
    public Optional<ClientListImport> findNewest(BrandKey brand) {
        return Optional.ofNullable(collection.find(eq("_id", brand.key())).first())
                .map(MongoClientListImportRepository::read);
    }

    @Override
    public boolean tryStart(ClientListImport begun) {
        var before = findNewest(begun.brand());
        if (before.isEmpty()) {
            return insert(document(begun));
        }
        var running = before.get().state() == ClientListImport.State.RUNNING
                && before.get().at().plus(STALE_AFTER).isAfter(begun.at());
        return !running && replace(before.get().id(), begun);
    }

    @Override
    public boolean updateProgress(ClientListImport now) {
        return replace(now.id(), now);
    }

    private boolean replace(UUID before, ClientListImport next) {
        return collection
                        .replaceOne(theirs(next.brand(), before), document(next))
                        .getMatchedCount()
                == 1;
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

    private static Bson theirs(BrandKey brand, UUID id) {
        return and(eq("_id", brand.key()), eq("import", id.toString()));
    }

    private static Document document(ClientListImport of) {
        return new Document("_id", of.brand().key())
                .append("import", of.id().toString())
                .append("startedAt", Date.from(of.startedAt()))
                .append("at", Date.from(of.at()))
                .append("state", of.state().name())
                .append("counts", EventDocumentMapper.write(of.counts()));
    }

    private static ClientListImport read(Document document) {
        return new ClientListImport(
                BrandKey.of(document.getString("_id")),
                UUID.fromString(document.getString("import")),
                document.getDate("startedAt").toInstant(),
                document.getDate("at").toInstant(),
                ClientListImport.State.valueOf(document.getString("state")),
                EventDocumentMapper.read(document, "counts", ClientListReceipt.Counts.class));
    }
}
