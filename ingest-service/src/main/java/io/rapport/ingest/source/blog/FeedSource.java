package io.rapport.ingest.source.blog;

import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.mapped.SharedSecretVerifier;
import io.rapport.ingest.source.payload.ChangedDocumentFetcher;
import io.rapport.ingest.source.payload.FeedEntries;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.WebSubSubscriber;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Maps posts in RSS and Atom feeds: one that links to a site of the brand is a citation, one that only has its name a mention.
 * The account is the host of such a site, such as {@code acme.example}; its names are the setting {@code names}.
 */
public final class FeedSource implements EngagementSource {

    static final String FEEDS = "feeds";

    private static final Pattern CALLBACK = Pattern.compile("https://[\\w.-]+(:\\d{1,5})?/[\\w./~%-]{1,500}");

    private static final List<String> STEPS = List.of(
            "Enter the addresses of the feeds as the setting feeds, a list such as [\"https://news.example/feed\"]: they are fetched.",
            "To get entries at once, enter the whole address of {hook}, as it is reached from the internet, as the setting callback: feeds that name a hub (WebSub) are then subscribed there.",
            "A relay may also deliver a feed to {hook}, with the secret of this connection as Authorization: Bearer.",
            "Enter the host of the brand's site, such as acme.example, as account here, and the names by which posts mention the brand as the setting names, a list.");

    /** The entry of this source in the list of sources. */
    public static SourceDefinition definition(Clock clock) {
        return new SourceDefinition(
                "RSS and Atom feeds",
                new FeedSource(),
                new FeedVerifier(),
                new FeedFetcher(new WebSubSubscriber(clock)),
                List.of(SharedSecretVerifier.SECRET),
                STEPS);
    }

    @Override
    public String name() {
        return "feed";
    }

    @Override
    public SourceMapping map(SourcePayload payload, SourceSettings settings) {
        return PayloadMapping.of(mapping -> {
            var mapper = new FeedEntryMapper(settings, mapping);
            FeedEntries.read(payload.body(), FeedEntries.ATOM_AND_RSS, mapper::map);
        });
    }

    @Override
    public void requireValid(SourceSettings settings) {
        ChangedDocumentFetcher.requireAddresses(settings, FEEDS);
        var callback = settings.values().get(FeedFetcher.CALLBACK);
        if (callback != null
                && !(callback instanceof String text && CALLBACK.matcher(text).matches())) {
            throw InputRejectedException.invalid(
                    "settings." + FeedFetcher.CALLBACK, "has to be the whole https address of the hook.");
        }
    }
}
