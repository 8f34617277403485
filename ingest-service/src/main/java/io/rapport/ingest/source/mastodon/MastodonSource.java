package io.rapport.ingest.source.mastodon;

import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import java.util.List;

/**
 * Maps what the API of a Mastodon server returns to one account: notifications, statuses, lists of either, and events of the
 * streaming API. A connection has one account, named by its address ({@code https://mastodon.social/users/acme}), page or
 * {@code name@host}; the setting {@code server} completes local names.
 */
public final class MastodonSource implements EngagementSource {

    private static final List<String> STEPS = List.of(
            "Create an application under Preferences, Development on the server of the account, with the scope read:notifications.",
            "Copy its access token as accessToken.",
            "Enter the address of the account, such as https://mastodon.social/users/acme, as account here, and its server as the setting server.",
            "For events within seconds, and for edits and deletions, add the scope read:statuses, and enter the address of the streaming API, such as wss://mastodon.social, as the setting streaming.");

    /** The entry of this source in the list of sources. */
    public static SourceDefinition definition() {
        return SourceDefinition.pull(
                "Mastodon", new MastodonSource(), new MastodonFetcher(), List.of(MastodonClient.ACCESS_TOKEN), STEPS);
    }

    @Override
    public String name() {
        return "mastodon";
    }

    @Override
    public SourceMapping map(SourcePayload payload, SourceSettings settings) {
        var own = OwnAccount.of(settings);
        if (own == null) {
            return SourceMapping.unusable("A connection to Mastodon has to have exactly one account.", "");
        }
        return PayloadMapping.ofJson(payload, (root, mapping) -> {
            var mapper = new MastodonStatusMapper(own, mapping);
            if (root.isArray()) {
                mapping.each(root.elements(), element -> mapOne(element, mapper, mapping));
            } else if (root.at("event").isPresent()) {
                mapEvent(root, mapper, mapping);
            } else {
                mapOne(root, mapper, mapping);
            }
        });
    }

    @Override
    public void requireValid(SourceSettings settings) {
        if (settings.accounts().size() > 1) {
            throw InputRejectedException.invalid(
                    "accounts", "has several entries, but a connection to Mastodon is that of one account.");
        }
        if (settings.text("server").isEmpty()) {
            throw InputRejectedException.invalid(
                    "settings.server", "is missing: the address of the server, such as https://mastodon.social.");
        }
    }

    private static void mapEvent(PayloadNode frame, MastodonStatusMapper mapper, PayloadMapping mapping) {
        var event = frame.at("event").requiredText();
        switch (event) {
            case "notification", "update", "status.update" ->
                mapOne(frame.at("payload").parseText(), mapper, mapping);
            case "delete" -> mapDeletion(frame.at("status"), mapper, mapping);
            default -> mapping.ignore(event);
        }
    }

    /** A deletion names a local id; the fetcher adds what it knows of the status. */
    private static void mapDeletion(PayloadNode status, MastodonStatusMapper mapper, PayloadMapping mapping) {
        if (status.isPresent()) {
            mapper.withdraw(status);
        } else {
            mapping.ignore("delete");
        }
    }

    private static void mapOne(PayloadNode element, MastodonStatusMapper mapper, PayloadMapping mapping) {
        if (element.at("type").isPresent() && !element.at("visibility").isPresent()) {
            new MastodonNotificationMapper(mapper, mapping).map(element);
        } else {
            mapper.map(element);
        }
    }
}
