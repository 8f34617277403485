package io.rapport.ingest.source.reddit;

import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.mapped.SharedSecretVerifier;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;

/**
 * Maps listings of Reddit: posts and comments of subreddits, and the inbox of an account. Accounts are {@code r/subreddit}
 * and {@code u/name}.
 */
public final class RedditSource implements EngagementSource {

    /** The entry of this source in the list of sources: a relay delivers, and signs with the secret of the connection. */
    public static SourceDefinition definition() {
        return SharedSecretVerifier.relayed(
                "Reddit",
                new RedditSource(),
                "Let a client with approved access post the listings that it fetches to {hook}, and enter r/subreddit and u/name as accounts here.");
    }

    @Override
    public String name() {
        return "reddit";
    }

    @Override
    public SourceMapping map(SourcePayload payload, SourceSettings settings) {
        return PayloadMapping.ofJson(
                payload,
                (root, mapping) -> mapping.each(root.elementsOrSelf(), thing -> mapThing(thing, settings, mapping)));
    }

    private static void mapThing(PayloadNode thing, SourceSettings settings, PayloadMapping mapping) {
        var kind = thing.at("kind").requiredText();
        switch (kind) {
            case "Listing" ->
                mapping.each(
                        thing.at("data", "children").requiredElements(), child -> mapThing(child, settings, mapping));
            case "t1", "t3", "t4" ->
                new RedditThingMapper(kind, thing.at("data").requireObject(), settings).map(mapping);
            default -> mapping.ignore(kind);
        }
    }
}
