package io.rapport.ingest.domain.connection;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what became of the events of a delivery. The broker has acknowledged all of them. Not thread-safe. */
public final class DeliveryReceipt {

    private static final int MAX_TYPE = 60;

    private final Map<DeliveryOutcome, Integer> outcomes = new EnumMap<>(DeliveryOutcome.class);
    private final Map<String, Long> ignoredTypes = new TreeMap<>();

    /** Counts an event. */
    public void count(DeliveryOutcome outcome) {
        count(outcome, 1);
    }

    /** Counts events of one outcome. */
    public void count(DeliveryOutcome outcome, int events) {
        if (events > 0) {
            outcomes.merge(outcome, events, Integer::sum);
        }
    }

    /** Counts an event of a type that is no engagement. */
    public void ignore(String eventType) {
        count(DeliveryOutcome.IGNORED);
        var type = eventType.length() <= MAX_TYPE ? eventType : eventType.substring(0, MAX_TYPE);
        ignoredTypes.merge(type.replace('.', '-').replace('$', '-').replace('\0', '-'), 1L, Long::sum);
    }

    /** Adds the counts of another delivery. */
    public void add(DeliveryReceipt other) {
        other.outcomes.forEach(this::count);
        other.ignoredTypes.forEach((type, count) -> ignoredTypes.merge(type, count, Long::sum));
    }

    /** The number of events with an outcome. */
    public int of(DeliveryOutcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /** The counts by label, and those of ignored types as {@code ignored:<type>}. */
    public Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        outcomes.forEach((outcome, count) -> counts.put(outcome.label(), (long) count));
        ignoredTypes.forEach((type, count) -> counts.put("ignored:" + type, count));
        return counts;
    }
}
