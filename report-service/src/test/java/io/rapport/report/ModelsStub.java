package io.rapport.report;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.rapport.messaging.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The models of the scoring service as report requests them: two standard models, of which the first is active at the beginning. */
final class ModelsStub implements HttpHandler {

    private static final String MODEL = """
        {"version": "%s", "inbound": {"COMMENT": {"know": 1, "like": 0.5, "trust": 0.3, "returned": 1}}, "effort": {"REPLY": 1},
         "cap": 20, "halfLife": 60, "saturation": {"know": %d, "like": %d, "trust": 8}, "share": {"know": 0.3, "like": 0.3, "trust": 0.4},
         "sentiment": {"positive": 1, "negative": 1.5},
         "stages": {"knows": 15, "likes": 25, "trusts": 35, "advocates": 60, "vouchingDays": 90}, "warmthHalfLife": 30,
         "captiveStage": "STRANGER", "active": %s%s}\
        """;
    private static final String ACTIVATED = """
        , "activeSince": "2025-05-04T10:00:00Z", "activatedBy": "administrator", "activationReason": %s,
         "rescoring": {"rescored": 3, "people": 7, "done": false}\
        """;
    private static final String FIGURES = """
        {"people": 7, "windows": [{"window": 30, "returned": 77, "invested": 7, "ror": %s,
         "previous": {"returned": 0, "invested": 0, "ror": null}, "seen": 93, "new": 1, "returning": 2, "revived": 3, "lapsed": 4,
         "stages": {"LIKES": %d, "TRUSTS": %d}, "stageMoves": {}, "captiveShare": null, "captiveNotificationShare": null,
         "promotionalShare": null, "givingShare": null, "clients": 0, "clientsSeen": 0, "clientsNotSeen": 0,
         "meanClientStrength": null, "kinds": []}]}\
        """;
    private static final String PREVIEW = """
        {"version": "standard-2", "active": "standard-1", "asOf": "2025-05-04", "status": "%s", "compared": 3, "people": 7%s}\
        """;
    private static final String MOVER = """
        {"person": "%s", "before": {"strength": 88, "stage": "TRUSTS"}, "after": {"strength": 61.5, "stage": "LIKES"}}\
        """;

    private final List<String> changes = new CopyOnWriteArrayList<>();
    private final UUID mover;
    private volatile String status = "";
    private volatile String active = "standard-1";
    private volatile String activated = "";

    /** @param mover the person whose strength changes most */
    ModelsStub(UUID mover) {
        this.mover = mover;
    }

    /** The methods, paths and tokens of the requests that changed something. */
    List<String> changes() {
        return changes;
    }

    /** Sets the status of the preview; empty for no preview. */
    void preview(String next) {
        status = next;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().replaceAll(".*/models", "");
        var isPost = exchange.getRequestMethod().equals("POST");
        var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (isPost) {
            changes.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization"));
            change(path, asked);
        }
        var isMissing = !isPost && path.endsWith("/preview") && status.isEmpty();
        var body = isMissing ? "{\"type\": \"urn:rapport:problem:not-found\"}" : path.isEmpty() ? models() : preview();
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(isMissing ? 404 : isPost ? 202 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void change(String path, String asked) {
        if (path.endsWith("/preview")) {
            status = "RUNNING";
        } else {
            active = path.replaceAll("/(.*)/activate", "$1");
            var reason = Json.mapper().readTree(asked).path("reason").asString("");
            activated = ACTIVATED.formatted(Json.mapper().writeValueAsString(reason));
        }
    }

    private String models() {
        return "{\"items\": [%s, %s], \"next\": null}".formatted(model("standard-1", 6), model("standard-2", 12));
    }

    private String model(String version, int saturation) {
        var isActive = version.equals(active);
        return MODEL.formatted(version, saturation, saturation, isActive, isActive ? activated : "");
    }

    private String preview() {
        var result = status.equals("DONE")
                ? ", \"before\": %s, \"after\": %s, \"movers\": [%s]"
                        .formatted(
                                FIGURES.formatted("2.4", 3, 4), FIGURES.formatted("1.75", 6, 1), MOVER.formatted(mover))
                : "";
        return PREVIEW.formatted(status, result);
    }
}
