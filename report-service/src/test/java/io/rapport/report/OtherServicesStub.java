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

    private static final String FIRST_SEEN = "2025-01-01";

    private final HttpServer http;
    private final ModelsStub models = new ModelsStub(ReportTestEvents.person("anna"));
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
        http.createContext("/v1/agencies/north/brands/acme/models", models);
        http.start();
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** Passes accepted engagements on. */
    void onAccepted(Consumer<EngagementReceived> next) {
        receiver = next;
    }

    /** The models of scoring. */
    ModelsStub models() {
        return models;
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
        var person = DayAnswer.person(ReportTestEvents.person("gaps"), ReportTestEvents.DAY.toString(), 20, FIRST_SEEN);
        return PeriodAnswer.of(common(), asked, DayAnswer.owed(person));
    }

    private static String common() {
        return "\"first\": \"2024-12-01\", \"last\": \"%s\", \"modelVersion\": \"standard-1\", \"history\": 1"
                .formatted(ReportTestEvents.DAY);
    }

    private static String days(String uri) {
        var common = common();
        if (uri.contains("/days/figures?")) {
            return DayAnswer.list(common, uri, day -> DayAnswer.figures(day, String.valueOf(day.charAt(6)), "null"));
        }
        if (uri.endsWith("/people/lookup")) {
            return "{%s, \"items\": []}".formatted(common);
        }
        if (uri.contains("/days/people")) {
            var ids = List.of(ReportTestEvents.person("gaps"), ReportTestEvents.person("endless"));
            var id = uri.contains("/days/people/")
                    ? uri.replaceAll(".*/people/([^?]*).*", "$1")
                    : ids.get(uri.contains("seen=LAPSED") ? 0 : 1).toString();
            var days = uri.contains("days=") ? DayAnswer.days(uri) : List.of(ReportTestEvents.DAY.toString());
            var items = uri.contains("/brands/acme/")
                    ? days.stream()
                            .map(day ->
                                    DayAnswer.person(UUID.fromString(id), day, 20 + day.charAt(9) - '0', FIRST_SEEN))
                            .toList()
                    : List.<String>of();
            var strengths = uri.contains("model=standard-2") ? "[4,2,0,0,0,1,0,0,0,0]" : "[1,2,0,0,0,3,0,0,1,0]";
            return "{\"asOf\": \"%s\", \"modelVersion\": \"standard-1\", \"items\": [%s], \"next\": null, \"strengths\": %s, \"count\": %d}"
                    .formatted(ReportTestEvents.DAY, String.join(",", items), strengths, items.size());
        }
        if (uri.contains("/days/content?")) {
            return DayAnswer.CONTENT;
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
