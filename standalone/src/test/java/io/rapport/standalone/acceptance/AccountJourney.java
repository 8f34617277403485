package io.rapport.standalone.acceptance;

import static io.rapport.standalone.acceptance.AccountBrowser.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.messaging.json.Json;
import io.rapport.standalone.launcher.ConnectionInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A user is invited, accepts, signs in, sees one brand only in all services, and signs out everywhere. */
final class AccountJourney {

    private static final String AGENCY = "lund";
    private static final String OWN = "/agencies/lund/brands/own";
    private static final String FOREIGN = "/agencies/lund/brands/foreign";
    private static final String EMAIL = "kari@agency.example";
    private static final String PASSWORD = "correct horse battery";
    private static final List<String> PAGES = List.of(
            "", "/people", "/spread", "/service", "/value", "/content", "/reviews", "/identities/x", "/imports");

    private final ConnectionInfo connection;
    private final AccountBrowser browser;

    AccountJourney(ConnectionInfo connection) {
        this.connection = connection;
        this.browser = new AccountBrowser(connection);
    }

    /**
     * Runs all steps.
     *
     * @param document the OpenAPI document of all services
     */
    void run(JsonNode document) {
        var api = new RestApi(connection);
        api.register(AGENCY, "own");
        api.register(AGENCY, "foreign");
        var invitation = invite();
        acceptOnce(invitation);
        seeOwnBrandOnly(document);
        refuseForgedSessionsAndOtherSites();
        new ClientLinkJourney(connection, AGENCY, "own", "foreign").run();
        signOutEverywhere();
    }

    private String invite() {
        var body = Map.of("email", EMAIL, "name", "Kari", "role", "EDITOR", "brands", List.of("own"));
        var invited = browser.administer("POST", "/v1/agencies/lund/users", body);
        assertThat(invited.statusCode()).as(invited.body()).isEqualTo(201);
        assertThat(browser.administer("POST", "/v1/agencies/lund/users", body).statusCode())
                .isEqualTo(409);
        var listed = browser.administer("GET", "/v1/agencies/lund/users", Map.of());
        var link = json(invited.body()).get("link").asString();
        var secret = link.substring(link.lastIndexOf('/') + 1);
        assertThat(link).startsWith(connection.url() + "/invitations/");
        assertThat(listed.body()).contains(EMAIL, "\"invitation\":\"OPEN\"").doesNotContain(secret, "hash", "link");
        return URI.create(link).getPath();
    }

    private void acceptOnce(String invitation) {
        assertThat(browser.get(invitation + "x").statusCode()).isEqualTo(404);
        assertThat(browser.get(invitation).body()).contains(EMAIL, "Kari");
        assertThat(browser.submit(invitation, "cross-site", Map.of("password", PASSWORD))
                        .statusCode())
                .isEqualTo(403);
        var tooShort = browser.submit(invitation, Map.of("password", "short"));
        assertThat(tooShort.statusCode()).isEqualTo(400);
        assertThat(tooShort.body()).contains("12 characters");

        var accepted = browser.submit(invitation, Map.of("password", PASSWORD));
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(303);
        assertThat(browser.cookie()).contains("=rps_").doesNotContain(PASSWORD);

        var again = new AccountBrowser(connection);
        assertThat(again.get(invitation).statusCode()).isEqualTo(410);
        var used = again.submit(invitation, Map.of("password", "another password"));
        assertThat(used.statusCode()).isEqualTo(410);
        assertThat(used.body()).contains("The invitation was used already");
        assertThat(again.cookie()).isEmpty();
    }

    private void seeOwnBrandOnly(JsonNode document) {
        for (var page : PAGES) {
            await().until(() -> browser.get(OWN + page).statusCode() != 303);
            assertThat(browser.get(OWN + page).statusCode()).as(page).isIn(200, page.contains("/x") ? 404 : 200);
            assertThat(browser.get(FOREIGN + page).statusCode()).as(page).isEqualTo(404);
        }
        assertThat(browser.get("/").body()).contains(OWN).doesNotContain(FOREIGN);
        assertThat(browser.get("/account").body()).contains(EMAIL, "Sign out everywhere");
        for (var path : List.of("/agencies/lund/users", "/v1/agencies/lund/users", "/v1/agencies/lund/tokens")) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
        }
        var reads = document.path("paths")
                .propertyStream()
                .filter(path -> path.getValue().has("get") && path.getKey().contains("{brand}"))
                .map(path -> path.getKey()
                        .replace("{agency}", AGENCY)
                        .replace("{brand}", "foreign")
                        .replaceAll("\\{[^}]*}", "00000000-0000-4000-8000-000000000000"))
                .toList();
        assertThat(reads).hasSizeGreaterThan(30);
        for (var path : reads) {
            // Scoring, which has no pages, accepts no cookies.
            assertThat(browser.get(path).statusCode()).as(path).isIn(401, 404);
        }
    }

    private void refuseForgedSessionsAndOtherSites() {
        var name = browser.cookie().replaceAll("=.*", "=");
        for (var forged : List.of(
                name + connection.token(),
                name + "rps_" + "A".repeat(43),
                name + PASSWORD,
                "rapport_token=" + connection.token())) {
            var other = new AccountBrowser(connection).withCookie(forged);
            assertThat(location(other.get(OWN))).startsWith("/sign-in");
            assertThat(other.submit("/account/sign-out", Map.of()).statusCode()).isEqualTo(401);
        }
        var attacked = new AccountBrowser(connection).withCookie(browser.cookie());
        for (var site : List.of("cross-site", "same-site", "none")) {
            assertThat(attacked.submit("/account/sign-out", site, Map.of()).statusCode())
                    .as(site)
                    .isEqualTo(401);
        }
        assertThat(attacked.submit("/sign-out", "cross-site", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(browser.get(OWN).statusCode()).isEqualTo(200);
    }

    private void signOutEverywhere() {
        var other = new AccountBrowser(connection);
        var wrong = other.submit("/sign-in", Map.of("email", EMAIL, "password", "wrong password"));
        assertThat(location(wrong)).isEqualTo("/sign-in?next=%2F&failed=password");
        var credentials = Map.of("email", EMAIL, "password", PASSWORD, "next", "//evil.example");
        assertThat(location(other.submit("/sign-in", credentials))).isEqualTo("/");
        assertThat(other.get(OWN).statusCode()).isEqualTo(200);

        var first = browser.cookie();
        assertThat(location(other.submit("/account/sign-out", Map.of()))).isEqualTo("/sign-in");

        for (var page : List.of(OWN, OWN + "/reviews", OWN + "/imports")) {
            await().until(() -> location(
                            new AccountBrowser(connection).withCookie(first).get(page))
                    .startsWith("/sign-in"));
        }
    }

    private static JsonNode json(String body) {
        return Json.mapper().readTree(body);
    }
}
