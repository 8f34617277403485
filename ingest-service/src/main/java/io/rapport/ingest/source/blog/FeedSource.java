package io.rapport.ingest.source.blog;

import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.mapped.SharedSecretVerifier;
import io.rapport.ingest.source.payload.ChangedDocumentFetcher;
import io.rapport.ingest.source.payload.FeedEntries;
import io.rapport.ingest.source.payload.PayloadMapping;
import java.util.List;

/**
 * Maps posts in RSS and Atom feeds: one that links to a site of the brand is a citation, one that only has its name a mention.
 * The account is the host of such a site, such as {@code acme.example}; its names are the setting {@code names}.
 */
public final class FeedSource implements EngagementSource {

    static final String FEEDS = "feeds";

    private static final List<String> STEPS = List.of(
            "Enter the addresses of the feeds as the setting feeds, a list such as [\"https://news.example/feed\"]: they are fetched.",
            "To get entries at once, subscribe {hook} to the feed at its hub (WebSub), with the secret of this connection as hub.secret.",
            "A relay may also deliver a feed to {hook}, with the secret of this connection as Authorization: Bearer.",
            "Enter the host of the brand's site, such as acme.example, as account here, and the names by which posts mention the brand as the setting names, a list.");

    /** The entry of this source in the list of sources. */
    public static SourceDefinition definition() {
        return new SourceDefinition(
                "RSS and Atom feeds",
                new FeedSource(),
                new FeedVerifier(),
                new ChangedDocumentFetcher(FEEDS, true),
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
    }
}
