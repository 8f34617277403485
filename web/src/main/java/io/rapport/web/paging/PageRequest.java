package io.rapport.web.paging;

import io.rapport.web.problem.Problem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The requested page of a list, as a controller argument: read from the parameters {@code limit} and {@code cursor}.
 *
 * @param limit the page size, 1 to 500; 50 by default
 * @param after the position the page begins after; null for the first page
 */
public record PageRequest(int limit, @Nullable Cursor after) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 500;

    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,2}");

    public static PageRequest of(@Nullable String limit, @Nullable String cursor) {
        return new PageRequest(
                limit == null ? DEFAULT_LIMIT : limit(limit), cursor == null ? null : Cursor.decode(cursor));
    }

    private static int limit(String text) {
        if (!LIMIT.matcher(text).matches() || Integer.parseInt(text) > MAX_LIMIT) {
            throw Problem.invalid("limit", "limit is a whole number from 1 to " + MAX_LIMIT + ".")
                    .asException();
        }
        return Integer.parseInt(text);
    }
}
