package io.rapport.ingest.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.web.problem.ProblemException;
import io.rapport.web.request.StreamedBody;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

class QuotaInterceptorTest {

    private final QuotaInterceptor interceptor = new QuotaInterceptor(new QuotaControl(5, () -> 0), 2);
    private final Door door = new Door();

    /** A controller with and without a streamed body. */
    public static final class Door {
        @StreamedBody
        public void streamed() {}

        public void other() {}
    }

    private HandlerMethod method(String name) {
        try {
            return new HandlerMethod(door, name);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private MockHttpServletRequest start(String agency) {
        var request = new MockHttpServletRequest();
        request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of("agency", agency));
        assertThat(interceptor.preHandle(request, new MockHttpServletResponse(), method("streamed")))
                .isTrue();
        return request;
    }

    private void end(MockHttpServletRequest request) {
        interceptor.afterCompletion(request, new MockHttpServletResponse(), method("streamed"), null);
    }

    private void assertRefused(String agency) {
        assertThatThrownBy(() -> start(agency))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(429));
    }

    @Test
    void requestsAtOnceAreLimitedForEachAgency() {
        var first = start("nord");
        start("nord");
        assertRefused("nord");
        start("west");

        end(first);
        end(first);
        start("nord");
        assertRefused("nord");
    }

    @Test
    void requestsOfAMinuteAreLimitedForEachAgency() {
        for (var sent = 0; sent < 5; sent++) {
            end(start("nord"));
        }
        assertRefused("nord");
        end(start("west"));
    }

    @Test
    void otherRequestsAreNotCounted() {
        for (var sent = 0; sent < 10; sent++) {
            var request = new MockHttpServletRequest();
            request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of("agency", "nord"));
            interceptor.preHandle(request, new MockHttpServletResponse(), method("other"));
            end(request);
        }
        start("nord");
    }
}
