package io.rapport.ingest.source.youtube;

import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.HttpFetcher;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.AccountCursors;
import io.rapport.ingest.source.payload.PayloadNode;
import io.rapport.ingest.source.payload.PayloadShapeException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Fetches the threads below the videos of the channels of a connection, for which it needs an API key. The cursor has the time of the newest comment of each channel. Of each fetch, the newest 100 threads are looked at,
 * and those are mapped that have a comment which is newer or was edited; a backfill looks at the newest 2 000.
 */
final class CommentsFetcher {

    private static final int MAX_BACKFILL_PAGES = 20;
    private static final String ADDRESS =
            "https://www.googleapis.com/youtube/v3/commentThreads?part=snippet,replies&order=time&maxResults=100&textFormat=plainText&allThreadsRelatedToChannelId=";

    private CommentsFetcher() {}

    /**
     * Fetches what is new of all channels.
     *
     * @param cursors of the channels; they are moved
     * @param isBackfill whether to look at the newest 2 000 threads
     */
    static List<SourcePayload> fetch(
            AccountCursors cursors, boolean isBackfill, SourceSettings settings, String key, HttpFetcher http) {
        var payloads = new ArrayList<SourcePayload>();
        for (var channel : new TreeSet<>(settings.accounts())) {
            try {
                fetch(channel, isBackfill ? MAX_BACKFILL_PAGES : 1, new Session(http, key), cursors, payloads);
            } catch (PayloadShapeException e) {
                throw new FetchFailedException("YouTube did not answer with comments: " + e.getMessage());
            }
        }
        return payloads;
    }

    private static void fetch(
            String channel, int pages, Session session, AccountCursors cursors, List<SourcePayload> payloads) {
        var known = cursors.find(channel).map(Instant::parse).orElse(Instant.MIN);
        var newest = known;
        var next = "";
        for (var page = 0; page < pages; page++) {
            var list = PayloadNode.parse(session.get(ADDRESS + encoded(channel) + next));
            for (var thread : list.at("items").requiredElements()) {
                var changed = changed(thread);
                if (changed.isAfter(known)) {
                    payloads.add(SourcePayload.of(thread.toJson(), "application/json"));
                }
                newest = changed.isAfter(newest) ? changed : newest;
            }
            var token = list.at("nextPageToken").text();
            if (token == null) {
                break;
            }
            next = "&pageToken=" + encoded(token);
        }
        if (newest.isAfter(Instant.MIN)) {
            cursors.set(channel, newest.toString());
        }
    }

    /** When a comment of a thread was written or edited last. */
    private static Instant changed(PayloadNode thread) {
        return Stream.concat(
                        Stream.of(thread.at("snippet", "topLevelComment")),
                        thread.at("replies", "comments").elements().stream())
                .map(comment -> comment.at("snippet")
                        .firstOf("updatedAt", "publishedAt")
                        .requiredTime())
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private record Session(HttpFetcher http, String key) {

        byte[] get(String address) {
            var response = http.get(URI.create(address), Map.of("X-Goog-Api-Key", key));
            if (!response.isSuccess()) {
                throw new FetchFailedException(
                        response.status() == 403
                                ? "YouTube refuses the API key, or its quota for today is used up."
                                : "YouTube answered %d.".formatted(response.status()));
            }
            return response.body();
        }
    }
}
