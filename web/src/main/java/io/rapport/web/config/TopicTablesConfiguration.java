package io.rapport.web.config;

import io.rapport.contracts.Topic;
import io.rapport.contracts.access.LinkIssued;
import io.rapport.contracts.access.SessionOpened;
import io.rapport.contracts.access.TokenIssued;
import io.rapport.contracts.access.UserRegistered;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.messaging.reader.TopicReaderFactory;
import io.rapport.messaging.reader.TopicSubscription;
import io.rapport.messaging.reader.TopicTable;
import io.rapport.messaging.topic.TopicCreator;
import io.rapport.web.auth.LinkDirectory;
import io.rapport.web.auth.TokenDirectory;
import io.rapport.web.auth.TokenTopicTable;
import io.rapport.web.auth.TokenUseRecorder;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.brand.BrandListener;
import io.rapport.web.brand.BrandTopicTable;
import io.rapport.web.session.SessionStore;
import io.rapport.web.session.SessionTable;
import io.rapport.web.session.SessionTopicStore;
import io.rapport.web.table.TableReadiness;
import io.rapport.web.user.CaughtUpUserDirectory;
import io.rapport.web.user.UserDirectory;
import io.rapport.web.user.UserTopicTable;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Users, tokens, client links, sessions and brands for {@link WebConfiguration}, read from Kafka. Needs {@code MessagingConfiguration}. The service is not
 * ready, and answers requests with 503, until these and all its other tables have caught up.
 */
@Configuration(proxyBeanMethods = false)
public class TopicTablesConfiguration {

    private final TokenTopicTable tokens = new TokenTopicTable();
    private final UserTopicTable users = new UserTopicTable();

    @Bean
    TopicTable<TokenIssued> tokenTable(TopicReaderFactory readers, TopicCreator topics) {
        return new TopicTable<>(Topic.TOKEN_ISSUED, TokenIssued.class, readers, topics.created(), tokens::change);
    }

    @Bean
    TopicTable<BrandRegistered> brandTable(
            TopicReaderFactory readers, TopicCreator topics, ObjectProvider<BrandListener> listeners) {
        var all = listeners.stream().toList();
        return new TopicTable<>(
                Topic.BRAND_REGISTERED, BrandRegistered.class, readers, topics.created(), (key, brand) -> {
                    if (brand != null) {
                        all.forEach(listener -> listener.onRegistered(brand));
                    }
                });
    }

    @Bean
    TokenDirectory tokenDirectory(TopicTable<TokenIssued> tokenTable, TokenUseRecorder uses) {
        return hash -> {
            TableReadiness.requireCaughtUp(tokenTable);
            var token = Optional.ofNullable(tokens.get(hash));
            token.ifPresent(uses::record);
            return token;
        };
    }

    @Bean
    TokenUseRecorder tokenUses(
            EventPublisher publisher,
            ObjectProvider<Clock> clock,
            @Value("${spring.application.name:service}") String service) {
        return new TokenUseRecorder(publisher, service, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    TopicTable<UserRegistered> userTable(TopicReaderFactory readers, TopicCreator topics) {
        return new TopicTable<>(Topic.USER_REGISTERED, UserRegistered.class, readers, topics.created(), users::change);
    }

    @Bean
    UserDirectory userDirectory(TopicTable<UserRegistered> userTable) {
        return new CaughtUpUserDirectory(users, userTable.caughtUp());
    }

    @Bean
    TopicTable<LinkIssued> linkTable(TopicReaderFactory readers, TopicCreator topics) {
        return new TopicTable<>(Topic.LINK_ISSUED, LinkIssued.class, readers, topics.created(), (key, link) -> {});
    }

    @Bean
    LinkDirectory linkDirectory(TopicTable<LinkIssued> linkTable) {
        return key -> {
            TableReadiness.requireCaughtUp(linkTable);
            return Optional.ofNullable(linkTable.get(key));
        };
    }

    @Bean
    SessionStore sessionStore(
            TopicReaderFactory readers,
            TopicCreator topics,
            EventPublisher publisher,
            ObjectProvider<Clock> clock,
            @Value("${spring.application.name:service}") String service) {
        var table = new SessionTable();
        var caughtUp = readers.tables()
                .add(
                        TopicSubscription.fromBeginning(
                                Topic.SESSION_OPENED,
                                SessionOpened.class,
                                batch -> batch.forEach(each -> table.change(each.key(), each.value()))),
                        topics.created());
        return new SessionTopicStore(table, publisher, caughtUp, service, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    BrandCatalogue brandCatalogue(TopicTable<BrandRegistered> brandTable) {
        return new BrandTopicTable(brandTable);
    }

    @Bean
    HealthIndicator tablesHealthIndicator(List<TopicTable<?>> tables) {
        return () -> {
            var behind = tables.stream().anyMatch(table -> !TableReadiness.isCaughtUp(table));
            return (behind ? Health.outOfService() : Health.up()).build();
        };
    }
}
