package io.rapport.identity.domain.person;

import io.rapport.contracts.identity.HandleProfile;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known of an account, put together from what several engagements say: nothing known is forgotten. */
public final class ProfileMerger {

    private ProfileMerger() {}

    /**
     * What is known after a sighting. Old news adds what was missing and overrides nothing.
     *
     * @param known the profile so far
     * @param heard how recent that is
     */
    public static HandleProfile merge(HandleProfile known, Instant heard, HandleSighting seen) {
        var after = seen.last().isBefore(heard) ? overlay(known, seen.profile()) : overlay(seen.profile(), known);
        return after.equals(known) ? known : after;
    }

    static HandleProfile overlay(HandleProfile upper, HandleProfile lower) {
        return new HandleProfile(
                first(upper.name(), lower.name()),
                first(upper.displayName(), lower.displayName()),
                first(upper.url(), lower.url()),
                first(upper.bio(), lower.bio()),
                first(upper.location(), lower.location()),
                first(upper.emailHash(), lower.emailHash()),
                first(upper.phoneHash(), lower.phoneHash()),
                // None left is news as well.
                upper.relMe() == null ? lower.relMe() : upper.relMe(),
                first(upper.webFinger(), lower.webFinger()));
    }

    private static @Nullable String first(@Nullable String upper, @Nullable String lower) {
        return Objects.requireNonNullElse(upper, "").isBlank() ? lower : upper;
    }
}
