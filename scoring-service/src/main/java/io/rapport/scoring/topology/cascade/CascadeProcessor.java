package io.rapport.scoring.topology.cascade;

import io.rapport.scoring.topology.stage.Pace;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Follows who brings about whose message. */
final class CascadeProcessor implements Processor<String, CascadeChange, String, Object> {

    private Cascades cascades;

    @SuppressWarnings("NullAway.Init")
    CascadeProcessor() {}

    @Override
    public void init(ProcessorContext<String, Object> context) {
        var spread = new PendingSpread(context);
        cascades = new Cascades(context, spread);
        Pace.every(Pace.TICK, context, cascades::proceed);
        Pace.every(Pace.TICK, context, spread::send);
    }

    @Override
    public void process(Record<String, CascadeChange> record) {
        cascades.change(record.key(), record.value(), record.timestamp());
    }
}
