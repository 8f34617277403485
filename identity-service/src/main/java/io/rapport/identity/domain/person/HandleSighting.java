package io.rapport.identity.domain.person;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleProfile;
import java.time.Instant;

/**
 * The profile of a handle in engagements.
 *
 * @param handle the handle that acted or was addressed
 * @param stated the profile as the source knows it
 * @param first the earliest event time of these engagements
 */
public record HandleSighting(HandleKey handle, TimedProfile stated, Instant first) {

    /** A sighting by one engagement. */
    public static HandleSighting of(HandleKey handle, HandleProfile profile, Instant at) {
        return new HandleSighting(handle, TimedProfile.of(profile, at), at);
    }

    /** The profile. */
    public HandleProfile profile() {
        return stated.profile();
    }

    /** Merges two sightings of the same handle; the newer value of each field takes precedence. */
    public HandleSighting merge(HandleSighting other) {
        return new HandleSighting(
                handle, stated.merge(other.stated), first.isBefore(other.first) ? first : other.first);
    }
}
