package io.rapport.scoring.kafka;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The decision that applies of each key, in topic order. When one follows that does not replace it, the one that applies is
 * published again, because a compacted topic keeps the last record.
 *
 * @param <D> the decision
 */
final class DecisionTable<D> {

    private final Map<String, D> decisions = new ConcurrentHashMap<>();
    private final BiPredicate<D, D> replaces;
    private final Consumer<D> republish;

    /**
     * Creates an empty table.
     *
     * @param replaces whether a decision applies after an earlier one
     */
    DecisionTable(BiPredicate<D, D> replaces, Consumer<D> republish) {
        this.replaces = replaces;
        this.republish = republish;
    }

    Map<String, D> rows() {
        return decisions;
    }

    void apply(String key, @Nullable D decision) {
        if (decision == null) {
            decisions.remove(key);
            return;
        }
        var existing = decisions.get(key);
        if (existing == null || replaces.test(decision, existing)) {
            decisions.put(key, decision);
        } else if (!existing.equals(decision)) {
            republish.accept(existing);
        }
    }
}
