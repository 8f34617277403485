package io.rapport.ingest.source.youtube;

import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.HttpFetcher;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.AccountCursors;
import io.rapport.ingest.source.payload.FeedEntries;
import io.rapport.ingest.source.payload.PayloadShapeException;
import io.rapport.ingest.source.payload.WebSubSubscriber;
import io.rapport.ingest.source.payload.WebSubSubscription;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Keeps the WebSub subscriptions of the feeds of uploads, and fetches the feeds: a notification that is lost is made up by the next
 * fetch.
 */
final class UploadSubscriptions {

    private static final String UPLOADS = "uploads:";

    private final String hub;
    private final String feed;
    private final WebSubSubscriber subscriber;

    /**
     * Keeps subscriptions at a hub.
     *
     * @param feed the address of the feed of a channel, up to the id of the channel
     */
    UploadSubscriptions(String hub, String feed, Clock clock) {
        this.hub = hub;
        this.feed = feed;
        this.subscriber = new WebSubSubscriber(clock);
    }

    /**
     * Renews what has to be renewed, and fetches the feeds.
     *
     * @param callback the whole address of the hook of the connection
     * @param cursors the time of the newest upload and of the renewal of each channel; they are moved
     */
    List<SourcePayload> fetch(
            String callback, AccountCursors cursors, SourceSettings settings, SourceSecrets secrets, HttpFetcher http) {
        var payloads = new ArrayList<SourcePayload>();
        for (var channel : new TreeSet<>(settings.accounts())) {
            var secret = secrets.newest(YouTubeVerifier.SECRET).orElse(null);
            subscriber.renew(
                    new WebSubSubscription(channel, URI.create(hub), feed + channel, callback, secret), cursors, http);
            payloads.addAll(uploads(channel, cursors, http));
        }
        return payloads;
    }

    /** The feed of a channel if an upload is new or was changed since the last fetch. */
    private List<SourcePayload> uploads(String channel, AccountCursors cursors, HttpFetcher http) {
        var response = http.get(URI.create(feed + URLEncoder.encode(channel, StandardCharsets.UTF_8)), Map.of());
        if (!response.isSuccess()) {
            throw new FetchFailedException("YouTube answered %d for the feed of uploads.".formatted(response.status()));
        }
        var known = cursors.find(UPLOADS + channel).map(Instant::parse).orElse(Instant.MIN);
        var newest = newest(response.body());
        if (!newest.isAfter(known)) {
            return List.of();
        }
        cursors.set(UPLOADS + channel, newest.toString());
        return List.of(SourcePayload.of(response.body(), "application/atom+xml"));
    }

    private static Instant newest(byte[] xml) {
        var newest = new ArrayList<>(List.of(Instant.MIN));
        try {
            FeedEntries.read(
                    xml,
                    FeedEntries.ATOM,
                    (name, entry) -> UploadFeed.changed(entry).ifPresent(newest::add));
        } catch (PayloadShapeException e) {
            throw new FetchFailedException("YouTube did not answer with a feed of uploads: " + e.getMessage());
        }
        return newest.stream().max(Instant::compareTo).orElse(Instant.MIN);
    }
}
