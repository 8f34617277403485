package io.rapport.identity.domain.person;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/**
 * The event times of the fields of a profile: of each, the time of the newest record that stated its value.
 *
 * @param base the time of every field that has no later one
 * @param later the times of fields that were stated after that
 */
public record ProfileTimes(Instant base, Map<ProfileField, Instant> later) {

    /** Fields that are not later than the base are left out. */
    public ProfileTimes {
        var after = new EnumMap<ProfileField, Instant>(ProfileField.class);
        for (var each : later.entrySet()) {
            if (each.getValue().isAfter(base)) {
                after.put(each.getKey(), each.getValue());
            }
        }
        later = Map.copyOf(after);
    }

    /** One time for all fields. */
    public static ProfileTimes of(Instant at) {
        return new ProfileTimes(at, Map.of());
    }

    /** The given times; the base is the earliest of them, and is the given one if there are none. */
    static ProfileTimes of(Map<ProfileField, Instant> times, Instant base) {
        return new ProfileTimes(
                times.values().stream().min(Comparator.naturalOrder()).orElse(base), times);
    }

    /** The time of a field. */
    public Instant of(ProfileField field) {
        return later.getOrDefault(field, base);
    }

    /** Whether the time of a field is later than the other one by more than this. */
    public boolean isAheadOf(ProfileTimes other, Duration lag) {
        return Arrays.stream(ProfileField.values())
                .anyMatch(field -> of(field).isAfter(other.of(field).plus(lag)));
    }

    /** For each field, the later of its two times. */
    public ProfileTimes advance(ProfileTimes other) {
        var after = new EnumMap<ProfileField, Instant>(ProfileField.class);
        for (var field : ProfileField.values()) {
            after.put(field, of(field).isAfter(other.of(field)) ? of(field) : other.of(field));
        }
        return of(after, base);
    }
}
