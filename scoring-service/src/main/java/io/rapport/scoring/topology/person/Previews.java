package io.rapport.scoring.topology.person;

import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.model.PreviewRequested;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.preview.ModelComparison;
import io.rapport.scoring.domain.preview.ModelComparison.ModelPair;
import io.rapport.scoring.topology.brand.PreviewPart;
import io.rapport.scoring.topology.model.Models;
import io.rapport.scoring.topology.stage.Pace;
import io.rapport.scoring.topology.state.Days;
import io.rapport.scoring.topology.state.StoreKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * Compares what two models make of this task's people, where somebody asked: a few at a time, from where it had got to,
 * and without touching any score. Somebody whose ledger changes later counts as they were when their turn came.
 */
final class Previews {

    private static final int PEOPLE_AT_ONCE = 200;

    private final ProcessorContext<String, Object> context;
    private final ReadOnlyKeyValueStore<String, ValueAndTimestamp<PreviewRequested>> requests;
    private final KeyValueStore<String, PersonState> people;
    private final KeyValueStore<String, PreviewWork> works;
    private final BrandPartials partials;
    private final Models models;
    private long lookedAt;
    private boolean isBusy;

    Previews(ProcessorContext<String, Object> context) {
        this.context = context;
        this.requests = context.getStateStore(Models.PREVIEW_REQUEST);
        this.people = context.getStateStore(PersonTopology.PERSON_LEDGER);
        this.works = context.getStateStore(PersonTopology.PREVIEW_WORK);
        this.partials = new BrandPartials(context);
        this.models = new Models(context);
    }

    /** Goes on with what was asked for; where nothing is, it looks once a second. */
    void advance(long now) {
        if (isBusy || Pace.rested(lookedAt, now)) {
            lookedAt = now;
            isBusy = false;
            goOn(now);
        }
    }

    private void goOn(long now) {
        var room = PEOPLE_AT_ONCE;
        for (var request : requested()) {
            var brand = request.brandKey().key();
            var before = workOn(brand, request);
            if (before.sent() || !partials.knows(brand)) {
                continue;
            }
            isBusy = true;
            var work = before;
            var trial = trial(brand, request);
            if (trial != null && room > 0 && work.cursor() != null) {
                var range = PeopleRange.read(people, work.cursor(), room);
                room -= range.people().size();
                work = work.plus(compare(range, trial), range.next());
            }
            work = tell(request, work, now);
            if (work != before) {
                works.put(brand, work);
            }
        }
    }

    private PreviewWork tell(PreviewRequested request, PreviewWork work, long now) {
        var brand = request.brandKey().key();
        var whole = work.cursor() == null;
        // What its people are made of is with the brand first: the preview is of the same.
        var isDue = whole ? !partials.of(brand).pending() : Pace.rested(work.sentAt(), now);
        if (!isDue) {
            return work;
        }
        var sum = whole
                ? work.sum()
                : new ModelComparison(work.sum().people(), BrandLedger.EMPTY, BrandLedger.EMPTY, List.of());
        context.forward(new Record<>(brand, new PreviewPart(context.taskId().partition(), request, whole, sum), now));
        return work.sent(now);
    }

    private PreviewWork workOn(String brand, PreviewRequested request) {
        var known = works.get(brand);
        return known != null && known.request().equals(request.id())
                ? known
                : PreviewWork.begin(request.id(), StoreKeys.start(brand));
    }

    private static ModelComparison compare(PeopleRange range, ModelPair trial) {
        var sum = ModelComparison.EMPTY;
        for (var person : range.people()) {
            var id = UUID.fromString(TopicKeys.split(person.key).get(2));
            sum = sum.plus(trial.compare(id, person.value.ledger(), person.value.client()));
        }
        return sum;
    }

    private @Nullable ModelPair trial(String brand, PreviewRequested request) {
        var active = models.find(brand, request.active());
        var other = models.find(brand, request.version());
        return active == null || other == null ? null : new ModelPair(active, other, Days.of(request.asOf()));
    }

    private List<PreviewRequested> requested() {
        var all = new ArrayList<PreviewRequested>();
        try (var each = requests.all()) {
            each.forEachRemaining(request -> all.add(request.value.value()));
        }
        return all;
    }
}
