package io.rapport.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RequestQuotaTest {

    private final AtomicLong nanos = new AtomicLong();
    private final RequestQuota quota = new RequestQuota(3, nanos::get);

    @Test
    void aKeyThatUsedItsQuotaWaitsAndOthersDoNot() {
        useUp("nord");

        assertThat(quota.take("nord")).contains(Duration.ofSeconds(20));
        assertThat(quota.take("west")).isEmpty();
        nanos.addAndGet(Duration.ofSeconds(19).toNanos());
        assertThat(quota.take("nord")).contains(Duration.ofSeconds(1));
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(quota.take("nord")).isEmpty();
        assertThat(quota.take("nord")).isPresent();
    }

    @Test
    void aQuotaThatIsNotUsedDoesNotGrow() {
        quota.take("nord");
        nanos.addAndGet(Duration.ofDays(1).toNanos());

        useUp("nord");
        assertThat(quota.take("nord")).isPresent();
    }

    @Test
    void theMemoryIsBounded() {
        useUp("nord");
        for (var i = 0; i < 10_000; i++) {
            quota.take("agency" + i);
        }

        assertThat(quota.take("nord")).as("forgotten").isEmpty();
    }

    private void useUp(String key) {
        for (var i = 0; i < 3; i++) {
            assertThat(quota.take(key)).isEmpty();
        }
    }
}
