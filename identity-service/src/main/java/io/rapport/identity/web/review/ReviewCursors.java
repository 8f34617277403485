package io.rapport.identity.web.review;

import io.rapport.identity.domain.Review;
import io.rapport.identity.domain.ReviewStore.Place;
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
    static Cursor cursor(Review review) {
        return Cursor.of(ORDER, review.rank(), review.id());
    }

    /** The place that is asked for; null for the beginning. */
    static @Nullable Place position(PageRequest paging) {
        var after = paging.after();
        return after == null ? null : new Place(after.number(ORDER, 0), id(after.text(ORDER, 1)));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("cursor", "This is no cursor of this list.").asException();
        }
    }
}
