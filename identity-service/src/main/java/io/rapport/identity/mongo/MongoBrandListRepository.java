package io.rapport.identity.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.identity.domain.store.BrandListRepository;
import io.rapport.messaging.JsonSerde;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;

/** Client rows and staff lists, as the brand last gave them. */
public final class MongoBrandListRepository implements BrandListRepository {

    private static final JsonSerde<ClientListed> ROW = new JsonSerde<>(ClientListed.class);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> clients;
    private final MongoCollection<Document> brands;

    MongoBrandListRepository(MongoCollection<Document> clients, MongoCollection<Document> brands) {
        this.clients = clients;
        this.brands = brands;
    }

    @Override
    public Map<String, ClientListed> findClients(BrandKey brand, Collection<String> ids) {
        var found = new HashMap<String, ClientListed>();
        BrandScopedQueries.findByIds(clients, ids.stream().map(brand::key).toList()).stream()
                .map(document -> BulkWrites.fromJson(ROW, document, "row"))
                .forEach(row -> found.put(row.client(), row));
        return found;
    }

    @Override
    public void forEachClientPage(int size, Consumer<List<ClientListed>> some) {
        BrandScopedQueries.forEachPageInAllBrands(clients, size, page -> some.accept(rows(page)));
    }

    @Override
    public void forEachClientPage(BrandKey brand, int size, Consumer<List<ClientListed>> some) {
        BrandScopedQueries.forEachPage(clients, brand, size, page -> some.accept(rows(page)));
    }

    private static List<ClientListed> rows(List<Document> page) {
        return page.stream().map(document -> BulkWrites.fromJson(ROW, document, "row")).toList();
    }

    @Override
    public void saveClients(Collection<ClientListed> rows) {
        var newer = rows.stream().collect(Collectors.groupingBy(ClientListed::brandKey)).entrySet().stream()
                .flatMap(each -> newer(each.getKey(), each.getValue()))
                .map(MongoBrandListRepository::write)
                .toList();
        BulkWrites.execute(clients, newer);
    }

    @Override
    public void deleteClients(BrandKey brand, Collection<String> ids) {
        BrandScopedQueries.delete(clients, ids.stream().map(brand::key).toList());
    }

    /** Rows of one client come in order and to one instance: looking first is enough. */
    private Stream<ClientListed> newer(BrandKey brand, Collection<ClientListed> rows) {
        var there = findClients(brand, rows.stream().map(ClientListed::client).toList());
        return rows.stream().filter(row -> {
            var before = there.get(row.client());
            return before == null || !row.at().isBefore(before.at());
        });
    }

    @Override
    public Set<HandleKey> findStaff(Collection<BrandKey> of) {
        var found = new HashSet<HandleKey>();
        BrandScopedQueries.findByIds(brands, of.stream().map(BrandKey::key).toList())
                .forEach(document -> document.getList("staff", String.class, List.of()).stream()
                        .map(HandleKey::of)
                        .forEach(found::add));
        return found;
    }

    @Override
    public void saveStaff(BrandRegistered brand) {
        var key = brand.brandKey();
        var staff = brand.staff().stream()
                .map(handle -> new HandleKey(key, handle.channel(), handle.id()).key())
                .toList();
        var there = BrandScopedQueries.findById(brands, key.key()).first();
        if (there == null || there.getLong("version") < brand.version()) {
            var document = new Document("_id", key.key())
                    .append("version", brand.version())
                    .append("staff", staff);
            brands.replaceOne(new Document("_id", key.key()), document, UPSERT);
        }
    }

    private static ReplaceOneModel<Document> write(ClientListed row) {
        var id = row.brandKey().key(row.client());
        var document = new Document("_id", id).append("row", BulkWrites.toJson(ROW, row));
        return new ReplaceOneModel<>(new Document("_id", id), document, UPSERT);
    }
}
