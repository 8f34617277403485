package io.rapport.report.people;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.report.domain.identity.PersonHandle;
import io.rapport.web.pages.PageText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A handle of a person on a page.
 *
 * @param status how reliable the assignment is
 */
public record PersonHandleRow(
        String channel, String name, @Nullable String link, String status) {

    /** The rows of handles. */
    public static List<PersonHandleRow> of(List<PersonHandle> handles) {
        return handles.stream().map(PersonHandleRow::of).toList();
    }

    private static PersonHandleRow of(PersonHandle handle) {
        var name = handle.name();
        return new PersonHandleRow(
                handle.channel(),
                PageText.line(name == null || name.isBlank() ? handle.id() : name),
                handle.link(),
                text("handle." + handle.status().name()));
    }
}
