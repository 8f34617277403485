package io.rapport.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.Topic;
import io.rapport.messaging.TestBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service as callers meet it: every answer, with the broker and a store. */
class IngestIT {

    private static final String NDJSON = "application/x-ndjson";
    private static final String JSON = "application/json";
    private static final String REGISTRATION = """
            {"name": "Acme", "timeZone": "America/New_York", "clock": "EVENT",
             "staff": [{"channel": "x", "id": "acme"}], "paidMarkers": ["#ad"], "answerTargetMinutes": 60}""";

    private static TestStore store;
    private static RunningIngest ingest;
    private static int brands;

    private String brand;

    @BeforeAll
    static void start() {
        store = new TestStore();
        ingest = new RunningIngest(TestBroker.bootstrap(), store.uri());
        await().until(() -> ingest.get("/actuator/health/readiness").status() == 200);
    }

    @AfterAll
    static void stop() {
        ingest.close();
        store.close();
    }

    @BeforeEach
    void register() {
        brand = "/v1/agencies/nord/brands/acme" + ++brands;
        assertThat(ingest.put(brand, REGISTRATION).status()).isEqualTo(201);
    }

    @Test
    void whatItTakesIsOnTheTopicWhenItAnswers() {
        var answer = ingest.post(brand + "/engagements", JSON, "[" + row(1, "hello #AD") + "," + row(2, "hi") + "]");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).hasToString("{\"accepted\":2,\"duplicates\":0,\"rejected\":[]}");
        var mine = published(Topic.ENGAGEMENT_RECEIVED);
        assertThat(mine).hasSize(2);
        assertThat(mine.get(0)).contains("\"day\":\"2026-01-31\"").contains("\"paid\":true");
        assertThat(mine.get(1)).doesNotContain("paid");
    }

    private java.util.List<String> published(Topic topic) {
        var name = brand.substring(brand.lastIndexOf('/') + 1);
        return Published.on(TestBroker.client(), topic).stream()
                .filter(record -> record.key().startsWith("nord|" + name + "|"))
                .map(record -> record.value())
                .toList();
    }

    private static String row(int n, String text) {
        return """
                {"source":"test","sourceId":"s%d","occurredAt":"2026-02-01T03:00:00Z","channel":"x","kind":"MENTION",\
                "direction":"INBOUND","actor":{"id":"u%d","name":"@Ann"},"content":{"text":"%s"}}""".formatted(n, n, text);
    }
}
