package io.rapport.scoring.topology.person;

import io.rapport.scoring.domain.value.ValueLedger;
import io.rapport.scoring.topology.brand.preview.PreviewPart;
import io.rapport.scoring.topology.brand.state.BrandFiguresChange;
import io.rapport.scoring.topology.person.rescore.PeopleRescorer;
import io.rapport.scoring.topology.person.rescore.PreviewCalculator;
import io.rapport.scoring.topology.person.rescore.WalkTimeBudget;
import io.rapport.scoring.topology.person.score.PersonChange;
import io.rapport.scoring.topology.person.score.PersonScorer;
import io.rapport.scoring.topology.person.score.ProcessingTime;
import io.rapport.scoring.topology.person.state.PersonDelta;
import io.rapport.scoring.topology.support.ProcessorOutput;
import io.rapport.scoring.topology.support.PublicEvent;
import io.rapport.scoring.topology.support.WallClockSchedule;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Adds changes from handles to the ledger of their person. By wall clock, it rescores people after a new day or model,
 * calculates previews and publishes what is due.
 */
final class PersonDeltaProcessor implements Processor<String, PersonDelta, String, Object> {

    static final ProcessorOutput<PublicEvent> EVENTS = new ProcessorOutput<>("deltas-published", PublicEvent.class);
    static final ProcessorOutput<BrandFiguresChange> FIGURES_CHANGES =
            new ProcessorOutput<>("deltas-figures-changes", BrandFiguresChange.class);
    static final ProcessorOutput<ValueLedger> VALUE_CHANGES =
            new ProcessorOutput<>("deltas-value-changes", ValueLedger.class);
    static final ProcessorOutput<PreviewPart> PREVIEW_PARTS =
            new ProcessorOutput<>("deltas-preview-parts", PreviewPart.class);

    private ProcessorContext<String, Object> context;
    private PersonScorer scores;

    @SuppressWarnings("NullAway.Init")
    PersonDeltaProcessor() {}

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.scores = new PersonScorer(context, EVENTS.of(context));
        var rescorer = new PeopleRescorer(context, scores, FIGURES_CHANGES.of(context));
        var previews = new PreviewCalculator(context, PREVIEW_PARTS.of(context));
        var valueChanges = VALUE_CHANGES.of(context);
        WallClockSchedule.schedule(WallClockSchedule.TICK, context, now -> {
            rescorer.advance(now);
            previews.advance(now);
            scores.publishDue(now);
            scores.sendDueValue(now, valueChanges);
        });
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
