package io.rapport.messaging.projection;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.rapport.contracts.Topic;
import io.rapport.messaging.consume.BatchHandler;
import java.util.function.ToLongFunction;

/**
 * The metrics of a service's projections, tagged with the {@code topic}.
 *
 * @param lag name of the gauge of records that are not applied yet, as of a few seconds ago
 * @param applied name of the counter of applied records; a redelivered record counts again
 */
public record ProjectionMetrics(String lag, String applied) {

    private static final String TOPIC = "topic";

    <S> void registerLag(MeterRegistry meters, Topic topic, S source, ToLongFunction<S> value) {
        meters.gauge(lag, Tags.of(TOPIC, topic.name()), source, value::applyAsLong);
    }

    <V> BatchHandler<V> counting(MeterRegistry meters, Topic topic, BatchHandler<V> handler) {
        var counter = meters.counter(applied, TOPIC, topic.name());
        return batch -> {
            handler.apply(batch);
            counter.increment(batch.size());
        };
    }
}
