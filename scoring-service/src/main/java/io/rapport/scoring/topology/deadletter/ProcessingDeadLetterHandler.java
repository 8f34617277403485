package io.rapport.scoring.topology.deadletter;

import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Sets aside records that cannot be counted, such as one of a kind this version does not know. What is wrong with the
 * machinery, such as a full disk, or happened by the clock, is nobody's record: it stops the stream and is tried again.
 */
public final class ProcessingDeadLetterHandler implements ProcessingExceptionHandler {

    private StreamDeadLetterQueue deadLetters;

    /** Made by Kafka Streams, which then configures it. */
    @SuppressWarnings("NullAway.Init")
    public ProcessingDeadLetterHandler() {}

    @Override
    public void configure(Map<String, ?> settings) {
        deadLetters = StreamDeadLetterQueue.of(settings);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, @Nullable Record<?, ?> record, Exception why) {
        var isMachinery = why instanceof KafkaException && !(why instanceof SerializationException);
        return record == null || isMachinery ? Response.fail() : Response.resume(deadLetters.toDeadLetter(context, why));
    }
}
