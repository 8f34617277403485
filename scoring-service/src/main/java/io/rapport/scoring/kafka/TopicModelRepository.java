package io.rapport.scoring.kafka;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.BrandDaySet;
import io.rapport.contracts.brand.BrandDayTurned;
import io.rapport.contracts.model.ModelActivated;
import io.rapport.contracts.model.ModelPublished;
import io.rapport.contracts.model.ModelRescored;
import io.rapport.contracts.model.PreviewComputed;
import io.rapport.contracts.model.PreviewRequested;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.messaging.reader.TopicReaderFactory;
import io.rapport.messaging.reader.TopicTable;
import io.rapport.scoring.domain.day.DaySetRepository;
import io.rapport.scoring.domain.model.ModelRepository;
import io.rapport.scoring.kafka.ModelDecisionPublisher.DecisionEvent;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores models, activations and previews in topics, and reads them from tables that follow the topics. */
public final class TopicModelRepository implements ModelRepository, DaySetRepository {

    private static final Logger LOG = LoggerFactory.getLogger(TopicModelRepository.class);

    /** The first model of a version stays. */
    private final DecisionTable<ModelPublished> models =
            new DecisionTable<>((newer, existing) -> false, this::republish);

    private final DecisionTable<ModelActivated> activations =
            new DecisionTable<>(ModelActivated::replaces, this::republish);
    private final ModelDecisionPublisher decisions;
    private final TopicTable<ModelPublished> published;
    private final TopicTable<ModelActivated> activated;
    private final TopicTable<ModelRescored> rescored;
    private final TopicTable<PreviewRequested> requested;
    private final TopicTable<PreviewComputed> computed;
    private final TopicTable<BrandDayTurned> days;

    /**
     * Starts to read the topics.
     *
     * @param created completes when the topics exist
     */
    public TopicModelRepository(TopicReaderFactory readers, CompletableFuture<Void> created, EventPublisher publisher) {
        decisions = new ModelDecisionPublisher(publisher);
        published = new TopicTable<>(Topic.MODEL_PUBLISHED, ModelPublished.class, readers, created, models::apply);
        activated = new TopicTable<>(Topic.MODEL_ACTIVATED, ModelActivated.class, readers, created, activations::apply);
        rescored = table(Topic.MODEL_RESCORED, ModelRescored.class, readers, created);
        requested = table(Topic.PREVIEW_REQUESTED, PreviewRequested.class, readers, created);
        computed = table(Topic.PREVIEW_COMPUTED, PreviewComputed.class, readers, created);
        days = table(Topic.BRAND_DAY, BrandDayTurned.class, readers, created);
    }

    @Override
    public boolean isReady() {
        return tables().stream().allMatch(table -> table.caughtUp().isDone());
    }

    @Override
    public Collection<ModelPublished> publishedModels(BrandKey brand) {
        return models.rows().values().stream()
                .filter(model -> model.brandKey().equals(brand))
                .toList();
    }

    @Override
    public @Nullable ModelActivated latestActivation(BrandKey brand) {
        return activations.rows().get(brand.key());
    }

    @Override
    public @Nullable ModelRescored rescoringProgress(BrandKey brand) {
        return rescored.get(brand.key());
    }

    @Override
    public @Nullable PreviewRequested latestPreviewRequest(BrandKey brand) {
        return requested.get(brand.key());
    }

    @Override
    public @Nullable PreviewComputed latestPreviewResult(BrandKey brand) {
        return computed.get(brand.key());
    }

    @Override
    public @Nullable LocalDate brandDay(BrandKey brand) {
        var turned = days.get(brand.key());
        return turned == null ? null : turned.day();
    }

    @Override
    public void publish(ModelPublished model) {
        decisions.publishAndAwait(
                ModelDecisionPublisher.toEvent(model), () -> models.rows().containsKey(model.key()));
    }

    @Override
    public void publish(ModelActivated activation) {
        decisions.publishAndAwait(ModelDecisionPublisher.toEvent(activation), () -> {
            var known = latestActivation(activation.brandKey());
            return known != null && known.sequence() >= activation.sequence();
        });
    }

    @Override
    public void publish(PreviewRequested request) {
        decisions.publishAndAwait(ModelDecisionPublisher.toEvent(request), () -> {
            var known = latestPreviewRequest(request.brandKey());
            return known != null && !known.at().isBefore(request.at());
        });
    }

    @Override
    public void publish(BrandDaySet set) {
        decisions.publishAndAwait(ModelDecisionPublisher.toEvent(set), () -> {
            var turned = days.get(set.brandKey().key());
            return turned != null && turned.setAt() != null && !turned.setAt().isBefore(set.at());
        });
    }

    private void republish(ModelPublished existing) {
        LOG.warn("Another model was published with the key {}; the first one remains valid", existing.key());
        republish(existing.key(), ModelDecisionPublisher.toEvent(existing));
    }

    private void republish(ModelActivated existing) {
        var key = existing.brandKey().key();
        LOG.info("The initial model of {} arrived after an activation, which remains valid", key);
        republish(key, ModelDecisionPublisher.toEvent(existing));
    }

    private void republish(String key, DecisionEvent event) {
        decisions.publish(event).exceptionally(cause -> {
            LOG.warn(
                    "The decision on {} of {} could not be published again: {}",
                    event.topic().name(),
                    key,
                    cause.toString());
            return null;
        });
    }

    private List<TopicTable<?>> tables() {
        return List.of(published, activated, rescored, requested, computed, days);
    }

    private static <V> TopicTable<V> table(
            Topic topic, Class<V> type, TopicReaderFactory readers, CompletableFuture<Void> created) {
        return new TopicTable<>(topic, type, readers, created, (key, value) -> {});
    }
}
