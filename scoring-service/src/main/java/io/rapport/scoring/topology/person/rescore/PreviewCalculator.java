package io.rapport.scoring.topology.person.rescore;

import io.rapport.scoring.topology.person.state.BrandPartialStore;
import io.rapport.scoring.topology.person.state.PersonState;
import io.rapport.scoring.topology.person.PersonTopology;
import io.rapport.scoring.topology.person.state.PreviewProgress;

import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.model.PreviewRequested;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.preview.ModelComparison;
import io.rapport.scoring.domain.preview.ModelComparison.ModelPair;
import io.rapport.scoring.topology.brand.preview.PreviewPart;
import io.rapport.scoring.topology.model.ModelLookup;
import io.rapport.scoring.topology.support.WallClockSchedule;
import io.rapport.scoring.topology.state.EpochDays;
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
public final class PreviewCalculator {

    private static final int PEOPLE_AT_ONCE = 200;

    private final ProcessorContext<String, Object> context;
    private final ReadOnlyKeyValueStore<String, ValueAndTimestamp<PreviewRequested>> requests;
    private final KeyValueStore<String, PersonState> people;
    private final KeyValueStore<String, PreviewProgress> works;
    private final BrandPartialStore partials;
    private final ModelLookup models;
    private long lookedAt;
    private boolean isBusy;

    public PreviewCalculator(ProcessorContext<String, Object> context) {
        this.context = context;
        this.requests = context.getStateStore(ModelLookup.PREVIEW_REQUEST);
        this.people = context.getStateStore(PersonTopology.PERSON_LEDGER);
        this.works = context.getStateStore(PersonTopology.PREVIEW_WORK);
        this.partials = new BrandPartialStore(context);
        this.models = new ModelLookup(context);
    }

    /** Goes on with what was asked for; where nothing is, it looks once a second. */
    public void advance(long now) {
        if (isBusy || WallClockSchedule.isDue(lookedAt, now)) {
            lookedAt = now;
            isBusy = false;
            processRequests(now);
        }
    }

    private void processRequests(long now) {
        var room = PEOPLE_AT_ONCE;
        for (var request : requests()) {
            var brand = request.brandKey().key();
            var before = progressOf(brand, request);
            if (before.isComplete() || !partials.contains(brand)) {
                continue;
            }
            isBusy = true;
            var work = before;
            var trial = modelPair(brand, request);
            if (trial != null && room > 0 && work.cursor() != null) {
                var range = PeopleRange.read(people, work.cursor(), room);
                room -= range.people().size();
                work = work.plus(compare(range, trial), range.next());
            }
            work = sendProgress(request, work, now);
            if (work != before) {
                works.put(brand, work);
            }
        }
    }

    private PreviewProgress sendProgress(PreviewRequested request, PreviewProgress work, long now) {
        var brand = request.brandKey().key();
        var whole = work.cursor() == null;
        // What its people are made of is with the brand first: the preview is of the same.
        var isDue = whole ? !partials.getOrCreate(brand).pending() : WallClockSchedule.isDue(work.sentAt(), now);
        if (!isDue) {
            return work;
        }
        var sum = whole
                ? work.sum()
                : new ModelComparison(work.sum().people(), BrandLedger.EMPTY, BrandLedger.EMPTY, List.of());
        context.forward(new Record<>(brand, new PreviewPart(context.taskId().partition(), request, whole, sum), now));
        return work.sent(now);
    }

    private PreviewProgress progressOf(String brand, PreviewRequested request) {
        var known = works.get(brand);
        return known != null && known.request().equals(request.id())
                ? known
                : PreviewProgress.begin(request.id(), StoreKeys.prefixOf(brand));
    }

    private static ModelComparison compare(PeopleRange range, ModelPair trial) {
        var sum = ModelComparison.EMPTY;
        for (var person : range.people()) {
            var id = UUID.fromString(TopicKeys.split(person.key).get(2));
            sum = sum.plus(trial.compare(id, person.value.ledger(), person.value.client()));
        }
        return sum;
    }

    private @Nullable ModelPair modelPair(String brand, PreviewRequested request) {
        var active = models.find(brand, request.active());
        var other = models.find(brand, request.version());
        return active == null || other == null ? null : new ModelPair(active, other, EpochDays.of(request.asOf()));
    }

    private List<PreviewRequested> requests() {
        var all = new ArrayList<PreviewRequested>();
        try (var each = requests.all()) {
            each.forEachRemaining(request -> all.add(request.value.value()));
        }
        return all;
    }
}
