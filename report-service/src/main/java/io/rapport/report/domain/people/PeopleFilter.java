package io.rapport.report.domain.people;

import io.rapport.contracts.score.Stage;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The filter of a list of people.
 *
 * @param stages empty for all
 * @param captive null for both
 * @param client null for both
 */
public record PeopleFilter(
        Set<Stage> stages,
        @Nullable Boolean captive,
        @Nullable Boolean client) {

    /** No filter. */
    public static final PeopleFilter EVERYONE = new PeopleFilter(Set.of(), null, null);
}
