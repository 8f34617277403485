package io.rapport.scoring.topology.person.score;

import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.brand.PersonContribution;
import io.rapport.scoring.domain.day.HistoryChange;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.value.PersonValue;
import io.rapport.scoring.domain.value.ValueLedger;
import io.rapport.scoring.topology.model.ModelLookup;
import io.rapport.scoring.topology.person.state.BrandPartialStore;
import io.rapport.scoring.topology.person.state.DuePublications;
import io.rapport.scoring.topology.person.state.PersonState;
import io.rapport.scoring.topology.person.state.PersonStores;
import io.rapport.scoring.topology.person.state.PublicationState;
import io.rapport.scoring.topology.state.EpochDays;
import io.rapport.scoring.topology.state.StoreKeys;
import io.rapport.scoring.topology.support.PublicEvent;
import io.rapport.scoring.topology.support.ThrottledBuffer;
import io.rapport.scoring.topology.support.WallClockSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Scores people after a change, adds the difference to the brand partial of this task, and publishes: significant changes
 * on {@code .changes}; every state on {@code .current}, at most one a second per person, the first at once. All results are
 * computed before the first write.
 */
public final class PersonScorer {

    private final Consumer<Record<String, PublicEvent>> output;
    private final ModelLookup models;
    private final RelationshipEventMapper events;
    private final KeyValueStore<String, PersonState> people;
    private final BrandPartialStore partials;
    private final DuePublications duePublications;
    private final ThrottledBuffer<ValueLedger> value;

    /**
     * Opens the stores.
     *
     * @param output receives the public events
     */
    public PersonScorer(ProcessorContext<?, ?> context, Consumer<Record<String, PublicEvent>> output) {
        this.output = output;
        this.models = new ModelLookup(context);
        this.events = new RelationshipEventMapper();
        this.people = context.getStateStore(PersonStores.PERSON_LEDGER);
        this.partials = new BrandPartialStore(context);
        this.value = new ThrottledBuffer<>(context, PersonStores.BRAND_VALUE, ValueLedger::plus);
        this.duePublications = new DuePublications(context.getStateStore(PersonStores.PERSON_DUE));
    }

    /** Returns the state of a person; the new state for an unknown one. */
    public PersonState get(String key) {
        var known = people.get(key);
        return known == null ? PersonState.NEW : known;
    }

    /** Applies a change: scores the person, stores the state and publishes it. */
    public void apply(PersonChange change, ProcessingTime time) {
        var valueChange =
                PersonValue.change(change.before().holdings(), change.after().holdings());
        rescore(change, time);
        if (!valueChange.isEmpty()) {
            value.add(StoreKeys.brandOf(change.key()), valueChange);
        }
    }

    private void rescore(PersonChange change, ProcessingTime time) {
        var brand = StoreKeys.brandOf(change.key());
        var target = partials.getOrCreate(brand).target();
        var model = models.require(brand, target.model());
        var series = seriesChange(brand, change, model);
        if (target.day() == EpochDays.NONE) {
            people.put(change.key(), change.after().withJudgement(PersonState.LastJudgement.never(model.version())));
            partials.add(brand, change.reason(), series);
            return;
        }
        var judgement = PersonJudgement.judge(target.day(), change, model);
        var outputs = new ArrayList<Record<String, PublicEvent>>(2);
        var state = judgement.state().withPublication(publishOrDefer(change.key(), judgement, time, outputs));
        var snapshot = state.lastJudgement()
                .snapshot()
                .minus(change.before().lastJudgement().snapshot());
        var due = state.publication().due() && !change.before().publication().due();
        people.put(change.key(), state);
        partials.add(brand, change.reason(), series.plus(snapshot).plus(historyChange(change, target.day())));
        if (due) {
            duePublications.add(
                    change.key(), state.publication().publishedAt() + WallClockSchedule.MIN_INTERVAL_MILLIS);
        }
        outputs.forEach(output);
    }

    private static BrandLedger historyChange(PersonChange change, int day) {
        var counted = HistoryChange.between(
                day, change.before().holdings(), change.after().holdings());
        return counted.isEmpty() && change.before().client() != change.after().client()
                ? BrandLedger.ofHistoryChange()
                : counted;
    }

    /** Sends the changes of the value people bring. */
    public void sendDueValue(long now, Consumer<Record<String, ValueLedger>> valueChanges) {
        value.sendDue(now, valueChanges);
    }

    /** Publishes deferred states whose second has passed. */
    public void publishDue(long now) {
        for (var key : duePublications.poll(now)) {
            var state = get(key);
            var model = models.require(
                    StoreKeys.brandOf(key), state.lastJudgement().target().model());
            var judgement = PersonJudgement.recalculate(state, model);
            var outputs = new ArrayList<Record<String, PublicEvent>>(1);
            var publication = publishCurrent(key, judgement, ProcessingTime.ofWallClock(now), outputs);
            people.put(key, judgement.state().withPublication(publication));
            outputs.forEach(output);
        }
    }

    private BrandLedger seriesChange(String brand, PersonChange change, ScoringModel model) {
        var modelBefore =
                models.require(brand, change.before().lastJudgement().target().model());
        return PersonContribution.seriesChange(
                change.before().ledger(), modelBefore, change.after().ledger(), model);
    }

    private PublicationState publishOrDefer(
            String key, PersonJudgement judged, ProcessingTime time, List<Record<String, PublicEvent>> outputs) {
        var before = judged.state().publication();
        if (!judged.hasRelationship() && !before.isPublished()) {
            return before;
        }
        var judgement = judged.withPublication(before.nextSequence());
        var publication = judgement.state().publication();
        if (isSignificant(before, judgement)) {
            outputs.add(events.changeRecord(key, judgement, time.timestamp()));
            publication = publication.withChange(judgement.hasRelationship() ? judgement.summary() : null);
        }
        if (publication.due() || !WallClockSchedule.isDue(publication.publishedAt(), time.now())) {
            return publication.withDeferral();
        }
        return publishCurrent(key, judgement.withPublication(publication), time, outputs);
    }

    private static boolean isSignificant(PublicationState before, PersonJudgement judgement) {
        var last = before.change();
        return last == null
                ? judgement.hasRelationship()
                : !judgement.hasRelationship() || last.isSignificantChange(judgement.score());
    }

    private PublicationState publishCurrent(
            String key, PersonJudgement judgement, ProcessingTime time, List<Record<String, PublicEvent>> outputs) {
        var publication = judgement.state().publication();
        if (!judgement.hasRelationship() && publication.current() == null) {
            return publication.withCurrent(null, publication.publishedAt());
        }
        outputs.add(events.currentRecord(key, judgement, time.timestamp()));
        return publication.withCurrent(judgement.hasRelationship() ? judgement.summary() : null, time.now());
    }
}
