package io.rapport.identity.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.identity.domain.IdentityFixture;
import io.rapport.identity.domain.similarity.MatchRunScheduler.MatchRun;
import io.rapport.identity.domain.similarity.MatchRunScheduler.MatchRunState;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MatchRunExecutorTest {

    private final IdentityFixture world = new IdentityFixture();
    private final AtomicBoolean isApplied = new AtomicBoolean();
    private final AtomicInteger marks = new AtomicInteger();
    private final MatchRunExecutor runs = new MatchRunExecutor(
            world.identity.brandRematch(),
            () -> {
                marks.incrementAndGet();
                return isApplied::get;
            },
            Clock.systemUTC());

    @AfterEach
    void stop() throws InterruptedException {
        runs.destroy();
    }

    private MatchRunState state(MatchRun run) {
        return runs.find(IdentityFixture.BRAND, run.id()).orElseThrow().state();
    }

    @Test
    void aRunWaitsUntilEverythingAcceptedIsApplied() {
        var run = runs.start(IdentityFixture.BRAND);
        await().until(() -> marks.get() == 1);
        assertThat(state(run)).isEqualTo(MatchRunState.WAITING);

        world.list(world.row("1", "Anna Koper", null));
        isApplied.set(true);

        await().untilAsserted(() -> assertThat(state(run)).isEqualTo(MatchRunState.DONE));
        assertThat(runs.find(IdentityFixture.BRAND, run.id()).orElseThrow().total())
                .isEqualTo(1);
    }

    @Test
    void recordsOfLostPartitionsAreAwaitedAndIndexedBeforeARunIsDone() {
        world.list(world.row("1", "Anna Koper", null));
        var run = runs.start(IdentityFixture.BRAND);
        await().until(() -> marks.get() == 1);

        // The instance that took over the partitions stores a row that this one never received.
        new IdentityFixture(world.memory).list(world.row("2", "Siri Moe", null));
        assertThat(state(run)).isEqualTo(MatchRunState.WAITING);
        isApplied.set(true);

        await().untilAsserted(() -> assertThat(state(run)).isEqualTo(MatchRunState.DONE));
        assertThat(runs.find(IdentityFixture.BRAND, run.id()).orElseThrow().total())
                .isEqualTo(2);
    }

    @Test
    void aRunAskedForWhileOneIsOpenIsQueuedWithItsOwnId() {
        var first = runs.start(IdentityFixture.BRAND);
        var second = runs.start(IdentityFixture.BRAND);
        var third = runs.start(IdentityFixture.BRAND);

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(third.id()).isEqualTo(second.id());
        assertThat(runs.findLast(IdentityFixture.BRAND).orElseThrow().id()).isEqualTo(second.id());
        isApplied.set(true);
        await().untilAsserted(() -> assertThat(state(second)).isEqualTo(MatchRunState.DONE));
        assertThat(state(first)).isEqualTo(MatchRunState.DONE);
        assertThat(marks).hasValue(2);
    }

    @Test
    void anImportIsFollowedByOneRunOfTheWholeBrand() {
        for (var i = 0; i < 20; i++) {
            world.list(world.row("c" + i, "Client Number" + i, null));
            assertThat(world.identity.brandRematch().findDue()).isEmpty();
        }
        assertThat(world.identity.brandRematch().findDue()).containsExactly(IdentityFixture.BRAND);
    }
}
