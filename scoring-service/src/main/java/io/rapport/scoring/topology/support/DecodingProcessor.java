package io.rapport.scoring.topology.support;

import io.rapport.messaging.json.JsonSerde;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the records of a topic: text keys and JSON values. What is null stays null; the next processor decides about it. A record
 * that is not JSON of the type is an exception of this processor, and a dead letter.
 *
 * @param <T> the event
 */
final class DecodingProcessor<T> implements Processor<byte[], byte[], String, T> {

    private final JsonSerde<T> json;
    private ProcessorContext<String, T> context;

    @SuppressWarnings("NullAway.Init")
    DecodingProcessor(JsonSerde<T> json) {
        this.json = json;
    }

    @Override
    public void init(ProcessorContext<String, T> context) {
        this.context = context;
    }

    // Kafka's records are not annotated: their keys and values may be null.
    @Override
    @SuppressWarnings("NullAway")
    public void process(Record<byte[], byte[]> record) {
        context.forward(record.withKey(decodeKey(record.key())).withValue(json.read(record.value())));
    }

    private static @Nullable String decodeKey(byte @Nullable [] key) {
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }
}
