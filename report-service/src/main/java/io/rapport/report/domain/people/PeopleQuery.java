package io.rapport.report.domain.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of a list of people.
 *
 * @param after the last person of the stretch before; null for the beginning
 * @param limit the most people to return
 */
public record PeopleQuery(
        PeopleSorting sorting, PeopleFilter filter, @Nullable Place after, int limit) {

    /**
     * Where a person stands in the list.
     *
     * @param value what the list is sorted by
     */
    public record Place(double value, UUID person) {}
}
