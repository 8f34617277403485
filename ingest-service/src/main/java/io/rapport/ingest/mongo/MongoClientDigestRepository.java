package io.rapport.ingest.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.ingest.domain.clientlist.ClientDigestRepository;
import io.rapport.mongo.BrandCollection;
import io.rapport.mongo.BulkWrites;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Stores digests as documents {@code {_id: agency|brand|client, digest, seen, pending}}. Uses the driver instead of mapped
 * records, because an import writes every row of a list with up to five million rows twice, in bulk.
 */
public final class MongoClientDigestRepository implements ClientDigestRepository {

    private final BrandCollection collection;

    /** Creates a repository on a collection. */
    public MongoClientDigestRepository(MongoCollection<Document> collection) {
        this.collection = new BrandCollection(collection);
    }

    @Override
    public Map<String, ClientDigest> find(BrandKey brand, Collection<String> clients) {
        return collection.find(ids(brand, clients)).stream()
                .map(MongoClientDigestRepository::read)
                .collect(Collectors.toMap(ClientDigest::client, digest -> digest));
    }

    @Override
    public void saveAll(BrandKey brand, Collection<ClientDigest> digests) {
        var writes = new BulkWrites();
        digests.forEach(digest -> writes.replace(document(brand, digest)));
        collection.write(writes);
    }

    @Override
    public List<String> findNotSeenBy(BrandKey brand, UUID importId, @Nullable String after, int limit) {
        var from = after == null ? brand.rangeStart() : brand.key(after);
        return collection
                .find(brand, and(gt("_id", from), ne("seen", importId.toString())))
                .sort(Indexes.ascending("_id"))
                .limit(limit)
                .map(document -> client(document.getString("_id")))
                .into(new ArrayList<>());
    }

    @Override
    public void removeAll(BrandKey brand, Collection<String> clients) {
        collection.delete(ids(brand, clients));
    }

    private static List<String> ids(BrandKey brand, Collection<String> clients) {
        return clients.stream().map(brand::key).toList();
    }

    private static String client(String id) {
        var parts = TopicKeys.split(id);
        return parts.get(parts.size() - 1);
    }

    private static Document document(BrandKey brand, ClientDigest digest) {
        var lastImport = digest.lastImport();
        return new Document("_id", brand.key(digest.client()))
                .append("digest", digest.digest())
                .append("seen", lastImport == null ? null : lastImport.toString())
                .append("pending", digest.pending());
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
