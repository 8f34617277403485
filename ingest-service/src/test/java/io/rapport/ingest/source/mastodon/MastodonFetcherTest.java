package io.rapport.ingest.source.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.FetchedPage;
import io.rapport.ingest.domain.source.HttpContent;
import io.rapport.ingest.domain.source.HttpFetcher;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MastodonFetcherTest {

    private static final SourceSettings SETTINGS =
            new SourceSettings(Set.of("acme@h.example"), Map.of("server", "https://h.example/"));
    private static final SourceSecrets SECRETS = new SourceSecrets(Map.of("accessToken", List.of("t")));

    private final List<URI> asked = new ArrayList<>();

    private FetchedPage fetch(@Nullable String cursor, int status, String body) {
        return new MastodonFetcher().fetch(cursor, SETTINGS, SECRETS, new HttpFetcher() {
            @Override
            public HttpContent get(URI uri, Map<String, String> headers) {
                asked.add(uri);
                assertThat(headers).containsEntry("Authorization", "Bearer t");
                return new HttpContent(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public HttpContent post(URI uri, Map<String, String> headers, byte[] body) {
                throw new UnsupportedOperationException();
            }
        });
    }

    private static String notifications(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj("{\"id\":\"%d\"}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void theNewestIdIsTheCursor() {
        var first = fetch(null, 200, notifications(98, 5));

        assertThat(first.cursor()).as("a larger number, not a later text").isEqualTo("102");
        assertThat(first.payloads()).hasSize(1);
        assertThat(first.more()).isFalse();
        assertThat(fetch("102", 200, notifications(103, 80)).more()).isTrue();
        assertThat(asked)
                .map(URI::toString)
                .containsExactly(
                        "https://h.example/api/v1/notifications?limit=80",
                        "https://h.example/api/v1/notifications?limit=80&min_id=102");
    }

    @Test
    void nothingNewKeepsTheCursor() {
        var page = fetch("102", 200, "[]");

        assertThat(page.cursor()).isNull();
        assertThat(page.payloads()).isEmpty();
        assertThat(page.more()).isFalse();
    }

    @Test
    void aBackfillBeginsWithTheOldest() {
        assertThat(fetch("from:2026-01-01T00:00:00Z", 200, "[]").cursor()).isEqualTo("0");
        assertThat(asked.get(0).toString()).endsWith("&min_id=0");
    }

    @Test
    void otherAnswersAreFailures() {
        assertThatThrownBy(() -> fetch(null, 401, "{}"))
                .isInstanceOf(FetchFailedException.class)
                .hasMessageContaining("access token");
        assertThatThrownBy(() -> fetch(null, 404, "")).isInstanceOf(FetchFailedException.class);
        assertThatThrownBy(() -> fetch(null, 200, "<html>")).isInstanceOf(FetchFailedException.class);
        assertThatThrownBy(() -> fetch(null, 200, "[{}]")).isInstanceOf(FetchFailedException.class);
    }

    @Test
    void theServerHasToBeSet() {
        var source = new MastodonSource();
        var several = new SourceSettings(Set.of("a", "b"), Map.of("server", "https://h.example"));

        assertThatThrownBy(() -> source.requireValid(new SourceSettings(Set.of("a"), Map.of())))
                .isInstanceOf(InputRejectedException.class);
        assertThatThrownBy(() -> source.requireValid(several)).isInstanceOf(InputRejectedException.class);
        source.requireValid(SETTINGS);
    }
}
