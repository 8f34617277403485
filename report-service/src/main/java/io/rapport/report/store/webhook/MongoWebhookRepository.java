package io.rapport.report.store.webhook;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.webhook.WebhookConfigured;
import io.rapport.contracts.webhook.WebhookKey;
import io.rapport.report.domain.webhook.WebhookRepository;
import io.rapport.report.store.decision.VersionedEventCollection;
import java.util.List;
import java.util.Optional;

/** Webhooks and their outbox in the collection {@code webhooks}, one document per webhook. */
public final class MongoWebhookRepository extends VersionedEventCollection<WebhookConfigured>
        implements WebhookRepository {

    private static final String AGENCY = "agency";
    private static final int MAX_PER_AGENCY = 1_000;

    /** The repository of a database. */
    public MongoWebhookRepository(MongoDatabase database) {
        super(
                database.getCollection("webhooks"),
                WebhookConfigured.class,
                each -> each.webhookKey().key(),
                WebhookConfigured::version);
    }

    @Override
    public void createIndexes() {
        super.createIndexes();
        createEventIndex(AGENCY);
    }

    @Override
    public Optional<WebhookConfigured> find(WebhookKey webhook) {
        return findByIds(List.of(webhook.key())).stream().findFirst();
    }

    @Override
    public List<WebhookConfigured> findAll(String agency) {
        return find(eq(eventPath(AGENCY), agency), MAX_PER_AGENCY);
    }
}
