package io.rapport.ingest.domain.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.EngagementColumnsMapped;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.decision.InMemoryAdminDecisions;
import io.rapport.ingest.domain.decision.VersionConflictException;
import io.rapport.ingest.domain.input.DateOrder;
import io.rapport.ingest.domain.input.EpochUnit;
import io.rapport.ingest.domain.input.SampleRows;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngagementMappingServiceTest {

    private static final BrandKey ACME = new BrandKey("nord", "acme");
    private static final EngagementMapping MAPPING = new EngagementMapping(
            "hootsuite",
            Map.of("Tekst", "content.text"),
            Map.of("channel", "x"),
            Map.of("kind", Map.of("Likte", "REACTION")),
            List.of("Dato"),
            ZoneId.of("Europe/Oslo"),
            DateOrder.DMY,
            EpochUnit.SECONDS);

    private final InMemoryAdminDecisions<EngagementColumnsMapped> decisions = new InMemoryAdminDecisions<>();
    private final EngagementMappingService mappings =
            new EngagementMappingService(new AdminDecisionService<>(decisions, decisions));

    @Test
    void aMappingIsSavedForItsSourceAndRestoredFromTheTopic() {
        mappings.save(ACME, "social", MAPPING, null, SampleRows.NOW);
        decisions.stored.clear();

        assertThat(mappings.find(ACME, "social")).isEqualTo(new EngagementMappingService.SavedMapping(MAPPING, 1));
        assertThat(mappings.find(ACME, "other").mapping()).isEqualTo(EngagementMapping.EMPTY);
        assertThat(mappings.find(new BrandKey("nord", "other"), "social").version())
                .isZero();
    }

    @Test
    void savingTheSameMappingAgainChangesNothing() {
        mappings.save(ACME, "social", MAPPING, null, SampleRows.NOW);

        assertThat(mappings.save(ACME, "social", MAPPING, 1L, SampleRows.NOW.plusSeconds(1))
                        .version())
                .isOne();
        assertThat(decisions.saves).isOne();
    }

    @Test
    void aChangeOfAnotherVersionIsRefused() {
        mappings.save(ACME, "social", MAPPING, 0L, SampleRows.NOW);

        assertThatThrownBy(() -> mappings.save(ACME, "social", EngagementMapping.EMPTY, 0L, SampleRows.NOW))
                .isInstanceOf(VersionConflictException.class);
        assertThat(mappings.save(ACME, "social", EngagementMapping.EMPTY, 1L, SampleRows.NOW)
                        .version())
                .isEqualTo(2);
        assertThat(mappings.find(ACME, "social").mapping()).isEqualTo(EngagementMapping.EMPTY);
    }
}
