package io.rapport.report.store.people;

import io.rapport.report.store.bson.CompressedEventCodec;
import io.rapport.report.store.bson.VersionedUpserts;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.report.domain.identity.ClientRowRepository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;

/** Rows of client lists, one document each. */
public final class MongoClientRowRepository implements ClientRowRepository {

    private static final String ROW = "v";

    private final CompressedEventCodec<ClientListed> packed = new CompressedEventCodec<>(ClientListed.class);
    private final MongoCollection<Document> clients;

    public MongoClientRowRepository(MongoDatabase database) {
        this.clients = database.getCollection("clients");
    }

    @Override
    public void saveNewer(BrandKey brand, Collection<ClientListed> rows) {
        var upserts = new VersionedUpserts();
        for (var row : rows) {
            upserts.newer(brand.key(row.client()), row.at().toEpochMilli(), new Document(ROW, packed.encode(row)));
        }
        upserts.writeTo(clients);
    }

    @Override
    public void delete(BrandKey brand, Collection<String> gone) {
        if (!gone.isEmpty()) {
            clients.deleteMany(in("_id", gone.stream().map(brand::key).toList()));
        }
    }

    @Override
    public List<ClientListed> find(BrandKey brand, Collection<String> ids) {
        var found = new ArrayList<ClientListed>();
        clients.find(in("_id", ids.stream().map(brand::key).toList()))
                .forEach(each -> found.add(packed.decode(VersionedUpserts.state(each).get(ROW, Binary.class))));
        return found;
    }
}
