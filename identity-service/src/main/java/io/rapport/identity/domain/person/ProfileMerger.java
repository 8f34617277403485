package io.rapport.identity.domain.person;

import io.rapport.contracts.identity.HandleProfile;
import io.rapport.contracts.identity.HandleProfileBuilder;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Merges profiles from several engagements. A known value is never replaced by a missing one. */
public final class ProfileMerger {

    private ProfileMerger() {}

    /**
     * The profile after a sighting. A sighting older than the profile only fills in missing values.
     *
     * @param known the profile so far
     * @param asOf the event time of that profile
     */
    public static HandleProfile merge(HandleProfile known, Instant asOf, HandleSighting sighting) {
        var after = newest(known, asOf, sighting.profile(), sighting.last());
        return after.equals(known) ? known : after;
    }

    /** The newer profile over the older one. Of two profiles of one time the same is chosen in either order of arrival. */
    static HandleProfile newest(HandleProfile one, Instant oneAt, HandleProfile other, Instant otherAt) {
        var order = oneAt.equals(otherAt) ? one.toString().compareTo(other.toString()) : oneAt.compareTo(otherAt);
        return order >= 0 ? overlay(one, other) : overlay(other, one);
    }

    private static HandleProfile overlay(HandleProfile upper, HandleProfile lower) {
        // An empty list of links is a value, and replaces the known one.
        return HandleProfileBuilder.builder()
                .name(first(upper.name(), lower.name()))
                .displayName(first(upper.displayName(), lower.displayName()))
                .url(first(upper.url(), lower.url()))
                .bio(first(upper.bio(), lower.bio()))
                .location(first(upper.location(), lower.location()))
                .emailHash(first(upper.emailHash(), lower.emailHash()))
                .phoneHash(first(upper.phoneHash(), lower.phoneHash()))
                .relMe(upper.relMe() == null ? lower.relMe() : upper.relMe())
                .webFinger(first(upper.webFinger(), lower.webFinger()))
                // The mailbox belongs to the address.
                .mailboxHash(upper.emailHash() == null ? lower.mailboxHash() : upper.mailboxHash())
                .build();
    }

    private static @Nullable String first(@Nullable String upper, @Nullable String lower) {
        return Objects.requireNonNullElse(upper, "").isBlank() ? lower : upper;
    }
}
