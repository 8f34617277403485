package io.rapport.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.access.Scope;
import io.rapport.messaging.json.Json;
import io.rapport.web.auth.Caller;
import io.rapport.web.problem.ProblemWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class RequestRateInterceptorTest {

    private final AtomicLong nanos = new AtomicLong();
    private final RequestRateInterceptor rates =
            new RequestRateInterceptor(6, nanos::get, new ProblemWriter(Json.requestMapper()));

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aTokenBeyondItsMinuteIsRefusedWithTheTimeToWait() throws IOException {
        for (var i = 0; i < 6; i++) {
            assertThat(send("a", "north", "/v1/agencies/north/brands").getStatus())
                    .isEqualTo(200);
        }
        var refused = send("a", "north", "/v1/agencies/north/brands");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("10");
        assertThat(refused.getContentAsString()).contains("too-many-requests", "6 requests per minute");

        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(send("a", "north", "/v1/x").getStatus()).isEqualTo(200);
        assertThat(send("a", "north", "/v1/x").getStatus()).isEqualTo(429);
    }

    @Test
    void tokensAndAgenciesAreCountedApartAndPagesAndTheAdministratorAreNotLimited() throws IOException {
        for (var i = 0; i < 6; i++) {
            send("a", "north", "/v1/x");
        }
        assertThat(send("b", "north", "/v1/x").getStatus()).isEqualTo(200);
        assertThat(send("a", "south", "/v1/x").getStatus()).isEqualTo(200);
        assertThat(send("a", "north", "/agencies/north").getStatus()).isEqualTo(200);
        for (var i = 0; i < 20; i++) {
            assertThat(send("administrator", null, "/v1/x").getStatus()).isEqualTo(200);
        }
    }

    private MockHttpServletResponse send(String name, @Nullable String agency, String path) throws IOException {
        var caller = new Caller(name, agency, Set.of(), Set.of(Scope.READ), null, null);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(caller, null));
        var response = new MockHttpServletResponse();
        rates.preHandle(new MockHttpServletRequest("GET", path), response, new Object());
        return response;
    }
}
