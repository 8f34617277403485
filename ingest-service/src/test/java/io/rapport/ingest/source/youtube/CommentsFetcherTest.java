package io.rapport.ingest.source.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.FetchedPage;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.ScriptedHttp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommentsFetcherTest {

    private static final SourceSettings CHANNEL = new SourceSettings(Set.of("UCacme"), Map.of());
    private static final SourceSecrets KEY = new SourceSecrets(Map.of("apiKey", List.of("k")));

    private static final YouTubeFetcher FETCHER = new YouTubeFetcher(
            new UploadSubscriptions("https://hub.example", "https://feeds.example?", Clock.systemUTC()));

    private static FetchedPage fetch(@Nullable String cursor, ScriptedHttp http) {
        return FETCHER.fetch(cursor, CHANNEL, KEY, http);
    }

    private static String thread(String id, int minute, String replies) {
        return "{'kind':'youtube#commentThread','id':'%s','snippet':{'topLevelComment':{'snippet':{'publishedAt':'2026-01-01T00:%02d:00Z'}}},'replies':{'comments':[%s]}}"
                .formatted(id, minute, replies);
    }

    @Test
    void onlyThreadsThatChangedAreMapped() {
        var list = "{'items':[" + thread("b", 20, "") + "," + thread("a", 10, "") + "]}";
        var later = "{'items':[" + thread("b", 20, "") + ","
                + thread(
                        "a",
                        10,
                        "{'snippet':{'publishedAt':'2026-01-01T00:10:00Z','updatedAt':'2026-01-01T00:30:00Z'}}")
                + "]}";
        var http = new ScriptedHttp(200, list, later, later);

        var first = fetch(null, http);
        var second = fetch(first.cursor(), http);
        var third = fetch(second.cursor(), http);

        assertThat(first.payloads()).hasSize(2);
        assertThat(first.cursor()).isEqualTo("{\"UCacme\":\"2026-01-01T00:20:00Z\"}");
        assertThat(second.payloads())
                .singleElement()
                .matches(payload -> payload.text().contains("\"a\""));
        assertThat(third.payloads()).isEmpty();
        assertThat(http.requests).allMatch(uri -> uri.getQuery().endsWith("allThreadsRelatedToChannelId=UCacme"));
        assertThat(http.headers).allMatch(sent -> sent.equals(Map.of("X-Goog-Api-Key", "k")));
    }

    @Test
    void aBackfillLooksAtOlderPagesToo() {
        var http = new ScriptedHttp(
                200,
                "{'items':[" + thread("b", 20, "") + "],'nextPageToken':'n'}",
                "{'items':[" + thread("a", 10, "") + "]}");

        assertThat(fetch("from:2026-01-01T00:00:00Z", http).payloads()).hasSize(2);
        assertThat(http.requests.get(1).getQuery()).endsWith("pageToken=n");
    }

    @Test
    void withoutAKeyNothingIsFetched() {
        var http = new ScriptedHttp(200);

        assertThat(FETCHER.fetch(null, CHANNEL, SourceSecrets.NONE, http).payloads())
                .isEmpty();
        assertThat(http.requests).isEmpty();
    }

    @Test
    void otherAnswersAreFailures() {
        assertThatThrownBy(() -> fetch(null, new ScriptedHttp(403, "{}")))
                .isInstanceOf(FetchFailedException.class)
                .hasMessageContaining("quota");
        assertThatThrownBy(() -> fetch(null, new ScriptedHttp(200, "{}"))).isInstanceOf(FetchFailedException.class);
        assertThatThrownBy(() -> fetch(null, new ScriptedHttp(200, "{'items':[{}]}")))
                .isInstanceOf(FetchFailedException.class);
    }
}
