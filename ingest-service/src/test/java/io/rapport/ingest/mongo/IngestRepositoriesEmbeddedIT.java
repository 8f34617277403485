package io.rapport.ingest.mongo;

import io.rapport.ingest.EmbeddedIngestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class IngestRepositoriesEmbeddedIT extends IngestRepositoriesContract {

    private static EmbeddedIngestStore store;

    @BeforeAll
    static void start() {
        store = new EmbeddedIngestStore();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Override
    String uri() {
        return store.uri();
    }
}
