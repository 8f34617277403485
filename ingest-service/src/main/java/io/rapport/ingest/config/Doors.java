package io.rapport.ingest.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.ingest.domain.Barrier;
import io.rapport.ingest.domain.ClientStore;
import io.rapport.ingest.domain.ContactHashes;
import io.rapport.ingest.domain.ListImports;
import io.rapport.ingest.kafka.KafkaOutlet;
import io.rapport.ingest.mongo.Filled;
import io.rapport.ingest.web.Admission;
import io.rapport.ingest.web.IntakeProperties;
import io.rapport.ingest.web.Intakes;
import io.rapport.ingest.web.ListRun;
import io.rapport.messaging.EventPublisher;
import io.rapport.messaging.TopicTable;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How rows come in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeProperties.class)
class Doors {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Intakes intakes(
            @Value("${rapport.email-hash-key:}") String emailHashKey,
            Barrier barrier,
            ClientStore clients,
            MeterRegistry meters,
            Clock clock) {
        var hashes = new ContactHashes(emailHashKey);
        return new Intakes(hashes, barrier, clients, new MeteredTally(meters), clock);
    }

    @Bean
    Barrier barrier(EventPublisher publisher, SuppressionHashes suppressions, TopicTable<PersonErased> erased) {
        return new Barrier(
                new KafkaOutlet(publisher),
                suppressions,
                () -> erased.caughtUp().isDone());
    }

    @Bean
    ListRun listRun(Intakes intakes, ListImports imports, Filled clientsFilled) {
        return new ListRun(intakes, imports, clientsFilled::is);
    }

    /** A sender who asks first is told that a body is too long before the first byte of it, not amid gigabytes. */
    @Bean
    TomcatConnectorCustomizer answersBeforeBodies() {
        return connector -> connector.setProperty("continueResponseTiming", "onRead");
    }

    @Bean
    Admission admission(IntakeProperties limits, MeterRegistry meters) {
        var maxBytes = Math.toIntExact(limits.maxInFlight().toBytes());
        var admission = new Admission(limits.maxRequests(), maxBytes);
        meters.gauge(IngestMeter.FREE_BYTES, admission, Admission::freeBytes);
        return admission;
    }
}
