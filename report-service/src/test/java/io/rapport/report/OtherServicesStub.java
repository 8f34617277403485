package io.rapport.report;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.engagement.Actor;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import io.rapport.contracts.engagement.StaffMember;
import io.rapport.messaging.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * The scoring service and the ingest service as report calls them: scoring answers the same for every day and person of one brand, ingest
 * passes accepted engagements on.
 */
final class OtherServicesStub implements AutoCloseable {

    private static final String FIGURES = """
        {"asOf": "%s", "people": 4, "meanStrength": 41.5, "windows": [{"window": 30, "returned": 77, "invested": 7, "ror": %s,
         "previous": {"returned": 0, "invested": 0, "ror": null}, "seen": 93, "new": 1, "returning": 2, "revived": 3, "lapsed": 4,
         "stages": {}, "stageMoves": {}, "captiveShare": null, "captiveNotificationShare": null, "promotionalShare": null,
         "givingShare": null, "clients": 0, "clientsSeen": 0, "clientsNotSeen": 0, "meanClientStrength": null, "kinds": []}],
         "spread": [], "value": [], "service": [], "alert": null,
         "accounts": {"received": 9, "scored": 9, "bot": 0, "staff": 0, "paid": 0, "post": 0, "duplicates": 0, "rejected": 0}}\
        """;

    private static final String PERSON = """
        {"person": "%s", "asOf": "%s", "strength": %s, "top": 7, "know": 10, "like": 11, "trust": 12, "stage": "KNOWS",
         "stageSince": "2025-04-01", "warmth": 40, "warmthClass": "COOL", "cooling": false, "theyToUs": 1, "usToThem": 2,
         "reciprocity": 0.5, "captive": false, "client": true, "firstSeen": "2025-01-01", "lastSeen": "2025-04-02",
         "returned": 7.5, "invested": 3}\
        """;

    private final HttpServer http;
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final List<EngagementReceived> accepted = new CopyOnWriteArrayList<>();
    private volatile Consumer<EngagementReceived> receiver = engagement -> {};
    private volatile String refusal = "";

    OtherServicesStub() {
        try {
            http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/v1/agencies", this::answer);
        http.start();
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** Passes accepted engagements on. */
    void onAccepted(Consumer<EngagementReceived> next) {
        receiver = next;
    }

    /** Rejects all further engagements with this message; empty to accept them. */
    void refuse(String message) {
        refusal = message;
    }

    List<EngagementReceived> accepted() {
        return accepted;
    }

    /** The headers {@code Authorization} of the requests to ingest. */
    List<String> authorizations() {
        return authorizations;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI().toString();
        var isIntake = uri.endsWith("/engagements");
        var body = isIntake ? intake(exchange, uri) : uri.endsWith("/period") ? period(exchange) : days(uri);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(isIntake ? 202 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String period(HttpExchange exchange) throws IOException {
        var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var person = PERSON.formatted(ReportTestEvents.person("gaps"), ReportTestEvents.DAY, "20")
                .replace("\"returned\"", "\"owed\": 1, \"owedSince\": \"2025-04-03T10:00:00Z\", \"returned\"");
        return PeriodAnswer.of(common(), asked, person);
    }

    private static String common() {
        return "\"first\": \"2024-12-01\", \"last\": \"%s\", \"modelVersion\": \"standard-1\", \"history\": 1"
                .formatted(ReportTestEvents.DAY);
    }

    private static String days(String uri) {
        var days = uri.contains("days=")
                ? List.of(uri.replaceAll(".*[?&]days=([^&]*).*", "$1").split("%2C"))
                : List.of(ReportTestEvents.DAY.toString());
        var common = common();
        if (uri.contains("/days/figures?")) {
            return "{%s, \"items\": [%s]}"
                    .formatted(
                            common,
                            String.join(
                                    ",",
                                    days.stream()
                                            .map(day -> FIGURES.formatted(day, day.charAt(6)))
                                            .toList()));
        }
        if (uri.contains("/days/people")) {
            var ids = List.of(ReportTestEvents.person("gaps"), ReportTestEvents.person("endless"));
            var id = uri.contains("/days/people/")
                    ? uri.replaceAll(".*/people/([^?]*).*", "$1")
                    : ids.get(uri.contains("seen=LAPSED") ? 0 : 1).toString();
            var items = uri.contains("/brands/acme/")
                    ? days.stream()
                            .map(day -> PERSON.formatted(id, day, 20 + day.charAt(9) - '0'))
                            .toList()
                    : List.<String>of();
            return "{\"asOf\": \"%s\", \"modelVersion\": \"standard-1\", \"items\": [%s], \"next\": null, \"count\": %d}"
                    .formatted(ReportTestEvents.DAY, String.join(",", items), items.size());
        }
        if (uri.contains("/days/content?")) {
            return """
                {"asOf": "2025-04-20", "history": 1, "channels": [{"channel": "x", "posts": [{"post": "1788",
                 "postedAt": "2025-04-19T08:00:00Z", "topics": ["roasting"], "promotional": false, "engagements": 5,
                 "ageHours": 24, "atAge": 5, "median": 2.0, "resonance": 2.5}]}]}\
                """;
        }
        return "{%s}".formatted(common);
    }

    private String intake(HttpExchange exchange, String uri) throws IOException {
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        if (!refusal.isEmpty()) {
            return "{\"accepted\": 0, \"duplicates\": 0, \"rejected\": [{\"index\": 0, \"code\": \"SUPPRESSED\", \"message\": \"%s\"}]}"
                    .formatted(refusal);
        }
        var parts = uri.split("/");
        var rows = Json.mapper().readTree(exchange.getRequestBody().readAllBytes());
        for (var row : rows) {
            var engagement = read(new BrandKey(parts[3], parts[5]), row);
            accepted.add(engagement);
            receiver.accept(engagement);
        }
        return "{\"accepted\": %d, \"duplicates\": 0, \"rejected\": []}".formatted(rows.size());
    }

    private static EngagementReceived read(BrandKey brand, JsonNode row) {
        var text = row.path("content").path("text");
        var at = Instant.parse(row.path("occurredAt").asString());
        return EngagementReceivedBuilder.builder()
                .id(id(brand, row))
                .agency(brand.agency())
                .brand(brand.brand())
                .channel(row.path("channel").asString())
                .source(row.path("source").asString())
                .sourceId(row.path("sourceId").asString())
                .occurredAt(at)
                .receivedAt(at)
                .direction(Direction.valueOf(row.path("direction").asString()))
                .kind(EngagementKind.valueOf(row.path("kind").asString()))
                .actor(Actor.of(row.path("actor").path("id").asString()))
                .staff(new StaffMember(null, row.path("staff").path("name").asString()))
                .content(text.isMissingNode() ? null : EngagementContent.of(text.asString()))
                .build();
    }

    private static UUID id(BrandKey brand, JsonNode row) {
        return DeterministicIds.engagement(
                brand, row.path("source").asString(), row.path("sourceId").asString());
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
