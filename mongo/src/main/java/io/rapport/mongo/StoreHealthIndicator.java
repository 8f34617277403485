package io.rapport.mongo;

import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Up when the store answers a {@code ping} and holds what it has to be filled with; out of service while it is filled. */
public final class StoreHealthIndicator extends AbstractHealthIndicator {

    private static final long TIMEOUT_SECONDS = 2;

    private final MongoDatabase database;
    private final BooleanSupplier filled;

    /** An indicator of a store that serves while it is being filled. */
    public StoreHealthIndicator(MongoDatabase database) {
        this(database, () -> true);
    }

    /** An indicator that also requires a condition, such as {@link StoreMetadata#isFilled}. */
    public StoreHealthIndicator(MongoDatabase database, BooleanSupplier filled) {
        super("The store does not answer");
        this.database = database.withTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        this.filled = filled;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        database.runCommand(new Document("ping", 1));
        if (filled.getAsBoolean()) {
            builder.up();
        } else {
            builder.outOfService();
        }
    }
}
