package io.rapport.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import org.bson.conversions.Bson;

/**
 * The order of a list for keyset paging: by a field, then by a unique field ascending, so that rows with equal values are
 * neither repeated nor lost between pages.
 *
 * @param field what the list is ordered by
 * @param descending whether high values come first
 * @param tieBreaker a unique field
 */
public record KeysetOrder(String field, boolean descending, String tieBreaker) {

    /** The sort of the whole list. */
    public Bson sort() {
        return Sorts.orderBy(
                descending ? Sorts.descending(field) : Sorts.ascending(field), Sorts.ascending(tieBreaker));
    }

    /** A filter for the rows after the one with these values. */
    public Bson after(Object value, Object tieBreakerValue) {
        return Filters.or(
                descending ? Filters.lt(field, value) : Filters.gt(field, value),
                Filters.and(Filters.eq(field, value), Filters.gt(tieBreaker, tieBreakerValue)));
    }
}
