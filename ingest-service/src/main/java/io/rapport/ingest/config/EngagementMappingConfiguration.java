package io.rapport.ingest.config;

import io.rapport.contracts.Topic;
import io.rapport.contracts.brand.EngagementColumnsMapped;
import io.rapport.ingest.domain.decision.AdminDecisionRepository;
import io.rapport.ingest.domain.decision.AdminDecisionService;
import io.rapport.ingest.domain.mapping.EngagementMappingReader;
import io.rapport.ingest.domain.mapping.EngagementMappingService;
import io.rapport.ingest.domain.mapping.PresetCatalogue;
import io.rapport.ingest.kafka.AdminDecisionOutboxPublisher;
import io.rapport.ingest.mongo.MongoAdminDecisionRepository;
import io.rapport.ingest.source.preset.PresetFileReader;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.messaging.reader.TopicReaderFactory;
import io.rapport.messaging.reader.TopicTable;
import io.rapport.messaging.topic.TopicCreator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Configuration of the mappings of engagement files, with their outbox publisher and the presets. */
@Configuration(proxyBeanMethods = false)
class EngagementMappingConfiguration {

    @Bean
    PresetCatalogue presets() {
        return PresetFileReader.readAll();
    }

    @Bean
    EngagementMappingReader engagementMappingReader(PresetCatalogue presets) {
        return new EngagementMappingReader(presets);
    }

    @Bean
    AdminDecisionRepository<EngagementColumnsMapped> engagementMappingDecisions(MongoTemplate mongo) {
        return new MongoAdminDecisionRepository<>(
                mongo.getCollection("engagementColumns"), EngagementColumnsMapped.class);
    }

    @Bean
    TopicTable<EngagementColumnsMapped> engagementMappingTable(TopicReaderFactory readers, TopicCreator topics) {
        return new TopicTable<>(
                Topic.ENGAGEMENT_COLUMNS,
                EngagementColumnsMapped.class,
                readers,
                topics.created(),
                (key, columns) -> {});
    }

    @Bean
    AdminDecisionOutboxPublisher<EngagementColumnsMapped> engagementMappingPublisher(
            AdminDecisionRepository<EngagementColumnsMapped> decisions,
            EventPublisher publisher,
            TopicTable<EngagementColumnsMapped> table) {
        return new AdminDecisionOutboxPublisher<>(
                Topic.ENGAGEMENT_COLUMNS,
                EngagementColumnsMapped.class,
                EngagementColumnsMapped::version,
                decisions,
                publisher,
                table);
    }

    @Bean
    EngagementMappingService engagementMappings(
            AdminDecisionRepository<EngagementColumnsMapped> decisions,
            AdminDecisionOutboxPublisher<EngagementColumnsMapped> publisher) {
        return new EngagementMappingService(new AdminDecisionService<>(decisions, publisher));
    }
}
