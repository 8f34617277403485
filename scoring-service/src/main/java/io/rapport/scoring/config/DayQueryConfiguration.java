package io.rapport.scoring.config;

import io.rapport.contracts.Topic;
import io.rapport.messaging.config.MessagingConfiguration;
import io.rapport.scoring.domain.day.DaySetRepository;
import io.rapport.scoring.domain.model.ModelRegistry;
import io.rapport.scoring.query.ContentQueries;
import io.rapport.scoring.query.DayQueries;
import io.rapport.scoring.query.DaySetter;
import io.rapport.scoring.query.LedgerOwners;
import io.rapport.scoring.query.LedgerReader;
import io.rapport.scoring.query.LedgerScatter;
import io.rapport.scoring.query.LocalLedgerQueries;
import io.rapport.scoring.query.PassThrottle;
import io.rapport.scoring.query.PeerLedgerQueries;
import io.rapport.scoring.query.PeriodQueries;
import io.rapport.scoring.topology.ScoringStreamsSettings;
import io.rapport.scoring.topology.query.StateStoreLedgerReader;
import io.rapport.scoring.topology.query.StreamLedgerOwners;
import io.rapport.scoring.topology.query.StreamStoreAccess;
import io.rapport.scoring.web.day.BrandDayController;
import io.rapport.scoring.web.day.DayController;
import io.rapport.scoring.web.day.LedgerQueryController;
import io.rapport.scoring.web.day.PeriodController;
import io.rapport.web.config.WebProperties;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** Queries of any day over all instances. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DayQueryProperties.class)
@Import({BrandDayController.class, DayController.class, LedgerQueryController.class, PeriodController.class})
class DayQueryConfiguration {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    @Bean
    InstanceAddress instanceAddress(DayQueryProperties properties, Environment environment) {
        return new InstanceAddress(properties.host(), environment);
    }

    @Bean
    LedgerReader ledgerReader(TopologyRunner runner) {
        return new StateStoreLedgerReader(new StreamStoreAccess(runner::stream));
    }

    @Bean
    LedgerOwners ledgerOwners(
            TopologyRunner runner, InstanceAddress address, MessagingConfiguration.KafkaSettings kafka) {
        return new StreamLedgerOwners(
                runner::stream,
                address::hostInfo,
                new PartitionCount(kafka.client(), Topic.IDENTITY_PERSON.name()),
                ScoringStreamsSettings.CASCADE_CHANGES_TOPIC,
                ScoringStreamsSettings.POST_ACTIVITIES_TOPIC);
    }

    @Bean
    LocalLedgerQueries localLedgerQueries(
            LedgerReader ledgers, ModelRegistry models, DayQueryProperties properties, TopologyRunner runner) {
        var throttle = new PassThrottle(properties.passes(), properties.share(), runner::isIdle);
        return new LocalLedgerQueries(ledgers, models, throttle);
    }

    @Bean
    LedgerScatter ledgerScatter(LocalLedgerQueries local, WebProperties web) {
        var http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
        return new LedgerScatter(local, peer -> new PeerLedgerQueries(http, peer, web.adminToken()));
    }

    @Bean
    DaySetter daySetter(DayQueries queries, DaySetRepository repository) {
        return new DaySetter(queries, repository);
    }

    @Bean
    ContentQueries contentQueries(DayQueries days, LedgerOwners owners, LedgerScatter scatter) {
        return new ContentQueries(days, owners, scatter);
    }

    @Bean
    DayQueries dayQueries(LedgerOwners owners, LedgerScatter scatter, ModelRegistry models) {
        return new DayQueries(owners, scatter, models);
    }

    @Bean
    PeriodQueries periodQueries(DayQueries days, LedgerOwners owners, LedgerScatter scatter) {
        return new PeriodQueries(days, owners, scatter);
    }
}
