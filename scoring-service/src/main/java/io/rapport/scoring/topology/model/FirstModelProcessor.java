package io.rapport.scoring.topology.model;

import io.rapport.contracts.model.ModelPublished;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the first model of each key: published models are immutable. */
final class FirstModelProcessor implements Processor<String, ModelPublished, Void, Void> {

    private KeyValueStore<String, ModelPublished> models;

    @SuppressWarnings("NullAway.Init")
    FirstModelProcessor() {}

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        models = context.getStateStore(ModelStores.MODEL);
    }

    // Keys and values of records may be null, although their types are not nullable.
    @Override
    @SuppressWarnings("ConstantValue")
    public void process(Record<String, ModelPublished> record) {
        if (record.key() == null) {
            return;
        }
        if (record.value() == null) {
            models.delete(record.key());
        } else {
            models.putIfAbsent(record.key(), record.value());
        }
    }
}
