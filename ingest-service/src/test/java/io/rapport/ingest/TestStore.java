package io.rapport.ingest;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;

/** A store in this JVM, empty when it is made. */
public final class TestStore implements AutoCloseable {

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final String uri;
    private final MongoClient client;

    public TestStore() {
        // One thread, as in production: an answer is written before the next request changes what is in it.
        server.bind(new InetSocketAddress("127.0.0.1", 0), 1, 1);
        uri = server.getConnectionString();
        client = MongoClients.create(uri);
    }

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
