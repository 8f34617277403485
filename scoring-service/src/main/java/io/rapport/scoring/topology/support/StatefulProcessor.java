package io.rapport.scoring.topology.support;

import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/** A processor given by a function that opens its state stores and returns the handler of its records. */
public final class StatefulProcessor<I, O> implements Processor<String, I, String, O> {

    private final Function<ProcessorContext<String, O>, Consumer<Record<String, I>>> setup;
    private Consumer<Record<String, I>> handler;

    @SuppressWarnings("NullAway.Init")
    private StatefulProcessor(Function<ProcessorContext<String, O>, Consumer<Record<String, I>>> setup) {
        this.setup = setup;
    }

    /**
     * Returns a supplier of processors.
     *
     * @param setup called once per task with its context
     */
    public static <I, O> ProcessorSupplier<String, I, String, O> of(
            Function<ProcessorContext<String, O>, Consumer<Record<String, I>>> setup) {
        return () -> new StatefulProcessor<>(setup);
    }

    @Override
    public void init(ProcessorContext<String, O> context) {
        handler = setup.apply(context);
    }

    @Override
    public void process(Record<String, I> record) {
        handler.accept(record);
    }
}
