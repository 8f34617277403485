package io.rapport.scoring.topology.support;

import java.util.function.Consumer;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * One typed output of a processor that forwards several types of records: a named child node of the processor.
 *
 * @param node name of the child node
 * @param type of the records' values
 */
public record ProcessorOutput<T>(String node, Class<T> type) {

    /** Returns a consumer that forwards records to the child node. */
    public Consumer<Record<String, T>> of(ProcessorContext<String, Object> context) {
        return record -> context.forward(record, node);
    }

    /** Declares the child node and returns the stream of its records. */
    public KStream<String, T> from(KStream<String, Object> processed) {
        return processed.mapValues(type::cast, Named.as(node));
    }
}
