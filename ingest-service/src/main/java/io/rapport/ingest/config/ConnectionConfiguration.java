package io.rapport.ingest.config;

import io.rapport.contracts.Topic;
import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.contracts.connection.ConnectionKey;
import io.rapport.contracts.connection.ConnectionProgressed;
import io.rapport.contracts.secret.SecretCipher;
import io.rapport.contracts.secret.SecretKeyRing;
import io.rapport.ingest.connection.DeliveryProcessor;
import io.rapport.ingest.connection.DeliveryReplayer;
import io.rapport.ingest.domain.connection.ConnectionDirectory;
import io.rapport.ingest.domain.connection.ConnectionProgressService;
import io.rapport.ingest.domain.connection.ConnectionRequestReader;
import io.rapport.ingest.domain.connection.ConnectionSecrets;
import io.rapport.ingest.domain.connection.ConnectionService;
import io.rapport.ingest.domain.connection.DeliveryRejectionRepository;
import io.rapport.ingest.domain.connection.DeliveryRejectionSink;
import io.rapport.ingest.domain.decision.AdminDecisionRepository;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.delivery.StateNotLoadedException;
import io.rapport.ingest.domain.source.SourceCatalogue;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.kafka.AdminDecisionOutboxPublisher;
import io.rapport.ingest.kafka.DeliveryRejectionProjector;
import io.rapport.ingest.kafka.KafkaDeliveryRejectionSink;
import io.rapport.ingest.mongo.MongoAdminDecisionRepository;
import io.rapport.ingest.mongo.MongoDeliveryRejectionRepository;
import io.rapport.ingest.web.connections.ConnectionProperties;
import io.rapport.ingest.web.request.IntakeFactory;
import io.rapport.ingest.web.request.QuotaControl;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.messaging.reader.TopicReaderFactory;
import io.rapport.messaging.reader.TopicTable;
import io.rapport.messaging.topic.TopicCreator;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.secret.SecretGenerator;
import java.util.Collection;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Configuration of connections: their sources, secrets, decisions and progress. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionProperties.class)
class ConnectionConfiguration {

    @Bean
    SourceCatalogue sources(ObjectProvider<SourceDefinition> definitions) {
        return new SourceCatalogue(definitions.stream().toList());
    }

    @Bean
    ConnectionSecrets connectionSecrets(@Value("${rapport.secrets-key:}") String keys) {
        var secrets = new SecretGenerator();
        return new ConnectionSecrets(
                new SecretCipher(SecretKeyRing.parse(keys), () -> secrets.bytes(SecretCipher.NONCE_BYTES)));
    }

    @Bean
    AdminDecisionRepository<ConnectionConfigured> connectionDecisions(MongoTemplate mongo) {
        return new MongoAdminDecisionRepository<>(mongo.getCollection("connections"), ConnectionConfigured.class);
    }

    @Bean
    TopicTable<ConnectionConfigured> connectionTable(TopicReaderFactory readers, TopicCreator topics) {
        return new TopicTable<>(
                Topic.CONNECTION_CONFIGURED,
                ConnectionConfigured.class,
                readers,
                topics.created(),
                (key, connection) -> {});
    }

    @Bean
    AdminDecisionOutboxPublisher<ConnectionConfigured> connectionPublisher(
            AdminDecisionRepository<ConnectionConfigured> decisions,
            EventPublisher publisher,
            TopicTable<ConnectionConfigured> table) {
        return new AdminDecisionOutboxPublisher<>(
                Topic.CONNECTION_CONFIGURED,
                ConnectionConfigured.class,
                ConnectionConfigured::version,
                decisions,
                publisher,
                table);
    }

    @Bean
    ConnectionDirectory connectionDirectory(TopicTable<ConnectionConfigured> table) {
        return new ConnectionDirectory() {
            @Override
            public Optional<ConnectionConfigured> find(ConnectionKey key) {
                if (!table.caughtUp().isDone()) {
                    throw new StateNotLoadedException("The topic of connections");
                }
                return Optional.ofNullable(table.get(key.key()));
            }

            @Override
            public Collection<ConnectionConfigured> all() {
                return table.rows().values();
            }
        };
    }

    @Bean
    ConnectionService connectionService(
            AdminDecisionRepository<ConnectionConfigured> decisions,
            AdminDecisionOutboxPublisher<ConnectionConfigured> publisher,
            ConnectionSecrets secrets) {
        return new ConnectionService(new AdminDecisionService<>(decisions, publisher), secrets);
    }

    @Bean
    ConnectionRequestReader connectionRequestReader(SourceCatalogue sources) {
        return new ConnectionRequestReader(sources);
    }

    @Bean
    AdminDecisionRepository<ConnectionProgressed> progressDecisions(MongoTemplate mongo) {
        return new MongoAdminDecisionRepository<>(
                mongo.getCollection("connectionProgress"), ConnectionProgressed.class);
    }

    @Bean
    TopicTable<ConnectionProgressed> progressTable(TopicReaderFactory readers, TopicCreator topics) {
        return new TopicTable<>(
                Topic.CONNECTION_PROGRESSED,
                ConnectionProgressed.class,
                readers,
                topics.created(),
                (key, progress) -> {});
    }

    @Bean
    AdminDecisionOutboxPublisher<ConnectionProgressed> progressPublisher(
            AdminDecisionRepository<ConnectionProgressed> decisions,
            EventPublisher publisher,
            TopicTable<ConnectionProgressed> table) {
        return new AdminDecisionOutboxPublisher<>(
                Topic.CONNECTION_PROGRESSED,
                ConnectionProgressed.class,
                ConnectionProgressed::version,
                decisions,
                publisher,
                table);
    }

    @Bean
    ConnectionProgressService connectionProgress(
            AdminDecisionRepository<ConnectionProgressed> decisions,
            AdminDecisionOutboxPublisher<ConnectionProgressed> publisher,
            ConnectionDirectory connections) {
        return new ConnectionProgressService(new AdminDecisionService<>(decisions, publisher), connections);
    }

    @Bean
    QuotaControl deliveryQuota(ConnectionProperties limits) {
        return new QuotaControl(limits.quotaPerMinute(), System::nanoTime);
    }

    @Bean
    MongoDeliveryRejectionRepository deliveryRejections(MongoTemplate mongo) {
        return new MongoDeliveryRejectionRepository(mongo.getCollection("deliveryRejections"));
    }

    @Bean
    DeliveryRejectionProjector deliveryRejectionProjector(DeliveryRejectionRepository rejections) {
        return new DeliveryRejectionProjector(rejections);
    }

    @Bean
    DeliveryRejectionSink deliveryRejectionSink(EventPublisher publisher) {
        return new KafkaDeliveryRejectionSink(publisher);
    }

    @Bean
    DeliveryProcessor deliveryProcessor(
            BrandCatalogue brands, IntakeFactory intakes, DeliveryRejectionSink rejections) {
        return new DeliveryProcessor(
                brands::find, (brand, source) -> intakes.openEngagementIntake(brand, source, null), rejections);
    }

    @Bean
    DeliveryReplayer deliveryReplayer(DeliveryProcessor processor, DeliveryRejectionSink rejections) {
        return new DeliveryReplayer(processor, rejections);
    }
}
