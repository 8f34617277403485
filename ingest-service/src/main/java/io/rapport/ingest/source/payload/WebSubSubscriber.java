package io.rapport.ingest.source.payload;

import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.HttpFetcher;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Subscribes feeds at hubs of WebSub. A subscription is renewed when half of its lease is over; one that the hub refuses is tried again
 * an hour later. Feeds are fetched as well: a notification that is lost is made up by the next fetch.
 */
public final class WebSubSubscriber {

    private static final Duration LEASE = Duration.ofDays(10);
    private static final Duration AFTER_FAILURE = Duration.ofHours(1);
    private static final String RENEWAL = "renewal:";

    private final Clock clock;

    /** Creates a subscriber. */
    public WebSubSubscriber(Clock clock) {
        this.clock = clock;
    }

    /**
     * Subscribes, if the subscription is new or has to be renewed.
     *
     * @param cursors the time of the next renewal of each subscription; they are moved
     */
    public void renew(WebSubSubscription subscription, AccountCursors cursors, HttpFetcher http) {
        var now = clock.instant();
        var known = cursors.find(RENEWAL + subscription.name()).orElse("").split(" ", 2);
        if (known.length == 2 && known[1].equals(subscription.target()) && now.isBefore(Instant.parse(known[0]))) {
            return;
        }
        var next = isAccepted(subscription, http) ? LEASE.dividedBy(2) : AFTER_FAILURE;
        cursors.set(RENEWAL + subscription.name(), now.plus(next) + " " + subscription.target());
    }

    private static boolean isAccepted(WebSubSubscription subscription, HttpFetcher http) {
        var body = subscription.form(LEASE.toSeconds()).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
        try {
            return http.post(subscription.hub(), Map.of("Content-Type", "application/x-www-form-urlencoded"), body)
                    .isSuccess();
        } catch (FetchFailedException e) {
            return false;
        }
    }
}
