package io.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The sample service on a port of its own, one for all tests with the same settings. */
@SpringBootTest(
        classes = SampleService.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"rapport.admin-token=" + SampleService.ADMINISTRATOR, "spring.application.name=sample"})
public abstract class WebTestBase {

    public static final String SHOES = "/v1/agencies/acme/brands/shoes";

    @LocalServerPort
    int port;

    public HttpTestClient http() {
        return new HttpTestClient(port);
    }

    public static void assertProblem(HttpTestClient.Answer answer, int status, String slug) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        var body = answer.json();
        assertThat(body.get("status").asInt()).isEqualTo(status);
        assertThat(body.get("type").asString()).isEqualTo("urn:rapport:problem:" + slug);
        assertThat(body.get("title").asString()).isNotBlank();
        assertThat(body.get("detail").asString()).isNotBlank();
        assertThat(answer.body()).doesNotContain("io.rapport", "Exception", "springframework", "acme-", "trace");
    }
}
