package io.rapport.ingest.source.youtube;

import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.HttpFetcher;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.AccountCursors;
import io.rapport.ingest.source.payload.FeedEntries;
import io.rapport.ingest.source.payload.PayloadShapeException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Keeps the WebSub subscriptions of the feeds of uploads, and fetches the feeds: a notification that is lost is made up by the next
 * fetch. A subscription is renewed when half of its lease is over; one that the hub refuses is tried again an hour later, and until
 * then uploads are only fetched.
 */
final class UploadSubscriptions {

    private static final Duration LEASE = Duration.ofDays(10);
    private static final Duration AFTER_FAILURE = Duration.ofHours(1);
    private static final String UPLOADS = "uploads:";
    private static final String RENEWAL = "renewal:";

    private final String hub;
    private final String feed;
    private final Clock clock;

    /**
     * Keeps subscriptions at a hub.
     *
     * @param feed the address of the feed of a channel, up to the id of the channel
     */
    UploadSubscriptions(String hub, String feed, Clock clock) {
        this.hub = hub;
        this.feed = feed;
        this.clock = clock;
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
            subscribe(channel, callback, cursors, secrets, http);
            payloads.addAll(uploads(channel, cursors, http));
        }
        return payloads;
    }

    private void subscribe(
            String channel, String callback, AccountCursors cursors, SourceSecrets secrets, HttpFetcher http) {
        var now = clock.instant();
        // A subscription belongs to its callback: another one is subscribed at once.
        var renewal = RENEWAL + channel + " " + callback;
        if (cursors.find(renewal).map(Instant::parse).filter(now::isBefore).isPresent()) {
            return;
        }
        var form = new LinkedHashMap<String, String>();
        form.put("hub.mode", "subscribe");
        form.put("hub.callback", callback);
        form.put("hub.topic", feed + channel);
        form.put("hub.lease_seconds", String.valueOf(LEASE.toSeconds()));
        secrets.newest(YouTubeVerifier.SECRET).ifPresent(secret -> form.put("hub.secret", secret));
        var next = isAccepted(form, http) ? LEASE.dividedBy(2) : AFTER_FAILURE;
        cursors.set(renewal, now.plus(next).toString());
    }

    private boolean isAccepted(Map<String, String> form, HttpFetcher http) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
        try {
            return http.post(URI.create(hub), Map.of("Content-Type", "application/x-www-form-urlencoded"), body)
                    .isSuccess();
        } catch (FetchFailedException e) {
            return false;
        }
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
