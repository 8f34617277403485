package io.rapport.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import org.bson.conversions.Bson;

/**
 * The order of a list for keyset paging: by a field, then by a unique field, so that rows with equal values are
 * neither repeated nor lost between pages.
 *
 * @param field what the list is ordered by
 * @param descending whether high values come first
 * @param tieBreaker a unique field
 * @param descendingTies whether high values of the unique field come first
 */
public record KeysetOrder(String field, boolean descending, String tieBreaker, boolean descendingTies) {

    /** An order with ties in ascending order. */
    public KeysetOrder(String field, boolean descending, String tieBreaker) {
        this(field, descending, tieBreaker, false);
    }

    /** The sort of the whole list. */
    public Bson sort() {
        return Sorts.orderBy(sort(field, descending), sort(tieBreaker, descendingTies));
    }

    /** A filter for the rows after the one with these values. */
    public Bson after(Object value, Object tieBreakerValue) {
        return Filters.or(
                after(field, descending, value),
                Filters.and(Filters.eq(field, value), after(tieBreaker, descendingTies, tieBreakerValue)));
    }

    private static Bson sort(String field, boolean descending) {
        return descending ? Sorts.descending(field) : Sorts.ascending(field);
    }

    private static Bson after(String field, boolean descending, Object value) {
        return descending ? Filters.lt(field, value) : Filters.gt(field, value);
    }
}
