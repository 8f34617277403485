package io.rapport.scoring.kafka;

import io.rapport.contracts.model.ModelPublished;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The first model of each key, in the order of the topic. Where another one follows under the same key, the first is
 * published once more: a compacted topic keeps the last record, and that has to be the one that holds.
 */
final class FirstModelTable {

    private final Map<String, ModelPublished> first = new ConcurrentHashMap<>();
    private final Consumer<ModelPublished> publishAgain;

    FirstModelTable(Consumer<ModelPublished> publishAgain) {
        this.publishAgain = publishAgain;
    }

    Map<String, ModelPublished> rows() {
        return first;
    }

    void apply(String key, @Nullable ModelPublished model) {
        if (model == null) {
            first.remove(key);
            return;
        }
        var holds = first.putIfAbsent(key, model);
        if (holds != null && !holds.equals(model)) {
            publishAgain.accept(holds);
        }
    }
}
