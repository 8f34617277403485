package io.rapport.scoring.topology.aside;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;

/** Sets aside records whose outcome no topic takes; waits for a broker that is away, and stops the stream for the rest. */
public final class UnwritableRecords implements ProductionExceptionHandler {

    private Aside aside;

    /** Made by Kafka Streams, which then configures it. */
    @SuppressWarnings("NullAway.Init")
    public UnwritableRecords() {}

    @Override
    public void configure(Map<String, ?> settings) {
        aside = Aside.of(settings);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception why) {
        if (why instanceof RetriableException) {
            return Response.retry();
        }
        return why instanceof RecordTooLargeException ? Response.resume(aside.set(context, why)) : Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Response handleSerializationError(
            ErrorHandlerContext context, ProducerRecord record, Exception why, SerializationExceptionOrigin origin) {
        return Response.resume(aside.set(context, why));
    }
}
