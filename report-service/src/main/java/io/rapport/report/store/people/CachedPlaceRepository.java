package io.rapport.report.store.people;

import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static io.rapport.mongo.EmbeddedStoreWorkarounds.statePath;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import com.mongodb.client.MongoDatabase;
import io.rapport.contracts.BrandKey;
import io.rapport.mongo.BrandCollection;
import io.rapport.mongo.EmbeddedStoreWorkarounds;
import io.rapport.report.domain.people.PeopleOrder;
import io.rapport.report.domain.people.PlaceRepository;
import io.rapport.report.domain.people.StrengthHistogram;
import java.time.Duration;
import java.util.Spliterators;
import java.util.stream.StreamSupport;

/**
 * The strengths of the current relationships, read from the index of the list of people and kept for a minute: a request reads
 * no more than the page it shows.
 */
public final class CachedPlaceRepository implements PlaceRepository {

    private static final int MAX_BRANDS = 1_000;
    private static final Duration MAX_AGE = Duration.ofMinutes(1);
    private static final String STRENGTH = RelationshipDocument.field(PeopleOrder.STRENGTH);

    private final BrandCollection relationships;
    private final LoadingCache<BrandKey, StrengthHistogram> cache;

    /** The repository of a database. */
    public CachedPlaceRepository(MongoDatabase database, Ticker ticker) {
        this.relationships = new BrandCollection(database.getCollection("relationships"));
        this.cache = Caffeine.newBuilder()
                .maximumSize(MAX_BRANDS)
                .expireAfterWrite(MAX_AGE)
                .ticker(ticker)
                .build(this::read);
    }

    @Override
    public StrengthHistogram findStrengths(BrandKey brand) {
        return cache.get(brand);
    }

    private StrengthHistogram read(BrandKey brand) {
        try (var strengths = relationships
                .driver()
                .find(RelationshipPageQueries.ofBrand(brand))
                .hint(RelationshipDocument.listIndex(PeopleOrder.STRENGTH))
                .projection(fields(include(statePath(STRENGTH)), excludeId()))
                .map(document -> EmbeddedStoreWorkarounds.stateOf(document).getDouble(STRENGTH))
                .iterator()) {
            return StrengthHistogram.of(StreamSupport.stream(Spliterators.spliteratorUnknownSize(strengths, 0), false)
                    .mapToDouble(Double::doubleValue));
        }
    }
}
