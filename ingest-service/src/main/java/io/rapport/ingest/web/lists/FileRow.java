package io.rapport.ingest.web.lists;

import io.rapport.ingest.domain.clientlist.ClientListImport;
import io.rapport.ingest.domain.engagement.EngagementFileImport;
import io.rapport.web.pages.PageText;
import org.jspecify.annotations.Nullable;

/**
 * An import of a file as the page shows it.
 *
 * @param list {@code engagements} or {@code clients}
 * @param tone the class of the state
 */
record FileRow(
        String list,
        @Nullable String source,
        String state,
        String tone,
        String startedAt,
        long rows,
        long accepted,
        long rejected) {

    static FileRow of(ClientListImport found) {
        var counts = found.counts();
        return new FileRow(
                "clients",
                null,
                found.state().name(),
                tone(found.state().name()),
                PageText.time(found.startedAt()),
                counts.rows(),
                counts.added() + counts.changed() + counts.unchanged(),
                counts.rejected());
    }

    static FileRow of(EngagementFileImport found) {
        var counts = found.counts();
        return new FileRow(
                "engagements",
                found.source(),
                found.state().name(),
                tone(found.state().name()),
                PageText.time(found.startedAt()),
                counts.rows(),
                counts.accepted(),
                counts.rejected());
    }

    private static String tone(String state) {
        return switch (state) {
            case "DONE" -> "ready";
            case "BROKEN_OFF" -> "failing";
            default -> "idle";
        };
    }
}
