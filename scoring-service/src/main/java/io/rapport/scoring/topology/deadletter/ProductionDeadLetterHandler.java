package io.rapport.scoring.topology.deadletter;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;

/**
 * Sends records to the dead-letter topic when their result is too large for its topic; retries while the broker is unavailable and
 * fails the stream otherwise.
 */
public final class ProductionDeadLetterHandler implements ProductionExceptionHandler {

    private StreamDeadLetterQueue deadLetters;

    /** Called by Kafka Streams, which then calls {@link #configure}. */
    @SuppressWarnings("NullAway.Init")
    public ProductionDeadLetterHandler() {}

    @Override
    public void configure(Map<String, ?> settings) {
        deadLetters = StreamDeadLetterQueue.of(settings);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception cause) {
        if (cause instanceof RetriableException) {
            return Response.retry();
        }
        return cause instanceof RecordTooLargeException
                ? Response.resume(deadLetters.toDeadLetter(context, cause))
                : Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Response handleSerializationError(
            ErrorHandlerContext context, ProducerRecord record, Exception cause, SerializationExceptionOrigin origin) {
        return Response.resume(deadLetters.toDeadLetter(context, cause));
    }
}
