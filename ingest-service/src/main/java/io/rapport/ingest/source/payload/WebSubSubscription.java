package io.rapport.ingest.source.payload;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is subscribed at a hub of WebSub.
 *
 * @param name of the subscription in the cursor of the connection
 * @param hub the address of the hub
 * @param topic the address of the feed, as the hub knows it
 * @param callback the whole address that the hub delivers to
 * @param secret with which the hub signs what it delivers; null for none
 */
public record WebSubSubscription(
        String name,
        URI hub,
        String topic,
        String callback,
        @Nullable String secret) {

    /** The form of a request to subscribe. */
    Map<String, String> form(long leaseSeconds) {
        var form = new LinkedHashMap<String, String>();
        form.put("hub.mode", "subscribe");
        form.put("hub.callback", callback);
        form.put("hub.topic", topic);
        form.put("hub.lease_seconds", String.valueOf(leaseSeconds));
        if (secret != null) {
            form.put("hub.secret", secret);
        }
        return form;
    }

    /** What the subscription belongs to: with another hub, feed or callback it is a new one. */
    String target() {
        return hub + " " + topic + " " + callback;
    }
}
