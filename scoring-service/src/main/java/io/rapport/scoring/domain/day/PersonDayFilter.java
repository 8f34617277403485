package io.rapport.scoring.domain.day;

import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.WarmthClass;
import io.rapport.scoring.domain.brand.SeenStatus;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on a person's day, all of which must hold. A count of people in a brand's figures equals the number of people
 * that the filter of the same condition, day and window selects.
 *
 * @param seen activity in the window; null for any
 * @param stages stages, of people with any contact; empty for any
 * @param warmth class of the warmth; null for any
 * @param cooling whether a close relationship is no longer warm; null for any
 * @param captive whether the person is part of the captive audience; null for any
 * @param client whether the person is on the client list; null for any
 * @param owed whether an answer is owed; null for any
 * @param seenSince last inbound engagement on this day or later; null for any
 * @param notSeenSince no inbound engagement on this day or later; null for any
 */
public record PersonDayFilter(
        @Nullable Seen seen,
        Set<Stage> stages,
        @Nullable WarmthClass warmth,
        @Nullable Boolean cooling,
        @Nullable Boolean captive,
        @Nullable Boolean client,
        @Nullable Boolean owed,
        @Nullable LocalDate seenSince,
        @Nullable LocalDate notSeenSince) {

    /** Selects everyone. */
    public static final PersonDayFilter ALL =
            new PersonDayFilter(null, Set.of(), null, null, null, null, null, null, null);

    /** A condition on the activity in the window. */
    public enum Seen {
        /** See {@link SeenStatus#NEW}. */
        NEW,
        /** See {@link SeenStatus#RETURNING}. */
        RETURNING,
        /** See {@link SeenStatus#REVIVED}. */
        REVIVED,
        /** See {@link SeenStatus#LAPSED}. */
        LAPSED,
        /** Any inbound engagement in the window. */
        ANY,
        /** No inbound engagement in the window. */
        NONE;

        boolean matches(@Nullable SeenStatus status) {
            var isSeen = status != null && status != SeenStatus.LAPSED;
            return switch (this) {
                case NEW -> status == SeenStatus.NEW;
                case RETURNING -> status == SeenStatus.RETURNING;
                case REVIVED -> status == SeenStatus.REVIVED;
                case LAPSED -> status == SeenStatus.LAPSED;
                case ANY -> isSeen;
                case NONE -> !isSeen;
            };
        }
    }

    /** Whether a person's day meets all conditions. */
    public boolean matches(PersonDay day) {
        return (seen == null || seen.matches(day.seen()))
                && (stages.isEmpty() || (day.contact() && stages.contains(day.stage())))
                && (warmth == null || warmth == day.warmthClass())
                && is(cooling, day.cooling())
                && is(captive, day.captive())
                && is(client, day.client())
                && is(owed, day.owed() > 0)
                && (seenSince == null || isSeenSince(day, seenSince))
                && (notSeenSince == null || !isSeenSince(day, notSeenSince));
    }

    private static boolean is(@Nullable Boolean required, boolean value) {
        return required == null || required == value;
    }

    private static boolean isSeenSince(PersonDay day, LocalDate first) {
        var last = day.lastSeen();
        return last != null && !last.isBefore(first);
    }
}
