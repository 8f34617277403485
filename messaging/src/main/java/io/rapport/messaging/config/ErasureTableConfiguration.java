package io.rapport.messaging.config;

import io.rapport.contracts.Topic;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.messaging.publish.ErasureReportPublisher;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.messaging.reader.TopicReaderFactory;
import io.rapport.messaging.reader.TopicTable;
import io.rapport.messaging.topic.TopicCreator;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The suppressed values of erased people, read from Kafka, for services that must not store them again. Needs {@link MessagingConfiguration}. */
@Configuration(proxyBeanMethods = false)
public class ErasureTableConfiguration {

    @Bean
    SuppressionHashes suppressions(@Value("${rapport.hash-key:}") String secret) {
        return new SuppressionHashes(secret);
    }

    /** Nothing that could restore an erased person may be processed before this table has caught up. */
    @Bean
    TopicTable<PersonErased> erasedTable(
            TopicReaderFactory readers,
            TopicCreator topics,
            SuppressionHashes suppressions,
            ObjectProvider<ErasureListener> listeners) {
        var all = listeners.stream().toList();
        return new TopicTable<>(Topic.PERSON_ERASED, PersonErased.class, readers, topics.created(), (key, person) -> {
            if (person != null) {
                suppressions.add(person);
                all.forEach(listener -> listener.onErased(person));
            }
        });
    }

    @Bean
    ErasureReportPublisher erasureReports(
            EventPublisher publisher, @Value("${spring.application.name}") String service) {
        return new ErasureReportPublisher(publisher, service, Clock.systemUTC());
    }
}
