package io.rapport.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.access.SessionCredential;
import io.rapport.contracts.access.SessionOpened;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionTableTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final SessionTable table = new SessionTable();

    @Test
    void aClosedSessionStaysClosed() {
        table.change("a", session("a", 1));
        assertThat(table.find("a")).isPresent();

        table.change("a", null);
        table.change("a", session("a", 1).usedAt(NOW.plusSeconds(5)));

        assertThat(table.find("a")).isEmpty();
    }

    @Test
    void expiredSessionsTakeNoMemory() {
        table.change("a", session("a", 1));
        table.change("b", session("b", 2));
        table.change("c", session("c", 1));
        table.change("c", null);
        table.change("unknown", null);

        table.purge(NOW.plus(Duration.ofDays(1)));

        assertThat(table.size()).isEqualTo(1);
        assertThat(table.find("b")).isPresent();
    }

    private static SessionOpened session(String hash, int days) {
        return new SessionOpened(
                hash, SessionCredential.TOKEN, "reference", null, null, NOW, NOW, NOW.plus(Duration.ofDays(days)));
    }
}
