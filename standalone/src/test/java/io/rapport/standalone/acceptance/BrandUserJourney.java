package io.rapport.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.standalone.launcher.ConnectionInfo;
import io.rapport.test.Browser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;

/**
 * In two browsers: a user of one brand accepts an invitation, reads that brand only, makes a link for a client, and signs out
 * everywhere. Which pages, files and streams there are is asked of the services, so that later ones are covered.
 */
final class BrandUserJourney {

    private static final String AGENCY = "harbour";
    private static final String RIVAL = "zeal";
    private static final String OWN = "boats";
    private static final String FOREIGN = "zeppelin";
    private static final String EMAIL = "ida@harbour.example";
    private static final String PASSWORD = "a calm and windless sea";
    private static final Set<String> MARKERS = Set.of(FOREIGN, "zelda", RIVAL);
    private static final Instant AT = Instant.parse("2026-01-02T10:00:00Z");
    /** A page, or one that needs parameters. */
    private static final List<Integer> OPENED = List.of(200, 400);

    private static final String HTML = "text/html,*/*";
    private static final String BRAND_PATH = "/agencies/" + AGENCY + "/brands/" + OWN;

    /** What follows the brand in the paths that a client may read: the pages and figures of the brand, as documented. */
    private static final Set<String> SHARED = Set.of(
            "",
            "months",
            "people",
            "people.csv",
            "ror",
            "series",
            "spread",
            "service",
            "value",
            "content",
            "channels",
            "conversions",
            "logo");

    private static final String FETCH = """
        const [requests, markers, done] = arguments;
        const send = async ([path, accept]) => {
          const response = await fetch(path, {headers: {Accept: accept}});
          const streams = (response.headers.get('Content-Type') ?? '').startsWith('text/event-stream');
          const text = streams ? (await response.body.cancel(), '') : await response.text();
          const status = new URL(response.url).pathname === '/sign-in' ? 303 : response.status;
          return [status, markers.filter((marker) => text.toLowerCase().includes(marker)).join()].join(' ');
        };
        const all = async () => {
          const answers = [];
          for (let at = 0; at < requests.length; at += 6) {
            answers.push(...await Promise.all(requests.slice(at, at + 6).map(send)));
          }
          return answers;
        };
        all().then(done, (error) => done([String(error)]));
        """;

    private final ConnectionInfo connection;
    private final List<ServiceMapping> readable;

    BrandUserJourney(ConnectionInfo connection) {
        this.connection = connection;
        this.readable = ServiceMapping.all(connection).stream()
                .filter(ServiceMapping::reads)
                .filter(mapping -> !mapping.path().startsWith("/v1/internal"))
                .toList();
    }

    private record Fetch(ServiceMapping mapping, String path, String accept) {}

    private record Answer(Fetch fetch, int status, String found) {}

    void run() {
        var people = Map.of(
                OWN, publish(AGENCY, OWN, "bo"),
                FOREIGN, publish(AGENCY, FOREIGN, "zelda"),
                RIVAL, publish(RIVAL, OWN, "zelda"));
        try (var first = new Browser();
                var second = new Browser()) {
            for (var browser : List.of(first, second)) {
                browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
            }
            accept(first, invite(first));
            seeOwnBrandOnly(first, people);
            seeWhatIsShared(second, share(first), people.get(OWN));
            signOutEverywhere(first, second);
        }
    }

    /** A brand with a person; returns the person's id. */
    private String publish(String agency, String brand, String name) {
        var api = new RestApi(connection);
        api.register(agency, brand);
        api.ingest(
                agency,
                brand,
                List.of(new EngagementRow(brand, name + "-1", AT, true, "MENTION", name, "Hello from " + name)));
        return await().until(
                        () -> api.report(agency, brand, "/people").get("items"),
                        items -> items.size() == 1
                                && api.get(
                                                        connection.identity(),
                                                        agency,
                                                        brand,
                                                        "/people/"
                                                                + items.get(0)
                                                                        .get("person")
                                                                        .asString())
                                                .status()
                                        == 200)
                .get(0)
                .get("person")
                .asString();
    }

    private String invite(Browser browser) {
        browser.signIn(connection.url(), connection.token());
        open(browser, "/agencies/" + AGENCY + "/users", "#invite");
        browser.find("#invite [name=email]").sendKeys(EMAIL);
        browser.find("#invite [name=name]").sendKeys("Ida");
        browser.find("#invite option[value=ADMINISTRATOR]").click();
        browser.find("#invite [name=brands][value=" + OWN + "]").click();
        browser.follow(browser.find("#invite button"));
        assertThat(browser.find("#users").getText()).contains(EMAIL, OWN).doesNotContain(FOREIGN);
        var link = browser.find("#link").getAttribute("value");
        assertThat(browser.accessibilityViolations()).isEmpty();
        assertAccessible(browser, "/agencies/" + AGENCY + "/users");
        browser.signOut();
        return link.substring(connection.url().length());
    }

    private void accept(Browser browser, String invitation) {
        assertAccessible(browser, invitation);
        browser.find("#accept #password").sendKeys(PASSWORD);
        browser.follow(browser.find("#accept button"));
        open(browser, "/account", "#everywhere");
        assertThat(browser.find(".facts").getText()).contains("Ida", EMAIL, OWN);
        assertAccessible(browser, "/account");
        for (var page : pagesOfServices()) {
            await().until(() -> fetch(browser, page).status != 303);
        }
    }

    private void seeOwnBrandOnly(Browser browser, Map<String, String> people) {
        var own = send(browser, requests(AGENCY, OWN, people.get(OWN), mapping -> true));
        assertThat(own).hasSizeGreaterThan(100).allSatisfy(answer -> {
            assertThat(answer.found).as(answer.toString()).isEmpty();
            assertThat(answer.status).as(answer.toString()).isIn(allowed(answer));
        });
        assertThat(own).filteredOn(answer -> answer.status == 200).hasSizeGreaterThan(60);
        for (var hidden : List.of(
                requests(
                        AGENCY,
                        FOREIGN,
                        people.get(FOREIGN),
                        mapping -> mapping.path().contains("{brand}")),
                requests(RIVAL, OWN, people.get(RIVAL), ServiceMapping::isOfAgency),
                requests(AGENCY, OWN, people.get(OWN), BrandUserJourney::isOfWholeAgency))) {
            assertThat(send(browser, hidden))
                    .isNotEmpty()
                    .allSatisfy(answer ->
                            assertThat(answer.status).as(answer.toString()).isEqualTo(hasCookies(answer) ? 404 : 401));
        }
        for (var page : List.of("", "/people", "/people/" + people.get(OWN), "/reviews", "/imports", "/links")) {
            browser.open(connection.url() + BRAND_PATH + page);
            assertThat(browser.find("main").getText()).as(page).doesNotContainIgnoringCase("zelda", FOREIGN);
        }
    }

    private String share(Browser browser) {
        open(browser, BRAND_PATH + "/links", "#issue");
        browser.find("#issue [name=name]").sendKeys("Board");
        browser.follow(browser.find("#issue button"));
        var link = browser.find("#link").getAttribute("value");
        assertThat(browser.accessibilityViolations()).isEmpty();
        assertAccessible(browser, BRAND_PATH + "/links");
        return link.substring(connection.url().length());
    }

    private void seeWhatIsShared(Browser browser, String link, String person) {
        assertAccessible(browser, link);
        browser.follow(browser.find("#open button"));
        open(browser, BRAND_PATH, ".names");
        var answers = send(browser, requests(AGENCY, OWN, person, ServiceMapping::isOfAgency));
        assertThat(answers).allSatisfy(answer -> {
            if (!isShared(answer.fetch.mapping)) {
                assertThat(answer.status).as(answer.toString()).isEqualTo(hasCookies(answer) ? 404 : 401);
            } else if (answer.fetch.mapping.isPage() && !needsId(answer.fetch.mapping)) {
                assertThat(answer.status).as(answer.toString()).isIn(OPENED);
            }
        });
        assertThat(answers).filteredOn(answer -> answer.status == 200).hasSizeGreaterThan(15);
        for (var path : List.of("/", "/account")) {
            assertThat(fetch(browser, path).status).as(path).isEqualTo(404);
        }
    }

    private void signOutEverywhere(Browser first, Browser second) {
        second.signOut();
        second.open(connection.url() + "/sign-in");
        second.find("#sign-in [name=email]").sendKeys(EMAIL);
        second.find("#sign-in [name=password]").sendKeys(PASSWORD);
        second.follow(second.find("#sign-in button"));
        for (var page : pagesOfServices()) {
            await().until(() -> fetch(second, page).status == 200);
        }

        first.open(connection.url() + "/account");
        first.follow(first.find("#everywhere button"));
        assertThat(first.driver().getCurrentUrl()).endsWith("/sign-in");
        for (var browser : List.of(first, second)) {
            for (var page : pagesOfServices()) {
                await().until(() -> fetch(browser, page).status == 303);
            }
        }
    }

    /** Opens a page; a service that has not read the session yet sends the browser to a page that tries again. */
    private void open(Browser browser, String path, String expected) {
        browser.open(connection.url() + path);
        await().ignoreExceptionsInstanceOf(WebDriverException.class)
                .until(() ->
                        !browser.driver().findElements(By.cssSelector(expected)).isEmpty());
    }

    private void assertAccessible(Browser browser, String path) {
        for (var language : List.of("nb", "en")) {
            browser.open(connection.url() + path + "?lang=" + language);
            assertThat(browser.find("html").getAttribute("lang")).isEqualTo(language);
            assertThat(browser.accessibilityViolations())
                    .as(path + " " + language)
                    .isEmpty();
        }
    }

    private List<Fetch> requests(String agency, String brand, String person, Predicate<ServiceMapping> selected) {
        var requests = new ArrayList<Fetch>();
        for (var mapping : readable) {
            if (selected.test(mapping) && !isOpen(mapping)) {
                var path = path(mapping, agency, brand, person);
                requests.add(new Fetch(mapping, path, mapping.isPage() ? HTML : "application/json"));
                if (!mapping.isPage()) {
                    requests.add(new Fetch(mapping, path, "text/csv"));
                    requests.add(new Fetch(mapping, path, "text/event-stream"));
                }
            }
        }
        return requests;
    }

    private static String path(ServiceMapping mapping, String agency, String brand, String person) {
        var named = mapping.path()
                .replaceAll("(people|identities)/\\{[^}]*}", "$1/" + person)
                .replaceAll("months/\\{[^}]*}", "months/2026-01");
        return new ServiceMapping(mapping.service(), mapping.method(), named, mapping.form()).path(agency, brand);
    }

    private Answer fetch(Browser browser, String path) {
        var page = new ServiceMapping("report", "GET", path, false);
        return send(browser, List.of(new Fetch(page, path, HTML))).get(0);
    }

    @SuppressWarnings("unchecked")
    private static List<Answer> send(Browser browser, List<Fetch> requests) {
        var sent =
                requests.stream().map(each -> List.of(each.path, each.accept)).toList();
        var answers = (List<String>) browser.driver().executeAsyncScript(FETCH, sent, List.copyOf(MARKERS));
        assertThat(answers).as("%s", answers).hasSameSizeAs(requests);
        var read = new ArrayList<Answer>();
        for (var at = 0; at < requests.size(); at++) {
            var parts = answers.get(at).split(" ", 2);
            read.add(new Answer(requests.get(at), Integer.parseInt(parts[0]), parts[1]));
        }
        return read;
    }

    /** Every page of the brand opens; another address may need an id, or a media type of its own. */
    private static List<Integer> allowed(Answer answer) {
        if (!hasCookies(answer)) {
            return List.of(401);
        }
        var mapping = answer.fetch.mapping;
        return mapping.isPage() && mapping.path().contains("{brand}") && !needsId(mapping)
                ? OPENED
                : List.of(200, 204, 400, 404, 406);
    }

    private static boolean needsId(ServiceMapping mapping) {
        return path(mapping, AGENCY, OWN, "").contains("00000000");
    }

    private static boolean isOfWholeAgency(ServiceMapping mapping) {
        return mapping.isOfAgency() && !mapping.path().contains("{brand}") && !mapping.isBranding();
    }

    private static boolean isShared(ServiceMapping mapping) {
        var parts = mapping.path().split("/brands/\\{brand}", 2);
        return mapping.isBranding()
                || parts.length == 2
                        && SHARED.contains(parts[1].replaceFirst("^/", "").replaceAll("/.*", ""));
    }

    /** Scoring has no pages, and reads no cookies. */
    private static boolean hasCookies(Answer answer) {
        return !answer.fetch.mapping.service().equals("scoring");
    }

    /** What needs no sign-in has answers of its own. */
    private static boolean isOpen(ServiceMapping mapping) {
        return mapping.path().equals("/sign-in")
                || mapping.path().startsWith("/links/")
                || mapping.path().startsWith("/invitations/")
                || mapping.path().contains("/hooks/");
    }

    private static List<String> pagesOfServices() {
        return List.of(BRAND_PATH, BRAND_PATH + "/reviews", BRAND_PATH + "/imports");
    }
}
