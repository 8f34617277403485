package io.rapport.scoring.topology.support;

import io.rapport.messaging.consume.EventDecoder;
import io.rapport.scoring.topology.deadletter.StreamDeadLetterQueue;
import java.util.function.BiPredicate;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Writes the events of a topic into a global store, at each start from the beginning of the topic. It decodes the records itself:
 * the thread of global stores has no producer, so a dead letter from the exception handler ends it, and with it the stream.
 *
 * @param <T> the event
 */
final class GlobalStoreProcessor<T> implements Processor<byte[], byte[], Void, Void> {

    private final EventDecoder<T> events;
    private final String store;
    private final BiPredicate<T, T> replaces;
    private KeyValueStore<String, T> values;
    private StreamDeadLetterQueue deadLetters;
    private ProcessorContext<Void, Void> context;

    /**
     * @param store the name of the store
     * @param replaces whether an event is stored instead of an earlier one of its key
     */
    @SuppressWarnings("NullAway.Init")
    GlobalStoreProcessor(EventDecoder<T> events, String store, BiPredicate<T, T> replaces) {
        this.events = events;
        this.store = store;
        this.replaces = replaces;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        this.context = context;
        values = context.getStateStore(store);
        deadLetters = StreamDeadLetterQueue.of(context.appConfigs());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        try {
            var key = events.key(record.key());
            var value = events.value(key, record.value());
            if (value == null) {
                values.delete(key);
                return;
            }
            var existing = values.get(key);
            if (existing == null || replaces.test(value, existing)) {
                values.put(key, value);
            }
        } catch (SerializationException e) {
            deadLetters.leaveOut(context.recordMetadata(), e);
        }
    }
}
