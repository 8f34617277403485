package io.rapport.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.test.TestMongo;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;

class MongoConfigurationIT {

    private record Sample(
            @Id String id, UUID uuid, BigDecimal amount, LocalDate day, Instant at, Map<String, String> columns) {}

    @Test
    void theTemplateMapsRecordsToPlainDocuments() {
        try (var mongo = TestMongo.embedded()) {
            new ApplicationContextRunner()
                    .withConfiguration(
                            AutoConfigurations.of(MongoAutoConfiguration.class, DataMongoAutoConfiguration.class))
                    .withUserConfiguration(MongoConfiguration.class)
                    .withPropertyValues("spring.mongodb.uri=" + mongo.uri(), "spring.mongodb.database=samples")
                    .run(context -> {
                        var template = context.getBean(MongoTemplate.class);
                        var sample = new Sample(
                                "a|b|c",
                                UUID.randomUUID(),
                                new BigDecimal("12.50"),
                                LocalDate.of(2026, 3, 29),
                                Instant.ofEpochMilli(1_234),
                                Map.of("E-mail (work.)", "x"));
                        template.save(sample, "samples");

                        assertThat(template.findById("a|b|c", Sample.class, "samples"))
                                .isEqualTo(sample);
                        var stored = mongo.database("samples")
                                .getCollection("samples")
                                .find()
                                .first();
                        assertThat(stored).isNotNull().doesNotContainKey("_class");
                        assertThat(stored.get("day"))
                                .isEqualTo(java.util.Date.from(Instant.parse("2026-03-29T00:00:00Z")));
                        assertThat(stored.get("columns", Document.class)).hasSize(1);
                    });
        }
    }
}
