package io.rapport.messaging;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A real Kafka broker in this JVM, started on first use and shared by all tests of a module. */
public final class TestBroker {

    private static final EmbeddedKafkaKraftBroker BROKER = start();

    private TestBroker() {}

    /** Where it listens. */
    public static String bootstrap() {
        return BROKER.getBrokersAsString();
    }

    /** The settings a client needs to reach it. */
    public static Map<String, Object> client() {
        var settings = new HashMap<String, Object>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap());
        return settings;
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
        broker.afterPropertiesSet();
        return broker;
    }
}
