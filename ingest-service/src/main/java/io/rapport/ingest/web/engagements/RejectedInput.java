package io.rapport.ingest.web.engagements;

import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.ingest.web.request.RejectionText;
import io.rapport.web.pages.PageText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rejected row as the page shows it.
 *
 * @param origin where the row stood: the request and its row, or the topic and its offset
 * @param raw the beginning of the row; null when its content is not kept
 */
record RejectedInput(
        UUID id,
        String code,
        String message,
        String source,
        String origin,
        String by,
        String at,
        @Nullable String raw) {

    private static final int MAX_SHOWN = 1_000;

    static RejectedInput of(EngagementRejected rejected) {
        return new RejectedInput(
                rejected.id(),
                rejected.code().name(),
                RejectionText.of(rejected.code(), rejected.message()),
                rejected.source(),
                rejected.origin(),
                rejected.by(),
                PageText.time(rejected.rejectedAt()),
                rejected.raw().isEmpty() ? null : PageText.line(beginning(rejected.raw())));
    }

    private static String beginning(String raw) {
        return raw.length() <= MAX_SHOWN ? raw : raw.substring(0, MAX_SHOWN);
    }
}
