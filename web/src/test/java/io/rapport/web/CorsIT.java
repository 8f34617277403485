package io.rapport.web;

import static io.rapport.web.SampleService.READER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** Scripts of other origins, with two of them configured. */
@TestPropertySource(properties = "rapport.web.cors-origins=https://app.example.com,http://localhost:3000")
class CorsIT extends WebTestBase {

    @Test
    void scriptsOfConfiguredOriginsMayCallTheApi() {
        var preflight = http().send(
                        "OPTIONS",
                        SHOES + "/things",
                        "",
                        "Origin",
                        "https://app.example.com",
                        "Access-Control-Request-Method",
                        "GET",
                        "Access-Control-Request-Headers",
                        "authorization,if-none-match");
        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example.com");
        assertThat(preflight.header("Access-Control-Allow-Credentials")).isEmpty();

        var answer = http().send(
                        "GET",
                        SHOES + "/things",
                        "",
                        "Authorization",
                        "Bearer " + READER,
                        "Origin",
                        "https://app.example.com");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example.com");
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("ETag", "Retry-After");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "http://app.example.com", "https://app.example.com.evil.example", "null"
            })
    void scriptsOfOtherOriginsMayNot(String origin) {
        var answer = http().send("GET", SHOES + "/things", "", "Authorization", "Bearer " + READER, "Origin", origin);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.body()).doesNotContain("things");
    }
}
