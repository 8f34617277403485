package io.rapport.standalone.embedded;

import io.rapport.web.capacity.MemoryReading;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The share of the heap's old generation that was in use after its last collection. A JVM collects the old generation only when
 * it is full; when much was added since the last collection of a heap that is nearly full, a reading therefore collects first, at
 * most once in 30 seconds.
 */
public final class HeapMemoryReading implements MemoryReading {

    /** The share of used memory, garbage included, from which on a reading may collect. */
    private static final double NEARLY_FULL = 0.7;

    /** The share of the memory that has to be added for another collection. */
    private static final double ADDED = 0.05;

    private static final Duration COLLECTION_INTERVAL = Duration.ofSeconds(30);

    private final MemoryPoolMXBean pool;
    private final Runnable collector;
    private final LongSupplier nanoTime;
    private final AtomicLong nextCollection;

    HeapMemoryReading(MemoryPoolMXBean pool, Runnable collector, LongSupplier nanoTime) {
        this.pool = pool;
        this.collector = collector;
        this.nanoTime = nanoTime;
        this.nextCollection = new AtomicLong(nanoTime.getAsLong());
    }

    /** The reading of this process. */
    public static HeapMemoryReading ofThisProcess() {
        return new HeapMemoryReading(oldGeneration(), System::gc, System::nanoTime);
    }

    @Override
    public double usedRatio() {
        var lastCollection = pool.getCollectionUsage();
        var current = pool.getUsage();
        if (ratio(current) >= NEARLY_FULL && ratio(current) - ratio(lastCollection) >= ADDED && isDue()) {
            collector.run();
            lastCollection = pool.getCollectionUsage();
        }
        return ratio(lastCollection);
    }

    private boolean isDue() {
        var now = nanoTime.getAsLong();
        var next = nextCollection.get();
        return now - next >= 0 && nextCollection.compareAndSet(next, now + COLLECTION_INTERVAL.toNanos());
    }

    private static double ratio(MemoryUsage usage) {
        var max = usage.getMax() > 0 ? usage.getMax() : Runtime.getRuntime().maxMemory();
        return (double) usage.getUsed() / max;
    }

    /** The pool of the old generation; with a collector without generations, the largest pool of the heap. */
    public static MemoryPoolMXBean oldGeneration() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported())
                .max(Comparator.comparing(HeapMemoryReading::isOld)
                        .thenComparing(pool -> pool.getUsage().getMax()))
                .orElseThrow(() -> new IllegalStateException("The heap has no memory pool with collection usage"));
    }

    private static boolean isOld(MemoryPoolMXBean pool) {
        var name = pool.getName().toLowerCase(Locale.ROOT);
        return name.contains("old") || name.contains("tenured");
    }
}
