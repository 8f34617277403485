package io.rapport.scoring.topology.brand.preview;

import io.rapport.contracts.Topic;
import io.rapport.contracts.model.PreviewComputed;
import io.rapport.contracts.model.PreviewComputedBuilder;
import io.rapport.contracts.model.PreviewRequested;
import io.rapport.contracts.model.PreviewStatus;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.scoring.domain.preview.ModelComparison;
import io.rapport.scoring.domain.preview.ModelComparison.ModelPair;
import io.rapport.scoring.topology.brand.state.BrandStateStore;
import io.rapport.scoring.topology.model.ModelLookup;
import io.rapport.scoring.topology.model.ModelStores;
import io.rapport.scoring.topology.state.EpochDays;
import io.rapport.scoring.topology.support.PublicEvent;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Adds up the parts of a preview and publishes first its progress, then its result. */
public final class PreviewPublisher {

    private static final JsonSerde<PreviewComputed> JSON = new JsonSerde<>(PreviewComputed.class);

    private final ProcessorContext<String, PublicEvent> context;
    private final BrandStateStore brands;
    private final ModelLookup models;
    private final ReadOnlyKeyValueStore<String, PreviewRequested> requests;
    private final KeyValueStore<String, BrandPreviewState> previews;

    /** Opens the stores. */
    public PreviewPublisher(ProcessorContext<String, PublicEvent> context, BrandStateStore brands) {
        this.context = context;
        this.brands = brands;
        this.models = new ModelLookup(context);
        this.requests = context.getStateStore(ModelStores.PREVIEW_REQUEST);
        this.previews = context.getStateStore(PreviewStores.BRAND_PREVIEW);
    }

    /** Adds a part. Its request may not have been read yet, or may have been replaced. */
    public void add(String brand, PreviewPart part) {
        var preview = stateFor(brand, part.request());
        if (!preview.done() && preview.request().id().equals(part.request().id())) {
            previews.put(brand, preview.plus(part));
        }
    }

    /** Publishes the state of the preview if it changed. */
    public void publish(String brand, long now) {
        var request = requests.get(brand);
        if (request == null) {
            return;
        }
        var preview = stateFor(brand, request);
        if (preview.done()) {
            return;
        }
        var status = status(brand, preview);
        var sum = preview.sum();
        if (status != PreviewStatus.RUNNING || sum.people() != preview.publishedPeople()) {
            var publishedState = preview.withPublished(status != PreviewStatus.RUNNING);
            var event = event(preview, status, brands.ledger(brand).people(), publishedState.sequence());
            previews.put(brand, publishedState);
            var result = status == PreviewStatus.DONE ? withResult(event, brand, sum) : event;
            var published = new PublicEvent(Topic.PREVIEW_COMPUTED, JSON.write(result));
            context.forward(PublicEvent.stateRecord(published, brand, publishedState.sequence(), now));
        }
    }

    private BrandPreviewState stateFor(String brand, PreviewRequested request) {
        @Nullable BrandPreviewState known = previews.get(brand);
        if (known == null) {
            return BrandPreviewState.begin(request, 0);
        }
        return known.isSupersededBy(request) ? BrandPreviewState.begin(request, known.sequence()) : known;
    }

    private PreviewStatus status(String brand, BrandPreviewState preview) {
        var request = preview.request();
        var state = brands.state(brand);
        var active = models.activeVersion(brand, request.active());
        var agreed = state.agreedTarget(active);
        if (agreed == null) {
            return PreviewStatus.RUNNING;
        }
        // A brand's ledger keeps one day more than figures look at.
        if (!active.equals(request.active()) || agreed.day() > EpochDays.of(request.asOf()) + 1) {
            return PreviewStatus.OUTDATED;
        }
        // People may not be scored by the active model yet.
        var isDone = agreed.model().equals(active)
                && preview.isComplete(state.parts().keySet())
                && models.find(brand, request.version()) != null;
        return isDone ? PreviewStatus.DONE : PreviewStatus.RUNNING;
    }

    private static PreviewComputed event(BrandPreviewState preview, PreviewStatus status, long people, long sequence) {
        var request = preview.request();
        return PreviewComputedBuilder.builder()
                .agency(request.agency())
                .brand(request.brand())
                .id(request.id())
                .version(request.version())
                .active(request.active())
                .asOf(request.asOf())
                .status(status)
                .compared(preview.sum().people())
                .people(people)
                .sequence(sequence)
                .build();
    }

    private PreviewComputed withResult(PreviewComputed event, String brand, ModelComparison sum) {
        var active = models.require(brand, event.active());
        var other = models.require(brand, event.version());
        var modelPair = new ModelPair(active, other, EpochDays.of(event.asOf()));
        var ledger = brands.ledger(brand);
        return PreviewComputedBuilder.builder(event)
                .before(modelPair.figuresBefore(ledger, sum))
                .after(modelPair.figuresAfter(ledger, sum))
                .movers(sum.movers())
                .build();
    }
}
