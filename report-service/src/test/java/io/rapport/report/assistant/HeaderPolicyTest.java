package io.rapport.report.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.server.transport.ServerTransportSecurityException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderPolicyTest {

    private final HeaderPolicy policy = new HeaderPolicy(List.of("https://app.example.com"));

    @ParameterizedTest
    @CsvSource({
        "rapport.agency.example, https://app.example.com,         true",
        "rapport.agency.example, https://app.example.com.evil,    false",
        "localhost:8080,         http://localhost:8080,           true",
        "127.0.0.1:8080,         http://127.0.0.1:8080,           true",
        "[::1]:8080,             https://[::1]:8080,              true",
        "127.0.0.1:8080,         http://localhost:8080,           false",
        "127.0.0.1:8080,         http://127.0.0.1:9090,           false",
        "127.0.0.1.evil:8080,    http://127.0.0.1.evil:8080,      false",
        "rapport.agency.example, 'null',                          false",
        "rapport.agency.example, '',                              false",
    })
    void onlyOriginsThatAreListedOrCannotBeRebound(String host, String origin, boolean permitted) {
        assertThat(isPermitted(Map.of("host", List.of(host), "origin", List.of(origin))))
                .isEqualTo(permitted);
    }

    @Test
    void aNameThatLeadsHereMayBeThatOfAnotherSite() {
        var rebound = Map.of("Host", List.of("evil.example:8080"), "Origin", List.of("http://evil.example:8080"));

        assertThat(isPermitted(rebound)).isFalse();
    }

    @Test
    void programsSendNoOrigin() {
        assertThat(isPermitted(Map.of("Host", List.of("rapport.agency.example"))))
                .isTrue();
    }

    private boolean isPermitted(Map<String, List<String>> headers) {
        try {
            policy.validateHeaders(headers);
            return true;
        } catch (ServerTransportSecurityException e) {
            assertThat(e.getStatusCode()).isEqualTo(403);
            return false;
        }
    }
}
