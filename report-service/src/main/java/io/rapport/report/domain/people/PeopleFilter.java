package io.rapport.report.domain.people;

import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.WarmthClass;
import io.rapport.report.domain.identity.IdentityFilter;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The filter of a list of people: those who pass all of its parts. Parts that contradict one another give an empty list.
 *
 * @param stages empty for all
 * @param warmth empty for all
 * @param flags true or false values
 * @param days of the last inbound engagement
 * @param attendance null for all
 * @param identity by name and channel
 */
public record PeopleFilter(
        Set<Stage> stages,
        Set<WarmthClass> warmth,
        FlagFilter flags,
        LastSeenFilter days,
        @Nullable AttendanceFilter attendance,
        IdentityFilter identity) {

    /** No filter. */
    public static final PeopleFilter EVERYONE = new PeopleFilter(
            Set.of(), Set.of(), FlagFilter.NONE, new LastSeenFilter(null, null), null, IdentityFilter.NONE);

    /**
     * True or false values of a relationship; null for both.
     *
     * @param owed whether the person waits for a reply
     */
    public record FlagFilter(
            @Nullable Boolean cooling,
            @Nullable Boolean captive,
            @Nullable Boolean client,
            @Nullable Boolean owed) {

        static final FlagFilter NONE = new FlagFilter(null, null, null, null);
    }

    /**
     * Days of the last inbound engagement.
     *
     * @param since it happened on this day or later; null for any
     * @param notSince it happened before this day, or never; null for any
     */
    public record LastSeenFilter(
            @Nullable LocalDate since, @Nullable LocalDate notSince) {}

    /**
     * How the brand figures count the person in a window.
     *
     * @param window days: 7, 30 or 90
     */
    public record AttendanceFilter(Attendance attendance, int window) {}

    /** How the brand figures count a person in a window. */
    public enum Attendance {
        /** Seen in the window. */
        ANY,
        /** The first inbound engagement ever is in the window. */
        NEW,
        /** Seen in the window and in the window before. */
        RETURNING,
        /** Seen in the window and earlier, but not in the window before. */
        REVIVED,
        /** Seen in the window before, not in the window. */
        LAPSED,
        /** Not seen in the window. */
        NONE
    }

    /** A copy with other stages. */
    public PeopleFilter withStages(Set<Stage> other) {
        return new PeopleFilter(other, warmth, flags, days, attendance, identity);
    }

    /** A copy with other warmth classes. */
    public PeopleFilter withWarmth(Set<WarmthClass> other) {
        return new PeopleFilter(stages, other, flags, days, attendance, identity);
    }

    /** A copy with other flags. */
    public PeopleFilter withFlags(FlagFilter other) {
        return new PeopleFilter(stages, warmth, other, days, attendance, identity);
    }

    /** A copy with other days of the last inbound engagement. */
    public PeopleFilter withDays(LastSeenFilter other) {
        return new PeopleFilter(stages, warmth, flags, other, attendance, identity);
    }

    /** A copy with another attendance. */
    public PeopleFilter withAttendance(@Nullable AttendanceFilter other) {
        return new PeopleFilter(stages, warmth, flags, days, other, identity);
    }

    /** A copy with another name or channel. */
    public PeopleFilter withIdentity(IdentityFilter other) {
        return new PeopleFilter(stages, warmth, flags, days, attendance, other);
    }
}
