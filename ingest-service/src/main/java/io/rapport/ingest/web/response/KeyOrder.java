package io.rapport.ingest.web.response;

import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The order of a list in memory by a unique key.
 *
 * @param name the name of the order in cursors
 */
public record KeyOrder<T>(String name, Function<T, String> key) {

    /** The requested page of these rows, which have no order yet. */
    public CursorPage<T> page(Stream<T> rows, PageRequest paging) {
        var after = paging.after() == null ? "" : paging.after().text(name, 0);
        var found = rows.filter(row -> key.apply(row).compareTo(after) > 0)
                .sorted(Comparator.comparing(key))
                .limit(paging.limit() + 1L)
                .toList();
        return CursorPage.of(found, paging.limit(), row -> Cursor.of(name, key.apply(row)));
    }
}
