package io.rapport.ingest.domain.connection;

import static io.rapport.ingest.domain.connection.ConnectionFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AgencyQuotaTest {

    private final AgencyQuota quota = new AgencyQuota(3);

    @Test
    void anAgencyThatUsedItsQuotaWaitsAndOthersDoNot() {
        for (var i = 0; i < 3; i++) {
            assertThat(quota.take("nord", NOW)).isEmpty();
        }

        assertThat(quota.take("nord", NOW)).contains(Duration.ofSeconds(20));
        assertThat(quota.take("west", NOW)).isEmpty();
        assertThat(quota.take("nord", NOW.plusSeconds(19))).contains(Duration.ofSeconds(1));
        assertThat(quota.take("nord", NOW.plusSeconds(20))).isEmpty();
        assertThat(quota.take("nord", NOW.plusSeconds(20))).isPresent();
    }

    @Test
    void aClockThatIsSetBackGivesNothing() {
        for (var i = 0; i < 3; i++) {
            quota.take("nord", NOW);
        }

        assertThat(quota.take("nord", NOW.minusSeconds(3600))).isPresent();
    }

    @Test
    void theMemoryIsBounded() {
        for (var i = 0; i < 3; i++) {
            quota.take("nord", NOW);
        }
        for (var i = 0; i < 10_000; i++) {
            quota.take("agency" + i, NOW);
        }

        assertThat(quota.take("nord", NOW)).as("forgotten").isEmpty();
    }
}
