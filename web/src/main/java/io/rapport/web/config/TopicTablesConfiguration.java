package io.rapport.web.config;

import io.rapport.contracts.Topic;
import io.rapport.contracts.access.TokenIssued;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.messaging.TopicCreator;
import io.rapport.messaging.TopicReaderFactory;
import io.rapport.messaging.TopicTable;
import io.rapport.web.auth.TokenDirectory;
import io.rapport.web.auth.TokenTopicTable;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.brand.BrandTopicTable;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What {@link WebConfiguration} looks up, from Kafka: tokens and brands. Needs {@code Messaging}. The service is not ready, and
 * answers that it is not, until both were read to their end, and so was every other table it has.
 */
@Configuration(proxyBeanMethods = false)
public class TopicTablesConfiguration {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final TokenTopicTable tokens = new TokenTopicTable();

    @Bean
    TopicTable<TokenIssued> tokenTable(TopicReaderFactory readers, TopicCreator topics) {
        return new TopicTable<>(Topic.TOKEN_ISSUED, TokenIssued.class, readers, topics.created(), tokens::change);
    }

    @Bean
    TopicTable<BrandRegistered> brandTable(TopicReaderFactory readers, TopicCreator topics) {
        return new TopicTable<>(
                Topic.BRAND_REGISTERED, BrandRegistered.class, readers, topics.created(), (key, brand) -> {});
    }

    @Bean
    TokenDirectory tokenDirectory(TopicTable<TokenIssued> tokenTable) {
        return hash -> {
            requireCaughtUp(tokenTable);
            return Optional.ofNullable(tokens.get(hash));
        };
    }

    @Bean
    BrandCatalogue brandCatalogue(TopicTable<BrandRegistered> brandTable) {
        return new BrandTopicTable(brandTable);
    }

    @Bean
    HealthIndicator tablesHealthIndicator(List<TopicTable<?>> tables) {
        return () -> {
            var unread = tables.stream().anyMatch(table -> !isRead(table));
            return (unread ? Health.outOfService() : Health.up()).build();
        };
    }

    /**
     * Requires that a table of tokens or brands has all that was there when it started.
     *
     * @throws ProblemException 503 when it has not
     */
    public static void requireCaughtUp(TopicTable<?> table) {
        if (!isRead(table)) {
            throw Problem.unavailable("Tokens and brands are still being read. Send the same request again.", SOON);
        }
    }

    private static boolean isRead(TopicTable<?> table) {
        return table.caughtUp().isDone();
    }
}
