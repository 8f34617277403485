package io.rapport.identity.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.identity.domain.ListStore;
import io.rapport.messaging.JsonSerde;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** Client rows and staff lists, as the brand last gave them. */
final class ListDocuments implements ListStore {

    private static final JsonSerde<ClientListed> ROW = new JsonSerde<>(ClientListed.class);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> clients;
    private final MongoCollection<Document> brands;

    ListDocuments(MongoCollection<Document> clients, MongoCollection<Document> brands) {
        this.clients = clients;
        this.brands = brands;
    }

    @Override
    public Map<String, ClientListed> clients(BrandKey brand, Collection<String> ids) {
        var found = new HashMap<String, ClientListed>();
        clients.find(in("_id", ids.stream().map(brand::key).toList()))
                .map(document -> Written.read(ROW, document, "row"))
                .forEach(row -> found.put(row.client(), row));
        return found;
    }

    @Override
    public void putClients(Collection<ClientListed> rows) {
        var writes = rows.stream().map(ListDocuments::write).toList();
        Written.leavingWhatIsThere(clients, writes);
    }

    @Override
    public Set<HandleKey> staff(Collection<BrandKey> of) {
        var found = new HashSet<HandleKey>();
        brands.find(in("_id", of.stream().map(BrandKey::key).toList()))
                .forEach(document -> document.getList("staff", String.class, List.of()).stream()
                        .map(HandleKey::of)
                        .forEach(found::add));
        return found;
    }

    @Override
    public void putStaff(BrandRegistered brand) {
        var key = brand.brandKey();
        var staff = brand.staff().stream()
                .map(handle -> new HandleKey(key, handle.channel(), handle.id()).key())
                .toList();
        var older = and(eq("_id", key.key()), lt("version", brand.version()));
        var document = new Document("_id", key.key())
                .append("version", brand.version())
                .append("staff", staff);
        Written.leavingWhatIsThere(brands, List.of(new ReplaceOneModel<>(older, document, UPSERT)));
    }

    private static ReplaceOneModel<Document> write(ClientListed row) {
        var id = row.brandKey().key(row.client());
        var at = Date.from(row.at());
        var document = new Document("_id", id).append("at", at).append("row", Written.json(ROW, row));
        return new ReplaceOneModel<>(and(eq("_id", id), lte("at", at)), document, UPSERT);
    }
}
