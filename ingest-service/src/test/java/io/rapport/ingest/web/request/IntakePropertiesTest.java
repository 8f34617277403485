package io.rapport.ingest.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class IntakePropertiesTest {

    private static IntakeProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("rapport.ingest", IntakeProperties.class);
    }

    @Test
    void hasDefaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new IntakeProperties(
                        DataSize.ofMegabytes(8),
                        5_000,
                        DataSize.ofGigabytes(2),
                        10_000_000,
                        DataSize.ofGigabytes(2),
                        5_000_000,
                        DataSize.ofMegabytes(64),
                        128,
                        120_000));
    }

    @Test
    void bindsAllProperties() {
        var settings = new HashMap<>(Map.of(
                "rapport.ingest.max-body", "1MB",
                "rapport.ingest.max-rows", "2",
                "rapport.ingest.max-import", "3MB",
                "rapport.ingest.max-import-rows", "4",
                "rapport.ingest.max-list", "7MB",
                "rapport.ingest.max-list-rows", "8",
                "rapport.ingest.max-in-flight", "5MB",
                "rapport.ingest.max-requests", "6"));
        settings.put("rapport.ingest.requests-per-minute", "9");

        assertThat(bound(settings))
                .isEqualTo(new IntakeProperties(
                        DataSize.ofMegabytes(1),
                        2,
                        DataSize.ofMegabytes(3),
                        4,
                        DataSize.ofMegabytes(7),
                        8,
                        DataSize.ofMegabytes(5),
                        6,
                        9));
    }
}
