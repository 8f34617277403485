package io.rapport.identity.web.review;

import io.rapport.identity.domain.store.MatchReview;
import io.rapport.identity.domain.store.ReviewRepository.ReviewPosition;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Places in the queue of suggestions, as cursors. */
final class ReviewCursors {

    private static final String ORDER = "-rank";

    private ReviewCursors() {}

    /** Where a suggestion stands. */
    static Cursor cursor(MatchReview review) {
        return Cursor.of(ORDER, review.rank(), review.id());
    }

    /** The place that is asked for; null for the beginning. */
    static @Nullable ReviewPosition position(PageRequest paging) {
        var after = paging.after();
        return after == null ? null : new ReviewPosition(after.number(ORDER, 0), id(after.text(ORDER, 1)));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("cursor", "This is no cursor of this list.").asException();
        }
    }
}
