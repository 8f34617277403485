package io.rapport.standalone.subscriber;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Publishes states of a future version: unknown fields and values, duplicates, stale states and aborted transactions. */
final class FutureStatePublisher implements AutoCloseable {

    static final String PERSON = "00000000-0000-5000-8000-000000000000";
    static final String KEY = "house|bakery|" + PERSON;

    private final KafkaProducer<String, String> producer;

    FutureStatePublisher(String bootstrap) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "transactional.id", "future-state-publisher", "acks", "all"),
                new StringSerializer(),
                new StringSerializer());
        producer.initTransactions();
    }

    /** A state of a person with a stage, a reason and a field that this version does not know. */
    static String state(long sequence) {
        return """
                {"agency":"house","brand":"bakery","person":"%s","asOf":"2025-03-03","modelVersion":"9",\
                "identityVersion":1,"sequence":%d,"reason":"HEARSAY","strength":%d.5,"know":1,"like":2,"trust":3,\
                "stage":"SAINT","stageSince":"2025-03-01","warmth":50,"warmthClass":"TEPID","cooling":false,\
                "theyToUs":1,"usToThem":2,"reciprocity":0.5,"captive":false,"client":false,"windows":[],\
                "contributions":[],"sentiment":{"n":0,"positive":0,"negative":0,"mean":0,"like":0,"strength":0},\
                "aura":{"colour":"green"}}""".formatted(PERSON, sequence, sequence);
    }

    void commit(@Nullable String value) {
        producer.beginTransaction();
        producer.send(record(value));
        producer.commitTransaction();
    }

    void abort(String value) {
        producer.beginTransaction();
        producer.send(record(value));
        producer.flush();
        producer.abortTransaction();
    }

    @Override
    public void close() {
        producer.close();
    }

    private static ProducerRecord<String, String> record(@Nullable String value) {
        return new ProducerRecord<>(PublicTopic.RELATIONSHIPS.name(), KEY, value);
    }
}
