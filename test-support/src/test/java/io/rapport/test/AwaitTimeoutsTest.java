package io.rapport.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AwaitTimeoutsTest {

    @Test
    void whatIsAwaitedWithoutALimitHasTwoMinutes() {
        var left = new AtomicLong();

        await().conditionEvaluationListener(condition -> left.set(condition.getRemainingTimeInMS()))
                .until(() -> true);

        assertThat(left.get()).isBetween(60_000L, AwaitTimeouts.LIMIT.toMillis());
    }
}
