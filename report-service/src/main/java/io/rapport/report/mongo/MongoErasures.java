package io.rapport.report.mongo;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.Erasures;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.bson.Document;

/** Marks of erased handles, one document per hash. */
final class MongoErasures implements Erasures {

    private final MongoCollection<Document> erased;

    MongoErasures(MongoDatabase database) {
        this.erased = database.getCollection("erased");
    }

    @Override
    public void mark(BrandKey brand, String hash) {
        new Upserts()
                .always(brand.key(hash), new Document("$setOnInsert", new Document("h", true)))
                .writeTo(erased);
    }

    @Override
    public boolean any() {
        return erased.find().limit(1).first() != null;
    }

    @Override
    public Set<String> marked(BrandKey brand, Collection<String> hashes) {
        var start = brand.rangeStart().length();
        var marked = new HashSet<String>();
        erased.find(in("_id", hashes.stream().map(brand::key).toList()))
                .forEach(each -> marked.add(each.getString("_id").substring(start)));
        return marked;
    }
}
