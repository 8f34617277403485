package io.rapport.scoring.domain.model;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.model.ModelActivated;
import io.rapport.contracts.model.ModelPublished;
import io.rapport.contracts.model.ModelRescored;
import io.rapport.contracts.model.PreviewComputed;
import io.rapport.contracts.model.PreviewRequested;
import io.rapport.scoring.domain.model.ModelRepository.PublicationFailedException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** In-memory repository; tests set the events that the stream would publish. */
public final class InMemoryModelRepository implements ModelRepository {

    public final Map<BrandKey, ModelRescored> rescored = new HashMap<>();
    public final Map<BrandKey, PreviewComputed> computed = new HashMap<>();
    public final Map<BrandKey, LocalDate> days = new HashMap<>();
    public boolean isAway;
    public boolean isBehind;
    /** Runs between reading and publishing, to simulate a concurrent publication. */
    public Runnable meanwhile = () -> {};

    private final Map<String, ModelPublished> published = new LinkedHashMap<>();
    private final Map<BrandKey, ModelActivated> activated = new HashMap<>();
    private final Map<BrandKey, PreviewRequested> requested = new HashMap<>();

    @Override
    public boolean isReady() {
        return !isBehind;
    }

    @Override
    public Collection<ModelPublished> publishedModels(BrandKey brand) {
        return published.values().stream()
                .filter(model -> model.brandKey().equals(brand))
                .toList();
    }

    @Override
    public ModelActivated latestActivation(BrandKey brand) {
        return activated.get(brand);
    }

    @Override
    public ModelRescored rescoringProgress(BrandKey brand) {
        return rescored.get(brand);
    }

    @Override
    public PreviewRequested latestPreviewRequest(BrandKey brand) {
        return requested.get(brand);
    }

    @Override
    public PreviewComputed latestPreviewResult(BrandKey brand) {
        return computed.get(brand);
    }

    @Override
    public LocalDate brandDay(BrandKey brand) {
        return days.get(brand);
    }

    @Override
    public void publish(ModelPublished model) {
        arrive();
        published.putIfAbsent(model.key(), model);
    }

    @Override
    public void publish(ModelActivated activation) {
        arrive();
        activated.put(activation.brandKey(), activation);
    }

    @Override
    public void publish(PreviewRequested request) {
        arrive();
        requested.put(request.brandKey(), request);
    }

    private void arrive() {
        var between = meanwhile;
        meanwhile = () -> {};
        between.run();
        if (isAway) {
            throw new PublicationFailedException("The broker is away", null);
        }
    }
}
