package io.rapport.report.web;

import io.rapport.report.domain.Handle;
import io.rapport.web.pages.PageText;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An account of a person, on a page.
 *
 * @param status how we know that it is theirs
 */
record HandleRow(String channel, String name, @Nullable String link, String status) {

    static List<HandleRow> of(List<Handle> handles) {
        return handles.stream().map(HandleRow::of).toList();
    }

    private static HandleRow of(Handle handle) {
        var name = handle.name();
        return new HandleRow(
                handle.channel(),
                PageText.line(name == null || name.isBlank() ? handle.id() : name),
                handle.link(),
                handle.status().name().toLowerCase(Locale.ENGLISH));
    }
}
