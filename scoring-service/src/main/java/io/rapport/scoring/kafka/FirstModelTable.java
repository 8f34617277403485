package io.rapport.scoring.kafka;

import io.rapport.contracts.model.ModelPublished;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The first model of each key, in topic order. When another model with the same key follows, the first one is published again,
 * because a compacted topic keeps the last record.
 */
final class FirstModelTable {

    private final Map<String, ModelPublished> models = new ConcurrentHashMap<>();
    private final Consumer<ModelPublished> republish;

    FirstModelTable(Consumer<ModelPublished> republish) {
        this.republish = republish;
    }

    Map<String, ModelPublished> rows() {
        return models;
    }

    void apply(String key, @Nullable ModelPublished model) {
        if (model == null) {
            models.remove(key);
            return;
        }
        var existing = models.putIfAbsent(key, model);
        if (existing != null && !existing.equals(model)) {
            republish.accept(existing);
        }
    }
}
