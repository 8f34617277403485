package io.rapport.identity.domain.person;

import io.rapport.contracts.identity.HandleProfile;
import io.rapport.contracts.identity.HandleProfileBuilder;
import java.time.Instant;
import java.util.EnumMap;

/**
 * A profile with the times of its fields. Profiles of one account are merged field by field: the newer value counts, in whatever
 * order they arrive, and a missing value changes nothing.
 */
public record TimedProfile(HandleProfile profile, ProfileTimes times) {

    /** A profile all of which was stated at one time. */
    public static TimedProfile of(HandleProfile profile, Instant at) {
        return new TimedProfile(profile, ProfileTimes.of(at));
    }

    /** Both profiles. If the other one changes no value, the profile is the same object. */
    public TimedProfile merge(TimedProfile other) {
        var merged = HandleProfileBuilder.builder(profile);
        var after = new EnumMap<ProfileField, Instant>(ProfileField.class);
        for (var field : ProfileField.values()) {
            var isNewer = isReplaced(field, other);
            if (isNewer) {
                field.copy(merged, other.profile);
                after.put(field, other.times.of(field));
            } else if (field.isStatedBy(profile)) {
                after.put(field, times.of(field));
            }
        }
        var base = times.base().isAfter(other.times.base()) ? times.base() : other.times.base();
        var both = merged.build();
        return new TimedProfile(both.equals(profile) ? profile : both, ProfileTimes.of(after, base));
    }

    /** Whether the other profile's value of a field counts. Of two values of one time the same is chosen in either order. */
    private boolean isReplaced(ProfileField field, TimedProfile other) {
        if (!field.isStatedBy(other.profile)) {
            return false;
        }
        var order = other.times.of(field).compareTo(times.of(field));
        return !field.isStatedBy(profile)
                || order > 0
                || order == 0 && field.text(other.profile).compareTo(field.text(profile)) > 0;
    }
}
