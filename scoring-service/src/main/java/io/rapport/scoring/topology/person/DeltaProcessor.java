package io.rapport.scoring.topology.person;

import io.rapport.scoring.topology.stage.Pace;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Adds what handles bring to their person's ledger; by the clock, turns days and publishes what waited. */
final class DeltaProcessor implements Processor<String, PersonDelta, String, Object> {

    private ProcessorContext<String, Object> context;
    private PersonScores scores;

    @SuppressWarnings("NullAway.Init")
    DeltaProcessor() {}

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.scores = new PersonScores(context);
        var turn = new DayTurn(context, scores);
        var previews = new Previews(context);
        Pace.every(Pace.TICK, context, turn::advance);
        Pace.every(Pace.TICK, context, previews::advance);
        Pace.every(Pace.TICK, context, scores::publishDue);
        Pace.every(Pace.TICK, context, scores::sendValue);
    }

    @Override
    public void process(Record<String, PersonDelta> record) {
        var now = context.currentSystemTimeMs();
        WalkTime.ofThread().waited(now - record.timestamp(), now);
        var before = scores.of(record.key());
        var after = before.plus(record.value().change());
        scores.apply(
                new PersonChange(record.key(), before, after, record.value().reason()),
                new Moment(now, record.timestamp()));
    }
}
