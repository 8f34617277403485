package io.rapport.identity.config;

import io.rapport.identity.mongo.IdentityDatabase;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether the store answers. */
final class IdentityStoreHealthIndicator extends AbstractHealthIndicator {

    private final IdentityDatabase database;

    IdentityStoreHealthIndicator(IdentityDatabase database) {
        super("The store does not answer");
        this.database = database;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        database.ping();
        builder.up();
    }
}
