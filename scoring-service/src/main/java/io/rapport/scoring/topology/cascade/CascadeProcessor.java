package io.rapport.scoring.topology.cascade;

import io.rapport.scoring.topology.cascade.state.CascadeChange;

import io.rapport.scoring.topology.support.WallClockSchedule;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Follows who brings about whose message. */
final class CascadeProcessor implements Processor<String, CascadeChange, String, Object> {

    private CascadeUpdater cascades;

    @SuppressWarnings("NullAway.Init")
    CascadeProcessor() {}

    @Override
    public void init(ProcessorContext<String, Object> context) {
        var spread = new SpreadBuffer(context);
        cascades = new CascadeUpdater(context, spread);
        WallClockSchedule.schedule(WallClockSchedule.TICK, context, cascades::advance);
        WallClockSchedule.schedule(WallClockSchedule.TICK, context, spread::sendDue);
    }

    @Override
    public void process(Record<String, CascadeChange> record) {
        cascades.apply(record.key(), record.value(), record.timestamp());
    }
}
