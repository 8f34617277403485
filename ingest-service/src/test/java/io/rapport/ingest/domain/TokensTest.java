package io.rapport.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.access.Scope;
import io.rapport.contracts.access.TokenIssued;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TokensTest {

    private final MemoryDecisions<TokenIssued> decisions = new MemoryDecisions<>();
    private int made;
    private final Tokens tokens =
            new Tokens(new Decisions<>(decisions, decisions), () -> "secret" + ++made, token -> "hash of " + token);

    private static Map<String, Object> body() {
        return new HashMap<>(Map.of("name", "Feed", "scopes", List.of("ingest", "READ"), "brands", List.of("acme")));
    }

    private static Map<String, Object> bodyWith(String name, Object value) {
        var body = body();
        body.put(name, value);
        return body;
    }

    @Test
    void isShownOnceAndKeptAsAHash() {
        var issued = tokens.issue("nord", body(), Samples.NOW);

        assertThat(issued.token()).isEqualTo("secret1");
        assertThat(issued.issued().hash()).isEqualTo("hash of secret1");
        assertThat(issued.issued().scopes()).containsExactly(Scope.INGEST, Scope.READ);
        assertThat(issued.toString()).doesNotContain("secret1");
        assertThat(decisions.topic).containsValue(issued.issued());
    }

    @Test
    void isGoneWhenRevoked() {
        var id = tokens.issue("nord", body(), Samples.NOW).issued().id();

        assertThat(tokens.revoke("other", id)).isFalse();
        assertThat(tokens.revoke("nord", new UUID(0, 0))).isFalse();
        assertThat(tokens.revoke("nord", id)).isTrue();
        assertThat(decisions.topic).isEmpty();
    }

    @Test
    void isGoneWhenRevokedThoughTheStoreWasLost() {
        var id = tokens.issue("nord", body(), Samples.NOW).issued().id();
        decisions.stored.clear();

        decisions.unread = true;
        assertThatThrownBy(() -> tokens.revoke("nord", id)).isInstanceOf(NotReadYet.class);
        assertThatThrownBy(() -> tokens.issue("nord", body(), Samples.NOW)).isInstanceOf(NotReadYet.class);
        assertThat(decisions.stored).isEmpty();

        decisions.unread = false;
        assertThat(tokens.revoke("nord", id)).isTrue();
        assertThat(decisions.topic).isEmpty();
    }

    @Test
    void nobodyHasATokenThatWasNotAnnounced() {
        decisions.brokerAway = true;

        assertThatThrownBy(() -> tokens.issue("nord", body(), Samples.NOW)).isInstanceOf(NotDelivered.class);

        assertThat(decisions.stored.values()).singleElement().matches(Decision::withdrawn);
        assertThat(decisions.pending()).hasSize(1);
    }

    @Test
    void refusesWhatATokenCannotHave() {
        assertThatThrownBy(() -> tokens.issue("nord", bodyWith("name", " "), Samples.NOW))
                .hasMessageStartingWith("name is missing");
        assertThatThrownBy(() -> tokens.issue("nord", bodyWith("scopes", List.of()), Samples.NOW))
                .hasMessageStartingWith("scopes is missing");
        assertThatThrownBy(() -> tokens.issue("nord", bodyWith("scopes", List.of("all")), Samples.NOW))
                .hasMessage("scopes is 'all'; known are INGEST, READ, ADMIN.");
        assertThatThrownBy(() -> tokens.issue("nord", bodyWith("brands", List.of("a b")), Samples.NOW))
                .hasMessageContaining("no brand's name");
        assertThatThrownBy(() -> tokens.issue("nord", bodyWith("expiresAt", "2026-01-01T00:00:00Z"), Samples.NOW))
                .hasMessageContaining("has passed");
        assertThatThrownBy(() -> tokens.issue("nord", bodyWith("expiresAt", "soon"), Samples.NOW))
                .hasMessageContaining("ISO 8601");
    }
}
