package io.rapport.report.store.engagement;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.mongo.BrandCollection;
import io.rapport.report.domain.store.ErasedHandleRepository;
import java.util.Collection;
import java.util.Set;
import org.bson.Document;

/** Hashes of erased handles in the collection {@code erased}, one document each. */
public final class MongoErasedHandleRepository implements ErasedHandleRepository {

    private final BrandCollection erased;

    /** The repository of a database. */
    public MongoErasedHandleRepository(MongoDatabase database) {
        this.erased = new BrandCollection(database.getCollection("erased"));
    }

    @Override
    public void mark(BrandKey brand, String hash) {
        erased.insert(new Document("_id", brand.key(hash)));
    }

    @Override
    public boolean hasAny() {
        return erased.driver().find().limit(1).first() != null;
    }

    @Override
    public Set<String> findMarked(Collection<String> keys) {
        return erased.findIds(keys);
    }
}
