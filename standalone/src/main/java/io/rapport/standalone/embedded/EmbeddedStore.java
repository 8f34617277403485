package io.rapport.standalone.embedded;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;

/**
 * An in-memory MongoDB in this process, on loopback. Closing it deletes its data. One thread serves all connections, so that a
 * response is serialized before the next request changes its documents; with more threads the store drops connections.
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

    /** The connection URI, {@code mongodb://host:port}. */
    public String uri() {
        return server.getConnectionString();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
