package io.rapport.scoring.topology.deadletter;

import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Sends records that cannot be processed to the dead-letter topic, for example of a kind that this version does not know. Failures of
 * the infrastructure, such as a full disk, and of punctuations are not caused by a record: they fail the stream, which retries.
 */
public final class ProcessingDeadLetterHandler implements ProcessingExceptionHandler {

    private StreamDeadLetterQueue deadLetters;

    /** Called by Kafka Streams, which then calls {@link #configure}. */
    @SuppressWarnings("NullAway.Init")
    public ProcessingDeadLetterHandler() {}

    @Override
    public void configure(Map<String, ?> settings) {
        deadLetters = StreamDeadLetterQueue.of(settings);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, @Nullable Record<?, ?> record, Exception cause) {
        var isInfrastructure = cause instanceof KafkaException && !(cause instanceof SerializationException);
        return record == null || isInfrastructure
                ? Response.fail()
                : Response.resume(deadLetters.toDeadLetter(context, cause));
    }
}
