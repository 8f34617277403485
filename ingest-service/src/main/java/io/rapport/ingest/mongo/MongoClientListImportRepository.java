package io.rapport.ingest.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.rapport.contracts.BrandKey;
import io.rapport.ingest.domain.clientlist.ClientListImport;
import io.rapport.ingest.domain.clientlist.ClientListImportRepository;
import io.rapport.ingest.domain.clientlist.ClientListReceipt;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Stores one document per brand. {@code importId} is the optimistic lock that lets one import run at a time. */
public final class MongoClientListImportRepository implements ClientListImportRepository {

    private final MongoTemplate template;
    private final String collection;

    /** Creates a repository on a collection. */
    public MongoClientListImportRepository(MongoTemplate template, String collection) {
        this.template = template;
        this.collection = collection;
    }

    record ImportDocument(
            @Id String brand,
            String importId,
            Instant startedAt,
            Instant at,
            ClientListImport.State state,
            ClientListReceipt.Counts counts) {

        static ImportDocument of(ClientListImport source) {
            return new ImportDocument(
                    source.brand().key(),
                    source.id().toString(),
                    source.startedAt(),
                    source.at(),
                    source.state(),
                    source.counts());
        }

        ClientListImport toImport() {
            return new ClientListImport(BrandKey.of(brand), UUID.fromString(importId), startedAt, at, state, counts);
        }
    }

    @Override
    public Optional<ClientListImport> findNewest(BrandKey brand) {
        return Optional.ofNullable(template.findById(brand.key(), ImportDocument.class, collection))
                .map(ImportDocument::toImport);
    }

    @Override
    public boolean tryStart(ClientListImport started) {
        var before = findNewest(started.brand());
        if (before.isEmpty()) {
            return insert(started);
        }
        var running = before.get().state() == ClientListImport.State.RUNNING
                && before.get().at().plus(STALE_AFTER).isAfter(started.at());
        return !running && replace(before.get().id(), started);
    }

    @Override
    public boolean updateProgress(ClientListImport current) {
        return replace(current.id(), current);
    }

    private boolean insert(ClientListImport started) {
        try {
            template.insert(ImportDocument.of(started), collection);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private boolean replace(UUID before, ClientListImport next) {
        var expected = query(where("_id").is(next.brand().key()).and("importId").is(before.toString()));
        return template.replace(expected, ImportDocument.of(next), collection).getMatchedCount() == 1;
    }
}
