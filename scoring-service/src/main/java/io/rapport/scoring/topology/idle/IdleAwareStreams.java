package io.rapport.scoring.topology.idle;

import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** A stream whose threads poll, punctuate and commit every few seconds only while there is nothing to do. */
public final class IdleAwareStreams extends KafkaStreams {

    private final StreamActivity activity;

    /** Creates a stream that is not started. */
    public IdleAwareStreams(Topology topology, StreamsConfig settings) {
        this(topology, settings, new StreamActivity(System::nanoTime));
    }

    private IdleAwareStreams(Topology topology, StreamsConfig settings, StreamActivity activity) {
        super(topology, settings, new IdleAwareClientSupplier(activity));
        this.activity = activity;
        activity.idleOnlyWhile(() -> state() == State.RUNNING);
    }

    /** Whether the stream has been running for some seconds without a record, and has nothing to do. */
    public boolean isIdle() {
        return activity.isIdle();
    }

    @Override
    public synchronized boolean close(CloseOptions options) {
        // The threads notice the end of the stream between two polls.
        activity.record();
        return super.close(options);
    }
}
