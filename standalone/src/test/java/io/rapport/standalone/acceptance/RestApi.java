package io.rapport.standalone.acceptance;

import static org.awaitility.Awaitility.await;

import io.rapport.ingest.source.payload.HmacSignature;
import io.rapport.messaging.json.Json;
import io.rapport.standalone.launcher.ConnectionInfo;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Client of the REST API of an installation. Repeats requests that are answered with 503. */
final class RestApi {

    private static final int SERVICE_UNAVAILABLE = 503;
    private static final String DELIVERY_SECRET = "the secret of the deliveries";
    private static final Map<String, Object> DELIVERED_FIELDS = Map.of(
            "sourceId",
            "/id",
            "actor.id",
            "/id",
            "channel",
            Map.of("value", "web"),
            "kind",
            Map.of("value", "COMMENT"),
            "direction",
            Map.of("value", "INBOUND"),
            "occurredAt",
            Map.of("value", "2026-01-01T00:00:00Z"));

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConnectionInfo connection;

    RestApi(ConnectionInfo connection) {
        this.connection = connection;
    }

    record Response(int status, JsonNode body) {}

    /** Registers a brand with the event clock, and waits until all services know it. */
    void register(String agency, String brand) {
        register(agency, brand, "EVENT");
    }

    /** Registers a brand, and waits until all services know it. */
    void register(String agency, String brand, String clock) {
        var body = Map.of("name", brand, "timeZone", "UTC", "clock", clock);
        var response = send("PUT", ingest(agency, brand, ""), "application/json", write(body), connection.token());
        if (response.status() / 100 != 2) {
            throw new IllegalStateException("Registering was answered with " + response);
        }
        await().until(() -> get(connection.report(), agency, brand, "/accounts").status() == 200
                && get(connection.identity(), agency, brand, "/people").status() == 200
                && get(connection.scoring(), agency, brand, "/models").status() == 200);
    }

    /** Sends rows as NDJSON; returns the response body. */
    JsonNode ingest(String agency, String brand, List<EngagementRow> rows) {
        var lines = rows.stream().map(row -> write(row.toJson())).collect(Collectors.joining("\n"));
        var response = post(agency, brand, "application/x-ndjson", lines, connection.token());
        if (response.status() != 202) {
            throw new IllegalStateException("Sending was answered with " + response);
        }
        return response.body();
    }

    Response post(String agency, String brand, String type, String body, @Nullable String token) {
        return send("POST", ingest(agency, brand, "/engagements"), type, body, token);
    }

    /** Sends a client list; returns the response body, and fails unless the status is 202. */
    JsonNode clients(String agency, String brand, String query, String csv) {
        var url = ingest(agency, brand, "/imports/clients") + query;
        var response = send("POST", url, "text/csv", csv, connection.token());
        if (response.status() != 202) {
            throw new AssertionError("POST " + query + " was answered with " + response);
        }
        return response.body();
    }

    /** Issues a token of one agency with the scopes INGEST and READ. */
    String token(String agency) {
        var body = write(Map.of("name", "test", "scopes", List.of("INGEST", "READ")));
        var url = connection.ingest() + "/v1/agencies/" + agency + "/tokens";
        return send("POST", url, "application/json", body, connection.token())
                .body()
                .get("token")
                .asString();
    }

    JsonNode report(String agency, String brand, String path) {
        var response = send("GET", scope(connection.report(), agency, brand) + path, null, "", connection.token());
        if (response.status() != 200) {
            throw new AssertionError("GET " + path + " was answered with " + response);
        }
        return response.body();
    }

    /** Sends lines of NDJSON as they are and returns the response body. */
    JsonNode send(String agency, String brand, String lines) {
        return post(agency, brand, "application/x-ndjson", lines, connection.token())
                .body();
    }

    /** Sends a client list and returns the response body. */
    JsonNode clients(String agency, String brand, String csv) {
        return send("POST", ingest(agency, brand, "/imports/clients"), "text/csv", csv, connection.token())
                .body();
    }

    /** Replays all rejected rows of a brand. */
    Response replayRejected(String agency, String brand) {
        return send("POST", ingest(agency, brand, "/rejected/replay"), "application/json", "{}", connection.token());
    }

    /** Erases a person. */
    Response erase(String agency, String brand, String person, String reason) {
        var path = "/people/" + person + "?reason=" + URLEncoder.encode(reason, StandardCharsets.UTF_8);
        return send("DELETE", scope(connection.identity(), agency, brand) + path, null, "", connection.token());
    }

    /** The receipt of an erasure. */
    Response erasure(String agency, String brand, String id) {
        return get(connection.identity(), agency, brand, "/erasures/" + id);
    }

    /** The response of a service, with any status. */
    Response get(String service, String agency, String brand, String path) {
        return send("GET", scope(service, agency, brand) + path, null, "", connection.token());
    }

    /** Sends a request; returns the response body, and fails unless the status is 2xx. */
    JsonNode sendExpectingSuccess(String method, String url, Object body) {
        var response = send(method, url, "application/json", write(body), connection.token());
        if (response.status() / 100 != 2) {
            throw new AssertionError(method + " " + url + " was answered with " + response);
        }
        return response.body();
    }

    /** The base address of the report service. */
    String reportBase() {
        return connection.report();
    }

    /** The address of a path of a brand on the identity service. */
    String identity(String agency, String brand, String path) {
        return scope(connection.identity(), agency, brand) + path;
    }

    /** The address of a path of a brand on the report service. */
    String reportUrl(String agency, String brand, String path) {
        return scope(connection.report(), agency, brand) + path;
    }

    /** The status of a URL. */
    int status(String url) {
        return send("GET", url, null, "", null).status();
    }

    JsonNode rejected(String agency, String brand) {
        return send("GET", ingest(agency, brand, "/rejected"), null, "", connection.token())
                .body();
    }

    /** Connects a source of any JSON with accounts of a brand. */
    void connect(String agency, String name, String brand, String... accounts) {
        var body = Map.of(
                "source",
                "json",
                "accounts",
                Stream.of(accounts)
                        .map(account -> Map.of("id", account, "brand", brand))
                        .toList(),
                "settings",
                Map.of("each", "/events", "rules", List.of(Map.of("account", "/page", "fields", DELIVERED_FIELDS))),
                "secrets",
                Map.of("secret", DELIVERY_SECRET));
        sendExpectingSuccess("PUT", connection(agency, name, ""), body);
    }

    /** Delivers comments of a connected source, each as its id, a blank and the account; returns the response body. */
    JsonNode deliver(String agency, String name, List<String> comments) {
        var events = comments.stream()
                .map(comment -> comment.split(" "))
                .map(parts -> Map.of("id", parts[0], "page", parts[1]))
                .toList();
        var body = write(Map.of("events", events));
        var signature = HmacSignature.SHA256_HEX.sign(DELIVERY_SECRET, body.getBytes(StandardCharsets.UTF_8));
        var address = connection.ingest() + "/v1/agencies/" + agency + "/hooks/" + name;
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .header("X-Hub-Signature-256", signature)
                .POST(BodyPublishers.ofString(body))
                .build();
        return await().until(() -> exchange(request), response -> response.status() == 200)
                .body();
    }

    /** The number of deliveries of an account that are set aside. */
    int setAside(String agency, String name, String account) {
        var url = connection(agency, name, "/rejected?account=" + account);
        return send("GET", url, null, "", connection.token())
                .body()
                .path("items")
                .size();
    }

    /** Replays the deliveries of an account. */
    JsonNode replay(String agency, String name, String account) {
        return sendExpectingSuccess("POST", connection(agency, name, "/rejected/replay"), Map.of("account", account));
    }

    private String connection(String agency, String name, String path) {
        return connection.ingest() + "/v1/agencies/" + agency + "/connections/" + name + path;
    }

    /** All items of a paged list. */
    List<JsonNode> all(String agency, String brand, String path) {
        var items = new ArrayList<JsonNode>();
        var first = path + (path.contains("?") ? "&" : "?") + "limit=200";
        var page = report(agency, brand, first);
        page.get("items").forEach(items::add);
        while (!page.path("next").isNull()) {
            page = report(agency, brand, first + "&cursor=" + page.get("next").asString());
            page.get("items").forEach(items::add);
        }
        return items;
    }

    private String ingest(String agency, String brand, String path) {
        return scope(connection.ingest(), agency, brand) + path;
    }

    private static String scope(String base, String agency, String brand) {
        return base + "/v1/agencies/" + agency + "/brands/" + brand;
    }

    private Response send(String method, String url, @Nullable String type, String body, @Nullable String token) {
        var request = HttpRequest.newBuilder(URI.create(url)).method(method, BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        var response = exchange(request.build());
        return response.status() == SERVICE_UNAVAILABLE
                ? await(url).until(() -> exchange(request.build()), next -> next.status() != SERVICE_UNAVAILABLE)
                : response;
    }

    private Response exchange(HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            var text = response.body().isEmpty() ? "null" : response.body();
            return new Response(response.statusCode(), Json.mapper().readTree(text));
        } catch (IOException e) {
            throw new IllegalStateException(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String write(Object body) {
        return Json.mapper().writeValueAsString(body);
    }
}
