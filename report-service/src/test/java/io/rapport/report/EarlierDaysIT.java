package io.rapport.report;

import static io.rapport.report.ReportTestEvents.ACME;
import static io.rapport.report.ReportTestEvents.DAY;
import static io.rapport.report.ReportTestEvents.brandPost;
import static io.rapport.report.ReportTestEvents.engagement;
import static io.rapport.report.ReportTestEvents.person;
import static io.rapport.report.ReportTestEvents.replyOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Topic;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.identity.PersonErasedBuilder;
import io.rapport.contracts.identity.SuppressionHashes;
import io.rapport.web.paging.Cursor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of earlier days come from the scoring service, not from published states. */
class EarlierDaysIT {

    private static final String V1 = "/v1/agencies/north/brands/acme";

    private static final String PERSON = DayAnswer.person(person("anna"), "2025-04-20", 12.5, "2025-04-01");

    private static final String POST = "Our roastery is open on Sunday";

    private static final List<String> REQUESTS = new CopyOnWriteArrayList<>();
    private static final AtomicLong HISTORY = new AtomicLong(1);
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();
    /** Zero, unless a test keeps the figures of past days back. */
    private static final AtomicReference<CountDownLatch> FIGURES = new AtomicReference<>(new CountDownLatch(0));

    private static final List<String> BODIES = new CopyOnWriteArrayList<>();
    private static final ModelsStub MODELS = new ModelsStub(person("anna"));
    private static HttpServer scoring;
    private static ReportServer server;

    @BeforeAll
    static void start() throws IOException {
        scoring = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        scoring.createContext("/v1/agencies/north/brands/acme/days", EarlierDaysIT::answer);
        scoring.createContext("/v1/agencies/north/brands/acme/models", MODELS);
        scoring.setExecutor(THREADS);
        scoring.start();
        server = new ReportServer("http://127.0.0.1:" + scoring.getAddress().getPort());
        PeopleSampleData.publishTo(server);
        server.publish(brandPost(ACME, "x", "1788", POST));
        server.publish(engagement(
                new HandleKey(ACME, "blog", "anna-writes"),
                "anna-buys",
                Instant.parse("2025-04-25T12:00:00Z"),
                EngagementKind.PURCHASE));
        server.publish(
                replyOf("Kari", new HandleKey(ACME, "x", "anna"), "kari-april", Instant.parse("2025-04-20T09:00:00Z")));
        server.issue("north", "reading-days", Set.of(), Scope.READ);
        server.awaitReadiness().awaitProjections();
    }

    @AfterAll
    static void stop() {
        server.close();
        scoring.stop(0);
        THREADS.shutdownNow();
    }

    @BeforeEach
    void forgetRequests() {
        REQUESTS.clear();
        BODIES.clear();
        HISTORY.incrementAndGet();
    }

    @Test
    void peopleOfAnEarlierDayAreThoseOfTheLedgers() {
        var people = server.get(V1 + "/people?asOf=2025-04-20&client=true&stage=KNOWS&seenSince=2025-04-01");
        assertThat(people.json()).containsEntry("asOf", "2025-04-20").containsEntry("modelVersion", "standard-1");
        assertThat(people.items())
                .singleElement()
                .satisfies(anna -> assertThat(anna)
                        .containsEntry("name", "Anna Lindqvist")
                        .containsEntry("strength", 12.5)
                        .containsEntry("top", 7)
                        .containsEntry("lastSeen", "2025-04-02"));
        assertThat(REQUESTS)
                .filteredOn(each -> each.contains("/days/people?"))
                .singleElement()
                .asString()
                .contains("asOf=2025-04-20", "stage=KNOWS", "client=true", "seenSince=2025-04-01", "sort=-strength");
    }

    @Test
    void nextPageContinuesAfterTheLastPerson() {
        server.get(V1 + "/people?asOf=2025-04-20&limit=1");
        var position = Cursor.of("-strength", 12.5, person("anna")).encoded();
        server.get(V1 + "/people?asOf=2025-04-20&limit=1&cursor=" + position);
        assertThat(REQUESTS)
                .filteredOn(each -> each.contains("/days/people?"))
                .last()
                .asString()
                .contains("cursor=" + position);
    }

    @Test
    void pageOfPeopleAndItsCountTakeOnePass() {
        var position = Cursor.of("-strength", 12.5, person("anna")).encoded();
        var path = "/agencies/north/brands/acme/people?asOf=2025-04-21&cursor=" + position;
        var page = Jsoup.parse(server.page(path).body());
        assertThat(page.select("h1").text()).isEqualTo("People 1");
        assertThat(REQUESTS).filteredOn(each -> each.contains("/days/people?")).hasSize(1);
    }

    @Test
    void peopleWhomAFigureCountsAreAskedOfTheLedgers() {
        assertThat(server.get(V1 + "/people?seen=lapsed&window=90").items()).hasSize(1);
        assertThat(REQUESTS)
                .filteredOn(each -> each.contains("/days/people?"))
                .singleElement()
                .asString()
                .contains("asOf=" + DAY, "seen=LAPSED", "window=90");
    }

    @Test
    void onePersonAndRorOfAnEarlierDay() {
        assertThat(server.get(V1 + "/people/" + person("anna") + "?asOf=2025-04-20")
                        .json())
                .containsEntry("strength", 12.5);
        assertThat(server.get(V1 + "/ror?asOf=2025-04-20").json())
                .containsEntry("asOf", "2025-04-20")
                .containsEntry("seen", 93)
                .containsEntry("returned", 77.0);
    }

    @Test
    void peopleBehindTheSumsOfAnEarlierWindowAndOfAMonthAreThoseOfTheLedgers() {
        var window = server.get(V1 + "/ror/people?side=invested&asOf=2025-04-20&limit=1");
        assertThat(window.json()).containsEntry("total", 7.0).containsEntry("asOf", "2025-04-20");
        assertThat(window.items())
                .singleElement()
                .satisfies(anna -> assertThat(anna.get("link"))
                        .isEqualTo("/agencies/north/brands/acme/people/" + person("anna")
                                + "?direction=OUTBOUND&asOf=2025-04-20#timeline"));
        assertThat(REQUESTS)
                .filteredOn(each -> each.contains("/days/people?"))
                .first()
                .asString()
                .contains("asOf=2025-04-20", "window=30", "sort=-invested");
        var month = server.get(V1 + "/ror/people?from=2025-04-01&asOf=2025-04-30");
        assertThat(month.json())
                .containsEntry("window", 30)
                .containsEntry("total", 77.0)
                .containsEntry("next", null);
        assertThat(month.items()).extracting(each -> each.get("name")).containsExactly("Anna Lindqvist");
        assertThat(BODIES).singleElement().asString().contains("\"from\":\"2025-04-01\"", "\"sort\":\"-returned\"");
        assertThat(server.get(V1 + "/ror/people?from=2025-01-01&asOf=2025-04-30")
                        .json())
                .containsEntry("parameter", "from");
    }

    @Test
    void alertAndAccountsOfAnEarlierDayAreThoseOfTheLedgers() {
        assertThat(server.get(V1 + "/spread?asOf=2025-04-20").json())
                .containsEntry("alert", "word")
                .containsEntry("alertAvailable", true);
        assertThat(server.get(V1 + "/accounts?asOf=2025-04-20").json())
                .containsEntry("asOf", "2025-04-20")
                .containsEntry("received", 9)
                .containsEntry("balances", true);
    }

    @Test
    void postsOfAnEarlierDayAreThoseOfTheLedgers() {
        var content = server.get(V1 + "/content?asOf=2025-04-20&channel=x");
        assertThat(content.json()).containsEntry("asOf", "2025-04-20");
        assertThat(content.items())
                .singleElement()
                .satisfies(post -> assertThat(post)
                        .containsEntry("post", "1788")
                        .containsEntry("channel", "x")
                        .containsEntry("resonance", 2.5));
        assertThat(REQUESTS)
                .filteredOn(each -> each.contains("/days/content?"))
                .singleElement()
                .asString()
                .contains("asOf=2025-04-20", "channel=x");
        var page = Jsoup.parse(server.page("/agencies/north/brands/acme/content?asOf=2025-04-20")
                .body());
        assertThat(page.select("ol.people li").text()).contains("Post 1788", "2.50 ×");
    }

    @Test
    void peopleOwedAReplyOnAnEarlierDayAreReadByPage() {
        server.get(V1 + "/service?limit=1&asOf=2025-04-20");
        assertThat(REQUESTS)
                .filteredOn(each -> each.contains("/days/people?"))
                .singleElement()
                .asString()
                .contains("owed=true", "sort=owedSince", "limit=2");
    }

    @Test
    void placeOfAPersonIsThatOfTheFirstWhoIsNotStronger() {
        var anna = server.get(V1 + "/people/" + person("anna") + "?asOf=2025-04-20");
        assertThat(anna.json()).containsEntry("top", 7);
        var after = Cursor.of("-strength", Math.nextUp(12.5), new UUID(-1, -1)).encoded();
        assertThat(REQUESTS)
                .filteredOn(each -> each.contains("/days/people?"))
                .singleElement()
                .asString()
                .contains("limit=1", "cursor=" + after, "asOf=2025-04-20");
        REQUESTS.clear();
        assertThat((Integer) server.get(V1 + "/people/" + person("anna")).json().get("top"))
                .isBetween(1, 100);
        assertThat(REQUESTS).isEmpty();
    }

    @Test
    void pagesStayOnTheChosenDay() {
        var path = "/agencies/north/brands/acme";
        var brand = homeWithTrend(path + "?asOf=2025-04-20");
        assertThat(brand.select("input[name=asOf]").attr("value")).isEqualTo("2025-04-20");
        assertThat(brand.text()).contains("20 Apr 2025 as known now");
        assertThat(brand.select(".trends figcaption").eachText())
                .anyMatch(text -> text.startsWith("Return on Relationships"));
        var people = Jsoup.parse(
                server.page(path + "/people?asOf=2025-04-20&seen=lapsed").body());
        assertThat(people.select("h1").text()).isEqualTo("People 1");
        assertThat(people.text()).contains("20 Apr 2025 as known now", "top 7 %");
        assertThat(people.select("ol.people h2 a").attr("href"))
                .isEqualTo(path + "/people/" + person("anna") + "?asOf=2025-04-20");
        var anna = server.page(path + "/people/" + person("anna") + "?asOf=2025-04-20");
        assertThat(anna.status()).isEqualTo(200);
        var page = Jsoup.parse(anna.body());
        assertThat(page.text()).contains("12.5", "top 7 % of the brand’s people", "Back to the current day");
        assertThat(page.select(".crumbs a").eachAttr("href"))
                .contains(path + "?asOf=2025-04-20", path + "/people?asOf=2025-04-20");
        assertThat(Jsoup.parse(server.page(path + "/people/" + person("anna")).body())
                        .text())
                .doesNotContain("Back to the current day");
        assertThat(server.page(path + "/people/" + person("anna") + "?asOf=2025-02-29")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void brandPageDoesNotWaitForPassesOverAllPeople() {
        HISTORY.incrementAndGet();
        var released = new CountDownLatch(1);
        FIGURES.set(released);
        try {
            var page = server.page("/agencies/north/brands/acme");
            assertThat(page.status()).isEqualTo(200);
            var text = Jsoup.parse(page.body());
            assertThat(text.select(".trends").text())
                    .isEqualTo("The last twelve months The charts of the twelve months are being computed."
                            + " Load the page again in a few seconds.");
            assertThat(text.text()).contains("Who came back is being computed.");
        } finally {
            released.countDown();
        }
        var home = homeWithTrend("/agencies/north/brands/acme");
        assertThat(home.text()).doesNotContain("being computed");
    }

    /** A brand's page, loaded until it has its charts. */
    private static Document homeWithTrend(String path) {
        return await().until(
                        () -> Jsoup.parse(server.page(path).body()),
                        page -> !page.select(".trends figcaption").isEmpty());
    }

    @Test
    void timelineOfAnEarlierDayEndsWithIt() {
        var timeline = V1 + "/people/" + person("anna") + "/timeline";
        var all = server.get(timeline + "?limit=200").items();
        var first = all.get(all.size() - 1).get("occurredAt").toString().substring(0, 10);
        assertThat(server.get(timeline + "?asOf=" + first).items())
                .isNotEmpty()
                .hasSizeLessThan(all.size())
                .allMatch(entry -> entry.get("occurredAt").toString().startsWith(first));
    }

    @Test
    @SuppressWarnings("unchecked")
    void monthHasPeopleBeforeFigures() {
        var month = server.get(V1 + "/months/2025-04").json();
        assertThat(month)
                .containsEntry("month", "2025-04")
                .containsEntry("asOf", "2025-04-30")
                .containsEntry("complete", true)
                .containsKeys(
                        "attention", "content", "thanked", "owed", "advocates", "clients", "word", "value", "figures");
        assertThat((List<String>) month.get("summary"))
                .hasSize(2)
                .first()
                .asString()
                .contains("93 people turned to");
        for (var list : List.of("cameBack", "wentQuiet", "deservesThanks")) {
            assertThat((List<Map<String, Object>>) month.get(list))
                    .as(list)
                    .first()
                    .satisfies(anna -> assertThat(anna)
                            .containsEntry("name", "Anna Lindqvist")
                            .containsEntry(
                                    "link",
                                    "/agencies/north/brands/acme/people/" + person("anna") + "?asOf=2025-04-30"));
        }
        assertThat((List<Map<String, Object>>) month.get("content"))
                .singleElement()
                .satisfies(post -> assertThat(post)
                        .containsEntry("post", "1788")
                        .containsEntry("day", "2025-04-19")
                        .containsEntry("words", POST));
        assertThat((List<Map<String, Object>>) month.get("staff"))
                .singleElement()
                .satisfies(kari -> assertThat(kari)
                        .containsEntry("staff", "Kari")
                        .containsEntry("engagements", 1)
                        .containsEntry("share", 1.0)
                        .extracting("clients")
                        .asString()
                        .contains("Anna Lindqvist"));
        assertThat(month).containsEntry("from", "2025-04-01").containsEntry("window", 30);
        assertThat((List<Map<String, Object>>) month.get("becameClients"))
                .singleElement()
                .satisfies(anna -> assertThat(anna)
                        .containsEntry("name", "Anna Lindqvist")
                        .containsEntry("since", "2025-04-25")
                        .containsEntry("path", List.of("x", "blog"))
                        .containsEntry("firstContact", "2025-04-01")
                        .containsEntry("daysAfter", 24)
                        .containsEntry(
                                "reason",
                                "Bought for the first time on 25 Apr 2025 on blog, by x, 24 days after the first"
                                        + " contact."));
        assertThat((Map<String, Object>) month.get("counts"))
                .containsEntry("becameClients", 1)
                .containsEntry("candidates", 0);
        assertThat(BODIES)
                .filteredOn(each -> each.contains("\"to\":\"2025-04-30\""))
                .singleElement()
                .asString()
                .contains("\"from\":\"2025-04-01\"", "\"before\":\"2025-03-01\"", "\"REVIVED\"", "owedSince");
        var running =
                server.get(V1 + "/months/" + DAY.toString().substring(0, 7)).json();
        assertThat(running).containsEntry("complete", false).containsEntry("asOf", DAY.toString());
        assertThat(((Map<String, Object>) running.get("figures")).get("before")).isNotNull();
    }

    @Test
    void peopleBehindASpreadAreThoseOfTheLedgers() {
        var people = server.get(V1 + "/spread/people?tone=negative&window=7&asOf=2025-04-20");
        assertThat(people.json())
                .containsEntry("tone", "negative")
                .containsEntry("count", 1)
                .containsEntry("asOf", "2025-04-20");
        assertThat(people.items())
                .singleElement()
                .satisfies(anna -> assertThat(anna)
                        .containsEntry("name", "Anna Lindqvist")
                        .containsEntry(
                                "link", "/agencies/north/brands/acme/people/" + person("anna") + "?asOf=2025-04-20"));
        assertThat(BODIES)
                .singleElement()
                .asString()
                .contains("\"from\":\"2025-04-14\"", "\"to\":\"2025-04-20\"", "\"tone\":\"NEGATIVE\"");
        assertThat(server.get(V1 + "/spread/people").json()).containsEntry("parameter", "tone");
    }

    @Test
    void monthAsCsvAndAsAPage() {
        var csv = server.get(V1 + "/months/2025-04.csv");
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.headers().get("content-type").get(0)).startsWith("text/csv");
        assertThat(csv.body().lines())
                .first()
                .isEqualTo("\"list\",\"person\",\"name\",\"reason\",\"since\",\"words\",\"link\"");
        assertThat(csv.body()).contains("\"cameBack\",\"" + person("anna") + "\",\"Anna Lindqvist\"");
        assertThat(server.get(V1 + "/months/2025-04", ReportServer.ADMIN, "text/csv")
                        .body())
                .isEqualTo(csv.body());
        assertThat(csv.body())
                .contains("\"content\",,\"Post of 19 Apr 2025 on x\",\"About something else: ", "\"" + POST + "\"")
                .contains(
                        "\"staff\",,\"Kari\",\"100 % of what the brand did for people, 1 engagement. Alone in touch with ")
                .contains("\"becameClients\",\"" + person("anna")
                        + "\",\"Anna Lindqvist\",\"Bought for the first time on")
                .contains("\"summary\",,,\"93 people turned to")
                .contains("\"value\",,\"Direct sales\",\"1,200.00 NOK from 3 purchases.")
                .contains("\"figures\",,\"People seen\",\"93 (the month before: 93)\"");
        assertThat(server.get(V1 + "/months/2025-04.json", ReportServer.ADMIN, "text/csv")
                        .json())
                .containsEntry("month", "2025-04");
        assertThat(server.get(V1 + "/months/2025-04", ReportServer.ADMIN, "image/png")
                        .status())
                .isEqualTo(406);
        var page = server.page("/agencies/north/brands/acme/months/2025-04");
        assertThat(page.status()).isEqualTo(200);
        var text = Jsoup.parse(page.body());
        assertThat(text.select("h1").text()).isEqualTo("April 2025");
        assertThat(text.select("#wentQuiet a").first().text()).isEqualTo("Anna Lindqvist");
        assertThat(text.select("#content q").text()).isEqualTo(POST);
        assertThat(text.select("a[rel=prev]").attr("href")).endsWith("/months/2025-03");
    }

    @Test
    void comparedMonthThatIsOverIsComputedOnce() {
        var path = V1 + "/months/" + YearMonth.from(DAY);
        var month = server.get(path).json();
        assertThat(server.get(path).json()).isEqualTo(month);
        assertThat(BODIES).hasSize(2);
        assertThat(BODIES.get(0)).contains("\"compared\":{");
        assertThat(BODIES.get(1)).doesNotContain("\"compared\":{");
    }

    @Test
    void monthIsCompiledOnceUntilAUserChangesSomethingAndKeptForNoErasedPerson() {
        var path = V1 + "/months/" + YearMonth.from(DAY);
        var url = "http://127.0.0.1:" + scoring.getAddress().getPort();
        try (var keeping = new ReportServer(url, "", List.of("--rapport.months.max-age=1h"))) {
            keeping.awaitReadiness().awaitProjections();
            keeping.get(path);
            keeping.get(path + ".csv");
            var page = "/agencies/north/brands/acme/months/" + YearMonth.from(DAY);
            keeping.page(page);
            assertThat(questions(DAY)).isEqualTo(1);
            assertThat(Jsoup.parse(keeping.norwegianPage(page).body()).text())
                    .contains("93 personer henvendte seg til");
            assertThat(questions(DAY)).isEqualTo(2);

            var story = "{\"kind\": \"SUCCESS\", \"day\": \"%s\", \"text\": \"Anna helped.\"}".formatted(DAY);
            var stories = V1 + "/people/" + person("anna") + "/stories";
            assertThat(keeping.post(stories, "reading-days", story).status()).isEqualTo(403);
            keeping.get(path);
            assertThat(questions(DAY)).isEqualTo(2);
            var written = keeping.post(stories, ReportServer.ADMIN, story);
            assertThat(written.status()).isEqualTo(201);
            assertThat(keeping.get(path).body()).contains("Anna helped.");
            assertThat(questions(DAY)).isEqualTo(3);

            var erased = PersonErasedBuilder.builder()
                    .agency(ACME.agency())
                    .brand(ACME.brand())
                    .erasure(UUID.randomUUID())
                    .people(List.of(person("unknown")))
                    .handles(List.of())
                    .suppressed(List.of())
                    .keyCheck(new SuppressionHashes(ReportServer.HASH_KEY).keyCheck(ACME.agency()))
                    .by("test")
                    .at(Instant.now())
                    .parts(List.of())
                    .version(1)
                    .build();
            keeping.publish(Topic.PERSON_ERASED, erased.key(), erased, 1);
            await().until(() -> {
                BODIES.clear();
                keeping.get(path);
                keeping.get(path);
                return questions(DAY) == 2;
            });
        }
    }

    @Test
    void monthBeforeIsPreparedWhileAMonthIsRead() {
        var url = "http://127.0.0.1:" + scoring.getAddress().getPort();
        try (var keeping = new ReportServer(url, "", List.of("--rapport.months.max-age=1h"))) {
            keeping.awaitReadiness().awaitProjections();
            keeping.get(V1 + "/months/" + YearMonth.from(DAY));
            await().until(() -> questions(DAY.minusMonths(1)) == 1);
            assertThat(keeping.get(V1 + "/months/" + YearMonth.from(DAY.minusMonths(1)))
                            .json())
                    .containsEntry("complete", true);
            keeping.get(V1 + "/months/" + YearMonth.from(DAY));
            await().until(() -> questions(DAY.minusMonths(2)) == 1);
            assertThat(questions(DAY)).isEqualTo(1);
            assertThat(questions(DAY.minusMonths(1))).isEqualTo(1);
        }
    }

    /** The number of questions to scoring about the month of a day. */
    private static long questions(LocalDate day) {
        var first = "{\"from\":\"" + day.withDayOfMonth(1) + "\"";
        return BODIES.stream().filter(body -> body.startsWith(first)).count();
    }

    @Test
    void anAssistantReadsTheMonthInShort() {
        try (var session = AssistantSession.open(server.url(), ReportServer.ADMIN)) {
            var brand = Map.<String, Object>of("agency", "north", "brand", "acme", "month", "2025-04", "limit", 1);
            var month = session.answer("read_month", brand);

            assertThat(month.path("month").asString()).isEqualTo("2025-04");
            assertThat(month.path("summary").size()).isEqualTo(1);
            assertThat(month.path("summaryLeftOut").asInt()).isPositive();
            assertThat(month.path("clients").size()).isLessThan(2);
        }
    }

    @Test
    void monthAsPdfHasTheSameContent() throws IOException {
        var pdf = server.download(V1 + "/months/2025-04.pdf", "*/*");
        assertThat(pdf.headers().firstValue("content-type")).contains("application/pdf");
        assertThat(pdf.headers().firstValue("content-disposition"))
                .contains("attachment; filename=\"acme-2025-04.pdf\"");
        assertThat(server.download(V1 + "/months/2025-04", "application/pdf").body())
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        try (var document = Loader.loadPDF(pdf.body())) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text.replaceAll("\\s+", " "))
                    .contains("April 2025", "93 people turned to", "Who deserves thanks", "Anna Lindqvist")
                    .contains("Who became a paying client", "Bought for the first time on 25 Apr 2025 on blog")
                    .contains("Direct sales", "Figures", "Page 1 of ", "“" + POST + "”");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    @Test
    void monthIsInTheLanguageOfItsReader() throws IOException {
        var page = Jsoup.parse(server.norwegianPage("/agencies/north/brands/acme/months/2025-04")
                .body());
        assertThat(page.select("h1").text()).isEqualTo("April 2025");
        assertThat(page.select("#wentQuiet h2").text()).isEqualTo("Hvem som ble stille");
        assertThat(page.text())
                .contains(
                        "1. april 2025 til 30. april 2025", "93 personer henvendte seg til", "200,00 NOK fra 3 kjøp.");
        var pdf = server.download(V1 + "/months/2025-04.pdf", "*/*", ReportServer.NORWEGIAN);
        assertThat(pdf.headers().allValues("vary").toString()).containsIgnoringCase("Accept-Language");
        try (var document = Loader.loadPDF(pdf.body())) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text.replaceAll("\\s+", " "))
                    .contains("April 2025", "93 personer henvendte seg til", "Hvem som fortjener takk", "Side 1 av ");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("nb");
        }
        assertThat(server.norwegianPage(V1 + "/months/2025-04.csv").body())
                .isEqualTo(server.get(V1 + "/months/2025-04.csv").body());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-13, 400",
        "2025-4, 400",
        "april, 400",
        "2025-06, 404",
        "2024-12, 404",
        "2019-01, 404",
        "2025-04-01, 400"
    })
    void monthWithoutFiguresIsRefused(String month, int status) {
        var answer = server.get(V1 + "/months/" + month);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().get("detail").toString()).containsAnyOf("yyyy-MM", "2025-05-04");
        assertThat(server.page("/agencies/north/brands/acme/months/" + month).status())
                .isEqualTo(status);
    }

    @Test
    void modelIsPreviewedByNameBeforeAnAdministratorActivatesIt() {
        var path = "/agencies/north/brands/acme/models";
        var list = Jsoup.parse(server.page(path).body());
        assertThat(list.select("h2 a").eachText()).containsExactly("standard-1", "standard-2");
        assertThat(list.select("h2:has(.tag)").text()).startsWith("standard-1");
        assertThat(list.text())
                .contains("Differs from the active model in: Saturation of know, Saturation of like.")
                .contains("Comes with Rapport.");

        var reader = Jsoup.parse(
                server.get(path + "/standard-2", "reading-days", "text/html").body());
        assertThat(reader.select("section[aria-labelledby=change]").text()).contains("an administrator can compute");
        assertThat(reader.select("main form")).isEmpty();
        assertThat(reader.select("section[aria-labelledby=constants] tr:contains(Half-life)")
                        .first()
                        .text())
                .contains("After so many days the weight of an engagement is half", "60", "the same");
        assertThat(reader.select("section[aria-labelledby=constants] tr:contains(Saturation of know)")
                        .text())
                .endsWith("12 6");
        assertThat(reader.select("section[aria-labelledby=weights] tr:contains(Comment)")
                        .text())
                .isEqualTo("Comment 1 0.5 0.3 1 0");

        var preview = path + "/standard-2/preview";
        assertThat(server.form(preview, "reading-days", "same-origin", "").status())
                .isEqualTo(403);
        assertThat(server.form(preview, ReportServer.ADMIN, "cross-site", "").status())
                .isEqualTo(401);
        assertThat(MODELS.changes()).isEmpty();
        assertThat(server.form(preview, ReportServer.ADMIN, "same-origin", "")
                        .headers()
                        .get("location"))
                .containsExactly(path + "/standard-2");
        assertThat(Jsoup.parse(server.page(path + "/standard-2").body())
                        .select(".note")
                        .text())
                .contains("3 of 7 people");
        MODELS.preview("OUTDATED");
        assertThat(Jsoup.parse(server.page(path + "/standard-2").body())
                        .select(".note")
                        .text())
                .contains("Compute it again");

        MODELS.preview("DONE");
        var done = Jsoup.parse(server.page(path + "/standard-2").body()).selectFirst("section[aria-labelledby=change]");
        assertThat(done.select("table").get(0).select("tbody tr").eachText()).containsExactly("30 2.40 1.75");
        assertThat(done.select("table").get(1).select("tbody tr").eachText())
                .containsExactly("Stranger 0 0", "Knows 0 0", "Likes 3 6", "Trusts 4 1", "Advocate 0 0");
        assertThat(done.select("table").get(2).select("tbody tr").eachText())
                .containsExactly("Anna Lindqvist 88.0 61.5 −26.50 Trusts Likes");
        assertThat(done.select("table a").attr("href")).endsWith("/people/" + person("anna"));
        var strengths = "limit=1&asOf=2025-05-04&model=";
        for (var again = 0; again < 2; again++) {
            server.page(path + "/standard-2");
            assertThat(REQUESTS)
                    .as("passes over all people")
                    .filteredOn(each -> each.contains(strengths))
                    .hasSize(2);
        }
        HISTORY.incrementAndGet();
        server.page(path + "/standard-2");
        assertThat(REQUESTS).filteredOn(each -> each.contains(strengths)).hasSize(4);

        var activate = done.selectFirst("form[action$=/activate]").attr("action");
        assertThat(server.form(activate, "reading-days", "same-origin", "reason=")
                        .status())
                .isEqualTo(403);
        assertThat(server.form(activate, ReportServer.ADMIN, "same-origin", "reason=" + "x".repeat(501))
                        .status())
                .isEqualTo(400);
        assertThat(server.form(activate, ReportServer.ADMIN, "same-origin", "reason=%3Cb%3Ecalmer%3C%2Fb%3E")
                        .status())
                .isEqualTo(303);
        assertThat(MODELS.changes())
                .containsExactly(
                        "/standard-2/preview " + server.authorizationOf(ReportServer.ADMIN),
                        "/standard-2/activate " + server.authorizationOf(ReportServer.ADMIN));
        var active = Jsoup.parse(server.page(path + "/standard-2").body());
        assertThat(active.text()).contains("activated by administrator: <b>calmer</b>", "3 of 7 people are rescored");
        assertThat(active.select("section[aria-labelledby=change]")).isEmpty();
        assertThat(server.page(path + "/nothing").status()).isEqualTo(404);
        assertThat(server.form(path + "/..%2Fday/activate", ReportServer.ADMIN, "same-origin", "")
                        .status())
                .isIn(400, 404);
    }

    @Test
    void closedDayIsAskedForOnceUntilTheHistoryChanges() {
        var before = HISTORY.incrementAndGet();
        server.get(V1 + "/series?from=2025-04-01&to=2025-04-03");
        server.get(V1 + "/series?from=2025-04-01&to=2025-04-03");
        assertThat(passes()).containsExactly("2025-04-01,2025-04-02,2025-04-03");
        server.get(V1 + "/series?from=2025-04-01&to=2025-04-04");
        assertThat(passes()).last().isEqualTo("2025-04-04");
        HISTORY.set(before + 1);
        server.get(V1 + "/series?from=2025-04-01&to=2025-04-03");
        assertThat(passes()).last().isEqualTo("2025-04-01,2025-04-02,2025-04-03");
    }

    @Test
    void seriesShowsTheAskedFiguresOfEachDay() {
        var series = server.get(V1 + "/series?figures=seen,new,strength&from=2025-02-10&to=2025-04-15&step=month");
        assertThat(series.items())
                .containsExactly(
                        Map.of("asOf", "2025-02-28", "seen", 93, "new", 1, "strength", 41.5),
                        Map.of("asOf", "2025-03-31", "seen", 93, "new", 1, "strength", 41.5),
                        Map.of("asOf", "2025-04-15", "seen", 93, "new", 1, "strength", 41.5));
        var ofPerson = server.get(V1 + "/people/" + person("ann") + "/series?from=2025-04-20&to=2025-04-20");
        assertThat(ofPerson.json()).containsEntry("person", person("anna").toString());
        assertThat(ofPerson.items().get(0)).containsEntry("strength", 12.5).containsEntry("warmth", 40.0);
    }

    @ParameterizedTest
    @CsvSource({
        "/people?asOf=2025-02-29, 400, asOf",
        "/people?asOf=2025-05-05, 400, asOf",
        "/people?asOf=2020-01-01, 400, asOf",
        "/people?seen=sometimes, 400, seen",
        "/people?window=31, 400, window",
        "/series?from=2025-04-02&to=2025-04-01, 400, from",
        "/series?from=1990-01-01&to=2025-04-01, 400, from",
        "/series?from=2025-02-29&to=2025-04-01, 400, from",
        "/series?to=2025-04-01, 400, from",
        "/series?from=2025-04-01&to=2025-04-01&step=hour, 400, step",
        "/series?from=2025-04-01&to=2025-04-01&figures=luck, 400, figures",
    })
    void unusableDaysAreNamed(String path, int status, String parameter) {
        var answer = server.get(V1 + path);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json()).containsEntry("parameter", parameter);
    }

    @Test
    void dayBeforeTheFirstNamesBothDays() {
        assertThat(server.get(V1 + "/ror?asOf=2020-01-01").json())
                .containsEntry("first", "2025-01-01")
                .containsEntry("last", DAY.toString());
    }

    private static List<String> passes() {
        return REQUESTS.stream()
                .filter(each -> each.contains("/days/figures?"))
                .map(each -> String.join(",", DayAnswer.days(each)))
                .toList();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI().toString();
        REQUESTS.add(uri);
        var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (uri.endsWith("/period")) {
            BODIES.add(asked);
        }
        if (uri.contains("/days/figures?") || uri.contains("seen=REVIVED")) {
            awaitFigures();
        }
        var body = uri.endsWith("/period") ? PeriodAnswer.of(common(), asked, DayAnswer.owed(PERSON)) : body(uri);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(body.startsWith("{\"type\"") ? 400 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void awaitFigures() {
        try {
            FIGURES.get().await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String common() {
        return "\"first\": \"2025-01-01\", \"last\": \"%s\", \"modelVersion\": \"standard-1\", \"history\": %d"
                .formatted(DAY, HISTORY.get());
    }

    private static String body(String uri) {
        var common = common();
        if (uri.contains("2020-01-01")) {
            return "{\"type\": \"urn:rapport:problem:day-out-of-range\", \"title\": \"Not a day\", \"detail\": \"\", \"parameter\": \"asOf\", %s}"
                    .formatted(common);
        }
        if (uri.contains("/days/content?")) {
            return DayAnswer.CONTENT;
        }
        if (uri.contains("/days/figures?")) {
            return DayAnswer.list(common, uri, day -> DayAnswer.figures(day, "11", "\"word\""));
        }
        if (uri.contains("owed=true")) {
            return "{\"asOf\": \"2025-04-20\", \"modelVersion\": \"standard-1\", \"items\": [], \"next\": null}";
        }
        return uri.contains("/days/people")
                ? "{\"asOf\": \"2025-04-20\", \"modelVersion\": \"standard-1\", \"items\": [%s], \"next\": null, \"count\": 1}"
                        .formatted(PERSON)
                : "{%s}".formatted(common);
    }
}
