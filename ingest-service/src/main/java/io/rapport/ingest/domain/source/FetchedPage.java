package io.rapport.ingest.domain.source;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of payloads. Its cursor is saved when the broker has acknowledged all engagements of the page.
 *
 * @param payloads the payloads to map, oldest first; empty when there is nothing new
 * @param cursor where the next page begins; null to keep the present cursor
 * @param more whether the next page can be fetched at once
 * @param pause the time that the platform asks to wait before the next page; null for the interval of the connection
 */
public record FetchedPage(
        List<SourcePayload> payloads,
        @Nullable String cursor,
        boolean more,
        @Nullable Duration pause) {}
