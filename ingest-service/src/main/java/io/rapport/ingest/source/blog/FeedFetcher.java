package io.rapport.ingest.source.blog;

import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.FetchedPage;
import io.rapport.ingest.domain.source.HttpFetcher;
import io.rapport.ingest.domain.source.SourceFetcher;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.AccountCursors;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the feeds of a connection, each only if it changed. A feed that fails does not hold up the others; if none can be
 * fetched, the fetch fails.
 */
final class FeedFetcher implements SourceFetcher {

    private static final int MAX_FEEDS = 50;

    @Override
    public FetchedPage fetch(
            @Nullable String cursor, SourceSettings settings, SourceSecrets secrets, HttpFetcher http) {
        var cursors = AccountCursors.parse(cursor);
        var payloads = new ArrayList<SourcePayload>();
        var failures = new ArrayList<FetchFailedException>();
        var feeds = feeds(settings);
        for (var feed : feeds) {
            try {
                fetch(feed, cursors, http, payloads);
            } catch (FetchFailedException e) {
                failures.add(e);
            }
        }
        if (!feeds.isEmpty() && failures.size() == feeds.size()) {
            throw failures.get(0);
        }
        return new FetchedPage(payloads, cursors.text(), false, null);
    }

    /** The addresses in the setting {@code feeds}. */
    static List<String> feeds(SourceSettings settings) {
        return settings.values().get("feeds") instanceof Collection<?> list
                ? list.stream().limit(MAX_FEEDS).map(String::valueOf).toList()
                : List.of();
    }

    private static void fetch(String feed, AccountCursors cursors, HttpFetcher http, List<SourcePayload> payloads) {
        var known = cursors.find(feed);
        var response = http.get(
                URI.create(feed), known.map(tag -> Map.of("If-None-Match", tag)).orElse(Map.of()));
        if (response.status() == 304) {
            return;
        }
        if (!response.isSuccess()) {
            throw new FetchFailedException("The feed %s answered %d.".formatted(feed, response.status()));
        }
        payloads.add(SourcePayload.of(
                response.body(), response.header("content-type").orElse("")));
        response.header("etag").ifPresent(tag -> cursors.set(feed, tag));
    }
}
