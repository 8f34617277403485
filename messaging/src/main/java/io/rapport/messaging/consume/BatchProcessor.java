package io.rapport.messaging.consume;

import java.time.DateTimeException;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes batches and passes them to a handler. When a handler fails because of the data, the batch is halved until the poison
 * record is isolated, which is then published to the dead-letter queue. Any other failure, such as a broker or store that is
 * away, is thrown, so that the batch is redelivered.
 */
public final class BatchProcessor<V> {

    private static final Logger LOG = LoggerFactory.getLogger(BatchProcessor.class);

    /** What a handler throws when it cannot process a record however often it is redelivered. */
    private static final List<Class<? extends RuntimeException>> CAUSED_BY_DATA = List.of(
            NullPointerException.class,
            IllegalArgumentException.class,
            ClassCastException.class,
            IndexOutOfBoundsException.class,
            ArithmeticException.class,
            DateTimeException.class,
            NoSuchElementException.class);

    private final RecordDecoder<V> decoder;
    private final BatchHandler<V> handler;
    private final DeadLetterQueue deadLetters;

    public BatchProcessor(RecordDecoder<V> decoder, BatchHandler<V> handler, DeadLetterQueue deadLetters) {
        this.decoder = decoder;
        this.handler = handler;
        this.deadLetters = deadLetters;
    }

    public void process(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        apply(decoder.decode(records));
    }

    private void apply(List<DecodedRecord<V>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            handler.apply(batch.stream().map(DecodedRecord::received).toList());
        } catch (RuntimeException e) {
            if (CAUSED_BY_DATA.stream().noneMatch(type -> type.isInstance(e))) {
                throw e;
            }
            isolate(batch, e);
        }
    }

    private void isolate(List<DecodedRecord<V>> batch, RuntimeException failure) {
        if (batch.size() == 1) {
            var poison = batch.get(0).encoded();
            LOG.warn("The handler cannot process {}", DeadLetterQueue.origin(poison), failure);
            deadLetters.publish(
                    poison, "The handler failed with " + failure.getClass().getSimpleName());
            return;
        }
        var half = batch.size() / 2;
        apply(batch.subList(0, half));
        apply(batch.subList(half, batch.size()));
    }
}
