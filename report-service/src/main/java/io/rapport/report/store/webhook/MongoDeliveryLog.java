package io.rapport.report.store.webhook;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.webhook.WebhookKey;
import io.rapport.mongo.BrandCollection;
import io.rapport.mongo.BulkWrites;
import io.rapport.report.domain.webhook.DeliveryAttempt;
import io.rapport.report.domain.webhook.DeliveryLog;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** The last attempts of webhooks in the collection {@code webhookLog}, one document per webhook. */
public final class MongoDeliveryLog implements DeliveryLog {

    private static final String ID = "_id";
    private static final String ATTEMPTS = "attempts";

    private final BrandCollection collection;

    /** The log of a database. */
    public MongoDeliveryLog(MongoDatabase database) {
        this.collection = new BrandCollection(database.getCollection("webhookLog"));
    }

    @Override
    public List<DeliveryAttempt> find(WebhookKey webhook) {
        return collection
                .find(webhook.key())
                .map(found -> found.getList(ATTEMPTS, Document.class).stream()
                        .map(MongoDeliveryLog::read)
                        .toList())
                .orElse(List.of());
    }

    @Override
    public void add(WebhookKey webhook, List<DeliveryAttempt> attempts) {
        var all = new ArrayList<DeliveryAttempt>();
        for (var i = attempts.size() - 1; i >= 0; i--) {
            all.add(attempts.get(i));
        }
        all.addAll(find(webhook));
        var kept = all.stream().limit(MAX_ATTEMPTS).map(MongoDeliveryLog::write).toList();
        collection.write(new BulkWrites().replace(new Document(ID, webhook.key()).append(ATTEMPTS, kept)));
    }

    @Override
    public void delete(WebhookKey webhook) {
        collection.delete(List.of(webhook.key()));
    }

    private static Document write(DeliveryAttempt attempt) {
        return new Document("at", Date.from(attempt.at()))
                .append("id", attempt.id())
                .append("type", attempt.type())
                .append("status", attempt.status())
                .append("error", attempt.error())
                .append("millis", attempt.millis());
    }

    private static DeliveryAttempt read(Document found) {
        return new DeliveryAttempt(
                found.getDate("at").toInstant(),
                found.getString("id"),
                found.getString("type"),
                found.getInteger("status"),
                found.getString("error"),
                found.getLong("millis"));
    }
}
