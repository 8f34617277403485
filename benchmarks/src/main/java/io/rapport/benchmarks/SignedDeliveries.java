package io.rapport.benchmarks;

import io.rapport.benchmarks.process.MeasuredInstallation;
import io.rapport.ingest.source.payload.HmacSignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Delivers generated events to a connection of the source {@code json}, signed, and each one until it is answered with 200. */
final class SignedDeliveries {

    /** The number of events of a delivery. */
    static final int SIZE = 500;

    private static final String SECRET = "a secret of this benchmark";
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final int DAYS = 90;
    private static final int ACCOUNTS = 2_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String SETTINGS = """
            {"each": "/events", "rules": [{"account": "/page", "fields": {"sourceId": "/id", "channel": {"value": "web"},
             "kind": {"value": "COMMENT"}, "direction": {"value": "INBOUND"}, "occurredAt": "/at", "actor.id": "/from",
             "content.text": "/text"}}]}""";

    private final MeasuredInstallation installation;
    private final HttpClient http;
    private final Map<String, Integer> failures = new ConcurrentSkipListMap<>();

    SignedDeliveries(MeasuredInstallation installation, HttpClient http) {
        this.installation = installation;
        this.http = http;
    }

    /** Connects the brands of the load. */
    void connect() throws IOException, InterruptedException {
        var accounts = IntStream.range(0, EngagementLoad.BRANDS)
                .mapToObj(brand -> "{\"id\": \"%1$s\", \"brand\": \"%1$s\"}".formatted(EngagementLoad.brandOf(brand)))
                .collect(Collectors.joining(","));
        var body = "{\"source\": \"json\", \"accounts\": [%s], \"settings\": %s, \"secrets\": {\"secret\": \"%s\"}}"
                .formatted(accounts, SETTINGS, SECRET);
        var request = HttpRequest.newBuilder(address("connections"))
                .header("Authorization", "Bearer " + MeasuredInstallation.TOKEN)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 201) {
            throw new IllegalStateException("Connecting was answered with " + response.body());
        }
    }

    /** Delivers events of one brand, and again until they are accepted. */
    void deliver(int delivery) throws InterruptedException {
        var body = body(delivery);
        var request = HttpRequest.newBuilder(address("hooks"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("X-Hub-Signature-256", HmacSignature.SHA256_HEX.sign(SECRET, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        while (!isAccepted(request)) {
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /** What deliveries were answered with that had to be repeated, with the number of times. */
    Map<String, Integer> failures() {
        return failures;
    }

    private boolean isAccepted(HttpRequest request) throws InterruptedException {
        var outcome = "";
        try {
            var response = http.send(request, BodyHandlers.ofString());
            var rejects = !response.body().contains("\"rejected\":0}");
            if (response.statusCode() == 200 && rejects) {
                throw new IllegalStateException("Events were rejected: " + response.body());
            }
            outcome = Integer.toString(response.statusCode());
        } catch (IOException e) {
            outcome = e.getClass().getSimpleName();
        }
        if (!outcome.equals("200")) {
            failures.merge(outcome, 1, Integer::sum);
        }
        return outcome.equals("200");
    }

    private static byte[] body(int delivery) {
        var page = EngagementLoad.brandOf(delivery);
        return IntStream.range(delivery * SIZE, (delivery + 1) * SIZE)
                .mapToObj(n ->
                        "{\"id\": %d, \"page\": \"%s\", \"at\": \"%s\", \"from\": \"acct-%d\", \"text\": \"Thanks for the help with order %d\"}"
                                .formatted(
                                        n,
                                        page,
                                        FIRST.plus(Duration.ofMinutes(n * 104_729L % (DAYS * 1440))),
                                        n * 7919L % ACCOUNTS,
                                        n))
                .collect(Collectors.joining(",", "{\"events\": [", "]}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private URI address(String kind) {
        return installation.ingest("/v1/agencies/bench/" + kind + "/redelivery");
    }
}
