package io.rapport.scoring.topology.brand.preview;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.model.ModelRescored;
import io.rapport.messaging.json.JsonSerde;
import io.rapport.scoring.topology.brand.state.BrandStateStore;
import io.rapport.scoring.topology.brand.state.PartitionProgress;
import io.rapport.scoring.topology.model.ModelLookup;
import io.rapport.scoring.topology.support.PublicEvent;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Publishes the progress of rescoring the people of a brand with an activated model. */
public final class RescoringPublisher {

    private static final JsonSerde<ModelRescored> JSON = new JsonSerde<>(ModelRescored.class);

    private final ProcessorContext<String, PublicEvent> context;
    private final BrandStateStore brands;
    private final ModelLookup models;
    private final KeyValueStore<String, ModelRescored> store;

    /** Opens the stores. */
    public RescoringPublisher(ProcessorContext<String, PublicEvent> context, BrandStateStore brands) {
        this.context = context;
        this.brands = brands;
        this.models = new ModelLookup(context);
        this.store = context.getStateStore(PreviewStores.BRAND_RESCORED);
    }

    /** Publishes the progress if it changed. */
    public void publish(String brand, long now) {
        var version = models.activatedVersion(brand);
        if (version == null) {
            return;
        }
        @Nullable ModelRescored last = store.get(brand);
        if (last != null && last.version().equals(version) && last.done()) {
            return;
        }
        var next = currentProgress(brand, version, last);
        if (!next.equals(last)) {
            var event = withSequence(next, next.sequence() + 1);
            store.put(brand, event);
            var published = new PublicEvent(Topic.MODEL_RESCORED, JSON.write(event));
            context.forward(PublicEvent.stateRecord(published, brand, event.sequence(), now));
        }
    }

    /** Returns the progress with the sequence of the last published one, so that the two can be compared. */
    private ModelRescored currentProgress(String brand, String version, @Nullable ModelRescored last) {
        var key = BrandKey.of(brand);
        var state = brands.state(brand);
        var people = brands.ledger(brand).people();
        var published = state.publication();
        var done = published.current() == null || version.equals(published.model());
        var judged = state.parts().values().stream()
                .filter(part -> part.target().model().equals(version))
                .mapToLong(PartitionProgress::judged)
                .sum();
        return new ModelRescored(
                key.agency(),
                key.brand(),
                version,
                done ? people : Math.min(judged, people),
                people,
                done,
                last == null ? 0 : last.sequence());
    }

    private static ModelRescored withSequence(ModelRescored event, long sequence) {
        return new ModelRescored(
                event.agency(),
                event.brand(),
                event.version(),
                event.rescored(),
                event.people(),
                event.done(),
                sequence);
    }
}
