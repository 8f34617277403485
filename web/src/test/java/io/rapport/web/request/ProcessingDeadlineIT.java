package io.rapport.web.request;

import static io.rapport.web.SampleService.AGENCY_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.web.WebTestBase;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A request that is processed longer than its limit is ended, and its thread serves other requests. */
@TestPropertySource(
        properties = {"rapport.web.deadline=300ms", "server.tomcat.threads.max=2", "server.tomcat.threads.min-spare=2"})
class ProcessingDeadlineIT extends WebTestBase {

    @Test
    void aWaitWithoutEndIsEnded() {
        for (var request = 0; request < 5; request++) {
            assertProblem(http().get(SHOES + "/waiting", AGENCY_ADMIN), 503, "processing-too-long");
        }
    }

    @Test
    void theThreadIsNotLeftInterrupted() {
        for (var request = 0; request < 4; request++) {
            http().get(SHOES + "/waiting", AGENCY_ADMIN);
            assertThat(http().get(SHOES + "/interrupted", AGENCY_ADMIN).body()).isEqualTo("false");
        }
    }

    @Test
    void aStreamedBodyHasMoreTime() {
        var response = new RawHttpClient(http().port())
                .send(
                        "POST " + SHOES + "/waiting HTTP/1.1\r\nAuthorization: Bearer " + AGENCY_ADMIN
                                + "\r\nContent-Length: 2\r\n",
                        out -> {
                            out.write('a');
                            out.flush();
                            awaitTwoDeadlines();
                            out.write('b');
                        });

        assertThat(response).startsWith("HTTP/1.1 200").endsWith("2");
    }

    /** Two other requests are ended one after the other, each at its deadline. */
    private void awaitTwoDeadlines() {
        http().get(SHOES + "/waiting", AGENCY_ADMIN);
        http().get(SHOES + "/waiting", AGENCY_ADMIN);
    }
}
