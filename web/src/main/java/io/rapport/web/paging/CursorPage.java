package io.rapport.web.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items in the order asked for
 * @param next the cursor of the part that follows; null when this is the last
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CursorPage<T>(List<T> items, @Nullable String next) {

    /**
     * The page made of rows of which one more than the limit was asked for: that one says whether more follow.
     *
     * @param fetched up to {@code limit + 1} rows
     * @param cursorOf where the next page begins after a row
     */
    public static <T> CursorPage<T> of(List<T> fetched, int limit, Function<? super T, Cursor> cursorOf) {
        if (fetched.size() <= limit) {
            return new CursorPage<>(List.copyOf(fetched), null);
        }
        var items = List.copyOf(fetched.subList(0, limit));
        return new CursorPage<>(items, cursorOf.apply(items.get(limit - 1)).encoded());
    }

    /** The same page with each item shown otherwise. */
    public <R> CursorPage<R> map(Function<? super T, ? extends R> view) {
        return new CursorPage<>(items.stream().<R>map(view).toList(), next);
    }
}
