package io.rapport.identity.web.review;

import io.rapport.identity.domain.store.MatchReview;
import io.rapport.identity.domain.store.ReviewRepository.ReviewPosition;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Converts positions in the review queue to cursors and back. */
final class ReviewCursors {

    private static final String ORDER = "-rank";

    private ReviewCursors() {}

    /** Returns the cursor of a review. */
    static Cursor cursor(MatchReview review) {
        return Cursor.of(ORDER, review.rank(), review.id());
    }

    /** Returns the requested position; null for the start of the queue. */
    static @Nullable ReviewPosition position(PageRequest paging) {
        var after = paging.after();
        return after == null ? null : new ReviewPosition(after.number(ORDER, 0), id(after.text(ORDER, 1)));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("cursor", "The cursor does not belong to this list.")
                    .asException();
        }
    }
}
