package io.rapport.ingest.mongo;

import com.mongodb.client.MongoCollection;
import io.rapport.contracts.BrandKey;
import io.rapport.ingest.domain.engagement.EngagementFileImport;
import io.rapport.ingest.domain.engagement.EngagementFileImportRepository;
import io.rapport.mongo.BrandCollection;
import io.rapport.mongo.BulkWrites;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Stores imports as documents {@code {_id: agency|brand|start|id, import}}, so that the newest are a range of ids. */
public final class MongoEngagementFileImportRepository implements EngagementFileImportRepository {

    private static final String IMPORT = "import";
    private static final int MANY = 1_000;

    private final BrandCollection collection;

    /** Creates a repository on a collection. */
    public MongoEngagementFileImportRepository(MongoCollection<Document> collection) {
        this.collection = new BrandCollection(collection);
    }

    @Override
    public void start(EngagementFileImport started) {
        update(started);
        var ids = collection
                .pageDescending(started.brand(), null, MANY)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
        if (ids.size() > MAX_PER_BRAND) {
            collection.delete(ids.subList(MAX_PER_BRAND, ids.size()));
        }
    }

    @Override
    public void update(EngagementFileImport current) {
        var writes = new BulkWrites();
        writes.replace(new Document("_id", id(current)).append(IMPORT, EventDocumentMapper.write(current)));
        collection.write(writes);
    }

    @Override
    public List<EngagementFileImport> find(BrandKey brand) {
        return collection
                .pageDescending(brand, null, MAX_PER_BRAND)
                .map(document -> EventDocumentMapper.read(document, IMPORT, EngagementFileImport.class))
                .into(new ArrayList<>());
    }

    private static String id(EngagementFileImport each) {
        return each.brand()
                .key(
                        "%016x".formatted(each.startedAt().toEpochMilli()),
                        each.id().toString());
    }
}
