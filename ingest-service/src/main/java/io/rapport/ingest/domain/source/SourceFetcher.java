package io.rapport.ingest.domain.source;

import org.jspecify.annotations.Nullable;

/**
 * Pulls the payloads of a platform that does not push them, page by page. Of a stream a page is what arrives while it is read:
 * {@link HttpFetcher#receive}.
 */
public interface SourceFetcher {

    /**
     * Fetches the next page.
     *
     * @param cursor where the previous page ended, as it returned it; null for the first page. A backfill begins with the
     *     text {@code from:} and an instant, for example {@code from:2026-01-31T00:00:00Z}
     * @param http the only way to the network: it refuses internal addresses
     * @throws FetchFailedException if the platform does not answer as documented
     */
    FetchedPage fetch(@Nullable String cursor, SourceSettings settings, SourceSecrets secrets, HttpFetcher http);
}
