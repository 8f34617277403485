package io.rapport.ingest;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;

/** A store in this JVM, empty when it is made. */
public final class EmbeddedIngestStore implements AutoCloseable {

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient client;

    /** Starts one. With one thread, as in production: an answer is written before the next request changes what is in it. */
    public EmbeddedIngestStore() {
        server.bind(new InetSocketAddress("127.0.0.1", 0), 1, 1);
        client = MongoClients.create(server.getConnectionString());
    }

    /** Where it listens. */
    public String uri() {
        return server.getConnectionString();
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
