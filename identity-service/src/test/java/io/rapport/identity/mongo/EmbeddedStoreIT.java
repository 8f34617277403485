package io.rapport.identity.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.rapport.identity.domain.Identity;
import io.rapport.identity.domain.StoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The stores on the embedded store. */
class EmbeddedStoreIT extends StoreContract {

    private static final String DATABASE = "rapport_identity_contract";

    private static MongoServer server;
    private static MongoClient client;

    @BeforeAll
    static void start() {
        server = new MongoServer(new MemoryBackend());
        server.bind();
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
    protected Identity.Stores stores() {
        var database = new IdentityDatabase(client.getDatabase(DATABASE));
        database.prepare();
        return database.stores();
    }

    /** It drops connections when a document is written while another thread's answer with it is on its way. */
    @Override
    protected boolean passes(RuntimeException failure) {
        return failure instanceof MongoException;
    }
}
