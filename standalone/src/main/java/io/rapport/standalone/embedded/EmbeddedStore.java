package io.rapport.standalone.embedded;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;

/**
 * A MongoDB in this process's memory, on loopback. It forgets everything when closed. One thread serves all connections,
 * so that an answer is written before the next request changes what is in it; with more it would drop connections.
 */
public final class EmbeddedStore implements AutoCloseable {

    private final MongoServer server;

    private EmbeddedStore(MongoServer server) {
        this.server = server;
    }

    /** Starts an empty store on a port. */
    public static EmbeddedStore start(int port) {
        var server = new MongoServer(new MemoryBackend());
        server.bind(new InetSocketAddress("127.0.0.1", port), 1, 1);
        return new EmbeddedStore(server);
    }

    /** Where clients connect, {@code mongodb://host:port}. */
    public String uri() {
        return server.getConnectionString();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
