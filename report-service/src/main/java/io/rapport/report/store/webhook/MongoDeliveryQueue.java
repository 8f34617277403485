package io.rapport.report.store.webhook;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.webhook.WebhookKey;
import io.rapport.mongo.BrandCollection;
import io.rapport.mongo.BulkWrites;
import io.rapport.report.domain.webhook.DeliveryQueue;
import io.rapport.report.domain.webhook.QueuedDelivery;
import io.rapport.report.domain.webhook.WebhookEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The deliveries that wait in the collection {@code webhookQueue}: {@code {_id: agency|webhook|place, event, partition, offset, key,
 * body}}. A queue is a range of {@code _id}, in the order of delivery.
 */
public final class MongoDeliveryQueue implements DeliveryQueue {

    private static final String ID = "_id";
    private static final String EVENT = "event";
    private static final String PARTITION = "partition";
    private static final String OFFSET = "offset";
    private static final String KEY = "key";
    private static final String BODY = "body";
    private static final String RANGE_END = "|~";

    private final BrandCollection collection;

    /** The queue of a database. */
    public MongoDeliveryQueue(MongoDatabase database) {
        this.collection = new BrandCollection(database.getCollection("webhookQueue"));
    }

    /** Creates the indexes that are missing. */
    public void createIndexes() {
        collection.createIndex(KEY);
    }

    @Override
    public void add(Collection<QueuedDelivery> deliveries) {
        var writes = new BulkWrites();
        deliveries.forEach(each -> writes.insertIfAbsent(new Document(ID, id(each))
                .append(EVENT, each.event().type())
                .append(PARTITION, each.partition())
                .append(OFFSET, each.offset())
                .append(KEY, each.recordKey())
                .append(BODY, each.body())));
        collection.write(writes);
    }

    @Override
    public List<QueuedDelivery> next(WebhookKey webhook, int limit) {
        var found = collection
                .findInAllBrands(range(webhook))
                .sort(ascending(ID))
                .limit(limit)
                .into(new ArrayList<>());
        return found.stream().map(each -> read(webhook, each)).toList();
    }

    @Override
    public void remove(Collection<QueuedDelivery> deliveries) {
        collection.delete(deliveries.stream().map(MongoDeliveryQueue::id).toList());
    }

    @Override
    public void clear(WebhookKey webhook) {
        collection.driver().deleteMany(range(webhook));
    }

    @Override
    public long count(WebhookKey webhook, int limit) {
        return collection.driver().countDocuments(range(webhook), new CountOptions().limit(limit));
    }

    @Override
    public void erase(BrandKey brand, UUID person) {
        collection.driver().deleteMany(eq(KEY, brand.key(person.toString())));
    }

    private static QueuedDelivery read(WebhookKey webhook, Document found) {
        return new QueuedDelivery(
                webhook,
                WebhookEvent.ofType(found.getString(EVENT)).orElseThrow(),
                found.getInteger(PARTITION),
                found.getLong(OFFSET),
                found.getString(KEY),
                found.getString(BODY));
    }

    private static String id(QueuedDelivery delivery) {
        return delivery.webhook().key(delivery.place());
    }

    private static Bson range(WebhookKey webhook) {
        return and(gte(ID, webhook.key() + TopicKeys.SEPARATOR), lt(ID, webhook.key() + RANGE_END));
    }
}
