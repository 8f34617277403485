package io.rapport.report.store.decision;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.decision.PersonDecisionRepository;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Decisions of users about people, one document per person.
 *
 * @param <E> the type of the states
 */
public abstract class PersonDecisionCollection<E> extends VersionedEventCollection<E>
        implements PersonDecisionRepository<E> {

    private static final String AGENCY = "agency";
    private static final String BRAND = "brand";

    /**
     * The states of a collection.
     *
     * @param brand the brand of a state
     * @param person the person of a state
     * @param version 1 for the first
     */
    protected PersonDecisionCollection(
            MongoCollection<Document> collection,
            Class<E> type,
            Function<E, BrandKey> brand,
            Function<E, UUID> person,
            ToLongFunction<E> version) {
        super(collection, type, each -> id(brand.apply(each), person.apply(each)), version);
    }

    @Override
    public final List<E> find(BrandKey brand, Collection<UUID> people) {
        return findByIds(people.stream().map(person -> id(brand, person)).toList());
    }

    @Override
    public final long delete(BrandKey brand, Collection<UUID> people) {
        return deleteByIds(people.stream().map(person -> id(brand, person)).toList());
    }

    /** Creates an index on a field of the states of each brand. */
    final void createBrandIndex(String field) {
        createEventIndex(AGENCY, BRAND, field);
    }

    /** The states of a brand that match a filter on a path of {@link #eventPath}. */
    static Bson ofBrand(BrandKey brand, Bson filter) {
        return and(eq(eventPath(AGENCY), brand.agency()), eq(eventPath(BRAND), brand.brand()), filter);
    }

    private static String id(BrandKey brand, UUID person) {
        return brand.key(person.toString());
    }
}
