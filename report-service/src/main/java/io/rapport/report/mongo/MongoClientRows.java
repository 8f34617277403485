package io.rapport.report.mongo;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.report.domain.ClientRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;

/** Rows of client lists, one document each. */
public final class MongoClientRows implements ClientRows {

    private static final String ROW = "v";

    private final Packed<ClientListed> packed = new Packed<>(ClientListed.class);
    private final MongoCollection<Document> clients;

    MongoClientRows(MongoDatabase database) {
        this.clients = database.getCollection("clients");
    }

    @Override
    public void take(BrandKey brand, Collection<ClientListed> rows) {
        var upserts = new Upserts();
        for (var row : rows) {
            upserts.newer(brand.key(row.client()), row.at().toEpochMilli(), new Document(ROW, packed.pack(row)));
        }
        upserts.writeTo(clients);
    }

    @Override
    public void forget(BrandKey brand, Collection<String> gone) {
        if (!gone.isEmpty()) {
            clients.deleteMany(in("_id", gone.stream().map(brand::key).toList()));
        }
    }

    @Override
    public List<ClientListed> find(BrandKey brand, Collection<String> ids) {
        var found = new ArrayList<ClientListed>();
        clients.find(in("_id", ids.stream().map(brand::key).toList()))
                .forEach(each -> found.add(packed.unpack(Upserts.state(each).get(ROW, Binary.class))));
        return found;
    }
}
