package io.rapport.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.web.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** The limits of size and time of one body. */
class LimitedRequestTest {

    @Test
    void everyWayOfReadingIsCounted() {
        assertRefused(413, () -> request(10, 11).getInputStream().readAllBytes());
        assertRefused(413, () -> request(10, 11).getReader().read(new char[20]));
        assertRefused(413, () -> {
            var body = request(10, 11).getInputStream();
            while (body.read() >= 0) {}
        });
    }

    @Test
    void aBodyOfTheMaximumSizeIsRead() throws IOException {
        assertThat(request(10, 10).getInputStream().readAllBytes()).hasSize(10);
    }

    @Test
    void aBodyThatIsNotCompleteAtTheDeadlineIsRefused() {
        assertRefused(
                408,
                () -> new LimitedRequest(body(5), 10, Duration.ofSeconds(-1))
                        .getInputStream()
                        .read());
    }

    @Test
    void aStreamIsNotCounted() throws IOException {
        var request = request(10, 11);
        request.allowStream(Duration.ofMinutes(1));

        assertThat(request.getInputStream().readAllBytes()).hasSize(11);
    }

    @Test
    void aStreamIsNotParsedAsAForm() throws IOException {
        var servlet = new MockHttpServletRequest("POST", "/");
        servlet.setContentType("Application/X-www-form-urlencoded; charset=UTF-8");
        servlet.setQueryString("a=1&a=2&b+c=%C3%A9&d");
        servlet.setParameter("body", "field");
        servlet.setContent("body=field".getBytes(StandardCharsets.UTF_8));
        var request = new LimitedRequest(servlet, 10, Duration.ofMinutes(1));
        assertThat(request.getParameter("body")).isEqualTo("field");

        request.allowStream(Duration.ofMinutes(1));

        assertThat(Collections.list(request.getParameterNames())).containsExactly("a", "b c", "d");
        assertThat(request.getParameterValues("a")).containsExactly("1", "2");
        assertThat(request.getParameter("b c")).isEqualTo("é");
        assertThat(request.getParameter("body")).isNull();
        assertThat(request.getInputStream().readAllBytes()).asString().isEqualTo("body=field");
    }

    private static LimitedRequest request(int limit, int size) {
        return new LimitedRequest(body(size), limit, Duration.ofMinutes(1));
    }

    private static MockHttpServletRequest body(int size) {
        var request = new MockHttpServletRequest();
        request.setContent(new byte[size]);
        return request;
    }

    private static void assertRefused(int status, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(status));
    }
}
