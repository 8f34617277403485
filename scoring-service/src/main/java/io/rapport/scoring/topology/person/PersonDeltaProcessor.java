package io.rapport.scoring.topology.person;

import io.rapport.scoring.topology.person.rescore.PeopleRescorer;
import io.rapport.scoring.topology.person.score.PersonChange;
import io.rapport.scoring.topology.person.state.PersonDelta;
import io.rapport.scoring.topology.person.score.PersonScorer;
import io.rapport.scoring.topology.person.rescore.PreviewCalculator;
import io.rapport.scoring.topology.person.score.ProcessingTime;
import io.rapport.scoring.topology.person.rescore.WalkTimeBudget;

import io.rapport.scoring.topology.support.WallClockSchedule;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Adds what handles bring to their person's ledger; by the clock, turns days and publishes what waited. */
final class PersonDeltaProcessor implements Processor<String, PersonDelta, String, Object> {

    private ProcessorContext<String, Object> context;
    private PersonScorer scores;

    @SuppressWarnings("NullAway.Init")
    PersonDeltaProcessor() {}

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.scores = new PersonScorer(context);
        var turn = new PeopleRescorer(context, scores);
        var previews = new PreviewCalculator(context);
        WallClockSchedule.schedule(WallClockSchedule.TICK, context, turn::advance);
        WallClockSchedule.schedule(WallClockSchedule.TICK, context, previews::advance);
        WallClockSchedule.schedule(WallClockSchedule.TICK, context, scores::publishDue);
        WallClockSchedule.schedule(WallClockSchedule.TICK, context, scores::sendValue);
    }

    @Override
    public void process(Record<String, PersonDelta> record) {
        var now = context.currentSystemTimeMs();
        WalkTimeBudget.ofThread().recordDelay(now - record.timestamp(), now);
        var before = scores.get(record.key());
        var after = before.plus(record.value().change());
        scores.apply(
                new PersonChange(record.key(), before, after, record.value().reason()),
                new ProcessingTime(now, record.timestamp()));
    }
}
