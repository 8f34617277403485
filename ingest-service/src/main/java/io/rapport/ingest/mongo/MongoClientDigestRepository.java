package io.rapport.ingest.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.ingest.domain.clientlist.ClientDigestRepository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Keeps clients as documents {@code {_id: agency|brand|client, digest, seen, pending}}. */
public final class MongoClientDigestRepository implements ClientDigestRepository {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> collection;

    /** Keeps them in a collection. */
    public MongoClientDigestRepository(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    @Override
    public Map<String, ClientDigest> find(BrandKey brand, Collection<String> clients) {
        var found = new HashMap<String, ClientDigest>();
        if (!clients.isEmpty()) {
            collection
                    .find(in("_id", ids(brand, clients)))
                    .map(MongoClientDigestRepository::read)
                    .forEach(entry -> found.put(entry.client(), entry));
        }
        return found;
    }

    @Override
    public void saveAll(BrandKey brand, Collection<ClientDigest> entries) {
        var writes = entries.stream()
                .map(entry -> document(brand, entry))
                .map(document -> new ReplaceOneModel<>(eq("_id", document.getString("_id")), document, UPSERT))
                .toList();
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    @Override
    public List<String> findNotSeenBy(BrandKey brand, UUID seen, @Nullable String after, int limit) {
        var from = after == null ? brand.rangeStart() : brand.key(after);
        return collection
                .find(and(gt("_id", from), lt("_id", brand.rangeEnd()), ne("seen", seen.toString())))
                .sort(new Document("_id", 1))
                .limit(limit)
                .map(document -> client(document.getString("_id")))
                .into(new ArrayList<>());
    }

    @Override
    public void removeAll(BrandKey brand, Collection<String> clients) {
        collection.deleteMany(in("_id", ids(brand, clients)));
    }

    private static List<String> ids(BrandKey brand, Collection<String> clients) {
        return clients.stream().map(brand::key).toList();
    }

    private static String client(String id) {
        var parts = TopicKeys.split(id);
        return parts.get(parts.size() - 1);
    }

    private static Document document(BrandKey brand, ClientDigest entry) {
        return new Document("_id", brand.key(entry.client()))
                .append("digest", entry.digest())
                .append(
                        "seen",
                        entry.lastImport() == null ? null : entry.lastImport().toString())
                .append("pending", entry.pending());
    }

    private static ClientDigest read(Document document) {
        var seen = document.getString("seen");
        return new ClientDigest(
                client(document.getString("_id")),
                document.getString("digest"),
                seen == null ? null : UUID.fromString(seen),
                document.getBoolean("pending"));
    }
}
