package io.rapport.scoring.topology.cascade;

import io.rapport.scoring.domain.spread.SpreadLedger;
import io.rapport.scoring.topology.cascade.state.CascadeChange;
import io.rapport.scoring.topology.cascade.state.CascadeStores;
import io.rapport.scoring.topology.cascade.state.SharedTone;
import io.rapport.scoring.topology.state.LargeStoreSupplier;
import io.rapport.scoring.topology.support.ProcessorOutput;
import io.rapport.scoring.topology.support.StatefulProcessor;
import io.rapport.scoring.topology.support.WallClockSchedule;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** The stage keyed by message: which message replies to or shares which, and the contribution to the spread of the brand. */
public final class CascadeTopology {

    private static final ProcessorOutput<SharedTone> SHARED_TONES =
            new ProcessorOutput<>("cascades-shared-tones", SharedTone.class);
    private static final ProcessorOutput<SpreadLedger> SPREAD_CHANGES =
            new ProcessorOutput<>("cascades-spread-changes", SpreadLedger.class);

    private final LargeStoreSupplier large;

    /** Creates the stage; {@code large} supplies its large state stores. */
    public CascadeTopology(LargeStoreSupplier large) {
        this.large = large;
    }

    /**
     * The streams that the stage sends on.
     *
     * @param sharedTones tones of shared messages, by the handle of the share
     * @param spreadChanges changes of the spread, by brand
     */
    public record Outputs(KStream<String, SharedTone> sharedTones, KStream<String, SpreadLedger> spreadChanges) {}

    /** Declares the stage. */
    public Outputs addTo(StreamsBuilder builder, KStream<String, CascadeChange> changes) {
        CascadeStores.addTo(builder, large);
        var cascades = changes.process(
                StatefulProcessor.<CascadeChange, Object>of(context -> {
                    var spread = new SpreadBuffer(context, SPREAD_CHANGES.of(context));
                    var updater = new CascadeUpdater(context, spread, SHARED_TONES.of(context));
                    WallClockSchedule.schedule(WallClockSchedule.TICK, context, now -> {
                        updater.advance(now);
                        spread.sendDue(now);
                    });
                    return record -> updater.apply(record.key(), record.value(), record.timestamp());
                }),
                Named.as("cascades"),
                CascadeStores.names());
        return new Outputs(SHARED_TONES.from(cascades), SPREAD_CHANGES.from(cascades));
    }
}
