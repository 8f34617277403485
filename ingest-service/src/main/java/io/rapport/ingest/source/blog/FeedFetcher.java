package io.rapport.ingest.source.blog;

import io.rapport.ingest.domain.source.FetchedPage;
import io.rapport.ingest.domain.source.HttpFetcher;
import io.rapport.ingest.domain.source.SourceFetcher;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.mapped.SharedSecretVerifier;
import io.rapport.ingest.source.payload.AccountCursors;
import io.rapport.ingest.source.payload.ChangedDocumentFetcher;
import io.rapport.ingest.source.payload.SettingsReader;
import io.rapport.ingest.source.payload.WebSubSubscriber;
import org.jspecify.annotations.Nullable;

/**
 * Fetches feeds. With the setting {@code callback} and the secret of the connection it also keeps the subscriptions of those that name a
 * hub of WebSub, which then delivers new entries at once; what is not delivered is found by the next fetch.
 */
final class FeedFetcher implements SourceFetcher {

    static final String CALLBACK = "callback";

    private static final String HUB = "hub:";

    private final ChangedDocumentFetcher documents = new ChangedDocumentFetcher(FeedSource.FEEDS, true);
    private final WebSubSubscriber subscriber;

    FeedFetcher(WebSubSubscriber subscriber) {
        this.subscriber = subscriber;
    }

    @Override
    public FetchedPage fetch(
            @Nullable String cursor, SourceSettings settings, SourceSecrets secrets, HttpFetcher http) {
        var page = documents.fetch(cursor, settings, secrets, http);
        var callback = settings.text(CALLBACK).orElse(null);
        var secret = secrets.newest(SharedSecretVerifier.SECRET).orElse(null);
        if (callback == null || secret == null) {
            return page;
        }
        var cursors = AccountCursors.parse(page.cursor());
        page.payloads().forEach(payload -> remember(payload, cursors));
        for (var feed : SettingsReader.texts(settings, FeedSource.FEEDS)) {
            cursors.find(HUB + feed)
                    .map(FeedHub::parse)
                    .ifPresent(hub -> subscriber.renew(hub.subscription(feed, callback, secret), cursors, http));
        }
        return new FetchedPage(page.payloads(), cursors.text(), page.more(), page.pause());
    }

    /** A feed that has not changed is not read again: its hub is part of the cursor. */
    private static void remember(SourcePayload payload, AccountCursors cursors) {
        var feed = payload.header(ChangedDocumentFetcher.LOCATION).orElse("");
        FeedHub.find(payload)
                .ifPresentOrElse(hub -> cursors.set(HUB + feed, hub.text()), () -> cursors.remove(HUB + feed));
    }
}
