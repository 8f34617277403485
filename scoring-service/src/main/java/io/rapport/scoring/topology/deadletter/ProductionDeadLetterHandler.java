package io.rapport.scoring.topology.deadletter;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;

/** Sets aside records whose outcome no topic takes; waits for a broker that is away, and stops the stream for the rest. */
public final class ProductionDeadLetterHandler implements ProductionExceptionHandler {

    private StreamDeadLetterQueue deadLetters;

    /** Made by Kafka Streams, which then configures it. */
    @SuppressWarnings("NullAway.Init")
    public ProductionDeadLetterHandler() {}

    @Override
    public void configure(Map<String, ?> settings) {
        deadLetters = StreamDeadLetterQueue.of(settings);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception why) {
        if (why instanceof RetriableException) {
            return Response.retry();
        }
        return why instanceof RecordTooLargeException ? Response.resume(deadLetters.toDeadLetter(context, why)) : Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Response handleSerializationError(
            ErrorHandlerContext context, ProducerRecord record, Exception why, SerializationExceptionOrigin origin) {
        return Response.resume(deadLetters.toDeadLetter(context, why));
    }
}
