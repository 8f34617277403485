package io.rapport.report.store.people;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static io.rapport.mongo.EmbeddedStoreWorkarounds.statePath;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.Stage;
import io.rapport.mongo.KeysetOrder;
import io.rapport.report.domain.people.PeopleFilter;
import io.rapport.report.domain.people.PeopleQuery;
import io.rapport.report.domain.people.PeopleSorting;
import io.rapport.report.domain.people.RelationshipRepository.OwedQuery;
import io.rapport.report.domain.people.RelationshipRepository.TopQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The orders and filters of lists of relationships (keyset paging, ties broken by person). */
public final class RelationshipPageQueries {

    /** The order of owed replies: oldest unanswered conversation first. */
    public static final KeysetOrder OWED_ORDER =
            new KeysetOrder(statePath(RelationshipDocument.OWED_SINCE), false, statePath(RelationshipDocument.PERSON));

    static final Bson IS_OWED = gt(statePath(RelationshipDocument.OWED_SINCE), 0L);

    static final Bson IS_CLIENT = eq(statePath(RelationshipDocument.CLIENT), true);

    private static final String LAST_SEEN = statePath(RelationshipDocument.LAST_SEEN);

    private RelationshipPageQueries() {}

    /** The order of a list of people. Ties are in the other direction, so that one index is read forwards or backwards. */
    public static KeysetOrder order(PeopleSorting sorting) {
        var field = RelationshipDocument.field(sorting.by());
        return new KeysetOrder(
                statePath(field), sorting.descending(), statePath(RelationshipDocument.PERSON), !sorting.descending());
    }

    static KeysetOrder order(TopQuery query) {
        var field = RelationshipDocument.field(query.side(), query.window());
        return new KeysetOrder(statePath(field), true, statePath(RelationshipDocument.PERSON));
    }

    /** The filter of a page of the people with the highest amounts. */
    static Bson filter(BrandKey brand, TopQuery query) {
        var order = order(query);
        var all = and(ofBrand(brand), gt(order.field(), 0.0));
        var after = query.after();
        return after == null
                ? all
                : and(all, order.after(after.value(), after.person().toString()));
    }

    /** The filter of a page of people. */
    public static Bson filter(BrandKey brand, PeopleQuery query) {
        var all = new ArrayList<Bson>();
        all.add(filter(brand, query.filter()));
        var only = query.only();
        if (only != null) {
            all.add(in(
                    "_id",
                    only.stream().map(person -> brand.key(person.toString())).toList()));
        }
        var after = query.after();
        if (after != null) {
            all.add(order(query.sorting()).after(after.value(), after.person().toString()));
        }
        return and(all);
    }

    /** The people of a brand who pass a filter, by anything but their identity and their attendance. */
    static Bson filter(BrandKey brand, PeopleFilter filter) {
        var all = new ArrayList<Bson>();
        all.add(ofBrand(brand));
        all.addAll(filters(filter));
        return and(all);
    }

    /** The filter of a page of owed replies. */
    public static Bson filter(BrandKey brand, OwedQuery query) {
        var owed = and(ofBrand(brand), IS_OWED);
        var after = query.after();
        return after == null
                ? owed
                : and(
                        owed,
                        OWED_ORDER.after(
                                after.since().toEpochMilli(), after.person().toString()));
    }

    static Bson ofBrand(BrandKey brand) {
        return eq(statePath(RelationshipDocument.BRAND), brand.key());
    }

    private static List<Bson> filters(PeopleFilter filter) {
        var all = new ArrayList<Bson>();
        addNames(all, RelationshipDocument.STAGE, filter.stages());
        if (filter.stages().contains(Stage.STRANGER)) {
            // The figures of the brand count no stage of a client who has not been in contact.
            all.add(ne(statePath(RelationshipDocument.CONTACT), false));
        }
        addNames(all, RelationshipDocument.WARMTH_CLASS, filter.warmth());
        var flags = filter.flags();
        addFlag(all, RelationshipDocument.COOLING, flags.cooling());
        addFlag(all, RelationshipDocument.CAPTIVE, flags.captive());
        addFlag(all, RelationshipDocument.CLIENT, flags.client());
        if (flags.owed() != null) {
            all.add(flags.owed() ? IS_OWED : eq(statePath(RelationshipDocument.OWED_SINCE), null));
        }
        var days = filter.days();
        if (days.since() != null) {
            all.add(gte(LAST_SEEN, (double) days.since().toEpochDay()));
        }
        if (days.notSince() != null) {
            all.add(lt(LAST_SEEN, (double) days.notSince().toEpochDay()));
        }
        return all;
    }

    private static void addNames(List<Bson> all, String field, Set<? extends Enum<?>> values) {
        if (!values.isEmpty()) {
            all.add(in(statePath(field), values.stream().map(Enum::name).toList()));
        }
    }

    private static void addFlag(List<Bson> all, String field, @Nullable Boolean value) {
        if (value != null) {
            all.add(eq(statePath(field), value));
        }
    }
}
