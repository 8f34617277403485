package io.rapport.web.request;

import static io.rapport.web.SampleService.AGENCY_ADMIN;
import static io.rapport.web.SampleService.READER;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.web.HttpTestClient;
import io.rapport.web.WebTestBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entity tags of JSON, and what has none. */
class EntityTagIT extends WebTestBase {

    private static final String THINGS = SHOES + "/things";

    @Test
    void anUnchangedResponseIsNotSentAgain() {
        var first = http().get(THINGS, READER);
        var tag = first.header("ETag");
        assertThat(tag).startsWith("W/\"");
        assertThat(first.header("Cache-Control")).contains("no-store");

        var again = ifNoneMatch(THINGS, tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
    }

    @Test
    void anotherContentHasAnotherTag() {
        var tag = http().get(THINGS, READER).header("ETag");

        var other = ifNoneMatch(THINGS + "?limit=2", tag);
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.header("ETag")).startsWith("W/\"").isNotEqualTo(tag);
    }

    @Test
    void aTagOpensNothingWithoutAToken() {
        var tag = http().get(THINGS, READER).header("ETag");

        assertProblem(http().send("GET", THINGS, "", "If-None-Match", tag), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/written", "/streamed", "/failing", "/nothing"})
    void streamsAndFailuresHaveNoTag(String path) {
        var answer = http().get(SHOES + path, AGENCY_ADMIN);

        assertThat(answer.header("ETag")).isEmpty();
    }

    @Test
    void otherOriginsAreAllowedNothingByDefault() {
        var answer = http().send(
                        "GET", THINGS, "", "Authorization", "Bearer " + READER, "Origin", "https://app.example.com");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    private HttpTestClient.Answer ifNoneMatch(String path, String tag) {
        return http().send("GET", path, "", "Authorization", "Bearer " + READER, "If-None-Match", tag);
    }
}
