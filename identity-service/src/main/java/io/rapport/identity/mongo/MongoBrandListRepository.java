package io.rapport.identity.mongo;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.identity.domain.store.BrandListRepository;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.mongo.BrandCollection;
import io.rapport.mongo.BulkWrites;
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

/** Client rows and staff lists in MongoDB. Rows are JSON: see {@link StateJson}. */
public final class MongoBrandListRepository implements BrandListRepository {

    private static final JsonSerde<ClientListed> ROW = new JsonSerde<>(ClientListed.class);

    private final BrandCollection clients;
    private final BrandCollection brands;

    MongoBrandListRepository(BrandCollection clients, BrandCollection brands) {
        this.clients = clients;
        this.brands = brands;
    }

    @Override
    public Map<String, ClientListed> findClients(BrandKey brand, Collection<String> ids) {
        var found = new HashMap<String, ClientListed>();
        clients.find(ids.stream().map(brand::key).toList()).stream()
                .map(document -> StateJson.read(ROW, document, "row"))
                .forEach(row -> found.put(row.client(), row));
        return found;
    }

    @Override
    public void forEachClientPage(int size, Consumer<List<ClientListed>> some) {
        clients.forEachChunkInAllBrands(size, page -> some.accept(rows(page)));
    }

    @Override
    public void forEachClientPage(BrandKey brand, int size, Consumer<List<ClientListed>> some) {
        clients.forEachChunk(brand, size, page -> some.accept(rows(page)));
    }

    private static List<ClientListed> rows(List<Document> page) {
        return page.stream()
                .map(document -> StateJson.read(ROW, document, "row"))
                .toList();
    }

    @Override
    public void insertClients(Collection<ClientListed> rows) {
        var writes = new BulkWrites();
        rows.forEach(row -> writes.insertIfAbsent(write(row)));
        clients.write(writes);
    }

    @Override
    public void saveClients(Collection<ClientListed> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var newer = rows.stream().collect(Collectors.groupingBy(ClientListed::brandKey)).entrySet().stream()
                .flatMap(each -> newer(each.getKey(), each.getValue()))
                .map(MongoBrandListRepository::write)
                .toList();
        var writes = new BulkWrites();
        newer.forEach(writes::replace);
        clients.write(writes);
    }

    @Override
    public void deleteClients(BrandKey brand, Collection<String> ids) {
        clients.delete(ids.stream().map(brand::key).toList());
    }

    /** Reading before writing is enough: the rows of one client are in one partition, and consumed by one instance. */
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
        brands.find(of.stream().map(BrandKey::key).toList())
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
        var there = brands.find(key.key()).orElse(null);
        if (there == null || there.getLong("version") < brand.version()) {
            var document = new Document("_id", key.key())
                    .append("version", brand.version())
                    .append("staff", staff);
            brands.write(new BulkWrites().replace(document));
        }
    }

    private static Document write(ClientListed row) {
        return new Document("_id", row.brandKey().key(row.client())).append("row", StateJson.write(ROW, row));
    }
}
