package io.rapport.test;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A MongoDB for tests: the embedded store, empty and in this JVM, or MongoDB's own engine. */
public final class TestMongo implements AutoCloseable {

    private static final long TIMEOUT_SECONDS = 30;

    private final @Nullable MongoServer server;
    private final String uri;
    private final MongoClient client;

    private TestMongo(@Nullable MongoServer server, String uri, List<CommandListener> listeners) {
        this.server = server;
        this.uri = uri;
        // With a time limit, as in production: the driver then sends other commands.
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .commandListenerList(listeners)
                .build());
    }

    /** Starts an embedded store, with one thread as in production: with more, responses and later changes race. */
    public static TestMongo embedded() {
        var server = new MongoServer(new MemoryBackend());
        server.bind(new InetSocketAddress("127.0.0.1", 0), 1, 1);
        return new TestMongo(server, server.getConnectionString(), List.of());
    }

    /** Connects to MongoDB's own engine at {@code RAPPORT_TEST_MONGODB_URI}; for tests of the group {@code mongo-engine}. */
    public static TestMongo engine() {
        return at(engineUri());
    }

    /** Connects to MongoDB's own engine with a listener of the commands that the client sends. */
    public static TestMongo engine(CommandListener listener) {
        return new TestMongo(null, engineUri(), List.of(listener));
    }

    private static String engineUri() {
        var uri = System.getenv("RAPPORT_TEST_MONGODB_URI");
        return Objects.requireNonNull(uri, "Set RAPPORT_TEST_MONGODB_URI to a MongoDB for tests");
    }

    /** Connects to a running MongoDB, such as one in a container. */
    public static TestMongo at(String uri) {
        return new TestMongo(null, uri, List.of());
    }

    /** The connection string. */
    public String uri() {
        return uri;
    }

    /** A database with what earlier tests left in it. */
    public MongoDatabase database(String name) {
        return client.getDatabase(name);
    }

    /** A database, emptied. */
    public MongoDatabase emptyDatabase(String name) {
        client.getDatabase(name).drop();
        return client.getDatabase(name);
    }

    @Override
    public void close() {
        client.close();
        if (server != null) {
            server.shutdownNow();
        }
    }
}
