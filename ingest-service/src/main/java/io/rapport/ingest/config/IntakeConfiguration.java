package io.rapport.ingest.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.ingest.domain.suppression.SuppressionFilter;
import io.rapport.ingest.domain.clientlist.ClientDigestRepository;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.clientlist.ClientListImportRepository;
import io.rapport.ingest.kafka.KafkaEngagementSink;
import io.rapport.ingest.mongo.RestoreMarker;
import io.rapport.ingest.web.request.AdmissionControl;
import io.rapport.ingest.web.request.IntakeProperties;
import io.rapport.ingest.web.request.IntakeFactory;
import io.rapport.ingest.web.lists.ClientListImportRunner;
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
class IntakeConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    IntakeFactory intakes(
            @Value("${rapport.email-hash-key:}") String emailHashKey,
            SuppressionFilter barrier,
            ClientDigestRepository clients,
            MeterRegistry meters,
            Clock clock) {
        var hashes = new ContactHasher(emailHashKey);
        return new IntakeFactory(hashes, barrier, clients, new MicrometerIntakeMetrics(meters), clock);
    }

    @Bean
    SuppressionFilter barrier(EventPublisher publisher, SuppressionHashes suppressions, TopicTable<PersonErased> erased) {
        return new SuppressionFilter(
                new KafkaEngagementSink(publisher),
                suppressions,
                () -> erased.caughtUp().isDone());
    }

    @Bean
    ClientListImportRunner listRun(IntakeFactory intakes, ClientListImportRepository imports, RestoreMarker clientsFilled) {
        return new ClientListImportRunner(intakes, imports, clientsFilled::isRestored);
    }

    /** A sender who asks first is told that a body is too long before the first byte of it, not amid gigabytes. */
    @Bean
    TomcatConnectorCustomizer answersBeforeBodies() {
        return connector -> connector.setProperty("continueResponseTiming", "onRead");
    }

    @Bean
    AdmissionControl admission(IntakeProperties limits, MeterRegistry meters) {
        var maxBytes = Math.toIntExact(limits.maxInFlight().toBytes());
        var admission = new AdmissionControl(limits.maxRequests(), maxBytes);
        meters.gauge(IngestMeter.FREE_BYTES, admission, AdmissionControl::freeBytes);
        return admission;
    }
}
