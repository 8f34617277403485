package io.rapport.identity.domain.person;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleProfile;
import java.time.Instant;

/**
 * What engagements tell of a handle.
 *
 * @param handle who acted, or was acted on
 * @param profile what the source knows of the account
 * @param first when it was seen first, of these engagements
 * @param last when it was seen last, of these engagements
 */
public record HandleSighting(HandleKey handle, HandleProfile profile, Instant first, Instant last) {

    /** This and another sighting of the same handle as one; what is newer is believed. */
    public HandleSighting merge(HandleSighting other) {
        var newer = !other.last.isBefore(last);
        return new HandleSighting(
                handle,
                newer ? ProfileMerger.overlay(other.profile, profile) : ProfileMerger.overlay(profile, other.profile),
                first.isBefore(other.first) ? first : other.first,
                newer ? other.last : last);
    }
}
