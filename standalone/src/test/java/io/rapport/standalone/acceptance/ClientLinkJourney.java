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

/** Clients open links to a brand and to one month of it, see nothing else, and are refused after the link was revoked. */
record ClientLinkJourney(ConnectionInfo connection, String agency, String brand, String otherBrand) {

    private static final String MONTH = "2026-01";
    private static final String PASSWORD = "correct horse battery";

    void run() {
        seeTheBrand();
        seeOneMonth();
        guessNothing();
    }

    private void seeTheBrand() {
        var issued = issue(Map.of("name", "Client"));
        var browser = open(issued, Map.of());

        for (var path : List.of("", "/people", "/spread", "/service", "/value", "/content")) {
            await().until(() -> browser.get(page(path)).statusCode() != 303);
            assertThat(browser.get(page(path)).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(browser.get("/agencies/" + agency + "/branding.css").statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/agencies/other/branding.css").statusCode()).isEqualTo(404);
        for (var path : List.of("/reviews", "/imports", "/rejected", "/models", "/links", "/connections")) {
            assertThat(browser.get(page(path)).statusCode()).as(path).isIn(303, 404);
        }
        for (var path : List.of("/", "/account", "/agencies/" + agency, page("").replace(brand, otherBrand))) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(browser.submit(page("/links"), Map.of("name", "x")).statusCode())
                .isIn(401, 404);

        assertThat(new AccountBrowser(connection)
                        .administer("DELETE", api() + "/" + issued.get("id").asString(), Map.of())
                        .statusCode())
                .isEqualTo(204);
        await().until(() -> location(browser.get(page(""))).startsWith("/sign-in"));
        assertThat(browser.get(path(issued)).statusCode()).isEqualTo(404);
    }

    private void seeOneMonth() {
        var issued = issue(Map.of("name", "Client", "month", MONTH, "password", PASSWORD, "days", 1));
        var wrong = new AccountBrowser(connection);
        assertThat(wrong.get(path(issued)).body()).contains("Password", MONTH);
        assertThat(wrong.submit(path(issued), Map.of("password", "wrong password"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(wrong.submit(path(issued), "cross-site", Map.of("password", PASSWORD))
                        .statusCode())
                .isEqualTo(403);
        assertThat(wrong.cookie()).isEmpty();

        var browser = open(issued, Map.of("password", PASSWORD));
        await().until(() -> browser.get(page("/months/" + MONTH)).statusCode() != 303);
        for (var path : List.of("/months/" + MONTH, "/months/" + MONTH + ".csv")) {
            // The brand has no events, and so no months: that is another answer than that of what the link hides.
            assertThat(browser.get("/v1" + page(path)).body()).as(path).doesNotContain("problem:not-found");
        }
        for (var path : List.of("", "/people", "/months/2026-02", "/months/2026-02.csv", "/value")) {
            assertThat(browser.get(page(path)).statusCode()).as(path).isEqualTo(404);
            assertThat(browser.get("/v1" + page(path)).body()).as(path).contains("problem:not-found");
        }
    }

    private void guessNothing() {
        var path = path(issue(Map.of("name", "Client")));
        var secret = path.substring(path.lastIndexOf('/') + 1);
        for (var guess : List.of(
                path.replace(secret, secret.substring(1) + "x"),
                path.replace(secret, "x"),
                path.replace("/links/" + agency, "/links/other"),
                path.replace("/" + brand + "/", "/" + otherBrand + "/"),
                "/links/" + agency + "/" + brand + "/x/" + secret)) {
            assertThat(new AccountBrowser(connection).get(guess).statusCode())
                    .as(guess)
                    .isEqualTo(404);
            assertThat(new AccountBrowser(connection).submit(guess, Map.of()).statusCode())
                    .as(guess)
                    .isEqualTo(404);
        }
        assertThat(new AccountBrowser(connection).get(path).statusCode()).isEqualTo(200);
    }

    private JsonNode issue(Map<String, ?> body) {
        var issued = new AccountBrowser(connection).administer("POST", api(), body);
        assertThat(issued.statusCode()).as(issued.body()).isEqualTo(201);
        return Json.mapper().readTree(issued.body());
    }

    private AccountBrowser open(JsonNode issued, Map<String, String> fields) {
        var browser = new AccountBrowser(connection);
        var opened = browser.submit(path(issued), fields);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(303);
        assertThat(location(opened)).startsWith(page(""));
        return browser;
    }

    private String page(String path) {
        return "/agencies/" + agency + "/brands/" + brand + path;
    }

    private String api() {
        return "/v1" + page("/links");
    }

    private static String path(JsonNode issued) {
        return URI.create(issued.get("link").asString()).getPath();
    }
}
