package io.rapport.scoring.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of a running stream in the registry. They are looked up when the stream has its tasks, and rarely afterwards: there are
 * thousands, and looking them up takes half a second of CPU.
 */
final class StreamMetrics implements AutoCloseable {

    private static final Duration REFRESH = Duration.ofMinutes(5);

    private final MeterRegistry meters;
    private @Nullable KafkaStreamsMetrics bound;
    private @Nullable ScheduledExecutorService scheduler;

    StreamMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Registers the metrics of a stream on a thread of its own, unless they are. */
    synchronized void bind(KafkaStreams stream) {
        if (scheduler == null) {
            scheduler = Executors.newSingleThreadScheduledExecutor(StreamMetrics::thread);
            scheduler.execute(() -> register(stream));
        }
    }

    private synchronized void register(KafkaStreams stream) {
        if (scheduler != null) {
            bound = new KafkaStreamsMetrics(stream, List.of(), scheduler, REFRESH);
            bound.bindTo(meters);
        }
    }

    /** Removes the metrics. */
    @Override
    public synchronized void close() {
        if (bound != null) {
            bound.close();
            bound = null;
        }
        if (scheduler != null) {
            scheduler.shutdownNow();
            scheduler = null;
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "stream-metrics");
        thread.setDaemon(true);
        return thread;
    }
}
