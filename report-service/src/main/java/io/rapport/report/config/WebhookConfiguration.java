package io.rapport.report.config;

import io.rapport.contracts.Topic;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.contracts.secret.SecretCipher;
import io.rapport.contracts.secret.SecretKeyRing;
import io.rapport.contracts.webhook.WebhookConfigured;
import io.rapport.messaging.config.MessagingConfiguration.KafkaSettings;
import io.rapport.messaging.projection.ProjectionRunner;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.messaging.reader.TopicReaderFactory;
import io.rapport.messaging.reader.TopicTable;
import io.rapport.messaging.topic.TopicCreator;
import io.rapport.report.changes.ChangeProperties;
import io.rapport.report.changes.ChangeStreams;
import io.rapport.report.delivery.DeliveryTools;
import io.rapport.report.delivery.GuardedWebhookClient;
import io.rapport.report.delivery.WebhookDispatcher;
import io.rapport.report.delivery.WebhookProperties;
import io.rapport.report.domain.change.ChangeFeed;
import io.rapport.report.domain.decision.DecisionRecorder;
import io.rapport.report.domain.webhook.TopicPositionLookup;
import io.rapport.report.domain.webhook.WebhookDirectory;
import io.rapport.report.domain.webhook.WebhookSecrets;
import io.rapport.report.domain.webhook.WebhookService;
import io.rapport.report.projection.DecisionEventPublisher;
import io.rapport.report.projection.ErasureFilter;
import io.rapport.report.projection.KafkaChangeFeed;
import io.rapport.report.projection.KafkaPositionLookup;
import io.rapport.report.projection.TopicQueueFiller;
import io.rapport.report.projection.WebhookEnqueuer;
import io.rapport.report.store.MongoReportStore;
import io.rapport.report.webhooks.WebhookHandler;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.outbound.AddressGuard;
import io.rapport.web.secret.SecretGenerator;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Collection;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Outgoing webhooks with their queue and deliveries, and streams of changes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WebhookProperties.class, ChangeProperties.class})
class WebhookConfiguration {

    @Bean
    TopicTable<WebhookConfigured> webhookTable(TopicReaderFactory readers, TopicCreator topics) {
        return new TopicTable<>(
                Topic.WEBHOOK_CONFIGURED, WebhookConfigured.class, readers, topics.created(), (key, webhook) -> {});
    }

    @Bean
    WebhookDirectory webhookDirectory(TopicTable<WebhookConfigured> webhookTable) {
        return new WebhookDirectory() {
            @Override
            public boolean isCaughtUp() {
                return webhookTable.caughtUp().isDone();
            }

            @Override
            public Collection<WebhookConfigured> all() {
                return webhookTable.rows().values();
            }
        };
    }

    @Bean
    DecisionEventPublisher<WebhookConfigured> webhookPublisher(
            MongoReportStore store, EventPublisher publisher, TopicCreator topics) {
        return DecisionEventPublisher.ofWebhooks(store.webhooks(), publisher, topics.created());
    }

    @Bean
    WebhookService webhookService(
            MongoReportStore store,
            WebhookDirectory webhookDirectory,
            DecisionEventPublisher<WebhookConfigured> webhookPublisher) {
        var recorder = new DecisionRecorder<WebhookConfigured>(
                webhookDirectory::isCaughtUp, store.webhooks()::saveNextVersion, webhookPublisher::publish);
        return new WebhookService(store.webhooks(), webhookDirectory, recorder);
    }

    @Bean
    WebhookSecrets webhookSecrets(@Value("${rapport.secrets-key:}") String keys) {
        var secrets = new SecretGenerator();
        var cipher = new SecretCipher(SecretKeyRing.parse(keys), () -> secrets.bytes(SecretCipher.NONCE_BYTES));
        return new WebhookSecrets(cipher, () -> secrets.bytes(WebhookSecrets.BYTES));
    }

    @Bean
    WebhookEnqueuer webhookEnqueuer(WebhookService webhookService, MongoReportStore store) {
        return new WebhookEnqueuer(webhookService::active, store.deliveryQueue());
    }

    @Bean
    TopicPositionLookup topicPositions(KafkaSettings kafka) {
        return new KafkaPositionLookup(kafka.client());
    }

    @Bean
    GuardedWebhookClient webhookClient(WebhookProperties settings) {
        return new GuardedWebhookClient(
                new AddressGuard(InetAddress::getAllByName, settings.allowLoopback()),
                settings.allowLoopback(),
                settings.deadline());
    }

    @Bean
    WebhookHandler webhookHandler(
            WebhookService webhookService,
            WebhookSecrets webhookSecrets,
            MongoReportStore store,
            TopicPositionLookup topicPositions,
            GuardedWebhookClient webhookClient,
            BrandCatalogue catalogue,
            WebhookProperties settings) {
        return new WebhookHandler(
                webhookService,
                webhookSecrets,
                store.deliveryQueue(),
                store.deliveryLog(),
                topicPositions,
                webhookClient,
                catalogue,
                settings.rotation(),
                Clock.systemUTC());
    }

    @Bean
    WebhookDispatcher webhookDispatcher(
            WebhookService webhookService,
            MongoReportStore store,
            TopicReaderFactory readers,
            WebhookEnqueuer webhookEnqueuer,
            ErasureFilter erasureFilter,
            WebhookSecrets webhookSecrets,
            GuardedWebhookClient webhookClient,
            WebhookProperties settings,
            ProjectionRunner runner) {
        var tools = new DeliveryTools(
                webhookService,
                store.deliveryQueue(),
                store.deliveryLog(),
                store.deliveryLeases(),
                new TopicQueueFiller(readers, webhookEnqueuer, erasureFilter),
                webhookSecrets,
                webhookClient);
        var dispatcher = WebhookDispatcher.of(tools, settings, Clock.systemUTC(), runner::isCaughtUp);
        dispatcher.start();
        return dispatcher;
    }

    @Bean
    ChangeFeed changeFeed(KafkaSettings kafka, SuppressionHashes suppressions) {
        return new KafkaChangeFeed(kafka.client(), suppressions::isPersonSuppressed);
    }

    @Bean
    ChangeStreams changeStreams(ChangeFeed changeFeed, ChangeProperties limits) {
        return new ChangeStreams(changeFeed, limits);
    }
}
