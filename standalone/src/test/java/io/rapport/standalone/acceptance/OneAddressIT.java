package io.rapport.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.gateway.route.RouteTable;
import io.rapport.gateway.route.UpstreamService;
import io.rapport.messaging.json.Json;
import io.rapport.standalone.launcher.ConnectionInfo;
import io.rapport.standalone.launcher.StandaloneInstallation;
import io.rapport.test.EventStream;
import io.rapport.test.OpenApiLint;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** All pages and APIs of a running installation at the address of the gateway. */
class OneAddressIT {

    private static final String BRAND = "/agencies/one/brands/address";
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");
    private static final long BEYOND_ANY_LIMIT = 1L << 40;

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static StandaloneInstallation rapport;

    @BeforeAll
    static void start() throws Exception {
        System.setProperty(AssistantQuestions.ENABLED, "true");
        rapport = StandaloneInstallation.start(folder, 0);
    }

    @AfterAll
    static void stop() {
        System.clearProperty(AssistantQuestions.ENABLED);
        rapport.close();
    }

    private record Operation(String method, String path) {}

    @Test
    void everyOperationIsRoutedToItsService() throws Exception {
        for (var service : UpstreamService.values()) {
            assertThat(operations(document(baseUrl(service)))).isNotEmpty().allSatisfy(operation -> {
                var routed = RouteTable.find(operation.method, operation.path);
                if (!isAlias(service, operation)) {
                    assertThat(routed).as(operation.toString()).contains(service);
                }
            });
        }
    }

    @Test
    void oneDocumentHasTheOperationsOfAllServices() throws Exception {
        var expected = new ArrayList<Operation>();
        for (var service : UpstreamService.values()) {
            operations(document(baseUrl(service))).stream()
                    .filter(operation -> !isAlias(service, operation))
                    .forEach(expected::add);
        }

        var document = document(connection().url());

        assertThat(operations(document)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(OpenApiLint.errors(document.toString())).isEmpty();
        assertThat(document.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void anInvitedUserSeesTheOwnBrandOnlyAndSignsOutEverywhere() throws Exception {
        new AccountJourney(connection()).run(document(connection().url()));
    }

    @Test
    void anAssistantAnswersTheQuestionsOfAnAccountManager() {
        new AssistantQuestions(connection()).run();
    }

    @Test
    void anUnchangedResponseIsNotSentAgain() throws Exception {
        var brands = URI.create(connection().url() + "/v1/agencies/one/brands");
        var first = send(HttpRequest.newBuilder(brands)
                .header("Authorization", "Bearer " + connection().token()));
        var tag = first.headers().firstValue("ETag").orElseThrow();

        var again = send(HttpRequest.newBuilder(brands)
                .header("Authorization", "Bearer " + connection().token())
                .header("If-None-Match", tag));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void anEventGoesInAndAPersonComesOutAtOneAddress() throws Exception {
        var registered = send(api("PUT", "")
                .method("PUT", BodyPublishers.ofString("{\"name\":\"One\",\"timeZone\":\"UTC\",\"clock\":\"EVENT\"}")));
        assertThat(registered.statusCode()).isEqualTo(201);
        await().until(() -> send(api("GET", "/people")).statusCode() == 200);
        var accepted = send(api("POST", "/engagements").POST(BodyPublishers.ofString("""
            [{"source": "test", "sourceId": "1", "channel": "x", "kind": "COMMENT", "direction": "INBOUND",
              "occurredAt": "2026-01-02T03:04:05Z", "actor": {"id": "ada", "name": "ada"}}]\
            """)));
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);

        await().until(() -> json(send(api("GET", "/people"))).path("items").size() == 1);
        await().until(() -> json(send(api("GET", "/identities"))).path("items").size() == 1);
        assertThat(json(send(api("GET", "/models"))).path("items").size()).isPositive();

        var person = json(send(api("GET", "/people"))).at("/items/0/person").asString();
        var cookie = signIn();
        for (var page :
                List.of("", "/people/" + person, "/identities/" + person, "/reviews", "/imports", "/rejected")) {
            var html = send(page(BRAND + page, cookie));
            assertThat(html.statusCode()).as(page).isEqualTo(200);
            assertThat(html.body()).doesNotContain("http://");
            var assets = ASSET.matcher(html.body());
            while (assets.find()) {
                assertThat(send(page(assets.group(1), cookie)).statusCode())
                        .as(assets.group(1))
                        .isEqualTo(200);
            }
        }
        assertThat(send(page(BRAND + "/people/" + person, cookie)).body()).contains(BRAND + "/identities/" + person);
        assertThat(send(page(BRAND + "/identities/" + person, cookie)).body()).contains(BRAND + "/people/" + person);

        var file = send(api("GET", "/people.csv").setHeader("Accept", "text/csv"));
        var imported = send(api("POST", "/imports/clients?map=person:client&map=client:ignore")
                .setHeader("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(file.body())));
        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(202);
        assertThat(json(imported).path("added").asInt()).isEqualTo(1);
        await().until(() ->
                json(send(api("GET", "/people?client=true"))).path("items").size() == 1);
    }

    @Test
    void changesArriveAtOnceAndAClientThatIsGoneFreesItsStream() throws Exception {
        var api = new RestApi(connection());
        api.register("stream", "shop");
        var changes = connection().url() + "/v1/agencies/stream/brands/shop/changes";
        try (var foreign =
                EventStream.open(changes, connection().token(), "AAAAAAAAAAAAAAAAAAAAAA.0-0-0-0-0-0-0-0-0")) {
            assertThat(foreign.status()).isEqualTo(400);
        }
        var token = api.token("stream");
        var open = new ArrayList<EventStream>();
        await().until(() -> {
            open.add(EventStream.open(changes, token, null));
            return open.get(open.size() - 1).status() == 429;
        });
        assertThat(open).hasSizeGreaterThan(5);
        await().until(() ->
                open.stream().filter(each -> !each.lastId().isEmpty()).count() == 5);
        for (var stream : open) {
            stream.close();
        }

        var number = new AtomicInteger();
        await().until(() -> {
            // A connection that is closed is noticed when something is written to it.
            api.send("stream", "shop", comment(number.incrementAndGet()));
            try (var next = EventStream.open(changes, token, null)) {
                return next.status() == 200;
            }
        });
        try (var stream = EventStream.open(changes, connection().token(), null)) {
            await().until(() -> !stream.lastId().isEmpty());
            api.send("stream", "shop", comment(number.incrementAndGet()));
            await().until(() -> !stream.events.isEmpty());
        }
    }

    private static String comment(int number) {
        return """
                {"source":"test","sourceId":"%1$d","channel":"x","kind":"COMMENT","direction":"INBOUND",\
                "occurredAt":"2026-01-02T03:04:05Z","actor":{"id":"%1$d"}}""".formatted(number);
    }

    @Test
    void aBodyBeyondTheLimitOfItsServiceIsRefusedBeforeItIsSent() throws Exception {
        // By a socket: the JDK's client never completes such a response if it has a body.
        try (var socket = new Socket("127.0.0.1", URI.create(connection().url()).getPort())) {
            var request = "POST /v1%s/imports/clients HTTP/1.1\r\nHost: rapport\r\nAuthorization: Bearer %s\r\n"
                    + "Content-Type: text/csv\r\nContent-Length: %d\r\nExpect: 100-continue\r\n\r\n";
            socket.getOutputStream()
                    .write(request.formatted(BRAND, connection().token(), BEYOND_ANY_LIMIT)
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 4")
                    .contains("urn:rapport:problem");
        }
    }

    @Test
    void aRefusalReachesAClientThatIsSending() throws Exception {
        var response = send(api("POST", "/imports/clients")
                .setHeader("Authorization", "Bearer wrong")
                .POST(BodyPublishers.ofByteArray(new byte[1 << 20])));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("urn:rapport:problem");
    }

    @Test
    void theSenderOfALargeLogoReceivesTheLimit() throws Exception {
        var logo = HttpRequest.newBuilder(URI.create(connection().url() + "/v1/agencies/one/branding/logo"))
                .header("Authorization", "Bearer " + connection().token())
                .header("Content-Type", "image/png");

        var response = send(logo.PUT(BodyPublishers.ofByteArray(new byte[20 << 20])));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("payload-too-large", "At most 1048576 bytes");
    }

    @Test
    void whatIsNotPublicIsNotThere() throws Exception {
        for (var path : List.of("/actuator/prometheus", "//actuator/prometheus", "/x/../actuator", "/v1/internal/x")) {
            var administrator = page(path, "")
                    .header("Authorization", "Bearer " + connection().token());
            assertThat(send(administrator).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(send(api("GET", "/people").setHeader("Authorization", "Bearer wrong"))
                        .statusCode())
                .isEqualTo(401);
    }

    /** Identity serves its people at two paths; report has one of them too, which the gateway routes to report. */
    private static boolean isAlias(UpstreamService service, Operation operation) {
        return service == UpstreamService.IDENTITY
                && operation.method.equals("GET")
                && Pattern.matches(".*/brands/\\{brand}/people(/\\{person})?", operation.path);
    }

    private static List<Operation> operations(JsonNode document) {
        var operations = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method ->
                                operations.add(new Operation(method.toUpperCase(Locale.ROOT), path.getKey()))));
        return operations.stream()
                .filter(operation -> !operation.path.startsWith("/v1/internal"))
                .toList();
    }

    private static String signIn() throws IOException, InterruptedException {
        var form = HttpRequest.newBuilder(URI.create(connection().url() + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("token=" + connection().token()));
        return send(form).headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
    }

    private static HttpRequest.Builder page(String path, String cookie) {
        return HttpRequest.newBuilder(URI.create(connection().url() + path)).header("Cookie", cookie);
    }

    private static HttpRequest.Builder api(String method, String path) {
        return HttpRequest.newBuilder(URI.create(connection().url() + "/v1" + BRAND + path))
                .header("Authorization", "Bearer " + connection().token())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.noBody());
    }

    private static JsonNode document(String base) throws IOException, InterruptedException {
        return json(send(HttpRequest.newBuilder(URI.create(base + "/openapi.json"))));
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Json.mapper().readTree(response.body());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
    }

    private static String baseUrl(UpstreamService service) {
        return switch (service) {
            case INGEST -> connection().ingest();
            case IDENTITY -> connection().identity();
            case SCORING -> connection().scoring();
            case REPORT -> connection().report();
        };
    }

    private static ConnectionInfo connection() {
        return rapport.connection();
    }
}
