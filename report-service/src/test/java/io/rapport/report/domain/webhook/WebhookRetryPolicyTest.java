package io.rapport.report.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.webhook.WebhookProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookRetryPolicyTest {

    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    private final WebhookRetryPolicy policy =
            new WebhookRetryPolicy(Duration.ofSeconds(5), Duration.ofHours(2), Duration.ofDays(3));
    private final WebhookProgress start = WebhookProgress.from(Map.of("relationship-0", 7L));

    @Test
    void theDelayDoublesUpToTheLongestOneWithHalfOfItAsJitter() {
        assertThat(policy.delay(1, 0.5)).isEqualTo(Duration.ofSeconds(5));
        assertThat(policy.delay(4, 0.5)).isEqualTo(Duration.ofSeconds(40));
        assertThat(policy.delay(4, 0)).isEqualTo(Duration.ofSeconds(20));
        assertThat(policy.delay(4, 1)).isEqualTo(Duration.ofSeconds(60));
        assertThat(policy.delay(1_000, 0.5)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void aTargetIsDisabledWithASentenceAfterThreeDaysOfFailures() {
        var progress = start;
        var now = AT;
        while (!progress.disabled()) {
            progress = policy.failed(progress, now, "crm.example answered 500.", null, 0.5);
            now = progress.disabled() ? now : progress.nextAttemptAt();
        }
        assertThat(Duration.between(AT, now)).isBetween(Duration.ofDays(3), Duration.ofHours(74));
        assertThat(progress.failures()).isGreaterThan(40);
        assertThat(progress.error())
                .isEqualTo("Disabled after 72 hours of failed attempts. The last one: crm.example answered 500.");
        assertThat(progress.positions()).isEqualTo(start.positions());
    }

    @Test
    void theTimeThatATargetAsksForIsWaitedUpToADay() {
        var asked = policy.failed(start, AT, "busy", Duration.ofMinutes(10), 0.5);
        assertThat(asked.nextAttemptAt()).isEqualTo(AT.plusSeconds(600));
        assertThat(policy.failed(start, AT, "busy", Duration.ofDays(40), 0.5).nextAttemptAt())
                .isEqualTo(AT.plus(Duration.ofDays(1)));
        assertThat(policy.failed(start, AT, "busy", Duration.ofSeconds(1), 0.5).nextAttemptAt())
                .isEqualTo(AT.plusSeconds(5));
    }

    @Test
    void aDeliveryEndsTheFailuresAndOnlyMovesPositionsForward() {
        var failed = policy.failed(start, AT, "busy", null, 0.5);
        var delivered = WebhookRetryPolicy.delivered(failed, Map.of("relationship-0", 5L, "relationship-1", 3L));
        assertThat(delivered.positions()).isEqualTo(Map.of("relationship-0", 7L, "relationship-1", 3L));
        assertThat(delivered.failures()).isZero();
        assertThat(delivered.failingSince()).isNull();
        assertThat(delivered.nextAttemptAt()).isNull();
        assertThat(delivered.error()).isNull();
    }
}
