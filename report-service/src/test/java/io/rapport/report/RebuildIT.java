package io.rapport.report;

import static io.rapport.report.ReportTestEvents.person;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A lost store is rebuilt from the topics; the service is not ready before. */
class RebuildIT {

    private static final String PEOPLE = "/v1/agencies/north/brands/acme/people";

    @Test
    void lostStoreIsCompleteOnceReady() {
        try (var first = new ReportServer()) {
            PeopleSampleData.publishTo(first);
        }
        try (var second = new ReportServer()) {
            second.awaitReadiness();
            assertThat(second.get(PEOPLE).items()).hasSizeGreaterThanOrEqualTo(7);
            assertThat(second.get(PEOPLE).items().get(0)).containsEntry("name", "Anna Lindqvist");
            assertThat(second.get(PEOPLE + "?asOf=2025-04-20").items().get(0)).containsEntry("strength", 44.0);
            assertThat(second.get(PEOPLE + "/" + person("anna") + "/timeline?limit=100")
                            .items())
                    .hasSize(60);
        }
    }
}
