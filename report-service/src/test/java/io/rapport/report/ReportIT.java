package io.rapport.report;

import static io.rapport.report.ReportTestEvents.ACME;
import static io.rapport.report.ReportTestEvents.DAY;
import static io.rapport.report.ReportTestEvents.brandDay;
import static io.rapport.report.ReportTestEvents.handle;
import static io.rapport.report.ReportTestEvents.person;
import static io.rapport.report.ReportTestEvents.profile;
import static io.rapport.report.ReportTestEvents.relationship;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.engagement.EngagementRejectedBuilder;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.contracts.identity.HandleProfileBuilder;
import io.rapport.report.ReportServer.HttpAnswer;
import io.rapport.report.assistant.AssistantServer;
import io.rapport.test.OpenApiLint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the topics to the answers: events are published on a real broker, and asked for over HTTP. */
class ReportIT {

    private static final String V1 = "/v1/agencies/north/brands/acme";
    private static final String PAGES = "/agencies/north/brands/acme";
    private static final BrandKey SOUTH = new BrandKey("south", "acme");

    private static ReportServer server;

    @BeforeAll
    static void start() {
        server = new ReportServer();
        PeopleSampleData.publishTo(server);
        server.register(SOUTH, "South");
        server.publish(relationship("sue").of(SOUTH).state());
        server.publish(handle(
                new HandleKey(SOUTH, "x", "sue"),
                person("sue"),
                1,
                HandleProfileBuilder.builder().name("sue").build()));
        server.issue("north", "reader", Set.of(), Scope.READ)
                .issue("north", "acme-only", Set.of("acme"), Scope.READ)
                .issue("south", "southerner", Set.of(), Scope.READ)
                .issue("north", "sender", Set.of(), Scope.INGEST);
        server.awaitReadiness().awaitProjections();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void peopleAreListedStrongestFirstWithExactlyTheseFields() {
        var people = server.get(V1 + "/people");
        assertThat(people.json())
                .containsOnlyKeys("items", "next", "asOf", "modelVersion")
                .containsEntry("asOf", "2025-05-04")
                .containsEntry("modelVersion", "1");
        assertThat(people.items().get(0))
                .containsOnlyKeys(
                        "person",
                        "name",
                        "handles",
                        "strength",
                        "top",
                        "know",
                        "like",
                        "trust",
                        "stage",
                        "warmth",
                        "warmthClass",
                        "cooling",
                        "reciprocity",
                        "theyToUs",
                        "usToThem",
                        "captive",
                        "client",
                        "firstSeen",
                        "lastSeen");
        assertThat(names(people))
                .containsExactly(
                        "Anna Lindqvist",
                        PeopleSampleData.SCRIPT,
                        PeopleSampleData.TURNED,
                        PeopleSampleData.WITH_GAPS,
                        PeopleSampleData.ENDLESS,
                        "@nameless on x",
                        "Someone (" + person("unheard-of").toString().substring(0, 8) + ")");
        assertThat(people.items().get(0).get("handles"))
                .isEqualTo(List.of(
                        Map.of(
                                "channel",
                                "blog",
                                "id",
                                "anna-writes",
                                "name",
                                "anna-writes",
                                "link",
                                "https://blog.example/anna-writes",
                                "status",
                                "CONFIRMED"),
                        Map.of(
                                "channel",
                                "x",
                                "id",
                                "anna",
                                "name",
                                "anna",
                                "link",
                                "https://x.example/anna",
                                "status",
                                "CONFIRMED")));
    }

    @ParameterizedTest
    @CsvSource({
        "q=LINDQ, 1",
        "q=an%20lind, 1",
        "q=%C3%A5nna, 1",
        "q=anna-w, 1",
        "q=ndqvist, 0",
        "q=anna&channel=blog, 1",
        "q=anna&channel=phone, 0",
        "channel=blog, 1",
        "stage=TRUSTS&notSeenSince=2020-01-01, 0",
        "seenSince=2025-05-04&notSeenSince=2025-05-04, 0",
        "owed=true, 0",
        "warmth=cold, 0",
    })
    void peopleAreFilteredByNameChannelAndDays(String query, int expected) {
        assertThat(server.get(V1 + "/people?" + query).items()).hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "q=%2D%2D, q",
        "seenSince=2025-02-29, seenSince",
        "notSeenSince=yesterday, notSeenSince",
        "warmth=HOT, warmth",
        "owed=maybe, owed"
    })
    void unusableFilterIsNamed(String query, String parameter) {
        var answer = server.get(V1 + "/people?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json()).containsEntry("parameter", parameter);
    }

    @Test
    void everyoneOfTheListIsAFile() {
        var file = server.get(V1 + "/people.csv");
        assertThat(file.status()).isEqualTo(200);
        var lines = file.body().split("\r\n");
        assertThat(lines).hasSize(8);
        assertThat(lines[0]).startsWith("\"person\",\"name\",\"client\",\"stage\",\"strength\"");
        assertThat(lines[1])
                .startsWith("\"" + person("anna") + "\",\"Anna Lindqvist\",\"true\",\"")
                .endsWith("\"blog:anna-writes x:anna\"");
        assertThat(server.get(V1 + "/people.csv?client=true").body().split("\r\n"))
                .hasSize(2);
        assertThat(server.get(V1 + "/people.csv?stage=FRIEND").status()).isEqualTo(400);
        assertThat(server.get(V1 + "/people.csv?asOf=2025-04-20").status()).isEqualTo(400);
    }

    @Test
    void peopleAreLookedUpByIdWithinTheBrand() {
        var anna = server.get(V1 + "/people?q=lindqvist").items().get(0).get("person");
        var ids = "{\"people\": [\"%s\", \"%s\", \"%s\"]}".formatted(person("sue"), anna, anna);
        var found = server.post(V1 + "/people:lookup", "reader", ids);
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.items()).extracting(each -> each.get("name")).containsExactly("Anna Lindqvist");
        assertThat(server.post(V1 + "/people:lookup", "sender", ids).status()).isEqualTo(403);
        assertThat(server.post(V1 + "/people:lookup", "southerner", ids).status())
                .isEqualTo(404);

        var many = IntStream.range(0, 501)
                .mapToObj(i -> "\"" + person("p" + i) + "\"")
                .collect(Collectors.joining(","));
        assertThat(server.post(V1 + "/people:lookup", "reader", "{\"people\": [" + many + "]}")
                        .json())
                .containsEntry("parameter", "people");
    }

    @Test
    void peoplePageFindsPeopleByNameAndKeepsTheFilters() {
        var page = page(PAGES + "/people?q=lindq&captive=true");
        assertThat(page.select("ol.people .who a").eachText()).hasSizeLessThanOrEqualTo(1);
        assertThat(page.select("input[name=q]").val()).isEqualTo("lindq");
        assertThat(page.select("input[name=captive]").val()).isEqualTo("true");
        assertThat(page.select(".set .chip").eachText()).containsExactly("“lindq” × (remove)", "Captive × (remove)");
        assertThat(page.select(".set .chip").last().attr("href")).isEqualTo(PAGES + "/people?q=lindq");
        var found = page(PAGES + "/people?q=lindq");
        assertThat(found.select("ol.people .who a").eachText()).containsExactly("Anna Lindqvist");
        assertThat(found.select("h1").text()).isEqualTo("People 1");
        assertThat(page(PAGES + "/people?q=nobody").select(".empty").text()).contains("Remove a filter");
        assertThat(page(PAGES + "/people?client=true").select(".person")).hasSize(1);
        assertThat(page(PAGES + "/people?limit=2").select("a[rel=next]").attr("href"))
                .contains("cursor=");
        assertThat(server.page(PAGES + "/people?stage=ADMIRES").status()).isEqualTo(400);
        assertThat(page("/agencies/north/brands/quiet/people").select("pre").text())
                .contains("/v1/agencies/north/brands/quiet/engagements");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "&sort=strength", "&sort=-warmth", "&sort=theyToUs", "&sort=-lastSeen", "&asOf=2025-04-20"})
    void pagesAreContiguous(String query) {
        var seen = new ArrayList<Object>();
        String next = "";
        do {
            var page = server.get(V1 + "/people?limit=2" + query + next);
            assertThat(page.status()).isEqualTo(200);
            page.items().forEach(each -> seen.add(each.get("person")));
            next = page.json().get("next") == null
                    ? null
                    : "&cursor=" + page.json().get("next");
        } while (next != null);
        assertThat(seen).hasSize(query.contains("asOf") ? 6 : 7).doesNotHaveDuplicates();
    }

    @Test
    void listIsFiltered() {
        assertThat(names(server.get(V1 + "/people?client=true"))).containsExactly("Anna Lindqvist");
        assertThat(names(server.get(V1 + "/people?captive=true"))).hasSize(3);
        assertThat(names(server.get(V1 + "/people?stage=likes")))
                .containsExactly(PeopleSampleData.WITH_GAPS, PeopleSampleData.ENDLESS);
        assertThat(names(server.get(V1 + "/people?stage=LIKES,KNOWS&client=false")))
                .hasSize(4);
    }

    @Test
    void earlierDayShowsTheStatesOfThatDay() {
        var then = server.get(V1 + "/people?asOf=2025-04-20");
        assertThat(then.json()).containsEntry("asOf", "2025-04-20");
        assertThat(then.items().get(0)).containsEntry("strength", 44.0);
        assertThat(server.get(V1 + "/people/" + person("anna") + "?asOf=2025-04-20")
                        .json())
                .containsEntry("strength", 44.0)
                .containsEntry("asOf", "2025-04-20")
                .containsEntry("judgedOn", "2025-03-25");
        assertThat(server.get(V1 + "/ror?asOf=2025-04-20").json())
                .containsEntry("returned", 40.0)
                .containsEntry("asOf", "2025-04-20");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/people?sort=name | 400 | sort is one of strength",
                "/people?stage=FRIEND | 400 | STRANGER, KNOWS, LIKES, TRUSTS, ADVOCATE",
                "/people?captive=maybe | 400 | true or false",
                "/people?limit=0 | 400 | 1 to 500",
                "/people?cursor=nonsense | 400 | next",
                "/people?asOf=yesterday | 400 | yyyy-MM-dd",
                "/people?asOf=2025-05-05 | 400 | current day is 2025-05-04",
                "/people?asOf=2025-01-01 | 404 | begin on 2025-04-04",
                "/ror?asOf=2025-01-01 | 404 | begin on 2025-04-04",
                "/ror?window=31 | 400 | 7, 30 or 90",
                "/ror?window=x | 400 | 7, 30 or 90",
                "/people/not-an-id | 400 | person",
                "/people/00000000-0000-0000-0000-000000000000 | 404 | nothing here",
                "/people/00000000-0000-0000-0000-000000000000/timeline | 404 | nothing here",
                "/people/00000000-0000-0000-0000-000000000000/explanation | 404 | nothing here",
            })
    void invalidRequestsNameTheReason(String path, int status, String detail) {
        var answer = server.get(V1 + path);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().get("content-type")).containsExactly("application/problem+json");
        assertThat(String.valueOf(answer.json().get("detail"))).contains(detail);
    }

    @Test
    void brandsOfOtherTokensAreNotFound() {
        assertThat(server.get(V1 + "/people", null, "application/json").status())
                .isEqualTo(401);
        assertThat(server.get(V1 + "/people", "nobody", "application/json").status())
                .isEqualTo(401);
        assertThat(server.get(V1 + "/people", "southerner", "application/json").status())
                .isEqualTo(404);
        assertThat(server.get(V1 + "/people", "sender", "application/json").status())
                .isEqualTo(403);
        assertThat(server.get(V1 + "/people", "acme-only", "application/json").status())
                .isEqualTo(200);
        assertThat(server.get("/v1/agencies/north/brands/quiet/people", "acme-only", "application/json")
                        .status())
                .isEqualTo(404);
        assertThat(server.get("/v1/agencies/north/brands/none/people").status()).isEqualTo(404);
        var sue = "/people/" + person("sue");
        assertThat(server.get("/v1/agencies/south/brands/acme" + sue, "southerner", "application/json")
                        .status())
                .isEqualTo(200);
        assertThat(server.get(V1 + sue).status()).isEqualTo(404);
        assertThat(server.get(V1 + sue + "/timeline").status()).isEqualTo(404);
    }

    @Test
    void mergedIdReturnsTheSurvivor() {
        var anna = server.get(V1 + "/people/" + person("anna")).json();
        assertThat(anna)
                .containsEntry("was", null)
                .containsEntry("strength", 88.0)
                .containsEntry("why", "3 shares and 12 comments; last seen 5 Feb");
        assertThat(anna)
                .containsKeys(
                        "stageSince",
                        "lastTouch",
                        "windows",
                        "sentiment",
                        "identityVersion",
                        "modelVersion",
                        "since",
                        "clientId");
        var merged = server.get(V1 + "/people/" + person("ann")).json();
        assertThat(merged)
                .containsEntry("person", person("anna").toString())
                .containsEntry("was", person("ann").toString())
                .containsEntry("name", "Anna Lindqvist");
    }

    @Test
    void personWithoutRelationshipIsAStranger() {
        server.publish(profile(person("new"), "Nora New", null, 1)).awaitProjections();
        assertThat(server.get(V1 + "/people/" + person("new")).json())
                .containsEntry("name", "Nora New")
                .containsEntry("stage", "STRANGER")
                .containsEntry("strength", 0.0)
                .containsEntry("lastSeen", null);
        assertThat(server.page(PAGES + "/people/" + person("new")).body()).contains("Nothing from them yet");
    }

    @Test
    void withdrawnPersonReturnsWithANewerState() {
        var gone = person("gone");
        server.publish(relationship("gone").strong(1).state()).awaitProjections();
        assertThat(server.get(V1 + "/people/" + gone).status()).isEqualTo(200);
        server.withdraw(ACME, gone).awaitProjections();
        assertThat(server.get(V1 + "/people/" + gone).status()).isEqualTo(404);
        assertThat(server.get(V1 + "/people").items())
                .noneMatch(each -> each.get("person").equals(gone.toString()));
    }

    @Test
    void timelineIsPagedAndFiltered() {
        var timeline = V1 + "/people/" + person("anna") + "/timeline";
        var ids = new HashSet<Object>();
        String next = "";
        do {
            var page = server.get(timeline + "?limit=25" + next);
            page.items().forEach(each -> ids.add(each.get("id")));
            next = page.json().get("next") == null
                    ? null
                    : "&cursor=" + page.json().get("next");
        } while (next != null);
        assertThat(ids).hasSize(60);
        assertThat(server.get(timeline + "?limit=100&direction=OUTBOUND&kind=REPLY")
                        .items())
                .hasSize(15)
                .allMatch(each -> each.get("kind").equals("REPLY"));
        assertThat(server.get(timeline + "?kind=GOSSIP").status()).isEqualTo(400);
        assertThat(server.get(V1 + "/people/" + person("ann") + "/timeline").items())
                .hasSize(50);
    }

    @Test
    @SuppressWarnings("unchecked")
    void explanationAddsUpAndLinksToTheEngagements() {
        var explanation =
                server.get(V1 + "/people/" + person("anna") + "/explanation").json();
        var lines = (List<Map<String, Object>>) explanation.get("lines");
        for (var dimension : List.of("strength", "know", "like", "trust")) {
            var sum = lines.stream()
                    .mapToDouble(line -> (double) line.get(dimension))
                    .sum();
            assertThat(sum).isCloseTo((double) explanation.get(dimension), offset(0.1));
        }
        assertThat(explanation).containsKeys("sentiment", "asOf", "modelVersion");
        var timeline = server.get((String) lines.get(2).get("timeline"));
        assertThat(timeline.items())
                .isNotEmpty()
                .allMatch(each -> each.get("direction").equals("OUTBOUND"));
    }

    @Test
    void rorHasBothSumsAndTheTopPeople() {
        var ror = server.get(V1 + "/ror").json();
        assertThat(ror)
                .containsOnlyKeys(
                        "asOf",
                        "modelVersion",
                        "measurable",
                        "window",
                        "returned",
                        "invested",
                        "ror",
                        "previous",
                        "seen",
                        "new",
                        "returning",
                        "revived",
                        "lapsed",
                        "stages",
                        "stageMoves",
                        "captiveShare",
                        "captiveNotificationShare",
                        "promotionalShare",
                        "givingShare",
                        "clients",
                        "clientsSeen",
                        "clientsNotSeen",
                        "meanClientStrength",
                        "kinds",
                        "evidence",
                        "topReturned",
                        "topInvested");
        assertThat(ror)
                .containsEntry("window", 30)
                .containsEntry("ror", 2.4)
                .containsEntry("measurable", true)
                .containsEntry("new", 1);
        assertThat(ror.get("topReturned"))
                .isEqualTo(List.of(Map.of(
                        "person",
                        person("anna").toString(),
                        "name",
                        "Anna Lindqvist",
                        "amount",
                        88.0,
                        "share",
                        88.0 / 120)));
        var week = server.get(V1 + "/ror?window=7").json();
        assertThat(week)
                .containsEntry("ror", null)
                .containsEntry("measurable", false)
                .containsEntry("topReturned", List.of());
    }

    @Test
    void bothSumsLeadToThePeopleWithTheirParts() {
        var given = server.get(V1 + "/ror/people");
        assertThat(given.json())
                .containsEntry("side", "returned")
                .containsEntry("window", 30)
                .containsEntry("total", 120.0);
        assertThat(given.items().get(0))
                .containsEntry("name", "Anna Lindqvist")
                .containsEntry("amount", 88.0)
                .containsEntry("share", 88.0 / 120)
                .containsEntry("link", PAGES + "/people/" + person("anna") + "?direction=INBOUND#timeline");
        var got = V1 + "/ror/people?side=invested&limit=1";
        var first = server.get(got);
        var second = server.get(got + "&cursor=" + first.json().get("next"));
        assertThat(first.items())
                .singleElement()
                .satisfies(anna -> assertThat(anna).containsEntry("amount", 44.0));
        assertThat(second.items())
                .singleElement()
                .satisfies(other -> assertThat(other.get("person"))
                        .isNotEqualTo(first.items().get(0).get("person")));
        assertThat(server.get(V1 + "/ror/people?side=returned&cursor="
                                + first.json().get("next"))
                        .status())
                .isEqualTo(400);
        assertThat(server.get(V1 + "/ror/people?side=both").json()).containsEntry("parameter", "side");
        var file = server.get(V1 + "/ror/people?limit=1", ReportServer.ADMIN, "text/csv")
                .body();
        assertThat(file.lines().count()).isEqualTo(given.items().size() + 1L);
        assertThat(file).contains("Anna Lindqvist");
        var home = Jsoup.parse(server.page(PAGES).body());
        for (var link : home.select("section[aria-labelledby=ror] strong a")) {
            var people = Jsoup.parse(server.page(link.attr("href")).body());
            assertThat(people.select("h1 .count").text()).isEqualTo(link.text());
            assertThat(people.select(".top li").first().text()).startsWith("Anna Lindqvist");
        }
    }

    @Test
    void accountsBalance() {
        var accounts = new HashMap<String, Object>(Map.of("asOf", "2025-05-04", "modelVersion", "1"));
        accounts.putAll(Map.of("received", 20, "scored", 10, "duplicates", 2, "rejected", 1));
        accounts.putAll(Map.of("withheld", Map.of("bot", 1, "staff", 2, "paid", 3, "post", 1)));
        accounts.putAll(Map.of("revised", 0, "withdrawn", 0, "ahead", 0, "balances", true, "rejectedByIntake", 0));

        assertThat(server.get(V1 + "/accounts").json()).isEqualTo(accounts);
    }

    @Test
    void whatIntakeRejectsIsCountedUntilItIsReplayed() {
        var accounts = "/v1/agencies/north/brands/quiet/accounts";
        reject(1, "ingest", null);
        reject(1, "ingest", null);
        reject(2, "ingest", null);
        reject(3, "scoring", null);
        server.awaitProjections();
        assertThat(server.get(accounts).json())
                .containsEntry("rejectedByIntake", 2)
                .containsEntry("rejected", 0);

        reject(1, "ingest", Instant.EPOCH);
        reject(1, "ingest", Instant.EPOCH);
        server.awaitProjections();
        assertThat(server.get(accounts).json()).containsEntry("rejectedByIntake", 1);
    }

    private static void reject(int id, String by, @Nullable Instant replayedAt) {
        var rejected = EngagementRejectedBuilder.builder()
                .id(new UUID(0, id))
                .agency("north")
                .brand("quiet")
                .source("s")
                .code(RejectionCode.INVALID_FIELD)
                .message("It is wrong.")
                .origin("row " + id)
                .raw("")
                .rejectedAt(Instant.EPOCH)
                .by(by)
                .replayedAt(replayedAt)
                .build();
        server.publish(Topic.ENGAGEMENT_REJECTED, "north|quiet|s", rejected, 1);
    }

    @Test
    void brandWithoutEngagementsHasEmptyFigures() {
        var quiet = "/v1/agencies/north/brands/quiet";
        assertThat(server.get(quiet + "/people").json())
                .containsEntry("items", List.of())
                .containsEntry("asOf", null);
        assertThat(server.get(quiet + "/ror").json())
                .containsEntry("returned", 0.0)
                .containsEntry("ror", null)
                .containsEntry("measurable", false);
        assertThat(server.get(quiet + "/accounts").json()).containsEntry("balances", true);
        assertThat(server.get(quiet + "/people?asOf=2025-01-01").status()).isEqualTo(404);
        assertThat(server.page("/agencies/north/brands/quiet").body())
                .contains("No people yet", "./rapport import --brand north/quiet");
    }

    @Test
    void undecodableRecordGoesToTheDeadLetterTopic() {
        server.publish(Topic.BRAND_CURRENT, SOUTH.key(), "nonsense", 1);
        server.publish(brandDay(SOUTH, DAY, 1, 5)).awaitProjections();
        assertThat(server.get("/v1/agencies/south/brands/acme/ror").json()).containsEntry("returned", 5.0);
        assertThat(server.get("/actuator/prometheus", ReportServer.ADMIN, "*/*").body())
                .contains("rapport_dead_letters_total{topic=\"rapport.score.brand.current.v1\"}")
                .contains("rapport_report_applied_total{topic=\"rapport.score.brand.current.v1\"}")
                .contains("rapport_report_lag{topic=\"rapport.score.brand.current.v1\"}");
    }

    @Test
    void openApiDocumentIsServed() {
        var api = server.get("/openapi.json", null, "application/json");
        assertThat(api.status()).isEqualTo(200);
        assertThat(OpenApiLint.errors(api.body())).isEmpty();
        assertThat((Map<?, ?>) api.json().get("paths")).hasSize(53);
        assertThat(api.body())
                .contains("\"PersonView\"", "\"ScoreExplanation\"", "\"RorView\"", "\"TimelineEntry\"", "\"asOf\"");
    }

    @Test
    void namesAreEscapedOnPages() {
        assertThat(page(PAGES).select("h1").text()).isEqualTo("Acme & Söhne <b>Coffee</b>");
        var page = page(PAGES + "/people");
        assertThat(page.select(".person h2").eachText())
                .startsWith("Anna Lindqvist", PeopleSampleData.SCRIPT, "أحمد المهندس", "Zoë Zero");
        assertThat(page.select(".person h2").get(4).text()).hasSizeLessThan(130).endsWith("…");
        for (var path : List.of(
                PAGES,
                PAGES + "/people",
                PAGES + "/people/" + person("script"),
                PAGES + "/people/" + person("turned"),
                "/")) {
            var shown = page(path);
            assertThat(shown.select("script:not([src]), style, [style], [onclick]"))
                    .isEmpty();
            assertThat(shown.select("script[src]").eachAttr("src")).allMatch(src -> src.startsWith("/assets/"));
            assertThat(shown.html()).doesNotContain("\u202E", "\u200B");
        }
    }

    @Test
    void brandPageBeginsWithPeopleAndEachNumberLeadsToThem() {
        var page = page(PAGES);
        assertThat(page.select(".names h2").eachText())
                .as("without the scoring service nobody knows who came back")
                .containsExactly(
                        "Who to thank",
                        "Who waits for an answer",
                        "Who could introduce us to whom",
                        "Who is drifting away");
        assertThat(page.select(".names li").first().text())
                .contains("Gave", "points in 30 days", "12 comments", "Never thanked");
        assertThat(page.select(".names li a").eachAttr("href")).allMatch(link -> link.startsWith(PAGES + "/people/"));
        assertThat(page.select(".names form:not([action*=/suggestions/])"))
                .as("no ingest service is configured")
                .isEmpty();
        assertThat(page.select(".figures a[href*=seen]").eachAttr("href"))
                .contains(PAGES + "/people?window=30&seen=new", PAGES + "/people?window=30&seen=lapsed");
        assertThat(page.select(".stages a").eachAttr("href")).contains(PAGES + "/people?stage=TRUSTS");
        assertThat(page.select(".big").text()).isEqualTo("2.40");
        assertThat(page.select(".headline").text())
                .contains("120.0", "50.0", "30 days up to 4 May 2025", "New 1", "Returning 1", "Lapsed 2");
        var anna = page(PAGES + "/people").select(".person").first();
        assertThat(anna.text())
                .contains(
                        "88.0",
                        "Trusts",
                        "Warm",
                        "Client",
                        "Captive",
                        "blog",
                        "x",
                        "3 shares and 12 comments; last seen 5 Feb");
        assertThat(anna.select("meter").attr("value")).isEqualTo("88.0");
        assertThat(page.select("a[href^=http]"))
                .as("nobody said where identity's pages are")
                .isEmpty();
        assertThat(page(PAGES + "?window=7").select(".big").text()).isEqualTo("Not measurable");
    }

    @Test
    void pagesAreInTheLanguageOfTheirReader() {
        var answer = server.norwegianPage(PAGES);
        assertThat(answer.headers().get("vary").toString()).containsIgnoringCase("Accept-Language");
        var page = Jsoup.parse(answer.body());
        assertThat(page.select("html").attr("lang")).isEqualTo("nb");
        assertThat(page.select(".names h2").eachText())
                .containsExactly(
                        "Hvem som bør takkes",
                        "Hvem som venter på svar",
                        "Hvem som kan introdusere oss for hvem",
                        "Hvem som glir bort");
        assertThat(page.select(".names li").first().text())
                .contains("poeng på 30 dager", "12 kommentarer", "Aldri takket");
        assertThat(page.select(".big").text()).isEqualTo("2,40");
        assertThat(page.select(".headline").text())
                .contains("120,0", "50,0", "30 dager til og med 4. mai 2025", "Nye 1", "Ble stille 2");
        assertThat(page.select("a.language").attr("href")).isEqualTo(PAGES + "?lang=en");
        var anna = page(PAGES + "/people?lang=nb").select(".person").first();
        assertThat(anna.text())
                .contains(
                        "88,0",
                        "Stoler på",
                        "Varm",
                        "Kunde",
                        "Fast publikum",
                        "3 delinger og 12 kommentarer; sist aktiv 5. februar");
        assertThat(anna.select(".tag.stage-trusts")).hasSize(1);
        assertThat(page(PAGES + "/people?lang=nb").select(".who h2").eachText())
                .contains("@nameless på x")
                .anyMatch(name -> name.startsWith("Noen ("));
        var person = page(PAGES + "/people/" + person("anna") + "?lang=nb");
        assertThat(person.select(".lead").text())
                .startsWith("Stoler på Acme & Söhne <b>Coffee</b>, som kunde, blant topp")
                .contains("Ga 88,0 poeng på 30 dager og fikk 44,0.");
        assertThat(person.select(".tag.stage-trusts.warm, .tag.warm").text()).isEqualTo("Varm");
        var problem = Jsoup.parse(server.norwegianPage(PAGES + "?window=5").body());
        assertThat(problem.select("h1").text()).isEqualTo("En opplysning kan ikke brukes");
        assertThat(problem.select("p[lang=en]").text()).contains("window is 7, 30 or 90");
    }

    @Test
    void theApiIsEnglishWhateverItsCallerAccepts() {
        var path = V1 + "/people/" + person("anna");
        assertThat(server.norwegianPage(path).body())
                .isEqualTo(server.get(path).body())
                .contains("3 shares and 12 comments; last seen 5 Feb");
    }

    @Test
    void personPageAddsUpAndLinksToTheTimeline() {
        var page = page(PAGES + "/people/" + person("anna"));
        var strength = page.select("tbody tr td:last-child").eachText().stream()
                .mapToDouble(Double::parseDouble)
                .sum();
        assertThat(strength).isCloseTo(Double.parseDouble(page.select(".big").text()), offset(1e-9));
        assertThat(page.select(".handles a").eachAttr("href"))
                .containsExactly("https://blog.example/anna-writes", "https://x.example/anna");
        var replies = page(page.select("tbody a:contains(Reply)").attr("href"));
        assertThat(replies.select(".timeline strong").eachText()).hasSize(15).containsOnly("Reply");
        assertThat(page(PAGES + "/people/" + person("ann")).text()).contains("has been merged");
        assertThat(page.select(".lead").text())
                .startsWith("Trusts Acme & Söhne <b>Coffee</b>, as a client, among the top")
                .contains("3 shares and 12 comments; last seen 5 Feb", "Gave 88.0 points in 30 days and got 44.0.");
        assertThat(page.select(".next").text()).contains("Thank them. They gave 88.0 points in 30 days");
    }

    @Test
    void pagesExplainProblems() {
        var wrong = server.page(PAGES + "?window=5");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(Jsoup.parse(wrong.body()).text()).contains("window is 7, 30 or 90");
        assertThat(server.page(PAGES + "/people/nobody").status()).isEqualTo(404);
        var models = server.page(PAGES + "/models");
        assertThat(models.status()).as("without the scoring service").isEqualTo(503);
        assertThat(models.body()).contains("RAPPORT_SCORING_URL");
        assertThat(server.page(PAGES + "/people/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(server.get(PAGES, null, "text/html").status()).isEqualTo(303);
        assertThat(server.get("/", null, "text/html").headers().get("location").get(0))
                .endsWith("/sign-in?next=%2F");
        assertThat(Jsoup.parse(server.get("/sign-in?next=/x&failed", null, "text/html")
                                .body())
                        .select(".alert"))
                .hasSize(1);
    }

    @Test
    void callerSeesOwnBrandsOnly() {
        assertThat(page("/").select(".brands a").eachAttr("href"))
                .contains(PAGES, "/agencies/north/brands/quiet", "/agencies/south/brands/acme");
        assertThat(brands("/", "reader")).containsExactly("Acme & Söhne <b>Coffee</b>", "Quiet");
        assertThat(brands("/", "acme-only")).containsExactly("Acme & Söhne <b>Coffee</b>");
        assertThat(brands("/agencies/north", "reader")).hasSize(2);
        assertThat(server.get("/agencies/south", "reader", "text/html").status())
                .isEqualTo(404);
        assertThat(brands("/?q=sohne", "reader")).containsExactly("Acme & Söhne <b>Coffee</b>");
        assertThat(brands("/?q=nothing", "reader")).isEmpty();
        var acme = page("/agencies/north").select(".brands li").first();
        assertThat(acme.text()).contains("ROR 2.40", "Quiet clients 1");
        assertThat(acme.select("a").eachAttr("href"))
                .contains(PAGES + "/people?client=true&seen=none", PAGES + "/service");
    }

    @Test
    void firstStepsAreShownToAnAdministratorUntilABrandHasPeople() {
        var first = new BrandKey("fresh", "first");
        server.issue("fresh", "founder", Set.of(), Scope.ADMIN).issue("fresh", "visitor", Set.of(), Scope.READ);
        var data = "Connect a platform, or send a file ";

        var empty = page("/", "founder");
        assertThat(empty.select(".steps h3").eachText())
                .containsExactly("Agency done", "Brand next", data + "later", "The first names later");
        assertThat(empty.select("form[action=/agencies/fresh/brands] input").eachAttr("name"))
                .containsExactly("name", "brand", "timeZone");
        assertThat(page("/", "visitor").select(".steps")).isEmpty();

        server.register(first, "First <b>");
        var begun = page("/", "founder");
        assertThat(begun.select(".steps h3").eachText())
                .containsExactly("Agency done", "Brand done", data + "next", "The first names later");
        assertThat(begun.select(".steps a").eachText())
                .containsExactly(
                        server.url() + "/agencies/fresh",
                        server.url() + "/agencies/fresh/brands/first",
                        server.url() + "/agencies/fresh/connections",
                        server.url() + "/agencies/fresh/brands/first/imports",
                        server.url() + "/agencies/fresh/brands/first/people");

        server.publish(relationship("newcomer").of(first).state()).awaitProjections();
        assertThat(page("/", "founder").select(".steps")).isEmpty();
        assertThat(page("/start", "founder").select(".steps h3").eachText())
                .hasSize(4)
                .allMatch(step -> step.endsWith(" done"));
    }

    @Test
    void toolsOfAssistantsAreOffByDefault() {
        assertThat(server.post("/mcp", ReportServer.ADMIN, "{}").status()).isEqualTo(404);
        assertThat(server.has(AssistantServer.class)).isFalse();
    }

    @Test
    void firstStepsOfTheInstallationBeginWithAnAgency() {
        var chosen = page("/start?agency=unknown-yet").select(".steps h3").eachText();
        assertThat(chosen).startsWith("Agency done", "Brand next");
        assertThat(page("/start?agency=unknown-yet&brand=sent")
                        .select("[role=status] a")
                        .attr("href"))
                .isEqualTo("/start?agency=unknown-yet&brand=sent");
        assertThat(page("/start?agency=south", "southerner").select(".steps h3").eachText())
                .startsWith("Agency done", "Brand done");
        assertThat(page("/start?agency=north", "southerner").text()).doesNotContain("/agencies/north");
        assertThat(page("/start?agency=<b>", ReportServer.ADMIN).select("form[action=/start]"))
                .hasSize(1);
    }

    private static Document page(String path, String token) {
        var answer = server.get(path.replace("<b>", "%3Cb%3E"), token, "text/html");
        assertThat(answer.status()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static List<String> brands(String path, String token) {
        return Jsoup.parse(server.get(path, token, "text/html").body())
                .select(".brands strong")
                .eachText();
    }

    private static Document page(String path) {
        var answer = server.page(path.replaceAll("#.*", ""));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("content-security-policy").get(0)).contains("default-src 'none'");
        return Jsoup.parse(answer.body());
    }

    private static List<Object> names(HttpAnswer answer) {
        return answer.items().stream().map(each -> each.get("name")).toList();
    }
}
