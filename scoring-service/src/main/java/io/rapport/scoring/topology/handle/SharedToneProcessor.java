package io.rapport.scoring.topology.handle;

import io.rapport.scoring.topology.handle.message.HandleMessages;

import io.rapport.scoring.topology.cascade.state.SharedTone;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Counts a share without words for what it passes on. */
final class SharedToneProcessor implements Processor<String, SharedTone, String, Object> {

    private HandleMessages messages;

    @SuppressWarnings("NullAway.Init")
    SharedToneProcessor() {}

    @Override
    public void init(ProcessorContext<String, Object> context) {
        messages = new HandleMessages(context);
    }

    @Override
    public void process(Record<String, SharedTone> record) {
        messages.applySharedTone(record.key(), record.value(), record.timestamp());
    }
}
