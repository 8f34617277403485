package io.rapport.scoring.topology.brand.spread;

import io.rapport.scoring.domain.spread.SpreadLedger;
import io.rapport.scoring.topology.support.WallClockSchedule;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sums what a brand's cascades add to it; by the clock, publishes how word spreads. */
public final class BrandSpreadProcessor implements Processor<String, SpreadLedger, String, Object> {

    private SpreadPublisher scores;

    @SuppressWarnings("NullAway.Init")
    public BrandSpreadProcessor() {}

    @Override
    public void init(ProcessorContext<String, Object> context) {
        scores = new SpreadPublisher(context);
        WallClockSchedule.schedule(WallClockSchedule.TICK, context, scores::publish);
    }

    @Override
    public void process(Record<String, SpreadLedger> record) {
        scores.add(record.key(), record.value());
    }
}
