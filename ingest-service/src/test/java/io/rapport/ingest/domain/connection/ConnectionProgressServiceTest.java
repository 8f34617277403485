package io.rapport.ingest.domain.connection;

import static io.rapport.ingest.domain.connection.ConnectionFixture.KEY;
import static io.rapport.ingest.domain.connection.ConnectionFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.connection.ConnectionProgressed;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.decision.InMemoryAdminDecisions;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionProgressServiceTest {

    private final InMemoryAdminDecisions<ConnectionProgressed> decisions = new InMemoryAdminDecisions<>();
    private final ConnectionFixture.Directory directory = new ConnectionFixture.Directory();
    private final ConnectionProgressService progress =
            new ConnectionProgressService(new AdminDecisionService<>(decisions, decisions), directory);

    @BeforeEach
    void connect() {
        directory.connections.put(KEY, ConnectionFixture.connection());
    }

    @Test
    void countsAreAddedUpAndStoredOnce() {
        progress.record(KEY, ProgressDelta.delivered(Map.of("accepted", 2L), NOW));
        progress.record(KEY, ProgressDelta.delivered(Map.of("accepted", 1L, "ignored", 1L), NOW.plusSeconds(1)));
        assertThat(progress.find(KEY).orElseThrow().counts()).isEqualTo(Map.of("accepted", 3L, "ignored", 1L));
        assertThat(decisions.saves).isZero();

        progress.flush(NOW);
        progress.flush(NOW);

        assertThat(decisions.saves).isOne();
        assertThat(decisions.topic.get(KEY.key()).counts()).isEqualTo(Map.of("accepted", 3L, "ignored", 1L));
        assertThat(progress.find(KEY).orElseThrow().receivedAt()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void aCursorThatABackfillChangedMeanwhileStays() {
        progress.saveCursor(KEY, ProgressDelta.fetched(Map.of(), "10", NOW), null, NOW);
        progress.save(KEY, ProgressDelta.moved("from:2026-01-01T00:00:00Z"), NOW);

        progress.saveCursor(KEY, ProgressDelta.fetched(Map.of("accepted", 1L), "11", NOW), "10", NOW);

        assertThat(progress.find(KEY).orElseThrow().cursor()).isEqualTo("from:2026-01-01T00:00:00Z");
        assertThat(progress.find(KEY).orElseThrow().counts()).containsEntry("accepted", 1L);
    }

    @Test
    void aChangeThatCouldNotBeStoredIsKept() {
        progress.record(KEY, ProgressDelta.delivered(Map.of("accepted", 2L), NOW));
        decisions.unread = true;
        assertThatThrownBy(() -> progress.flush(NOW)).isInstanceOf(RuntimeException.class);
        decisions.unread = false;

        progress.flush(NOW);

        assertThat(decisions.topic.get(KEY.key()).counts()).containsEntry("accepted", 2L);
    }

    @Test
    void anUnavailableBrokerDoesNotCountTwice() {
        progress.record(KEY, ProgressDelta.delivered(Map.of("accepted", 2L), NOW));
        decisions.brokerAway = true;
        progress.flush(NOW);
        decisions.brokerAway = false;
        progress.flush(NOW);

        assertThat(progress.find(KEY).orElseThrow().counts()).containsEntry("accepted", 2L);
    }

    @Test
    void theProgressOfADeletedConnectionIsNotStoredAgain() {
        progress.save(KEY, ProgressDelta.moved("10"), NOW);
        progress.delete(KEY);
        directory.connections.clear();
        progress.record(KEY, ProgressDelta.delivered(Map.of("accepted", 2L), NOW));

        progress.flush(NOW);

        assertThat(decisions.topic).isEmpty();
    }

    @Test
    void theStateFollowsTheLastAttempt() {
        var connection = ConnectionFixture.connection();
        assertThat(state(null)).isEqualTo(ConnectionState.WAITING);

        progress.record(KEY, ProgressDelta.failed("It answered 500.", NOW));
        assertThat(ConnectionState.of(connection, progress.find(KEY).orElseThrow()))
                .isEqualTo(ConnectionState.FAILING);

        progress.record(KEY, ProgressDelta.fetched(Map.of(), "1", NOW.plusSeconds(1)));
        assertThat(state(progress.find(KEY).orElseThrow())).isEqualTo(ConnectionState.READY);
        assertThat(progress.find(KEY).orElseThrow().error()).isEqualTo("It answered 500.");
    }

    private static ConnectionState state(@Nullable ConnectionProgressed progress) {
        return ConnectionState.of(ConnectionFixture.connection(), progress);
    }
}
