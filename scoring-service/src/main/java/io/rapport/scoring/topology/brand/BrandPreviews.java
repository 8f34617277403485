package io.rapport.scoring.topology.brand;

import io.rapport.contracts.Topic;
import io.rapport.contracts.model.PreviewComputed;
import io.rapport.contracts.model.PreviewRequested;
import io.rapport.contracts.model.PreviewStatus;
import io.rapport.messaging.JsonSerde;
import io.rapport.scoring.domain.preview.ModelComparison;
import io.rapport.scoring.domain.preview.ModelComparison.ModelPair;
import io.rapport.scoring.topology.model.Models;
import io.rapport.scoring.topology.stage.Published;
import io.rapport.scoring.topology.state.Days;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/** Adds up what partitions say about a preview and publishes it: how far it is, then the result. */
final class BrandPreviews {

    private static final JsonSerde<PreviewComputed> JSON = new JsonSerde<>(PreviewComputed.class);

    private final ProcessorContext<String, Object> context;
    private final Brands brands;
    private final Models models;
    private final ReadOnlyKeyValueStore<String, ValueAndTimestamp<PreviewRequested>> requests;
    private final KeyValueStore<String, BrandPreview> previews;

    BrandPreviews(ProcessorContext<String, Object> context, Brands brands) {
        this.context = context;
        this.brands = brands;
        this.models = new Models(context);
        this.requests = context.getStateStore(Models.PREVIEW_REQUEST);
        this.previews = context.getStateStore(BrandTopology.BRAND_PREVIEW);
    }

    /** Takes a part in. It may be of a request that has not been read here yet, or of one that was replaced. */
    void take(String brand, PreviewPart part) {
        var preview = of(brand, part.request());
        if (!preview.done() && preview.request().id().equals(part.request().id())) {
            previews.put(brand, preview.plus(part));
        }
    }

    void publish(String brand, long now) {
        var request = requests.get(brand);
        if (request == null) {
            return;
        }
        var preview = of(brand, request.value());
        if (preview.done()) {
            return;
        }
        var status = status(brand, preview);
        var sum = preview.sum();
        if (status != PreviewStatus.RUNNING || sum.people() != preview.told()) {
            var told = preview.told(status != PreviewStatus.RUNNING);
            var event = event(preview, status, brands.ledger(brand).people(), told.sequence());
            previews.put(brand, told);
            var result = status == PreviewStatus.DONE ? with(event, brand, sum) : event;
            var published = new Published(Topic.PREVIEW_COMPUTED, JSON.write(result));
            context.forward(Published.state(published, brand, told.sequence(), now));
        }
    }

    private BrandPreview of(String brand, PreviewRequested request) {
        @Nullable BrandPreview known = previews.get(brand);
        if (known == null) {
            return BrandPreview.begin(request, 0);
        }
        return known.isBefore(request) ? BrandPreview.begin(request, known.sequence()) : known;
    }

    private PreviewStatus status(String brand, BrandPreview preview) {
        var request = preview.request();
        var state = brands.state(brand);
        var agreed = state.agreed(models.active(brand, request.active()));
        if (agreed == null) {
            return PreviewStatus.RUNNING;
        }
        // A brand's ledger keeps one day more than figures look at.
        if (!agreed.model().equals(request.active()) || agreed.day() > Days.of(request.asOf()) + 1) {
            return PreviewStatus.OUTDATED;
        }
        var isDone = preview.isWhole(state.parts().keySet()) && models.find(brand, request.version()) != null;
        return isDone ? PreviewStatus.DONE : PreviewStatus.RUNNING;
    }

    private static PreviewComputed event(BrandPreview preview, PreviewStatus status, long people, long sequence) {
        var request = preview.request();
        return new PreviewComputed(
                request.agency(),
                request.brand(),
                request.id(),
                request.version(),
                request.active(),
                request.asOf(),
                status,
                preview.sum().people(),
                people,
                null,
                null,
                null,
                sequence);
    }

    private PreviewComputed with(PreviewComputed event, String brand, ModelComparison sum) {
        var active = models.of(brand, event.active());
        var other = models.of(brand, event.version());
        var trial = new ModelPair(active, other, Days.of(event.asOf()));
        var ledger = brands.ledger(brand);
        return new PreviewComputed(
                event.agency(),
                event.brand(),
                event.id(),
                event.version(),
                event.active(),
                event.asOf(),
                event.status(),
                event.compared(),
                event.people(),
                trial.figuresBefore(ledger, sum),
                trial.figuresAfter(ledger, sum),
                sum.movers(),
                event.sequence());
    }
}
