package io.rapport.ingest.source.youtube;

import io.rapport.ingest.domain.source.FetchedPage;
import io.rapport.ingest.domain.source.HttpFetcher;
import io.rapport.ingest.domain.source.SourceFetcher;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.AccountCursors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fetches comments, with the secret {@code apiKey}, and with the setting {@code callback} keeps the subscriptions to uploads and
 * fetches those that no notification reported. With neither nothing is fetched.
 */
final class YouTubeFetcher implements SourceFetcher {

    static final String API_KEY = "apiKey";
    static final String CALLBACK = "callback";

    private static final Duration NOTHING_TO_READ = Duration.ofHours(1);

    private final UploadSubscriptions uploads;

    YouTubeFetcher(UploadSubscriptions uploads) {
        this.uploads = uploads;
    }

    @Override
    public FetchedPage fetch(
            @Nullable String cursor, SourceSettings settings, SourceSecrets secrets, HttpFetcher http) {
        var key = secrets.newest(API_KEY);
        var callback = settings.text(CALLBACK);
        if (key.isEmpty() && callback.isEmpty()) {
            return new FetchedPage(List.of(), null, false, NOTHING_TO_READ);
        }
        var cursors = AccountCursors.parse(cursor);
        var isBackfill = AccountCursors.backfill(cursor).isPresent();
        var payloads = new ArrayList<SourcePayload>();
        key.ifPresent(each -> payloads.addAll(CommentsFetcher.fetch(cursors, isBackfill, settings, each, http)));
        callback.ifPresent(each -> payloads.addAll(uploads.fetch(each, cursors, settings, secrets, http)));
        return new FetchedPage(payloads, cursors.text(), false, null);
    }
}
