package io.rapport.ingest.domain.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.ClientColumnsMapped;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.decision.InMemoryAdminDecisions;
import io.rapport.ingest.domain.delivery.DeliveryFailedException;
import io.rapport.ingest.domain.delivery.StateNotLoadedException;
import io.rapport.ingest.domain.input.SampleRows;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnMappingServiceTest {

    private static final BrandKey ACME = new BrandKey("nord", "acme");
    private static final Map<String, String> FIRST = Map.of("Nr", "client");
    private static final Map<String, String> SECOND = Map.of("Nr", "field");

    private final InMemoryAdminDecisions<ClientColumnsMapped> decisions = new InMemoryAdminDecisions<>();
    private final ColumnMappingService mappings =
            new ColumnMappingService(new AdminDecisionService<>(decisions, decisions));

    @Test
    void repeatingTheSameRequestChangesNothing() {
        assertThat(save(FIRST, null)).isOne();
        assertThat(save(FIRST, null)).isOne();
        assertThat(save(FIRST, 1L)).isOne();
        assertThat(decisions.saves).isOne();
    }

    @Test
    void continuesFromTheTopicAfterTheStoreWasLost() {
        save(FIRST, null);
        decisions.stored.clear();

        assertThat(mappings.find(ACME).orElseThrow().columns()).isEqualTo(FIRST);
        decisions.stored.clear();
        assertThat(save(SECOND, 1L)).isEqualTo(2);
    }

    @Test
    void continuesFromTheTopicWithAnOutdatedStore() {
        save(FIRST, null);
        var old = Map.copyOf(decisions.stored);
        save(SECOND, null);
        decisions.stored.putAll(old);

        assertThat(mappings.find(ACME).orElseThrow().columns()).isEqualTo(SECOND);
        decisions.stored.putAll(old);
        assertThat(save(FIRST, null)).isEqualTo(3);
    }

    @Test
    void failsUntilTheTopicIsRead() {
        decisions.unread = true;

        assertThatThrownBy(() -> mappings.find(ACME)).isInstanceOf(StateNotLoadedException.class);
        assertThatThrownBy(() -> save(FIRST, null)).isInstanceOf(StateNotLoadedException.class);
        assertThat(decisions.saves).isZero();
    }

    @Test
    void staysPendingWithoutTheBroker() {
        decisions.brokerAway = true;
        assertThatThrownBy(() -> save(FIRST, null)).isInstanceOf(DeliveryFailedException.class);
        assertThat(decisions.findPendingKeys()).containsExactly(ACME.key());

        decisions.brokerAway = false;
        assertThat(save(FIRST, null)).isOne();

        assertThat(decisions.topic).containsKey(ACME.key());
        assertThat(decisions.saves).isOne();
    }

    private long save(Map<String, String> columns, Long only) {
        return mappings.save(ACME, columns, only, SampleRows.NOW).version();
    }
}
