package io.rapport.web;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for, as a controller's argument: read from {@code limit} and {@code cursor}.
 *
 * @param limit 1 to 500; 50 unless said
 * @param after where the part begins; null for the beginning of the list
 */
public record Paging(int limit, @Nullable Cursor after) {

    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 500;

    static Paging of(@Nullable String limit, @Nullable String cursor) {
        return new Paging(limit == null ? DEFAULT_LIMIT : limit(limit), cursor == null ? null : Cursor.decode(cursor));
    }

    private static int limit(String text) {
        try {
            var limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw outOfRange();
        }
        throw outOfRange();
    }

    private static ProblemException outOfRange() {
        return Problem.invalid("limit", "limit is a whole number from 1 to " + MAX_LIMIT + ".")
                .asException();
    }
}
