package io.rapport.ingest.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.ingest.domain.clientlist.ClientDigestRepository;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.engagement.IntakeMetrics;
import io.rapport.ingest.domain.suppression.SuppressionFilter;
import io.rapport.ingest.kafka.KafkaEngagementSink;
import io.rapport.ingest.web.engagements.RejectionReplayer;
import io.rapport.ingest.web.request.AdmissionControl;
import io.rapport.ingest.web.request.IntakeFactory;
import io.rapport.ingest.web.request.IntakeProperties;
import io.rapport.ingest.web.request.QuotaControl;
import io.rapport.ingest.web.request.QuotaInterceptor;
import io.rapport.messaging.publish.EventPublisher;
import io.rapport.messaging.reader.TopicTable;
import io.rapport.web.brand.BrandListener;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Configuration of intake: suppression filter, admission control and limits. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeProperties.class)
class IntakeConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ContactHasher contactHasher(@Value("${rapport.email-hash-key:}") String emailHashKey) {
        return new ContactHasher(emailHashKey);
    }

    @Bean
    IntakeFactory intakeFactory(
            ContactHasher hasher,
            SuppressionFilter suppressionFilter,
            ClientDigestRepository clients,
            IntakeMetrics metrics,
            Clock clock) {
        return new IntakeFactory(hasher, suppressionFilter, clients, metrics, clock);
    }

    @Bean
    RejectionReplayer rejectionReplayer(IntakeFactory intakes, SuppressionFilter suppressionFilter) {
        return new RejectionReplayer(intakes, suppressionFilter);
    }

    @Bean
    IntakeMetrics intakeMetrics(MeterRegistry meters) {
        return new MicrometerIntakeMetrics(meters);
    }

    /** The counters of a brand exist from its registration on, so that the first rejected row is an increase. */
    @Bean
    BrandListener brandCounters(IntakeMetrics metrics) {
        return brand -> metrics.forBrand(brand.brandKey());
    }

    @Bean
    SuppressionFilter suppressionFilter(
            EventPublisher publisher, SuppressionHashes suppressions, TopicTable<PersonErased> erased) {
        return new SuppressionFilter(
                new KafkaEngagementSink(publisher),
                suppressions,
                () -> erased.caughtUp().isDone());
    }

    /** Sends {@code 100 Continue} on the first read, so that a too large body is refused before it is transferred. */
    @Bean
    TomcatConnectorCustomizer continueOnRead() {
        return connector -> connector.setProperty("continueResponseTiming", "onRead");
    }

    /** Hooks have a quota of their own, which only signed deliveries use up. */
    @Bean
    WebMvcConfigurer intakeQuota(IntakeProperties limits) {
        var interceptor = new QuotaInterceptor(
                new QuotaControl(limits.requestsPerMinute(), System::nanoTime), Math.max(1, limits.maxRequests() / 2));
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(interceptor).excludePathPatterns("/v1/agencies/*/hooks/**");
            }
        };
    }

    @Bean
    AdmissionControl admission(IntakeProperties limits, MeterRegistry meters) {
        var maxBytes = Math.toIntExact(limits.maxInFlight().toBytes());
        var admission = new AdmissionControl(limits.maxRequests(), maxBytes);
        meters.gauge(IngestMeter.FREE_BYTES, admission, AdmissionControl::freeBytes);
        return admission;
    }
}
