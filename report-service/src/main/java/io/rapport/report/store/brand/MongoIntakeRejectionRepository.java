package io.rapport.report.store.brand;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.mongo.BrandCollection;
import io.rapport.mongo.BulkWrites;
import io.rapport.report.domain.brand.IntakeRejectionRepository;
import java.util.Collection;
import java.util.UUID;
import org.bson.Document;

/** Stores rejections as documents that have nothing but an id, {@code {_id: brand and rejection}}. */
public final class MongoIntakeRejectionRepository implements IntakeRejectionRepository {

    private final BrandCollection collection;

    /** The repository of a database. */
    public MongoIntakeRejectionRepository(MongoDatabase database) {
        this.collection = new BrandCollection(database.getCollection("intakeRejections"));
    }

    @Override
    public void save(BrandKey brand, Collection<UUID> rejected) {
        var writes = new BulkWrites();
        rejected.forEach(id -> writes.replace(new Document("_id", id(brand, id))));
        collection.write(writes);
    }

    @Override
    public void delete(BrandKey brand, Collection<UUID> replayed) {
        collection.delete(replayed.stream().map(id -> id(brand, id)).toList());
    }

    @Override
    public long count(BrandKey brand) {
        return collection.driver().countDocuments(BrandCollection.range(brand));
    }

    private static String id(BrandKey brand, UUID rejected) {
        return brand.rangeStart() + rejected;
    }
}
