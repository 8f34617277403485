package io.rapport.report.store.people;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static io.rapport.report.store.bson.VersionedUpserts.path;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.people.RelationshipRepository.OwedQuery;
import org.bson.conversions.Bson;

/** A stretch of the people who wait for an answer: by when they asked, then by person. */
public final class OwedPageQuery {

    static final Bson WAITING = gt(path(RelationshipDocument.OWED_SINCE), 0L);
    public static final Bson SORT = ascending(path(RelationshipDocument.OWED_SINCE), path(RelationshipDocument.PERSON));

    private OwedPageQuery() {}

    public static Bson filter(BrandKey brand, OwedQuery query) {
        var waiting = and(eq(path(RelationshipDocument.BRAND), brand.key()), WAITING);
        var after = query.after();
        return after == null ? waiting : and(waiting, afterPosition(after));
    }

    private static Bson afterPosition(OwedQuery.Place after) {
        var since = path(RelationshipDocument.OWED_SINCE);
        var millis = after.since().toEpochMilli();
        return or(
                gt(since, millis),
                and(
                        eq(since, millis),
                        gt(path(RelationshipDocument.PERSON), after.person().toString())));
    }
}
