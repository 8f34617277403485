package io.rapport.identity.domain.person;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleProfile;
import java.time.Instant;

/**
 * What engagements say about a handle.
 *
 * @param handle the handle that acted or was addressed
 * @param profile the profile as the source knows it
 * @param first the earliest event time of these engagements
 * @param last the latest event time of these engagements
 */
public record HandleSighting(HandleKey handle, HandleProfile profile, Instant first, Instant last) {

    /** Merges two sightings of the same handle; the newer profile takes precedence. */
    public HandleSighting merge(HandleSighting other) {
        var newer = !other.last.isBefore(last);
        return new HandleSighting(
                handle,
                ProfileMerger.newest(profile, last, other.profile, other.last),
                first.isBefore(other.first) ? first : other.first,
                newer ? other.last : last);
    }
}
