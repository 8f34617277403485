package io.rapport.scoring.topology.idle;

import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A producer of a stream that records its activity: results and changes of state stores. */
final class ActivityProducer extends KafkaProducer<byte[], byte[]> {

    private final StreamActivity activity;

    ActivityProducer(Map<String, Object> settings, StreamActivity activity) {
        super(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.activity = activity;
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        activity.record();
        return super.send(record, callback);
    }
}
