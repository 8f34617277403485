package io.rapport.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.web.problem.ProblemException;
import java.io.IOException;
import java.time.Duration;
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
