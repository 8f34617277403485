package io.rapport.report.store.people;

import static io.rapport.mongo.EmbeddedStoreWorkarounds.stateOf;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.mongo.BrandCollection;
import io.rapport.mongo.BulkWrites;
import io.rapport.report.domain.identity.ClientRowRepository;
import io.rapport.report.store.bson.StoredEventCodec;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;

/** Rows of client lists in the collection {@code clients}, one document each. */
public final class MongoClientRowRepository implements ClientRowRepository {

    private static final String EVENT = "event";

    private final StoredEventCodec<ClientListed> codec = new StoredEventCodec<>(ClientListed.class);
    private final BrandCollection rows;

    /** The repository of a database. */
    public MongoClientRowRepository(MongoDatabase database) {
        this.rows = new BrandCollection(database.getCollection("clients"));
    }

    @Override
    public void saveNewer(Collection<ClientListed> listed) {
        var writes = new BulkWrites();
        for (var row : listed) {
            writes.replaceStateIfNewer(
                    row.brandKey().key(row.client()), row.at().toEpochMilli(), new Document(EVENT, codec.encode(row)));
        }
        rows.write(writes);
    }

    @Override
    public void delete(BrandKey brand, Collection<String> clients) {
        rows.delete(ids(brand, clients));
    }

    @Override
    public List<ClientListed> find(BrandKey brand, Collection<String> clients) {
        return rows.find(ids(brand, clients)).stream()
                .map(each -> codec.decode(stateOf(each).get(EVENT, Binary.class)))
                .toList();
    }

    private static List<String> ids(BrandKey brand, Collection<String> clients) {
        return clients.stream().map(brand::key).toList();
    }
}
