package io.rapport.ingest.source.x;

import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.FetchedPage;
import io.rapport.ingest.domain.source.HttpFetcher;
import io.rapport.ingest.domain.source.SourceFetcher;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.AccountCursors;
import io.rapport.ingest.source.payload.PayloadNode;
import io.rapport.ingest.source.payload.PayloadShapeException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the posts that mention the accounts of a connection, for which it needs a bearer token; without one nothing is
 * fetched. The cursor has the newest post of each account. X keeps the newest 800 mentions.
 */
final class XMentionsFetcher implements SourceFetcher {

    static final String BEARER_TOKEN = "bearerToken";

    private static final int MAX_PAGES = 8;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final Duration WITHOUT_TOKEN = Duration.ofHours(1);
    private static final Pattern ID = Pattern.compile("\\d{1,19}");
    private static final String FIELDS = "?max_results=100"
            + "&tweet.fields=author_id,conversation_id,created_at,edit_history_tweet_ids,entities,in_reply_to_user_id,lang,note_tweet,referenced_tweets"
            + "&expansions=author_id,entities.mentions.username,referenced_tweets.id.author_id"
            + "&user.fields=description,location,name,public_metrics,username";

    @Override
    public FetchedPage fetch(
            @Nullable String cursor, SourceSettings settings, SourceSecrets secrets, HttpFetcher http) {
        var token = secrets.newest(BEARER_TOKEN);
        if (token.isEmpty()) {
            return new FetchedPage(List.of(), null, false, WITHOUT_TOKEN);
        }
        var cursors = AccountCursors.parse(cursor);
        var start = AccountCursors.backfill(cursor)
                .map(from -> "&start_time=" + encoded(from))
                .orElse("");
        var payloads = new ArrayList<SourcePayload>();
        for (var account : new TreeSet<>(settings.accounts())) {
            var since = cursors.find(account).map(id -> "&since_id=" + id).orElse(start);
            fetch(account, since, new Session(http, token.get()), cursors, payloads);
        }
        Collections.reverse(payloads);
        return new FetchedPage(payloads, cursors.text(), false, null);
    }

    /** Fetches all new pages of an account, newest first. */
    private static void fetch(
            String account, String since, Session session, AccountCursors cursors, List<SourcePayload> payloads) {
        var address = "https://api.x.com/2/users/" + encoded(account) + "/mentions" + FIELDS + since;
        var next = "";
        for (var pages = 0; pages < MAX_PAGES; pages++) {
            var body = session.get(address + next);
            try {
                var meta = PayloadNode.parse(body).at("meta").requireObject();
                var newest = meta.at("newest_id").id();
                if (newest == null) {
                    return;
                }
                payloads.add(SourcePayload.of(body, "application/json"));
                if (pages == 0 && ID.matcher(newest).matches()) {
                    cursors.set(account, newest);
                }
                var token = meta.at("next_token").text();
                if (token == null) {
                    return;
                }
                next = "&pagination_token=" + encoded(token);
            } catch (PayloadShapeException e) {
                throw new FetchFailedException("X did not answer with mentions: " + e.getMessage());
            }
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private record Session(HttpFetcher http, String token) {

        byte[] get(String address) {
            var response = http.get(URI.create(address), Map.of("Authorization", "Bearer " + token));
            if (response.status() == UNAUTHORIZED || response.status() == FORBIDDEN) {
                var message = "X refuses the bearer token, or the app has no access to mentions.";
                throw response.status() == UNAUTHORIZED
                        ? FetchFailedException.unauthorized(message)
                        : new FetchFailedException(message);
            }
            if (!response.isSuccess()) {
                throw new FetchFailedException("X answered %d.".formatted(response.status()));
            }
            return response.body();
        }
    }
}
