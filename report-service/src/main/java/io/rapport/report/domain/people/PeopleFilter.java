package io.rapport.report.domain.people;

import io.rapport.contracts.score.Stage;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom to list.
 *
 * @param stages only these; empty for all
 * @param captive only captive people, or only others; null for both
 * @param client only clients, or only others; null for both
 */
public record PeopleFilter(
        Set<Stage> stages,
        @Nullable Boolean captive,
        @Nullable Boolean client) {

    /** Everyone. */
    public static final PeopleFilter EVERYONE = new PeopleFilter(Set.of(), null, null);
}
