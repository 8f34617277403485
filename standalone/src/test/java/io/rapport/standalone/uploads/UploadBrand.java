package io.rapport.standalone.uploads;

import static org.awaitility.Awaitility.await;

import io.rapport.messaging.json.Json;
import io.rapport.standalone.launcher.ConnectionInfo;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ThrowingRunnable;
import tools.jackson.databind.JsonNode;

/** One brand of an installation, over REST. */
final class UploadBrand {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String CSV = "text/csv";
    private static final String JSON = "application/json";
    private static final int OK = 200;
    private static final String AGENCY = "/v1/agencies/uploads";

    private final ConnectionInfo connection;
    private final String path;
    private long accepted;

    /** The response to an upload. */
    record Answer(int status, JsonNode body) {

        long accepted() {
            return body.path("accepted").asLong();
        }

        List<String> rejectedCodes() {
            return body.path("rejected").findValuesAsString("code");
        }
    }

    private UploadBrand(ConnectionInfo connection, String path) {
        this.connection = connection;
        this.path = path;
    }

    /** Registers the brand of a case and waits until all services know it. */
    static UploadBrand register(ConnectionInfo connection, UploadCase upload) {
        var brand = new UploadBrand(connection, "/v1/agencies/uploads/brands/" + upload.brand());
        var registration = "{\"name\": \"Shop\", \"timeZone\": \"UTC\", \"clock\": \"EVENT\"%s}";
        brand.send("PUT", connection.ingest(), "", JSON, registration.formatted(upload.registration()));
        waiting()
                .until(() -> brand.isKnown(connection.report(), "/accounts")
                        && brand.isKnown(connection.identity(), "/people")
                        && brand.isKnown(connection.ingest(), "/rejected"));
        return brand;
    }

    Answer clients(String csv) {
        return send("POST", connection.ingest(), "/imports/clients", CSV, csv);
    }

    /** Sends a business card. */
    Answer card(String vcard) {
        return send("POST", connection.ingest(), "/imports/clients", "text/vcard", vcard);
    }

    Answer staff(String csv) {
        return send("POST", connection.ingest(), "/imports/staff", CSV, csv);
    }

    /** Sends a file of engagements. */
    Answer file(String csv) {
        return counted(send("POST", connection.ingest(), "/imports/engagements?source=file", CSV, csv));
    }

    /** Sends rows of {@link InteractionRow} or of NDJSON. */
    Answer send(Object... rows) {
        var lines =
                String.join("\n", List.of(rows).stream().map(Object::toString).toList());
        return counted(send("POST", connection.ingest(), "/engagements", "application/x-ndjson", lines));
    }

    /** Sends a file of prices of keywords. */
    Answer keywords(String csv) {
        return send("POST", connection.ingest(), "/imports/keywords", CSV, csv);
    }

    /** Connects an account of a platform to the brand. */
    void connect(String source, String account, String secrets) {
        var body = "{\"source\": \"%s\", \"accounts\": [{\"id\": \"%s\", \"brand\": \"%s\"}], \"secrets\": {%s}}"
                .formatted(source, account, name(), secrets);
        send(
                "PUT",
                connection.ingest() + AGENCY + "/connections/" + source + "-" + name(),
                body,
                Map.of("Authorization", "Bearer " + connection.token(), "Content-Type", JSON));
    }

    /** Delivers what a platform sends to the hook of its connection. */
    void deliver(String source, String type, String body, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.put("Content-Type", type);
        var answer = send("POST", connection.ingest() + AGENCY + "/hooks/" + source + "-" + name(), body, all);
        if (answer.status() != OK) {
            throw new AssertionError(source + " " + answer);
        }
        for (var outcome : List.of("accepted", "withheld", "withdrawn")) {
            accepted += answer.body().path(outcome).asLong();
        }
    }

    /** Erases a client and waits until all services have done so. */
    void erase(String client) {
        var person = identities().stream()
                .filter(each -> each.path("clientId").asString("").equals(client))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        var receipt = send("DELETE", connection.identity(), "/people/" + person + "?reason=request", JSON, "");
        var erasure = "/erasures/" + receipt.body().path("id").asString();
        waiting().until(() -> get(connection.identity(), erasure).path("done").asBoolean());
    }

    /** Waits until everything that was sent is scored, and all rows and accounts are matched. */
    void settle() {
        var run = send("POST", connection.identity(), "/matching", JSON, "").body();
        var address = "/matching/" + run.path("id").asString();
        waiting()
                .until(() -> get(connection.identity(), address)
                        .path("state")
                        .asString()
                        .equals("DONE"));
        waiting().until(() -> accounts().path("received").asLong() == accepted);
    }

    /** Settles, then waits until an assertion holds. */
    void settledUntil(ThrowingRunnable assertion) {
        settle();
        waiting().untilAsserted(assertion);
    }

    /** The client ids of the people of identity, sorted. */
    List<String> clientIds() {
        return identities().stream()
                .map(person -> person.path("clientId").asString(""))
                .filter(id -> !id.isEmpty())
                .sorted()
                .toList();
    }

    /** The people of identity whose name or account contains a text. */
    List<String> namesFound(String text) {
        var query = "/people?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        return names(get(connection.identity(), query).path("items"));
    }

    /** The names of the people of identity, sorted; an empty one for none. */
    List<String> identityNames() {
        return names(get(connection.identity(), "/people?limit=200").path("items"));
    }

    /** The people of the report. */
    List<JsonNode> people() {
        return list(get(connection.report(), "/people?limit=200").path("items"));
    }

    /** The names of clients with an account, sorted. */
    List<String> clientsWithAccount() {
        return people().stream()
                .filter(person -> person.path("client").asBoolean()
                        && !person.path("handles").isEmpty())
                .map(person -> person.path("name").asString(""))
                .sorted()
                .toList();
    }

    /** The person of an account, by its id or name. */
    JsonNode ownerOf(String account) {
        return people().stream()
                .filter(person -> list(person.path("handles")).stream()
                        .anyMatch(handle -> handle.path("id").asString("").equals(account)
                                || handle.path("name").asString("").equals(account)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No person has the account " + account + ": " + people()));
    }

    double strengthOf(String account) {
        return ownerOf(account).path("strength").asDouble();
    }

    /** The texts of the person of an account, newest first. */
    List<String> timelineTexts(String account) {
        var timeline = "/people/" + ownerOf(account).path("person").asString() + "/timeline";
        return list(get(connection.report(), timeline).path("items")).stream()
                .map(entry -> entry.path("text").asString(""))
                .toList();
    }

    /** The channels of the accounts of the only client. */
    List<String> channelsOfClient() {
        return list(client().path("handles")).stream()
                .map(handle -> handle.path("channel").asString(""))
                .toList();
    }

    /** The directions and kinds in the timeline of the only client. */
    List<String> kindsOfClient() {
        var timeline = "/people/" + client().path("person").asString() + "/timeline";
        return list(get(connection.report(), timeline).path("items")).stream()
                .map(entry -> entry.path("direction").asString("") + " "
                        + entry.path("kind").asString(""))
                .toList();
    }

    double strengthOfClient() {
        return client().path("strength").asDouble();
    }

    private JsonNode client() {
        return people().stream()
                .filter(person -> person.path("client").asBoolean())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No person is a client: " + people()));
    }

    /** The value streams of 90 days with amount and count, sorted. */
    List<String> streams() {
        return list(get(connection.report(), "/value?window=90").path("streams")).stream()
                .map(stream -> stream.path("stream").asString("") + " "
                        + stream.path("amount").asDouble() + " "
                        + stream.path("count").asLong())
                .sorted()
                .toList();
    }

    /** What assisted in the sales of 90 days. */
    List<String> assists() {
        return list(get(connection.report(), "/value?window=90").path("streams")).stream()
                .filter(stream -> stream.path("stream").asString("").equals("ASSISTED_SALES"))
                .flatMap(stream -> list(stream.path("parts")).stream())
                .map(part -> part.path("label").asString(""))
                .toList();
    }

    /** What was paid for in 90 days, most first. */
    List<String> paid() {
        return list(get(connection.report(), "/value?window=90").path("paid")).stream()
                .map(each -> each.path("channel").asString("") + " "
                        + each.path("direction").asString("") + " "
                        + each.path("kind").asString("") + " "
                        + each.path("count").asLong())
                .toList();
    }

    /** The direct sales of 90 days in the only currency. */
    double directSales() {
        return list(get(connection.report(), "/value?window=90").path("streams")).stream()
                .filter(stream -> stream.path("stream").asString("").equals("DIRECT_SALES"))
                .mapToDouble(stream -> stream.path("amount").asDouble())
                .sum();
    }

    /** The balance of engagements, such as {@code scored} and {@code withheld}. */
    JsonNode accounts() {
        return get(connection.report(), "/accounts");
    }

    /** The names of those who are owed a reply. */
    List<String> owed() {
        return names(get(connection.report(), "/service?window=30").path("owed").path("items"));
    }

    private List<JsonNode> identities() {
        return list(get(connection.identity(), "/people?limit=200").path("items"));
    }

    private Answer counted(Answer answer) {
        accepted += answer.accepted();
        return answer;
    }

    private static List<String> names(JsonNode people) {
        return list(people).stream()
                .map(person -> person.path("name").asString(""))
                .sorted()
                .toList();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static ConditionFactory waiting() {
        return await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(200));
    }

    private boolean isKnown(String service, String suffix) {
        return send("GET", service, suffix, JSON, "").status() == OK;
    }

    private JsonNode get(String service, String suffix) {
        return send("GET", service, suffix, JSON, "").body();
    }

    private String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private Answer send(String method, String service, String suffix, String type, String body) {
        return send(
                method,
                service + path + suffix,
                body,
                Map.of("Authorization", "Bearer " + connection.token(), "Content-Type", type));
    }

    private static Answer send(String method, String address, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(address)).method(method, BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            var text = response.body().isEmpty() ? "null" : response.body();
            return new Answer(response.statusCode(), Json.mapper().readTree(text));
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
