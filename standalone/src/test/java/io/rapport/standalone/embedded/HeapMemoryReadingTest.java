package io.rapport.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.lang.reflect.Proxy;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How the share of used memory is read, and when a reading collects first. */
class HeapMemoryReadingTest {

    private static final long MAX = 1_000;

    private long now;
    private long current;
    private long lastCollected;
    private long live;
    private int collections;

    private final HeapMemoryReading reading = new HeapMemoryReading(pool(), this::collect, () -> now);

    @Test
    void aReadingIsTheShareAfterTheLastCollection() {
        current = 600;
        lastCollected = 300;

        assertThat(reading.usedRatio()).isEqualTo(0.3);
        assertThat(collections).isZero();
    }

    @Test
    void aHeapThatIsNearlyFullIsCollectedFirst() {
        current = 950;
        lastCollected = 550;
        live = 920;

        assertThat(reading.usedRatio()).isEqualTo(0.92);
        assertThat(collections).isEqualTo(1);
    }

    @Test
    void itIsCollectedAtMostOnceInThirtySeconds() {
        for (var second = 0; second < 60; second++) {
            now = TimeUnit.SECONDS.toNanos(second);
            current = 950;
            live = 500;
            reading.usedRatio();
        }

        assertThat(collections).isEqualTo(2);
    }

    @Test
    void itIsNotCollectedWhenLittleWasAdded() {
        current = 940;
        lastCollected = 900;

        assertThat(reading.usedRatio()).isEqualTo(0.9);
        assertThat(collections).isZero();
    }

    @Test
    void thisProcessHasAnOldGeneration() {
        System.gc();

        assertThat(HeapMemoryReading.ofThisProcess().usedRatio()).isBetween(0.001, 1.0);
    }

    private void collect() {
        collections++;
        current = live;
        lastCollected = live;
    }

    private MemoryPoolMXBean pool() {
        return (MemoryPoolMXBean) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {MemoryPoolMXBean.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getUsage" -> new MemoryUsage(0, current, MAX, MAX);
                    case "getCollectionUsage" -> new MemoryUsage(0, lastCollected, MAX, MAX);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
