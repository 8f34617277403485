package io.rapport.ingest.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.access.Scope;
import io.rapport.contracts.access.TokenIssued;
import io.rapport.ingest.domain.decision.AdminDecision;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.decision.InMemoryAdminDecisions;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.delivery.StateNotLoadedException;
import io.rapport.ingest.domain.input.SampleRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccessTokenServiceTest {

    private final InMemoryAdminDecisions<TokenIssued> decisions = new InMemoryAdminDecisions<>();
    private int made;
    private final AccessTokenService tokens = new AccessTokenService(
            new AdminDecisionService<>(decisions, decisions), () -> "secret" + ++made, token -> "hash of " + token);

    private static Map<String, Object> body() {
        return new HashMap<>(Map.of("name", "Feed", "scopes", List.of("ingest", "READ"), "brands", List.of("acme")));
    }

    private static Map<String, Object> bodyWith(String name, Object value) {
        var body = body();
        body.put(name, value);
        return body;
    }

    @Test
    void returnsTheTokenOnceAndStoresItsHash() {
        var issued = tokens.issue("nord", body(), SampleRows.NOW);

        assertThat(issued.token()).isEqualTo("secret1");
        assertThat(issued.event().hash()).isEqualTo("hash of secret1");
        assertThat(issued.event().scopes()).containsExactly(Scope.INGEST, Scope.READ);
        assertThat(issued.toString()).doesNotContain("secret1");
        assertThat(decisions.topic).containsValue(issued.event());
    }

    @Test
    void revokesAToken() {
        var id = tokens.issue("nord", body(), SampleRows.NOW).event().id();

        assertThat(tokens.revoke("other", id)).isFalse();
        assertThat(tokens.revoke("nord", new UUID(0, 0))).isFalse();
        assertThat(tokens.revoke("nord", id)).isTrue();
        assertThat(decisions.topic).isEmpty();
    }

    @Test
    void revokesATokenAfterTheStoreWasLost() {
        var id = tokens.issue("nord", body(), SampleRows.NOW).event().id();
        decisions.stored.clear();

        decisions.unread = true;
        assertThatThrownBy(() -> tokens.revoke("nord", id)).isInstanceOf(StateNotLoadedException.class);
        assertThatThrownBy(() -> tokens.issue("nord", body(), SampleRows.NOW))
                .isInstanceOf(StateNotLoadedException.class);
        assertThat(decisions.stored).isEmpty();

        decisions.unread = false;
        assertThat(tokens.revoke("nord", id)).isTrue();
        assertThat(decisions.topic).isEmpty();
    }

    @Test
    void withdrawsATokenThatWasNotPublished() {
        decisions.brokerAway = true;

        assertThatThrownBy(() -> tokens.issue("nord", body(), SampleRows.NOW))
                .isInstanceOf(DeliveryFailedException.class);

        assertThat(decisions.stored.values()).singleElement().matches(AdminDecision::withdrawn);
        assertThat(decisions.findPendingKeys()).hasSize(1);
    }

    @Test
    void rejectsInvalidRequests() {
        assertThatThrownBy(() -> tokens.issue("nord", bodyWith("name", " "), SampleRows.NOW))
                .hasMessageStartingWith("name is missing");
        assertThatThrownBy(() -> tokens.issue("nord", bodyWith("scopes", List.of()), SampleRows.NOW))
                .hasMessageStartingWith("scopes is missing");
        assertThatThrownBy(() -> tokens.issue("nord", bodyWith("scopes", List.of("all")), SampleRows.NOW))
                .hasMessage("scopes is 'all'; known are INGEST, READ, ADMIN.");
        assertThatThrownBy(() -> tokens.issue("nord", bodyWith("brands", List.of("a b")), SampleRows.NOW))
                .hasMessageContaining("not a brand name");
        assertThatThrownBy(() -> tokens.issue("nord", bodyWith("expiresAt", "2026-01-01T00:00:00Z"), SampleRows.NOW))
                .hasMessageContaining("has passed");
        assertThatThrownBy(() -> tokens.issue("nord", bodyWith("expiresAt", "soon"), SampleRows.NOW))
                .hasMessageContaining("ISO 8601");
    }
}
