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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the notifications of an account, oldest first. The cursor is the id of the newest one. The first page is the newest
 * notifications; a backfill begins with the oldest that the server still has, because ids do not contain a time.
 *
 * <p>With the setting {@code streaming} a page without new notifications is followed by the stream of the account, which has no
 * cursor: a streamed notification ends the page, and the next one fetches from the cursor on, so that none is left out or
 * delivered twice, wherever the stream is cut. Edits and deletions are read from the stream, and the newest statuses are looked up
 * before each connection, for those that no stream reported.
 */
final class MastodonFetcher implements SourceFetcher {

    private static final int PAGE = 80;
    private static final Pattern ID = Pattern.compile("\\d{1,30}");
    private static final Comparator<String> BY_NUMBER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final KnownStatuses statuses = new KnownStatuses();
    private final Map<String, PendingPage> pending = new ConcurrentHashMap<>();

    /**
     * Streamed events whose page was not published yet, as far as is known: they cannot be fetched again.
     *
     * @param cursor the cursor that is saved when they are acknowledged
     */
    private record PendingPage(String cursor, List<SourcePayload> payloads) {}

    @Override
    public FetchedPage fetch(
            @Nullable String cursor, SourceSettings settings, SourceSecrets secrets, HttpFetcher http) {
        var client = MastodonClient.of(settings, secrets, http);
        var streaming = settings.text("streaming");
        if (streaming.isEmpty()) {
            return notifications(cursor, client);
        }
        var unpublished = pending.get(client.owner());
        if (unpublished != null && !unpublished.cursor().equals(cursor) && !isBackfill(cursor)) {
            return new FetchedPage(unpublished.payloads(), unpublished.cursor(), true, Duration.ZERO);
        }
        pending.remove(client.owner());
        var page = notifications(cursor, client);
        if (page.payloads().isEmpty()) {
            return stream(streaming.get(), client, Objects.requireNonNullElse(page.cursor(), cursor));
        }
        page.payloads().forEach(payload -> statuses.remember(client.owner(), payload));
        return new FetchedPage(page.payloads(), page.cursor(), true, Duration.ZERO);
    }

    private FetchedPage notifications(@Nullable String cursor, MastodonClient client) {
        var id = cursor == null || isBackfill(cursor) ? "0" : cursor.split("~", 2)[0];
        var response = client.get("/api/v1/notifications?limit=" + PAGE + (cursor == null ? "" : "&min_id=" + id));
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

    /** The events of the stream. A stream that cannot be opened leaves the account to the next fetch. */
    private FetchedPage stream(String streaming, MastodonClient client, @Nullable String cursor) {
        var payloads = new ArrayList<>(statuses.lookUp(client));
        var events = new StreamedEvents(client.owner(), statuses);
        var pause = Duration.ZERO;
        try {
            events.receive(streaming, client);
        } catch (FetchFailedException e) {
            pause = e.minimumWait();
        }
        payloads.addAll(events.payloads());
        if (payloads.isEmpty()) {
            return new FetchedPage(List.of(), cursor, events.hasNotification(), pause);
        }
        var next = next(cursor);
        pending.put(client.owner(), new PendingPage(next, payloads));
        return new FetchedPage(payloads, next, events.hasNotification(), pause);
    }

    /** The cursor after streamed events: the same notification, and a number that differs from the one before. */
    private static String next(@Nullable String cursor) {
        var parts = (cursor == null ? "0" : cursor).split("~", 2);
        var number = parts.length < 2 ? 0 : Long.parseLong(parts[1]);
        return parts[0] + "~" + (number + 1);
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
