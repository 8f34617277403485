package io.rapport.report.domain.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who a person is.
 *
 * @param name what people call them; null when no name is known yet
 * @param clientId their id on the brand's client list
 * @param since when they were first known
 * @param mergedInto the person this one now is
 */
public record PersonProfile(
        UUID person,
        @Nullable String name,
        @Nullable String clientId,
        Instant since,
        @Nullable UUID mergedInto) {}
