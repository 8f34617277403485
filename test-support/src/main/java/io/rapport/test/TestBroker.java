package io.rapport.test;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A real Kafka broker in this JVM, started on first use and shared by all tests of a module. */
public final class TestBroker {

    /** Session timeout in milliseconds, high because the broker may share two cores with other builds. */
    private static final String LONG = "120000";

    private static final EmbeddedKafkaKraftBroker BROKER = start();

    private TestBroker() {}

    /** The bootstrap servers. */
    public static String bootstrap() {
        return BROKER.getBrokersAsString();
    }

    /** The settings of a client of this broker. */
    public static Map<String, Object> client() {
        var settings = new HashMap<String, Object>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap());
        return settings;
    }

    /** A producer with Kafka's default timeouts, which are longer than those of a service. */
    public static Producer<String, byte[]> producer() {
        return new KafkaProducer<>(client(), new StringSerializer(), new ByteArraySerializer());
    }

    private static EmbeddedKafkaKraftBroker start() {
        var broker = new EmbeddedKafkaKraftBroker(1, 3);
        broker.brokerProperty("auto.create.topics.enable", "false");
        broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
        broker.brokerProperty("offsets.topic.num.partitions", "3");
        broker.brokerProperty("transaction.state.log.num.partitions", "3");
        broker.brokerProperty("transaction.state.log.replication.factor", "1");
        broker.brokerProperty("transaction.state.log.min.isr", "1");
        broker.brokerProperty("log.cleaner.dedupe.buffer.size", "8388608");
        broker.brokerProperty("broker.session.timeout.ms", LONG);
        broker.brokerProperty("initial.broker.registration.timeout.ms", LONG);
        broker.afterPropertiesSet();
        return broker;
    }
}
