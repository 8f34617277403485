package io.rapport.report.domain.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The profile of a person.
 *
 * @param name null while no name is known
 * @param clientId the id on the brand's client list
 * @param since when the person was first seen
 * @param mergedInto the person this one was merged into
 */
public record PersonProfile(
        UUID person,
        @Nullable String name,
        @Nullable String clientId,
        Instant since,
        @Nullable UUID mergedInto) {}
