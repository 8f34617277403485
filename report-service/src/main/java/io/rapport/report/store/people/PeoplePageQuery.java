package io.rapport.report.store.people;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static io.rapport.report.store.bson.VersionedUpserts.path;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.Stage;
import io.rapport.report.domain.people.PeopleFilter;
import io.rapport.report.domain.people.PeopleQuery;
import io.rapport.report.domain.people.PeopleSorting;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;

/** A stretch of people as a filter and a sort: by value, then by person, so that ties neither repeat nor get lost. */
final class PeoplePageQuery {

    private PeoplePageQuery() {}

    static Bson filter(BrandKey brand, PeopleQuery query) {
        var all = new ArrayList<Bson>();
        all.add(eq(path(RelationshipDocument.BRAND), brand.key()));
        all.addAll(filters(query.filter()));
        var after = query.after();
        if (after != null) {
            all.add(afterPosition(query.sorting(), after));
        }
        return and(all);
    }

    static Bson sort(PeopleSorting sorting) {
        var field = path(RelationshipDocument.field(sorting.by()));
        return orderBy(
                sorting.descending() ? descending(field) : ascending(field),
                ascending(path(RelationshipDocument.PERSON)));
    }

    private static List<Bson> filters(PeopleFilter filter) {
        var all = new ArrayList<Bson>();
        if (!filter.stages().isEmpty()) {
            all.add(in(
                    path(RelationshipDocument.STAGE),
                    filter.stages().stream().map(Stage::name).toList()));
        }
        if (filter.captive() != null) {
            all.add(eq(path(RelationshipDocument.CAPTIVE), filter.captive()));
        }
        if (filter.client() != null) {
            all.add(eq(path(RelationshipDocument.CLIENT), filter.client()));
        }
        return all;
    }

    private static Bson afterPosition(PeopleSorting sorting, PeopleQuery.Place after) {
        var field = path(RelationshipDocument.field(sorting.by()));
        var past = sorting.descending() ? lt(field, after.value()) : gt(field, after.value());
        return or(
                past,
                and(
                        eq(field, after.value()),
                        gt(path(RelationshipDocument.PERSON), after.person().toString())));
    }
}
