package io.rapport.ingest.source.mastodon;

import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.FetchedPage;
import io.rapport.ingest.domain.source.HttpContent;
import io.rapport.ingest.domain.source.HttpFetcher;
import io.rapport.ingest.domain.source.SourceFetcher;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.AccountCursors;
import io.rapport.ingest.source.payload.PayloadNode;
import io.rapport.ingest.source.payload.PayloadShapeException;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the notifications of an account, oldest first. The cursor is the id of the newest one. The first page is the newest
 * notifications; a backfill begins with the oldest that the server still has, because ids do not contain a time.
 */
final class MastodonFetcher implements SourceFetcher {

    static final String ACCESS_TOKEN = "accessToken";

    private static final int PAGE = 80;
    private static final Pattern ID = Pattern.compile("\\d{1,30}");
    private static final Comparator<String> BY_NUMBER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    @Override
    public FetchedPage fetch(
            @Nullable String cursor, SourceSettings settings, SourceSecrets secrets, HttpFetcher http) {
        var token = secrets.newest(ACCESS_TOKEN)
                .orElseThrow(() -> new FetchFailedException("The connection has no access token."));
        var response = http.get(address(cursor, settings), Map.of("Authorization", "Bearer " + token));
        if (!response.isSuccess()) {
            throw new FetchFailedException(
                    response.status() == 401 || response.status() == 403
                            ? "The server refuses the access token: it needs the scope read:notifications."
                            : "The server answered %d.".formatted(response.status()));
        }
        var ids = ids(response);
        var newest = ids.stream().max(BY_NUMBER).orElse(null);
        var payload = SourcePayload.of(
                response.body(), response.header("content-type").orElse("application/json"));
        return new FetchedPage(
                ids.isEmpty() ? List.of() : List.of(payload),
                newest != null ? newest : isBackfill(cursor) ? "0" : null,
                cursor != null && ids.size() >= PAGE,
                null);
    }

    private static URI address(@Nullable String cursor, SourceSettings settings) {
        var server = settings.text("server")
                .orElseThrow(() ->
                        new FetchFailedException("The setting server is missing, such as https://mastodon.social."));
        var after = cursor == null ? "" : "&min_id=" + (isBackfill(cursor) ? "0" : cursor);
        try {
            return URI.create(server.strip().replaceAll("/+$", "") + "/api/v1/notifications?limit=" + PAGE + after);
        } catch (IllegalArgumentException e) {
            throw new FetchFailedException("The setting server is no address, such as https://mastodon.social.");
        }
    }

    private static boolean isBackfill(@Nullable String cursor) {
        return AccountCursors.backfill(cursor).isPresent();
    }

    private static List<String> ids(HttpContent response) {
        try {
            return PayloadNode.parse(response.body()).requiredElements().stream()
                    .map(notification -> notification.at("id").requiredId())
                    .filter(id -> ID.matcher(id).matches())
                    .toList();
        } catch (PayloadShapeException e) {
            throw new FetchFailedException("The server did not answer with notifications: " + e.getMessage());
        }
    }
}
