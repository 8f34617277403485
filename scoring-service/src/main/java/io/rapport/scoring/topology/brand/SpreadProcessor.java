package io.rapport.scoring.topology.brand;

import io.rapport.scoring.domain.spread.SpreadLedger;
import io.rapport.scoring.topology.stage.Pace;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sums what a brand's cascades add to it; by the clock, publishes how word spreads. */
final class SpreadProcessor implements Processor<String, SpreadLedger, String, Object> {

    private SpreadScores scores;

    @SuppressWarnings("NullAway.Init")
    SpreadProcessor() {}

    @Override
    public void init(ProcessorContext<String, Object> context) {
        scores = new SpreadScores(context);
        Pace.every(Pace.TICK, context, scores::publish);
    }

    @Override
    public void process(Record<String, SpreadLedger> record) {
        scores.add(record.key(), record.value());
    }
}
