package io.rapport.report.store.webhook;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.webhook.WebhookKey;
import io.rapport.mongo.LeaseCollection;
import io.rapport.report.domain.webhook.DeliveryLeaseRepository;
import java.time.Instant;

/** The leases of webhooks in the collection {@code webhookLeases}. */
public final class MongoDeliveryLeaseRepository implements DeliveryLeaseRepository {

    private final LeaseCollection leases;

    /** The leases of a database. */
    public MongoDeliveryLeaseRepository(MongoDatabase database) {
        this.leases = new LeaseCollection(database.getCollection("webhookLeases"));
    }

    @Override
    public boolean tryAcquire(WebhookKey webhook, String owner, Instant now, Instant until) {
        return leases.tryAcquire(webhook.key(), owner, now, until);
    }

    @Override
    public void release(WebhookKey webhook, String owner) {
        leases.release(webhook.key(), owner);
    }
}
