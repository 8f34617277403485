package io.rapport.report.store.decision;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.subscription.SubscriptionSaved;
import io.rapport.report.domain.subscription.SubscriptionRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Subscriptions and their outbox in the collection {@code subscriptions}, one document per subscription. */
public final class MongoSubscriptionRepository extends VersionedEventCollection<SubscriptionSaved>
        implements SubscriptionRepository {

    private static final String AGENCY = "agency";
    private static final String BRAND = "brand";
    private static final String LINK_HASH = "linkHash";
    private static final String DELETED = "deleted";

    /** The repository of a database. */
    public MongoSubscriptionRepository(MongoDatabase database) {
        super(
                database.getCollection("subscriptions"),
                SubscriptionSaved.class,
                SubscriptionSaved::key,
                SubscriptionSaved::version);
    }

    @Override
    public void createIndexes() {
        super.createIndexes();
        createEventIndex(AGENCY, BRAND);
        createEventIndex(LINK_HASH);
    }

    @Override
    public List<SubscriptionSaved> findAll(BrandKey brand, int limit) {
        var ofBrand = and(eq(eventPath(AGENCY), brand.agency()), eq(eventPath(BRAND), brand.brand()));
        return find(and(ofBrand, eq(eventPath(DELETED), false)), limit);
    }

    @Override
    public Optional<SubscriptionSaved> find(BrandKey brand, UUID id) {
        return findByIds(List.of(brand.key(id.toString()))).stream().findFirst();
    }

    @Override
    public Optional<SubscriptionSaved> findByLink(String linkHash) {
        return find(and(eq(eventPath(LINK_HASH), linkHash), eq(eventPath(DELETED), false)), 1).stream()
                .findFirst();
    }
}
