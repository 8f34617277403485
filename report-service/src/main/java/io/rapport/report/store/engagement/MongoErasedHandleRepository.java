package io.rapport.report.store.engagement;

import io.rapport.report.store.bson.VersionedUpserts;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.store.ErasedHandleRepository;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.bson.Document;

/** Marks of erased handles, one document per hash. */
public final class MongoErasedHandleRepository implements ErasedHandleRepository {

    private final MongoCollection<Document> erased;

    public MongoErasedHandleRepository(MongoDatabase database) {
        this.erased = database.getCollection("erased");
    }

    @Override
    public void mark(BrandKey brand, String hash) {
        new VersionedUpserts()
                .always(brand.key(hash), new Document("$setOnInsert", new Document("h", true)))
                .writeTo(erased);
    }

    @Override
    public boolean hasAny() {
        return erased.find().limit(1).first() != null;
    }

    @Override
    public Set<String> findMarked(BrandKey brand, Collection<String> hashes) {
        var start = brand.rangeStart().length();
        var marked = new HashSet<String>();
        erased.find(in("_id", hashes.stream().map(brand::key).toList()))
                .forEach(each -> marked.add(each.getString("_id").substring(start)));
        return marked;
    }
}
