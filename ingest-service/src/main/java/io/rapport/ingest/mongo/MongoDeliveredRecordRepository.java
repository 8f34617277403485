package io.rapport.ingest.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.rapport.contracts.DeterministicIds;
import io.rapport.ingest.domain.source.DeliveredRecords;
import io.rapport.mongo.BrandCollection;
import io.rapport.mongo.BulkWrites;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;

/** Stores delivered records as documents {@code {_id: UUID of the address, at}}. */
public final class MongoDeliveredRecordRepository implements DeliveredRecords {

    private static final String AT = "at";

    private final BrandCollection collection;
    private final Clock clock;

    /** Creates a repository on a collection. */
    public MongoDeliveredRecordRepository(MongoCollection<Document> collection, Clock clock) {
        this.collection = new BrandCollection(collection);
        this.clock = clock;
    }

    @Override
    public void remember(Collection<String> addresses) {
        var writes = new BulkWrites();
        addresses.forEach(
                address -> writes.insertIfAbsent(new Document("_id", id(address)).append(AT, clock.millis())));
        if (!writes.isEmpty()) {
            collection.write(writes);
        }
    }

    @Override
    public Set<String> known(Collection<String> addresses) {
        Map<String, String> addressesById = new HashMap<>();
        addresses.forEach(address -> addressesById.put(id(address), address));
        return collection.find(addressesById.keySet()).stream()
                .flatMap(document -> Stream.ofNullable(addressesById.get(document.getString("_id"))))
                .collect(Collectors.toSet());
    }

    /** Deletes the records that were remembered before a time. */
    public void deleteBefore(Instant time) {
        collection.createIndex(AT);
        var ids = collection
                .findInAllBrands(Filters.lt(AT, time.toEpochMilli()))
                .map(document -> document.getString("_id"));
        collection.delete(ids.into(new ArrayList<>()));
    }

    private static String id(String address) {
        return DeterministicIds.of("record", address).toString();
    }
}
