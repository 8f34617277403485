package io.rapport.ingest;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

/** A store in this JVM, empty when it is made. */
public final class TestStore implements AutoCloseable {

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final String uri = server.bindAndGetConnectionString();
    private final MongoClient client = MongoClients.create(uri);

    /** Where it listens. */
    public String uri() {
        return uri;
    }

    /** The database of the service. */
    public MongoDatabase database() {
        return client.getDatabase("rapport_ingest");
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
