package io.rapport.scoring.topology.deadletter;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/** Sets aside records that are not what their topic holds. */
public final class DeserializationDeadLetterHandler implements DeserializationExceptionHandler {

    private StreamDeadLetterQueue deadLetters;

    /** Made by Kafka Streams, which then configures it. */
    @SuppressWarnings("NullAway.Init")
    public DeserializationDeadLetterHandler() {}

    @Override
    public void configure(Map<String, ?> settings) {
        deadLetters = StreamDeadLetterQueue.of(settings);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception why) {
        return Response.resume(deadLetters.toDeadLetter(context, why));
    }
}
