package io.rapport.scoring.topology.person.score;

import io.rapport.scoring.topology.person.state.BrandPartialStore;
import io.rapport.scoring.topology.person.state.DuePublications;
import io.rapport.scoring.topology.person.state.PersonState;
import io.rapport.scoring.topology.person.PersonTopology;
import io.rapport.scoring.topology.person.state.PublicationState;

import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.brand.PersonContribution;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.value.PersonValue;
import io.rapport.scoring.domain.value.ValueLedger;
import io.rapport.scoring.topology.model.ModelLookup;
import io.rapport.scoring.topology.support.ThrottledBuffer;
import io.rapport.scoring.topology.support.WallClockSchedule;
import io.rapport.scoring.topology.state.EpochDays;
import io.rapport.scoring.topology.state.StoreKeys;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Judges people anew when something changes, adds the difference to what their brand gets from this task, and publishes:
 * {@code .changes} what is worth waking for, {@code .current} every state, at most one a second for each person, the
 * first of them at once. Everything is worked out before anything is stored or sent.
 */
public final class PersonScorer {

    private final ProcessorContext<String, Object> context;
    private final ModelLookup models;
    private final RelationshipEventMapper events;
    private final KeyValueStore<String, PersonState> people;
    private final BrandPartialStore partials;
    private final DuePublications dues;
    private final ThrottledBuffer<ValueLedger> value;

    public PersonScorer(ProcessorContext<String, Object> context) {
        this.context = context;
        this.models = new ModelLookup(context);
        this.events = new RelationshipEventMapper();
        this.people = context.getStateStore(PersonTopology.PERSON_LEDGER);
        this.partials = new BrandPartialStore(context);
        this.value = new ThrottledBuffer<>(context, PersonTopology.BRAND_VALUE, ValueLedger::plus);
        this.dues = new DuePublications(context.getStateStore(PersonTopology.PERSON_DUE));
    }

    public PersonState get(String key) {
        var known = people.get(key);
        return known == null ? PersonState.NEW : known;
    }

    public void apply(PersonChange change, ProcessingTime moment) {
        var brought =
                PersonValue.change(change.before().holdings(), change.after().holdings());
        rescore(change, moment);
        if (!brought.isEmpty()) {
            value.add(StoreKeys.brandOf(change.key()), brought);
        }
    }

    private void rescore(PersonChange change, ProcessingTime moment) {
        var brand = StoreKeys.brandOf(change.key());
        var target = partials.getOrCreate(brand).target();
        var model = models.require(brand, target.model());
        var series = seriesChange(brand, change, model);
        if (target.day() == EpochDays.NONE) {
            people.put(change.key(), change.after().judged(PersonState.LastJudgement.never(model.version())));
            partials.add(brand, change.reason(), series);
            return;
        }
        var judgement = PersonJudgement.judge(target.day(), change, model);
        var outputs = new ArrayList<Record<String, Object>>(2);
        var state = judgement.state().told(publishOrDefer(change.key(), judgement, moment, outputs));
        var snapshot = state.lastJudgement().snapshot().minus(change.before().lastJudgement().snapshot());
        var due = state.publication().due() && !change.before().publication().due();
        people.put(change.key(), state);
        partials.add(brand, change.reason(), series.plus(snapshot));
        if (due) {
            dues.add(change.key(), state.publication().publishedAt() + WallClockSchedule.MIN_INTERVAL_MILLIS);
        }
        outputs.forEach(context::forward);
    }

    /** Sends on what people brought. */
    public void sendValue(long now) {
        value.sendDue(now, context::forward);
    }

    /** Publishes what waited for its second to end. */
    public void publishDue(long now) {
        for (var key : dues.poll(now)) {
            var state = get(key);
            var model =
                    models.require(StoreKeys.brandOf(key), state.lastJudgement().target().model());
            var judgement = PersonJudgement.recalculate(state, model);
            var outputs = new ArrayList<Record<String, Object>>(1);
            var told = publishCurrent(key, judgement, ProcessingTime.ofWallClock(now), outputs);
            people.put(key, judgement.state().told(told));
            outputs.forEach(context::forward);
        }
    }

    private BrandLedger seriesChange(String brand, PersonChange change, ScoringModel model) {
        var was = models.require(brand, change.before().lastJudgement().target().model());
        return PersonContribution.seriesChange(
                change.before().ledger(), was, change.after().ledger(), model);
    }

    private PublicationState publishOrDefer(String key, PersonJudgement judged, ProcessingTime moment, List<Record<String, Object>> outputs) {
        var before = judged.state().publication();
        if (!judged.hasRelationship() && !before.isPublished()) {
            return before;
        }
        var judgement = judged.withPublication(before.nextSequence());
        var told = judgement.state().publication();
        if (isSignificant(before, judgement)) {
            outputs.add(events.changeRecord(key, judgement, moment.timestamp()));
            told = told.withChange(judgement.hasRelationship() ? judgement.summary() : null);
        }
        if (told.due() || !WallClockSchedule.isDue(told.publishedAt(), moment.now())) {
            return told.withDeferral();
        }
        return publishCurrent(key, judgement.withPublication(told), moment, outputs);
    }

    private static boolean isSignificant(PublicationState before, PersonJudgement judgement) {
        var last = before.change();
        return last == null ? judgement.hasRelationship() : !judgement.hasRelationship() || last.isSignificantChange(judgement.score());
    }

    private PublicationState publishCurrent(String key, PersonJudgement judgement, ProcessingTime moment, List<Record<String, Object>> outputs) {
        var told = judgement.state().publication();
        if (!judgement.hasRelationship() && told.current() == null) {
            return told.withCurrent(null, told.publishedAt());
        }
        outputs.add(events.currentRecord(key, judgement, moment.timestamp()));
        return told.withCurrent(judgement.hasRelationship() ? judgement.summary() : null, moment.now());
    }
}
