package io.rapport.scoring.topology.deadletter;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/**
 * Sends records of internal topics that cannot be deserialized to the dead-letter topic. Records of other topics are decoded by a
 * processor.
 */
public final class DeserializationDeadLetterHandler implements DeserializationExceptionHandler {

    private StreamDeadLetterQueue deadLetters;

    /** Called by Kafka Streams, which then calls {@link #configure}. */
    @SuppressWarnings("NullAway.Init")
    public DeserializationDeadLetterHandler() {}

    @Override
    public void configure(Map<String, ?> settings) {
        deadLetters = StreamDeadLetterQueue.of(settings);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception cause) {
        return Response.resume(deadLetters.toDeadLetter(context, cause));
    }
}
