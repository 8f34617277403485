package io.rapport.scoring.topology.handle;

import io.rapport.scoring.topology.cascade.CarriedTone;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Counts a share without words for what it passes on. */
final class CarriedProcessor implements Processor<String, CarriedTone, String, Object> {

    private Messages messages;

    @SuppressWarnings("NullAway.Init")
    CarriedProcessor() {}

    @Override
    public void init(ProcessorContext<String, Object> context) {
        messages = new Messages(context);
    }

    @Override
    public void process(Record<String, CarriedTone> record) {
        messages.carried(record.key(), record.value(), record.timestamp());
    }
}
