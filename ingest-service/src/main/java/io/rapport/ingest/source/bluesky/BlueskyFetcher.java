package io.rapport.ingest.source.bluesky;

import io.rapport.ingest.domain.source.DeliveredRecords;
import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.FetchedPage;
import io.rapport.ingest.domain.source.HttpFetcher;
import io.rapport.ingest.domain.source.SourceFetcher;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads Jetstream, the stream of all public records of the network, over a WebSocket. A page is what arrives within a few seconds; the
 * next page connects again at the cursor, which the server keeps for some days. Without the setting {@code jetstream} nothing is
 * read.
 */
final class BlueskyFetcher implements SourceFetcher {

    static final String JETSTREAM = "jetstream";

    private static final Duration PAGE = Duration.ofSeconds(10);
    private static final Duration NOTHING_TO_READ = Duration.ofHours(1);
    private static final String COLLECTIONS =
            "wantedCollections=app.bsky.feed.post&wantedCollections=app.bsky.feed.like"
                    + "&wantedCollections=app.bsky.feed.repost&wantedCollections=app.bsky.graph.follow";

    private final DeliveredRecords records;

    BlueskyFetcher(DeliveredRecords records) {
        this.records = records;
    }

    @Override
    public FetchedPage fetch(
            @Nullable String cursor, SourceSettings settings, SourceSecrets secrets, HttpFetcher http) {
        var server = settings.text(JETSTREAM);
        if (server.isEmpty() || settings.accounts().isEmpty()) {
            return new FetchedPage(List.of(), null, false, NOTHING_TO_READ);
        }
        var start = JetstreamCursor.parse(cursor);
        var page = new JetstreamPage(start, settings.accounts());
        http.receive(address(server.get(), start), Map.of(), PAGE, page::read);
        return new FetchedPage(page.payloads(records), page.cursor(), false, Duration.ZERO);
    }

    private static URI address(String server, JetstreamCursor start) {
        try {
            var position = start.isFirst() ? "" : "&cursor=" + start.time();
            return URI.create(server.strip() + "?" + COLLECTIONS + position);
        } catch (IllegalArgumentException e) {
            throw new FetchFailedException(
                    "The setting jetstream is no address, such as wss://jetstream2.us-east.bsky.network/subscribe.");
        }
    }
}
