package io.rapport.web.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.rapport.web.capacity.MemoryReading;
import io.rapport.web.capacity.StoreCapacity;
import io.rapport.web.pages.PageLanguage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The capacity of the store, for pages, requests, health and metrics. It is limited if there is a {@link MemoryReading}. */
@Configuration(proxyBeanMethods = false)
class CapacityConfiguration {

    static final String USED_RATIO = "rapport.memory.used.ratio";

    /** Its name is used in the template {@code parts}. */
    @Bean
    StoreCapacity storeCapacity(ObjectProvider<MemoryReading> memory) {
        return new StoreCapacity(memory.getIfAvailable());
    }

    @Bean
    @ConditionalOnBean(MemoryReading.class)
    MeterBinder memoryGauge(MemoryReading memory) {
        return meters -> Gauge.builder(USED_RATIO, memory, MemoryReading::usedRatio)
                .description("Share of the heap's old generation in use after the last collection")
                .register(meters);
    }

    /** Up also when the memory is full: everything but imports works, and a restart would not help. */
    @Bean
    @ConditionalOnBean(MemoryReading.class)
    HealthIndicator memoryHealthIndicator(MemoryReading memory, StoreCapacity capacity) {
        return () -> {
            var health = Health.up().withDetail("usedRatio", memory.usedRatio()).withDetail("level", capacity.level());
            var notice = PageLanguage.ENGLISH.call(capacity::notice);
            return notice == null
                    ? health.build()
                    : health.withDetail("notice", notice).build();
        };
    }
}
