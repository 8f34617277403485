package io.rapport.report.domain.people;

import io.rapport.contracts.score.RelationshipScoreChanged;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of people.
 *
 * @param after the last person of the previous page; null for the first page
 * @param only the ids of the only people to list; null for all
 * @param limit the maximum number of people
 */
public record PeopleQuery(
        PeopleSorting sorting,
        PeopleFilter filter,
        @Nullable PeoplePosition after,
        @Nullable Collection<UUID> only,
        int limit) {

    /** A query without given ids. */
    public PeopleQuery(PeopleSorting sorting, PeopleFilter filter, @Nullable PeoplePosition after, int limit) {
        this(sorting, filter, after, null, limit);
    }

    /** A copy for given people; null for all. */
    PeopleQuery withOnly(@Nullable Collection<UUID> people) {
        return new PeopleQuery(sorting, filter, after, people, limit);
    }

    /** A copy that continues after a person, with another limit. */
    PeopleQuery withPage(@Nullable PeoplePosition position, int maximum) {
        return new PeopleQuery(sorting, filter, position, only, maximum);
    }

    /** The position of a relationship in this order. */
    PeoplePosition position(RelationshipScoreChanged state) {
        return new PeoplePosition(sorting.by().sortValue(state), state.person());
    }

    /**
     * The position of a person in the list.
     *
     * @param value what the list is sorted by
     */
    public record PeoplePosition(double value, UUID person) {}
}
