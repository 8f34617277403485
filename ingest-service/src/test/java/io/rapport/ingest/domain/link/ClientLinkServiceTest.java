package io.rapport.ingest.domain.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.LinkIssued;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.decision.InMemoryAdminDecisions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClientLinkServiceTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final BrandKey COFFEE = new BrandKey("nord", "coffee");

    private final InMemoryAdminDecisions<LinkIssued> decisions = new InMemoryAdminDecisions<>();
    private int made;
    private final ClientLinkService links = new ClientLinkService(
            new AdminDecisionService<>(decisions, decisions),
            () -> "secret" + ++made,
            secret -> "hash of " + secret,
            password -> password.length() > 3,
            password -> "encoded " + password);

    private static Map<String, Object> bodyWith(String name, Object value) {
        var body = new HashMap<String, Object>(Map.of("name", "Board"));
        body.put(name, value);
        return body;
    }

    @Test
    void returnsTheSecretOnceAndStoresHashes() {
        var issued = links.issue(COFFEE, bodyWith("password", "open sesame"), NOW);

        assertThat(issued.secret()).isEqualTo("secret1");
        assertThat(issued.toString()).doesNotContain("secret1");
        assertThat(issued.link().toString()).doesNotContain("encoded", "hash");
        assertThat(decisions.topic).containsOnly(Map.entry(issued.link().key(), issued.link()));
        assertThat(issued.link()).satisfies(link -> {
            assertThat(link.hash()).isEqualTo("hash of secret1");
            assertThat(link.password()).isEqualTo("encoded open sesame");
            assertThat(link.month()).isNull();
            assertThat(link.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(30)));
        });
    }

    @Test
    void isLimitedToAMonthAndInTime() {
        var body = bodyWith("month", "2026-10");
        body.put("days", "7");

        var link = links.issue(COFFEE, body, NOW).link();

        assertThat(link.month()).isEqualTo("2026-10");
        assertThat(link.password()).isNull();
        assertThat(link.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void isRevokedInItsBrandOnly() {
        var id = links.issue(COFFEE, bodyWith("days", 1), NOW).link().id();

        assertThat(links.revoke(new BrandKey("nord", "hats"), id)).isFalse();
        assertThat(links.revoke(new BrandKey("sued", "coffee"), id)).isFalse();
        assertThat(links.revoke(COFFEE, new UUID(0, 0))).isFalse();
        assertThat(links.revoke(COFFEE, id)).isTrue();
        assertThat(decisions.topic).isEmpty();
    }

    @Test
    void rejectsInvalidRequests() {
        assertThatThrownBy(() -> links.issue(COFFEE, bodyWith("name", " "), NOW))
                .hasMessageStartingWith("name is missing");
        assertThatThrownBy(() -> links.issue(COFFEE, bodyWith("month", "2026-13"), NOW))
                .hasMessageContaining("has to be a month");
        assertThatThrownBy(() -> links.issue(COFFEE, bodyWith("days", 0), NOW)).hasMessageContaining("from 1 to 366");
        assertThatThrownBy(() -> links.issue(COFFEE, bodyWith("days", 367), NOW))
                .hasMessageContaining("0 to 366");
        assertThatThrownBy(() -> links.issue(COFFEE, bodyWith("password", "abc"), NOW))
                .hasMessageContaining("12 characters");
    }
}
