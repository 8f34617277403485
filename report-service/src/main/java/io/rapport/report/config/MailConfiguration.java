package io.rapport.report.config;

import io.rapport.contracts.secret.SecretCipher;
import io.rapport.contracts.secret.SecretKeyRing;
import io.rapport.contracts.subscription.SubscriptionSaved;
import io.rapport.messaging.projection.ProjectionRunner;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.messaging.topic.TopicCreator;
import io.rapport.report.domain.month.MonthCompletionService;
import io.rapport.report.domain.subscription.SubscriptionSecrets;
import io.rapport.report.domain.subscription.SubscriptionService;
import io.rapport.report.mail.MailDispatcher;
import io.rapport.report.mail.MailProperties;
import io.rapport.report.mail.MailWake;
import io.rapport.report.mail.MonthMailWriter;
import io.rapport.report.month.MonthEditionReader;
import io.rapport.report.projection.DecisionEventPublisher;
import io.rapport.report.store.MongoReportStore;
import io.rapport.report.subscription.SubscriptionHandler;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.secret.SecretGenerator;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.ITemplateEngine;

/** Subscriptions to months by e-mail, and the mail itself if an SMTP server is set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class MailConfiguration {

    @Bean
    DecisionEventPublisher<SubscriptionSaved> subscriptionPublisher(
            MongoReportStore store, EventPublisher publisher, TopicCreator topics) {
        return DecisionEventPublisher.ofSubscriptions(store.subscriptions(), publisher, topics.created());
    }

    @Bean
    SubscriptionService subscriptionService(
            MongoReportStore store, ProjectionRunner runner, DecisionEventPublisher<SubscriptionSaved> publisher) {
        var subscriptions = store.subscriptions();
        return new SubscriptionService(subscriptions, DecisionConfiguration.recorder(subscriptions, runner, publisher));
    }

    @Bean
    SubscriptionSecrets subscriptionSecrets(@Value("${rapport.secrets-key:}") String keys) {
        var secrets = new SecretGenerator();
        return new SubscriptionSecrets(
                new SecretCipher(SecretKeyRing.parse(keys), () -> secrets.bytes(SecretCipher.NONCE_BYTES)));
    }

    @Bean
    SubscriptionHandler subscriptionHandler(
            SubscriptionService subscriptions,
            MonthCompletionService months,
            SubscriptionSecrets secrets,
            BrandCatalogue catalogue,
            MailProperties settings,
            ObjectProvider<MailWake> wake) {
        return new SubscriptionHandler(
                subscriptions,
                months,
                secrets,
                catalogue,
                settings,
                () -> wake.ifAvailable(MailWake::wake),
                Clock.systemUTC());
    }

    /** Without an SMTP server nothing of it exists. */
    @Bean
    @ConditionalOnExpression("!'${rapport.mail.host:}'.isBlank() && !'${rapport.mail.from:}'.isBlank() &&"
            + " !'${rapport.mail.url:}'.isBlank()")
    MailDispatcher mailDispatcher(
            BrandCatalogue catalogue,
            MonthCompletionService months,
            SubscriptionService subscriptions,
            SubscriptionSecrets secrets,
            MonthEditionReader editions,
            ITemplateEngine templates,
            MongoReportStore store,
            MailProperties settings,
            ProjectionRunner runner) {
        var dispatcher = MailDispatcher.of(
                catalogue,
                months,
                subscriptions,
                new MonthMailWriter(editions, secrets, templates, settings),
                store.workLeases(),
                settings,
                runner::isCaughtUp,
                Clock.systemUTC());
        dispatcher.start();
        return dispatcher;
    }
}
