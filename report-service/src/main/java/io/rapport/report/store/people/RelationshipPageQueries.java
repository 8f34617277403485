package io.rapport.report.store.people;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
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
import org.bson.conversions.Bson;

/** The orders and filters of lists of relationships (keyset paging, ties broken by person). */
public final class RelationshipPageQueries {

    /** The order of owed replies: oldest unanswered conversation first. */
    public static final KeysetOrder OWED_ORDER =
            new KeysetOrder(statePath(RelationshipDocument.OWED_SINCE), false, statePath(RelationshipDocument.PERSON));

    static final Bson IS_OWED = gt(statePath(RelationshipDocument.OWED_SINCE), 0L);

    private RelationshipPageQueries() {}

    static KeysetOrder order(PeopleSorting sorting) {
        var field = RelationshipDocument.field(sorting.by());
        return new KeysetOrder(statePath(field), sorting.descending(), statePath(RelationshipDocument.PERSON));
    }

    static KeysetOrder order(TopQuery query) {
        var field = RelationshipDocument.field(query.side(), query.window());
        return new KeysetOrder(statePath(field), true, statePath(RelationshipDocument.PERSON));
    }

    static Bson filter(BrandKey brand, PeopleQuery query) {
        var all = new ArrayList<Bson>();
        all.add(ofBrand(brand));
        all.addAll(filters(query.filter()));
        var after = query.after();
        if (after != null) {
            all.add(order(query.sorting()).after(after.value(), after.person().toString()));
        }
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
        if (!filter.stages().isEmpty()) {
            all.add(in(
                    statePath(RelationshipDocument.STAGE),
                    filter.stages().stream().map(Stage::name).toList()));
        }
        if (filter.captive() != null) {
            all.add(eq(statePath(RelationshipDocument.CAPTIVE), filter.captive()));
        }
        if (filter.client() != null) {
            all.add(eq(statePath(RelationshipDocument.CLIENT), filter.client()));
        }
        return all;
    }
}
