package io.rapport.identity.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.rapport.identity.domain.IdentityRepositories;
import io.rapport.identity.domain.IdentityRepositoriesContract;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The repositories on the embedded store. */
class IdentityRepositoriesEmbeddedIT extends IdentityRepositoriesContract {

    private static final String DATABASE = "rapport_identity_contract";

    private static MongoServer server;
    private static MongoClient client;

    @BeforeAll
    static void start() {
        server = new MongoServer(new MemoryBackend());
        // One thread, as in production: a reply is written before the next request changes its documents.
        server.bind(new InetSocketAddress("127.0.0.1", 0), 1, 1);
        client = MongoClients.create(server.getConnectionString());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.shutdownNow();
    }

    @BeforeEach
    void empty() {
        client.getDatabase(DATABASE).drop();
    }

    @Override
    protected IdentityRepositories stores() {
        var database = new IdentityDatabase(client.getDatabase(DATABASE));
        database.prepare();
        return IdentityRepositories.of(database);
    }
}
