package io.rapport.identity.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.rapport.contracts.BrandKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The one way documents are looked up, changed and deleted by more than one {@code _id}: within a brand, by ids that begin
 * with one, or, where it is said so, everywhere. Nothing else here asks a collection.
 */
final class BrandScopedQueries {

    private static final int MAX_IDS = 50;

    private BrandScopedQueries() {}

    /** The document with this id. */
    static FindIterable<Document> findById(MongoCollection<Document> collection, String id) {
        return collection.find(new Document("_id", id));
    }

    /**
     * The documents with these ids. The embedded store compares every document it finds with every id asked for, so that
     * ten times as many at once cost it a hundred times as much.
     */
    static List<Document> findByIds(MongoCollection<Document> collection, Collection<String> ids) {
        var found = new ArrayList<Document>();
        var all = List.copyOf(ids);
        for (var from = 0; from < all.size(); from += MAX_IDS) {
            collection
                    .find(Filters.in("_id", all.subList(from, Math.min(all.size(), from + MAX_IDS))))
                    .into(found);
        }
        return found;
    }

    /** A brand's documents, by the range of their ids. */
    static FindIterable<Document> findInBrand(MongoCollection<Document> collection, BrandKey brand, Bson filter) {
        return collection.find(within(brand, filter));
    }

    /** A brand's documents, so many at a time, in no order. */
    static void forEachPage(MongoCollection<Document> collection, BrandKey brand, int size, Consumer<List<Document>> some) {
        pages(findInBrand(collection, brand, new Document()), size, some);
    }

    /** All brands' documents. */
    static FindIterable<Document> findInAllBrands(MongoCollection<Document> collection, Bson filter) {
        return collection.find(filter);
    }

    /** All brands' documents, so many at a time. */
    static void forEachPageInAllBrands(MongoCollection<Document> collection, int size, Consumer<List<Document>> some) {
        pages(collection.find(), size, some);
    }

    /** Deletes the documents with these ids. */
    static void delete(MongoCollection<Document> collection, Collection<String> ids) {
        if (!ids.isEmpty()) {
            collection.deleteMany(Filters.in("_id", ids));
        }
    }

    /** Deletes those of the documents with these ids that are as the filter says. */
    static void delete(MongoCollection<Document> collection, Collection<String> ids, Bson filter) {
        collection.deleteMany(Filters.and(Filters.in("_id", ids), filter));
    }

    /** Deletes those of a brand's documents that are as the filter says. */
    static void delete(MongoCollection<Document> collection, BrandKey brand, Bson filter) {
        collection.deleteMany(within(brand, filter));
    }

    /** Changes the documents with these ids. */
    static void update(MongoCollection<Document> collection, Collection<String> ids, Bson change) {
        collection.updateMany(Filters.in("_id", ids), change);
    }

    private static Bson within(BrandKey brand, Bson filter) {
        return Filters.and(Filters.gte("_id", brand.rangeStart()), Filters.lt("_id", brand.rangeEnd()), filter);
    }

    private static void pages(FindIterable<Document> found, int size, Consumer<List<Document>> some) {
        try (var all = found.batchSize(size).cursor()) {
            var page = new ArrayList<Document>(size);
            while (all.hasNext()) {
                page.add(all.next());
                if (page.size() == size || !all.hasNext()) {
                    some.accept(List.copyOf(page));
                    page.clear();
                }
            }
        }
    }
}
