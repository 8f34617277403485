package io.rapport.report.domain.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of people.
 *
 * @param after the last person of the previous page; null for the first page
 * @param limit the maximum number of people
 */
public record PeopleQuery(
        PeopleSorting sorting,
        PeopleFilter filter,
        @Nullable PeoplePosition after,
        int limit) {

    /**
     * The position of a person in the list.
     *
     * @param value what the list is sorted by
     */
    public record PeoplePosition(double value, UUID person) {}
}
