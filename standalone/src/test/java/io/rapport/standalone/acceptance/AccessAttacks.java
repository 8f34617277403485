package io.rapport.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.Topic;
import io.rapport.contracts.TopicKeys;
import io.rapport.ingest.web.request.LinkQuota;
import io.rapport.messaging.json.Json;
import io.rapport.standalone.launcher.ConnectionInfo;
import io.rapport.web.secret.SecretHash;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Attacks on accounts, sessions and links, on every method of every controller of all services: other tenants, credentials that are
 * not valid, requests of other sites, roles beyond one's own. None succeeds, and no secret reaches the log.
 */
final class AccessAttacks {

    private static final String AGENCY = "mill";
    private static final String RIVAL = "rival";
    private static final String OWN = "own";
    private static final String FOREIGN = "foreign";
    private static final String PASSWORD = "the long password of the mill";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String FETCH_SITE = "Sec-Fetch-Site";
    private static final String COOKIE = "Cookie";
    private static final String BEARER = "Bearer ";

    /** What needs no sign-in. Everything else does. */
    private static final Set<String> OPEN = Set.of(
            "GET /sign-in",
            "POST /sign-in",
            "POST /sign-out",
            "GET /invitations/{secret}",
            "POST /invitations/{secret}",
            "GET /links/{agency}/{brand}/{id}/{secret}",
            "POST /links/{agency}/{brand}/{id}/{secret}",
            "GET /subscriptions/{link}/confirm",
            "POST /subscriptions/{link}/confirm",
            "GET /subscriptions/{link}/unsubscribe",
            "POST /subscriptions/{link}/unsubscribe",
            "GET /v1/agencies/{agency}/hooks/{connection}",
            "POST /v1/agencies/{agency}/hooks/{connection}");

    private final ConnectionInfo connection;
    private final List<ServiceMapping> mappings;
    private final Set<String> secrets = new TreeSet<>();

    AccessAttacks(ConnectionInfo connection) {
        this.connection = connection;
        this.mappings = ServiceMapping.all(connection);
        secrets.addAll(List.of(connection.token(), PASSWORD));
    }

    /**
     * Runs all attacks.
     *
     * @param log the folder of the log of the installation
     */
    void run(Path log) {
        var api = new RestApi(connection);
        api.register(AGENCY, OWN);
        api.register(AGENCY, FOREIGN);
        api.register(RIVAL, OWN);
        otherTenantsAreNotFound();
        whatIsNotValidOpensNothing();
        otherSitesWriteNothing();
        whatHasExpiredOpensNothing();
        rolesAreNotExceeded();
        plantedValuesAreNotKept();
        linksLeadToThisInstallation();
        linksAreNotTriedWithoutEnd();
        assertThat(logged(log))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain(secrets)
                        .doesNotContain(secrets.stream().map(SecretHash::of).toList()));
    }

    private void otherTenantsAreNotFound() {
        var rival = token(RIVAL, Set.of());
        var limited = token(AGENCY, Set.of(OWN));
        for (var mapping : mappings) {
            if (mapping.isOfAgency() && !isOpen(mapping)) {
                for (var intruder : mapping.isBranding() ? List.of(rival) : List.of(rival, limited)) {
                    assertStatus(mapping, FOREIGN, Map.of("Authorization", BEARER + intruder), 404);
                }
            }
        }
    }

    private void whatIsNotValidOpensNothing() {
        var admin = user("ADMINISTRATOR", Set.of()).browser;
        var closed = admin.cookie();
        admin.submit("/sign-out", Map.of());
        var name = name(closed);
        var revoked = revokedToken();
        var forged = List.of(
                Map.of(COOKIE, name + "rps_" + "A".repeat(43), FETCH_SITE, "same-origin"),
                Map.of(COOKIE, name + connection.token(), FETCH_SITE, "same-origin"),
                Map.of("Authorization", BEARER + revoked),
                Map.of("Authorization", BEARER + value(closed)));
        awaitEnd(closed);
        var answered = new TreeSet<String>();
        for (var mapping : mappings) {
            if (status(mapping, OWN, Map.of(COOKIE, closed, FETCH_SITE, "same-origin")) != 401
                    || mapping.path().contains("/hooks/")) {
                answered.add(mapping.method() + " " + mapping.path());
            }
            if (mapping.reads() && mapping.path().endsWith("/people") && !isOpen(mapping)) {
                forged.forEach(headers -> assertStatus(mapping, OWN, headers, 401));
            }
        }
        assertThat(answered).as("open").isEqualTo(new TreeSet<>(OPEN));
    }

    private void otherSitesWriteNothing() {
        var admin = user("ADMINISTRATOR", Set.of()).browser.cookie();
        var sites = List.of(
                Map.of(FETCH_SITE, "cross-site"),
                Map.of(FETCH_SITE, "same-site", "Origin", connection.url()),
                Map.of("Origin", "null"),
                Map.of("Origin", "http://evil.example"),
                Map.<String, String>of());
        for (var mapping : mappings) {
            if (!mapping.reads() && !isOpen(mapping)) {
                for (var site : sites) {
                    assertStatus(mapping, OWN, with(site, COOKIE, admin), 401);
                }
                if (!mapping.isPage()) {
                    assertStatus(mapping, OWN, Map.of(FETCH_SITE, "same-origin", COOKIE, admin), 401);
                }
            } else if (mapping.form() && isOpen(mapping)) {
                for (var site : sites.subList(2, 4)) {
                    assertStatus(mapping, OWN, with(site, COOKIE, admin), 403);
                }
                assertStatus(mapping, OWN, with(sites.get(0), COOKIE, admin), 403);
            }
        }
    }

    /** Time does not pass in a test: the events are what it leaves behind. */
    private void whatHasExpiredOpensNothing() {
        var past = Instant.now().minusSeconds(60).toString();
        var page = mapping("GET", "/agencies/{agency}/brands/{brand}/people");
        var name = name(user("READER", Set.of()).browser.cookie());
        var token = token(AGENCY, Set.of());
        var open = session(token, Instant.now().plusSeconds(600));
        var expired = session(token, Instant.now().minusSeconds(60));
        await().until(() -> status(page, OWN, Map.of(COOKIE, name + open)) == 200);
        assertStatus(page, OWN, Map.of(COOKIE, name + expired), 401);
        var invited = UUID.randomUUID();
        var link = UUID.randomUUID();
        var late = secret("rpt_" + "E".repeat(43));
        var invitation = secret("I".repeat(43));
        var secret = secret("L".repeat(43));
        publish(
                Topic.TOKEN_ISSUED,
                TopicKeys.join(AGENCY, invited.toString()),
                fields(
                        "agency",
                        AGENCY,
                        "id",
                        invited,
                        "name",
                        "expired",
                        "hash",
                        SecretHash.of(late),
                        "brands",
                        List.of(),
                        "scopes",
                        List.of("ADMIN"),
                        "issuedAt",
                        past,
                        "expiresAt",
                        past));
        publish(
                Topic.USER_REGISTERED,
                TopicKeys.join(AGENCY, invited.toString()),
                fields(
                        "agency",
                        AGENCY,
                        "id",
                        invited,
                        "email",
                        "late@mill.example",
                        "name",
                        "Late",
                        "role",
                        "ADMINISTRATOR",
                        "brands",
                        List.of(),
                        "invitation",
                        Map.of("hash", SecretHash.of(invitation), "expiresAt", past),
                        "epoch",
                        1,
                        "version",
                        1,
                        "at",
                        past));
        publish(
                Topic.LINK_ISSUED,
                TopicKeys.join(AGENCY, OWN, link.toString()),
                fields(
                        "agency", AGENCY,
                        "id", link,
                        "brand", OWN,
                        "name", "expired",
                        "hash", SecretHash.of(secret),
                        "issuedAt", past,
                        "expiresAt", past));
        var browser = new AccountBrowser(connection);
        var paths = List.of("/invitations/" + invitation, "/links/" + AGENCY + "/" + OWN + "/" + link + "/" + secret);
        for (var path : paths) {
            await().untilAsserted(() ->
                    assertThat(browser.get(path).statusCode()).as(path).isEqualTo(410));
            assertThat(browser.submit(path, Map.of("password", PASSWORD)).statusCode())
                    .isEqualTo(410);
        }
        assertThat(browser.cookie()).isEmpty();
        assertStatus(page, OWN, Map.of("Authorization", BEARER + late), 401);
    }

    /** A session that was opened with a token. */
    private String session(String token, Instant expiresAt) {
        var value = secret("rps_" + UUID.randomUUID().toString().replace("-", "") + "E".repeat(11));
        var opened = Instant.now().minusSeconds(120).toString();
        publish(
                Topic.SESSION_OPENED,
                SecretHash.of(value),
                fields(
                        "hash",
                        SecretHash.of(value),
                        "credential",
                        "TOKEN",
                        "reference",
                        SecretHash.of(token),
                        "openedAt",
                        opened,
                        "usedAt",
                        opened,
                        "expiresAt",
                        expiresAt.toString()));
        return value;
    }

    private void rolesAreNotExceeded() {
        var editor = user("EDITOR", Set.of()).browser;
        var ofBrand = user("ADMINISTRATOR", Set.of(OWN)).browser;
        var administrator = user("ADMINISTRATOR", Set.of());
        var signedIn = administrator.browser;
        var users = "/agencies/" + AGENCY + "/users";
        var invitation = Map.of("email", "crony@mill.example", "name", "Crony", "role", "ADMINISTRATOR");
        var links = "/agencies/" + AGENCY + "/brands/";

        assertRefused(editor.submit(users, invitation), 403);
        assertRefused(editor.submit("/agencies/" + AGENCY + "/tokens", Map.of("name", "x", "scopes", "ADMIN")), 403);
        assertRefused(editor.submit(links + OWN + "/links", Map.of("name", "x")), 403);
        assertRefused(ofBrand.submit(users, invitation), 404);
        assertRefused(ofBrand.submit(users, with(invitation, "brands", OWN)), 404);
        assertRefused(ofBrand.submit(users + "/" + administrator.id + "/remove", Map.of()), 404);
        assertRefused(ofBrand.submit("/agencies/" + AGENCY + "/tokens", Map.of("name", "x", "scopes", "ADMIN")), 404);
        assertRefused(ofBrand.submit(links + FOREIGN + "/links", Map.of("name", "x")), 404);
        assertRefused(signedIn.submit("/agencies/" + RIVAL + "/users", invitation), 404);
        assertRefused(signedIn.submit(users + "/" + administrator.id + "/remove", Map.of()), 409);
        assertThat(signedIn.get(users).statusCode()).isEqualTo(200);

        var invited = invite("READER", Set.of(OWN));
        var grown = with(Map.of("password", PASSWORD), "role", "ADMINISTRATOR");
        assertRefused(new AccountBrowser(connection).submit(invited.path, grown), 400);
        remove(invited);
        var late = new AccountBrowser(connection);
        await().until(() -> late.get(invited.path).statusCode() == 404);
        assertRefused(late.submit(invited.path, Map.of("password", PASSWORD)), 404);
        assertThat(late.cookie()).isEmpty();

        remove(administrator);
        awaitEnd(signedIn.cookie());
    }

    private void plantedValuesAreNotKept() {
        var user = user("READER", Set.of());
        var name = name(user.browser.cookie());
        var planted = name + "rps_" + "P".repeat(43);
        var victim = new AccountBrowser(connection).withCookie(planted);

        victim.submit("/sign-in", Map.of("email", user.email, "password", PASSWORD));
        assertThat(victim.cookie()).isNotEqualTo(planted).contains("rps_");
        assertStatus(mapping("GET", "/agencies/{agency}/brands/{brand}/people"), OWN, Map.of(COOKIE, planted), 401);
        for (var next : List.of(
                "//evil.example",
                "/\\evil.example",
                "/%2f%2fevil.example/..//evil",
                "https://evil.example",
                "javascript:alert(1)",
                "/\r\nSet-Cookie: rapport_session=x",
                "/\t/evil.example")) {
            var signIn = victim.submit("/sign-in", Map.of("email", user.email, "password", PASSWORD, "next", next));
            secret(value(victim.cookie()));
            assertThat(URI.create(AccountBrowser.location(signIn)).getHost())
                    .as(next)
                    .isNull();
            assertThat(AccountBrowser.location(signIn)).as(next).doesNotStartWith("//");
            assertThat(signIn.headers().allValues("Set-Cookie")).as(next).hasSize(1);
            var form = victim.get("/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
            assertThat(form.headers().firstValue("Refresh").orElse("url=/"))
                    .as(next)
                    .matches(".*url=/(?!/).*")
                    .doesNotContain("url=//");
        }
    }

    private void linksLeadToThisInstallation() {
        for (var header : List.of("X-Forwarded-Host", "X-Forwarded-Server", "X-Host", "X-Original-Host", "Forwarded")) {
            var value = header.equals("Forwarded") ? "host=evil.example;proto=https" : "evil.example";
            var body =
                    Map.of("email", header.toLowerCase(Locale.ROOT) + "@mill.example", "name", "x", "role", "READER");
            var invited = AccountBrowser.send(request("/v1/agencies/" + AGENCY + "/users")
                    .header("Authorization", BEARER + connection.token())
                    .header("Content-Type", "application/json")
                    .header(header, value)
                    .POST(BodyPublishers.ofString(Json.mapper().writeValueAsString(body))));
            assertThat(invited.statusCode()).as(invited.body()).isEqualTo(201);
            var link = Json.mapper().readTree(invited.body()).get("link").asString();
            assertThat(link).as(header).startsWith(connection.url() + "/invitations/");
            secret(link.substring(link.lastIndexOf('/') + 1));
        }
    }

    /** Of another address, as the gateway reports it: this one still opens links. */
    private void linksAreNotTriedWithoutEnd() {
        for (var at = 0; at < LinkQuota.PER_MINUTE; at++) {
            tryLink("203.0.113.9");
        }
        var refused = await().until(() -> tryLink("203.0.113.9"), each -> each.statusCode() == 429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(tryLink("203.0.113.10").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> tryLink(String address) {
        return AccountBrowser.send(
                HttpRequest.newBuilder(URI.create(connection.ingest() + "/invitations/" + "x".repeat(43)))
                        .header("X-Forwarded-For", address));
    }

    private record Account(String id, String email, String path, AccountBrowser browser) {}

    private Account invite(String role, Set<String> brands) {
        var email = UUID.randomUUID() + "@mill.example";
        var invited = new AccountBrowser(connection)
                .administer(
                        "POST",
                        "/v1/agencies/" + AGENCY + "/users",
                        Map.of("email", email, "name", "Mill " + role, "role", role, "brands", brands));
        assertThat(invited.statusCode()).as(invited.body()).isEqualTo(201);
        var body = Json.mapper().readTree(invited.body());
        var path = URI.create(body.get("link").asString()).getPath();
        secret(path.substring(path.lastIndexOf('/') + 1));
        return new Account(body.get("id").asString(), email, path, new AccountBrowser(connection));
    }

    /** A user with a password, who is signed in at all services. */
    private Account user(String role, Set<String> brands) {
        var invited = invite(role, brands);
        var accepted = invited.browser.submit(invited.path, Map.of("password", PASSWORD));
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(303);
        secret(value(invited.browser.cookie()));
        for (var page : pagesOfServices()) {
            await().until(() -> invited.browser.get(page).statusCode() != 303);
        }
        return invited;
    }

    private void remove(Account account) {
        var removed = new AccountBrowser(connection)
                .administer("DELETE", "/v1/agencies/" + AGENCY + "/users/" + account.id, Map.of());
        assertThat(removed.statusCode()).isEqualTo(204);
    }

    private void awaitEnd(String cookie) {
        for (var page : pagesOfServices()) {
            await().until(() ->
                    new AccountBrowser(connection).withCookie(cookie).get(page).statusCode() == 303);
        }
    }

    private static List<String> pagesOfServices() {
        var brand = "/agencies/" + AGENCY + "/brands/" + OWN;
        return List.of(brand, brand + "/reviews", brand + "/imports");
    }

    private String token(String agency, Set<String> brands) {
        var body = Map.of("name", "attacker", "scopes", List.of("ADMIN"), "brands", brands);
        var issued = new AccountBrowser(connection).administer("POST", "/v1/agencies/" + agency + "/tokens", body);
        assertThat(issued.statusCode()).as(issued.body()).isEqualTo(201);
        var token = secret(Json.mapper().readTree(issued.body()).get("token").asString());
        awaitToken(agency, token, 404);
        return token;
    }

    private String revokedToken() {
        var token = token(AGENCY, Set.of());
        var users = "/v1/agencies/" + AGENCY + "/tokens";
        var listed = new AccountBrowser(connection).administer("GET", users, Map.of());
        for (var issued : Json.mapper().readTree(listed.body()).get("items")) {
            new AccountBrowser(connection)
                    .administer("DELETE", users + "/" + issued.get("id").asString(), Map.of());
        }
        awaitToken(AGENCY, token, 401);
        return token;
    }

    /** Waits until all services have read a token: what is in no agency is 404 with one that is valid. */
    private void awaitToken(String agency, String token, int status) {
        for (var base :
                List.of(connection.ingest(), connection.identity(), connection.scoring(), connection.report())) {
            await().until(() ->
                    AccountBrowser.send(HttpRequest.newBuilder(URI.create(base + "/v1/agencies/none-" + agency))
                                            .header("Authorization", BEARER + token))
                                    .statusCode()
                            == status);
        }
    }

    private ServiceMapping mapping(String method, String path) {
        return mappings.stream()
                .filter(each -> each.method().equals(method) && each.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOpen(ServiceMapping mapping) {
        return OPEN.contains(mapping.method() + " " + mapping.path());
    }

    private void assertStatus(ServiceMapping mapping, String brand, Map<String, String> headers, int expected) {
        assertThat(status(mapping, brand, headers))
                .as("%s %s %s", mapping.method(), mapping.path(), headers.keySet())
                .isEqualTo(expected);
    }

    private static void assertRefused(HttpResponse<String> response, int status) {
        assertThat(response.statusCode())
                .as("%s %s", response.uri(), response.body())
                .isEqualTo(status);
    }

    private int status(ServiceMapping mapping, String brand, Map<String, String> headers) {
        var address = URI.create(mapping.base(connection) + mapping.path(AGENCY, brand));
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", mapping.form() ? FORM : "application/json")
                .method(mapping.method(), BodyPublishers.ofString(mapping.form() ? "password=x" : "{}"));
        headers.forEach(request::header);
        return AccountBrowser.send(request).statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(connection.url() + path));
    }

    private void publish(Topic topic, String key, Map<String, ?> value) {
        Map<String, Object> settings = Map.of("bootstrap.servers", connection.kafka());
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                    topic.name(),
                    key.getBytes(StandardCharsets.UTF_8),
                    Json.mapper().writeValueAsBytes(value)));
            producer.flush();
        }
    }

    private static String name(String cookie) {
        return cookie.replaceAll("=.*", "=");
    }

    private static String value(String cookie) {
        return cookie.replaceAll(".*=", "");
    }

    private String secret(String secret) {
        secrets.add(secret);
        return secret;
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (var at = 0; at < namesAndValues.length; at += 2) {
            fields.put((String) namesAndValues[at], namesAndValues[at + 1]);
        }
        return fields;
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return more;
    }

    private static List<String> logged(Path folder) {
        try (var files = Files.walk(folder)) {
            var texts = new ArrayList<String>();
            for (var file : files.filter(each -> each.getFileName().toString().startsWith("rapport.log"))
                    .toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
