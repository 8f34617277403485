package io.rapport.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Counts the cost of an event: store entries read and written, and records sent to brands. */
class StoreAccessCountTest {

    private static final BrandKey QUIET = new BrandKey("agency", "quiet");
    private static final BrandKey BUSY = new BrandKey("agency", "busy");
    private static final LocalDate LAST = LocalDate.parse("2026-03-01");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final CountingStoreSupplier stores = new CountingStoreSupplier();
    private final ScoringTopologyDriver stream =
            new ScoringTopologyDriver(ScoringTopologyDriver.ANALYSER::judge, stores);
    private int events;

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void doesNotGrowWithThePeopleOrHistoryOfABrand() {
        register(BUSY);
        var few = workOf(() -> event(BUSY, 0, LAST));
        for (var n = 1; n < 600; n++) {
            event(BUSY, n, LAST.minusDays(n % 200));
        }
        for (var day = 1; day < 200; day++) {
            event(BUSY, 0, LAST.minusDays(day));
        }
        stream.settle();

        assertThat(workOf(() -> event(BUSY, 0, LAST))).isLessThanOrEqualTo(few);
        assertThat(workOf(() -> event(BUSY, 300, LAST))).isLessThanOrEqualTo(few);
        // The history of a person is one entry, with four bytes per day.
        assertThat(stores.largest()).isLessThan(2000);
    }

    @Test
    void doesNotGrowWithTheTrafficOfAnotherBrand() {
        register(BUSY);
        register(QUIET);
        var alone = workOf(() -> event(QUIET, 0, LAST));
        stream.settle();
        var busyBefore = sentToBrands(BUSY);
        var quietBefore = sentToBrands(QUIET);

        for (var second = 0; second < 3; second++) {
            for (var n = 0; n < 100; n++) {
                event(n % 5 == 0 ? QUIET : BUSY, n, LAST);
            }
            stream.pass(SECOND);
        }
        assertThat(sentToBrands(BUSY) - busyBefore).isBetween(2, 4);
        assertThat(sentToBrands(QUIET) - quietBefore).isBetween(2, 4);
        assertThat(workOf(() -> event(QUIET, 0, LAST))).isLessThanOrEqualTo(alone);
    }

    /** Returns the number of figure changes that were sent to a brand. */
    private int sentToBrands(BrandKey brand) {
        return stream.sentOn("brand-figures-changes", brand.key());
    }

    private void register(BrandKey brand) {
        stream.register(ScoringEventFixtures.registered(brand, BrandClock.EVENT));
        event(brand, 999, LAST);
        stream.settle();
    }

    private long workOf(Runnable event) {
        var before = stores.work();
        event.run();
        return stores.work() - before;
    }

    private void event(BrandKey brand, int person, LocalDate day) {
        var handle = new HandleKey(brand, "x", "h" + person);
        stream.assign(
                ScoringEventFixtures.assigned(handle, ScoringEventFixtures.person(brand.brand() + person), false, 1));
        stream.receive(ScoringEventFixtures.engagement(
                handle, "s" + events++, day, Direction.INBOUND, EngagementKind.COMMENT));
    }
}
