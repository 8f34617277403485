package io.rapport.web.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the requested order
 * @param next the cursor of the next page; null on the last page
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CursorPage<T>(List<T> items, @Nullable String next) {

    /**
     * A page from the result of a query for one row more than the limit. The extra row shows that there is a next page.
     *
     * @param fetched up to {@code limit + 1} rows
     * @param cursorOf the cursor after a row
     */
    public static <T> CursorPage<T> of(List<T> fetched, int limit, Function<? super T, Cursor> cursorOf) {
        if (fetched.size() <= limit) {
            return new CursorPage<>(List.copyOf(fetched), null);
        }
        var items = List.copyOf(fetched.subList(0, limit));
        return new CursorPage<>(items, cursorOf.apply(items.get(limit - 1)).encoded());
    }

    /** A copy with mapped items. */
    public <R> CursorPage<R> map(Function<? super T, ? extends R> view) {
        return new CursorPage<>(items.stream().<R>map(view).toList(), next);
    }
}
