package io.rapport.scoring.topology.aside;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/** Sets aside records that are not what their topic holds. */
public final class UnreadableRecords implements DeserializationExceptionHandler {

    private Aside aside;

    /** Made by Kafka Streams, which then configures it. */
    @SuppressWarnings("NullAway.Init")
    public UnreadableRecords() {}

    @Override
    public void configure(Map<String, ?> settings) {
        aside = Aside.of(settings);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception why) {
        return Response.resume(aside.set(context, why));
    }
}
