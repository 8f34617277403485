package io.rapport.scoring.topology.person.rescore;

import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.model.PreviewRequested;
import io.rapport.scoring.domain.brand.BrandLedger;
import io.rapport.scoring.domain.preview.ModelComparison;
import io.rapport.scoring.domain.preview.ModelComparison.ModelPair;
import io.rapport.scoring.topology.brand.preview.PreviewPart;
import io.rapport.scoring.topology.model.ModelLookup;
import io.rapport.scoring.topology.model.ModelStores;
import io.rapport.scoring.topology.person.state.BrandPartialStore;
import io.rapport.scoring.topology.person.state.PersonState;
import io.rapport.scoring.topology.person.state.PersonStores;
import io.rapport.scoring.topology.person.state.PreviewProgress;
import io.rapport.scoring.topology.state.EpochDays;
import io.rapport.scoring.topology.state.StoreKeys;
import io.rapport.scoring.topology.support.WallClockSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Compares the scores of this task's people under two models, for requested previews. It works in batches, resumes from its
 * cursor and changes no score. A person whose ledger changes later counts with the ledger at the time of comparison.
 */
public final class PreviewCalculator {

    private static final int PEOPLE_AT_ONCE = 200;

    private final ProcessorContext<?, ?> context;
    private final Consumer<Record<String, PreviewPart>> previewParts;
    private final ReadOnlyKeyValueStore<String, PreviewRequested> requests;
    private final KeyValueStore<String, PersonState> people;
    private final KeyValueStore<String, PreviewProgress> progress;
    private final BrandPartialStore partials;
    private final ModelLookup models;
    private long checkedAt;
    private boolean isBusy;

    /**
     * Opens the stores.
     *
     * @param previewParts receives the partial results
     */
    public PreviewCalculator(ProcessorContext<?, ?> context, Consumer<Record<String, PreviewPart>> previewParts) {
        this.context = context;
        this.previewParts = previewParts;
        this.requests = context.getStateStore(ModelStores.PREVIEW_REQUEST);
        this.people = context.getStateStore(PersonStores.PERSON_LEDGER);
        this.progress = context.getStateStore(PersonStores.PREVIEW_WORK);
        this.partials = new BrandPartialStore(context);
        this.models = new ModelLookup(context);
    }

    /** Continues active previews; without one, checks for requests once a second. */
    public void advance(long now) {
        if (isBusy || WallClockSchedule.isDue(checkedAt, now)) {
            checkedAt = now;
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
            var preview = before;
            var modelPair = modelPair(brand, request);
            if (modelPair != null && room > 0 && preview.cursor() != null) {
                var range = PeopleRange.read(people, preview.cursor(), room);
                room -= range.people().size();
                preview = preview.plus(compare(range, modelPair), range.next());
            }
            preview = sendProgress(request, preview, now);
            if (preview != before) {
                progress.put(brand, preview);
            }
        }
    }

    private PreviewProgress sendProgress(PreviewRequested request, PreviewProgress preview, long now) {
        var brand = request.brandKey().key();
        var isLast = preview.cursor() == null;
        // The last part follows all pending changes of the brand, so that the preview matches the ledger of the brand.
        var isDue = isLast ? !partials.getOrCreate(brand).pending() : WallClockSchedule.isDue(preview.sentAt(), now);
        if (!isDue) {
            return preview;
        }
        var sum = isLast
                ? preview.sum()
                : new ModelComparison(preview.sum().people(), BrandLedger.EMPTY, BrandLedger.EMPTY, List.of());
        previewParts.accept(
                new Record<>(brand, new PreviewPart(context.taskId().partition(), request, isLast, sum), now));
        return preview.markSent(now);
    }

    private PreviewProgress progressOf(String brand, PreviewRequested request) {
        var known = progress.get(brand);
        return known != null && known.request().equals(request.id())
                ? known
                : PreviewProgress.begin(request.id(), StoreKeys.prefixOf(brand));
    }

    private static ModelComparison compare(PeopleRange range, ModelPair modelPair) {
        var sum = ModelComparison.EMPTY;
        for (var person : range.people()) {
            var id = UUID.fromString(TopicKeys.split(person.key).get(2));
            sum = sum.plus(modelPair.compare(id, person.value.ledger(), person.value.client()));
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
            each.forEachRemaining(request -> all.add(request.value));
        }
        return all;
    }
}
