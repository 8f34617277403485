package io.rapport.scoring.topology.person;

import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.brand.PersonContribution;
import io.rapport.scoring.domain.model.ScoringModel;
import io.rapport.scoring.domain.value.PersonValue;
import io.rapport.scoring.domain.value.ValueLedger;
import io.rapport.scoring.topology.model.Models;
import io.rapport.scoring.topology.stage.Gathering;
import io.rapport.scoring.topology.stage.Pace;
import io.rapport.scoring.topology.state.Days;
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
final class PersonScores {

    private final ProcessorContext<String, Object> context;
    private final Models models;
    private final RelationshipEvents events;
    private final KeyValueStore<String, PersonState> people;
    private final BrandPartials partials;
    private final DueStates dues;
    private final Gathering<ValueLedger> value;

    PersonScores(ProcessorContext<String, Object> context) {
        this.context = context;
        this.models = new Models(context);
        this.events = new RelationshipEvents();
        this.people = context.getStateStore(PersonTopology.PERSON_LEDGER);
        this.partials = new BrandPartials(context);
        this.value = new Gathering<>(context, PersonTopology.BRAND_VALUE, ValueLedger::plus);
        this.dues = new DueStates(context.getStateStore(PersonTopology.PERSON_DUE));
    }

    PersonState of(String key) {
        var known = people.get(key);
        return known == null ? PersonState.NEW : known;
    }

    void apply(PersonChange change, Moment moment) {
        var brought =
                PersonValue.change(change.before().holdings(), change.after().holdings());
        judge(change, moment);
        if (!brought.isEmpty()) {
            value.add(StoreKeys.brandOf(change.key()), brought);
        }
    }

    private void judge(PersonChange change, Moment moment) {
        var brand = StoreKeys.brandOf(change.key());
        var target = partials.of(brand).target();
        var model = models.of(brand, target.model());
        var series = seriesChange(brand, change, model);
        if (target.day() == Days.NONE) {
            people.put(change.key(), change.after().judged(PersonState.Judged.never(model.version())));
            partials.add(brand, change.reason(), series);
            return;
        }
        var judgement = Judgement.on(target.day(), change, model);
        var outputs = new ArrayList<Record<String, Object>>(2);
        var state = judgement.state().told(tell(change.key(), judgement, moment, outputs));
        var snapshot = state.judged().snapshot().minus(change.before().judged().snapshot());
        var due = state.told().due() && !change.before().told().due();
        people.put(change.key(), state);
        partials.add(brand, change.reason(), series.plus(snapshot));
        if (due) {
            dues.add(change.key(), state.told().publishedAt() + Pace.REST);
        }
        outputs.forEach(context::forward);
    }

    /** Sends on what people brought. */
    void sendValue(long now) {
        value.send(now, context::forward);
    }

    /** Publishes what waited for its second to end. */
    void publishDue(long now) {
        for (var key : dues.take(now)) {
            var state = of(key);
            var model =
                    models.of(StoreKeys.brandOf(key), state.judged().target().model());
            var judgement = Judgement.again(state, model);
            var outputs = new ArrayList<Record<String, Object>>(1);
            var told = publish(key, judgement, Moment.ofClock(now), outputs);
            people.put(key, judgement.state().told(told));
            outputs.forEach(context::forward);
        }
    }

    private BrandLedger seriesChange(String brand, PersonChange change, ScoringModel model) {
        var was = models.of(brand, change.before().judged().target().model());
        return PersonContribution.seriesChange(
                change.before().ledger(), was, change.after().ledger(), model);
    }

    private Told tell(String key, Judgement judged, Moment moment, List<Record<String, Object>> outputs) {
        var before = judged.state().told();
        if (!judged.isThere() && !before.anything()) {
            return before;
        }
        var judgement = judged.told(before.next());
        var told = judgement.state().told();
        if (isTelling(before, judgement)) {
            outputs.add(events.change(key, judgement, moment.timestamp()));
            told = told.changed(judgement.isThere() ? judgement.summary() : null);
        }
        if (told.due() || !Pace.rested(told.publishedAt(), moment.now())) {
            return told.deferred();
        }
        return publish(key, judgement.told(told), moment, outputs);
    }

    private static boolean isTelling(Told before, Judgement judgement) {
        var last = before.change();
        return last == null ? judgement.isThere() : !judgement.isThere() || last.isTelling(judgement.score());
    }

    private Told publish(String key, Judgement judgement, Moment moment, List<Record<String, Object>> outputs) {
        var told = judgement.state().told();
        if (!judgement.isThere() && told.current() == null) {
            return told.published(null, told.publishedAt());
        }
        outputs.add(events.current(key, judgement, moment.timestamp()));
        return told.published(judgement.isThere() ? judgement.summary() : null, moment.now());
    }
}
