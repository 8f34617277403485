package io.rapport.report.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static io.rapport.report.mongo.Upserts.path;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.Relationships.OwedQuery;
import org.bson.conversions.Bson;

/** A stretch of the people who wait for an answer: by when they asked, then by person. */
final class OwedStretch {

    static final Bson WAITING = gt(path(RelationshipDocument.OWED_SINCE), 0L);
    static final Bson SORT = ascending(path(RelationshipDocument.OWED_SINCE), path(RelationshipDocument.PERSON));

    private OwedStretch() {}

    static Bson filter(BrandKey brand, OwedQuery query) {
        var waiting = and(eq(path(RelationshipDocument.BRAND), brand.key()), WAITING);
        var after = query.after();
        return after == null ? waiting : and(waiting, beyond(after));
    }

    private static Bson beyond(OwedQuery.Place after) {
        var since = path(RelationshipDocument.OWED_SINCE);
        var millis = after.since().toEpochMilli();
        return or(
                gt(since, millis),
                and(
                        eq(since, millis),
                        gt(path(RelationshipDocument.PERSON), after.person().toString())));
    }
}
