package io.rapport.ingest.source.blog;

import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.source.payload.ChangedDocumentFetcher;
import io.rapport.ingest.source.payload.FeedLinks;
import io.rapport.ingest.source.payload.HmacSignature;
import io.rapport.ingest.source.payload.WebSubSubscription;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The hub of WebSub that a feed names, and how the feed is subscribed there. A feed names any hub: none gets the secret of the connection.
 * The callback has a mark, and the hub a secret, that are both derived from it.
 *
 * @param hub the address of the hub
 * @param topic the address of the feed, as the feed states it
 */
record FeedHub(URI hub, URI topic) {

    /** The parameter of a callback with the address of the feed in the settings. */
    static final String FEED = "feed";

    /** The parameter of a callback with the mark of the subscription. */
    static final String MARK = "subscription";

    private static final HmacSignature DERIVED = new HmacSignature("HmacSHA256", "", HmacSignature.Encoding.HEX);

    /** The hub of a fetched feed; empty if it names none that can be used. */
    static Optional<FeedHub> find(SourcePayload payload) {
        var links =
                FeedLinks.read(payload.headers().getOrDefault(ChangedDocumentFetcher.LINK, List.of()), payload.body());
        var address = payload.header(ChangedDocumentFetcher.LOCATION);
        var hub = links.find("hub");
        if (address.isEmpty() || hub.isEmpty()) {
            return Optional.empty();
        }
        try {
            var base = URI.create(address.get());
            return Optional.of(new FeedHub(
                    base.resolve(hub.get()), base.resolve(links.find("self").orElse(address.get()))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Reads a hub as {@link #text} writes it. */
    static FeedHub parse(String text) {
        var parts = text.split(" ", 2);
        return new FeedHub(URI.create(parts[0]), URI.create(parts[1]));
    }

    String text() {
        return hub + " " + topic;
    }

    /**
     * The subscription of the feed.
     *
     * @param feed its address in the settings
     * @param hook the whole address of the hook
     */
    WebSubSubscription subscription(String feed, String hook, String secret) {
        var mark = mark(feed, topic.toString(), secret);
        var callback =
                hook + "?" + FEED + "=" + URLEncoder.encode(feed, StandardCharsets.UTF_8) + "&" + MARK + "=" + mark;
        return new WebSubSubscription(feed, hub, topic.toString(), callback, secret(mark, secret));
    }

    /** The mark that shows that this connection has subscribed a topic for a feed. */
    static String mark(String feed, String topic, String secret) {
        return DERIVED.sign(secret, "subscription\n" + feed + "\n" + topic);
    }

    /** The secret of the subscription with a mark. */
    static String secret(String mark, String secret) {
        return DERIVED.sign(secret, "hub\n" + mark);
    }
}
