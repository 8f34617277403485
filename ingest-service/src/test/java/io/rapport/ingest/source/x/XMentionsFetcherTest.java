package io.rapport.ingest.source.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.FetchedPage;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.ScriptedHttp;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class XMentionsFetcherTest {

    private static final SourceSettings TWO = new SourceSettings(Set.of("100", "200"), Map.of());
    private static final SourceSecrets TOKEN = new SourceSecrets(Map.of("bearerToken", List.of("t")));
    private static final String NOTHING = "{'meta':{'result_count':0}}";

    private static FetchedPage fetch(@Nullable String cursor, ScriptedHttp http) {
        return new XMentionsFetcher().fetch(cursor, TWO, TOKEN, http);
    }

    @Test
    void eachAccountHasItsOwnCursor() {
        var http = new ScriptedHttp(200, "{'data':[],'meta':{'newest_id':'9'}}", NOTHING, NOTHING, NOTHING);

        var page = fetch(null, http);
        fetch(page.cursor(), http);

        assertThat(page.payloads()).hasSize(1);
        assertThat(page.cursor()).isEqualTo("{\"100\":\"9\"}");
        assertThat(http.requests)
                .extracting(uri -> uri.getPath())
                .containsExactly(
                        "/2/users/100/mentions",
                        "/2/users/200/mentions",
                        "/2/users/100/mentions",
                        "/2/users/200/mentions");
        assertThat(http.requests.get(2).getQuery()).contains("since_id=9");
        assertThat(http.requests.get(3).getQuery()).doesNotContain("since_id");
        assertThat(http.headers).allMatch(sent -> sent.get("Authorization").equals("Bearer t"));
    }

    @Test
    void olderPagesAreFetchedTooAndTheCursorIsTheNewestOfAll() {
        var http = new ScriptedHttp(
                200,
                "{'data':[{'id':'9'}],'meta':{'newest_id':'9','next_token':'n 1'}}",
                "{'data':[{'id':'8'}],'meta':{'newest_id':'8'}}",
                NOTHING);

        var page = fetch("{\"100\":\"7\"}", http);

        assertThat(page.cursor()).isEqualTo("{\"100\":\"9\"}");
        assertThat(page.payloads())
                .as("oldest first")
                .extracting(payload -> payload.text().contains("\"8\""))
                .containsExactly(true, false);
        assertThat(http.requests.get(1).getRawQuery())
                .contains("pagination_token=n+1")
                .contains("since_id=7");
    }

    @Test
    void aBackfillBeginsAtItsTime() {
        var http = new ScriptedHttp(200, NOTHING, NOTHING);

        assertThat(fetch("from:2026-01-31T00:00:00Z", http).cursor()).isEqualTo("{}");
        assertThat(http.requests.get(0).getQuery()).contains("start_time=2026-01-31T00:00:00Z");
    }

    @Test
    void withoutATokenNothingIsFetched() {
        var http = new ScriptedHttp(200);

        assertThat(new XMentionsFetcher()
                        .fetch(null, TWO, SourceSecrets.NONE, http)
                        .payloads())
                .isEmpty();
        assertThat(http.requests).isEmpty();
    }

    @Test
    void otherAnswersAreFailures() {
        assertThatThrownBy(() -> fetch(null, new ScriptedHttp(401, "{}")))
                .isInstanceOf(FetchFailedException.class)
                .hasMessageContaining("bearer token");
        assertThatThrownBy(() -> fetch(null, new ScriptedHttp(200, "<html>"))).isInstanceOf(FetchFailedException.class);
        assertThatThrownBy(() -> fetch(null, new ScriptedHttp(200, "{}"))).isInstanceOf(FetchFailedException.class);
    }
}
