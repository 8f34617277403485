package io.rapport.identity.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.rapport.identity.domain.IdentityRepositories;
import io.rapport.identity.domain.IdentityRepositoriesContract;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** The repositories on MongoDB's own engine, at {@code RAPPORT_TEST_MONGODB_URI}. */
@Tag("mongo-engine")
class IdentityRepositoriesMongoIT extends IdentityRepositoriesContract {

    private static final String DATABASE = "rapport_identity_contract";

    private static MongoClient client;

    @BeforeAll
    static void connect() {
        client = MongoClients.create(Objects.requireNonNull(
                System.getenv("RAPPORT_TEST_MONGODB_URI"), "Set RAPPORT_TEST_MONGODB_URI to a MongoDB for tests"));
    }

    @BeforeEach
    void empty() {
        client.getDatabase(DATABASE).drop();
    }

    @AfterAll
    static void leave() {
        client.getDatabase(DATABASE).drop();
        client.close();
    }

    @Override
    protected IdentityRepositories stores() {
        var database = new IdentityDatabase(client.getDatabase(DATABASE));
        database.prepare();
        return IdentityRepositories.of(database);
    }
}
