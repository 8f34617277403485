package io.rapport.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rapport.contracts.Topic;
import io.rapport.ingest.RunningIngest.Answer;
import io.rapport.test.Browser;
import io.rapport.test.TestBroker;
import io.rapport.test.TestMongo;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the import of files of other systems over HTTP. */
class EngagementFilesIT {

    private static final String CSV = "text/csv";
    private static final String FILE =
            "Dato,\"Hvem, navn\",Hva\n02.03.2026 09:15,ann,Likte\n02.03.2026 09:20,bo,Likte\n";
    private static final String COMPLETE =
            "?source=list&map=Hvem%2C%20navn:actor.name&map=Hva:kind&value=kind:Likte%3DREACTION&const=channel:x&const=direction:INBOUND&id=Dato&id=Hvem%2C%20navn&zone=Europe/Oslo";

    private static final String FUTURE_ROW =
            "{\"sourceId\":\"1\",\"occurredAt\":\"2999-03-02T09:15:00Z\",\"channel\":\"x\",\"kind\":\"COMMENT\",\"direction\":\"INBOUND\",\"actor\":{\"name\":\"ann\"}}\n";

    private static TestMongo store;
    private static RunningIngest ingest;
    private static int brands;

    private String name;
    private String files;

    @BeforeAll
    static void start() {
        store = TestMongo.embedded();
        ingest = new RunningIngest(TestBroker.bootstrap(), store.uri(), RunningIngest.PATIENT).awaitReady();
    }

    @AfterAll
    static void stop() {
        ingest.close();
        store.close();
    }

    @BeforeEach
    void register() {
        name = "files" + ++brands;
        var brand = "/v1/agencies/filing/brands/" + name;
        var body = "{\"name\": \"Files\", \"timeZone\": \"UTC\", \"clock\": \"EVENT\"}";
        assertThat(ingest.put(brand, body).status()).isEqualTo(201);
        files = brand + "/imports";
    }

    @Test
    void theProgressOfImportsIsListedNewestFirst() {
        ingest.post(files + "/engagements" + COMPLETE, CSV, FILE);
        ingest.post(
                files + "/engagements" + COMPLETE,
                CSV,
                FILE + FILE.lines().skip(1).toList().get(0) + ",x\n");

        var listed = ingest.get(files).body().path("items");

        assertThat(listed).hasSize(2);
        assertThat(listed.get(1).path("list").asString()).isEqualTo("engagements");
        assertThat(listed.get(1).path("state").asString()).isEqualTo("DONE");
        assertThat(listed.get(1).path("source").asString()).isEqualTo("list");
        assertThat(listed.get(1).path("rows").asInt()).isEqualTo(2);
        assertThat(listed.get(1).path("accepted").asInt()).isEqualTo(2);
        assertThat(ingest.get(files + "/" + listed.get(1).path("id").asString()).body())
                .isEqualTo(listed.get(1));
    }

    @ParameterizedTest
    @CsvSource({
        "clients.csv, text/csv, clients, 3",
        "staff.csv, text/csv, staff, 3",
        "engagements.csv, text/csv, engagements?source=own, 3",
        "engagements.ndjson, application/x-ndjson, engagements?source=own, 2",
        "hootsuite.csv, text/csv, engagements, 4",
        "sprout-social.csv, text/csv, engagements, 3",
        "front.csv, text/csv, engagements?preset=front, 2",
        "x-archive-tweets.js, application/javascript, engagements?const=actor.name:harbourcoffee, 5",
        "shopify-orders.csv, text/csv, engagements?source=shop, 5",
        "ga4.ndjson, application/x-ndjson, engagements, 3",
        "matomo.json, application/json, engagements, 3",
        "matomo.csv, text/csv, engagements, 2",
        "plausible.csv, text/csv, engagements, 5",
        "search-console.csv, text/csv, engagements, 3",
        "buffer.csv, text/csv, engagements, 2",
        "keywords.csv, text/csv, keywords, 4",
        "newsletter.csv, text/csv, 'engagements?source=n&map=Hva:kind&map=Hvem:actor.name&value=kind:Likte%3DREACTION&value=kind:Svarte%3DREPLY&const=channel:email&const=direction:INBOUND&id=Dato&id=Hvem', 3"
    })
    void importsEverySampleOfTheDocumentation(String sample, String type, String path, int accepted)
            throws IOException {
        var answer = ingest.post(
                files + "/" + path,
                type,
                Files.readAllBytes(Path.of("../docs/samples").resolve(sample)));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        assertThat(answer.body().path("rejected").size()).isZero();
        var counted = answer.body().path("accepted").isMissingNode() ? "rows" : "accepted";
        assertThat(answer.body().path(counted).asInt()).isEqualTo(accepted);
    }

    @Test
    void anExportIsReadByThePresetThatItsHeaderTellsAndTheAnswerNamesIt() throws IOException {
        var answer = ingest.post(
                files + "/engagements", CSV, Files.readAllBytes(Path.of("../docs/samples/shopify-orders.csv")));

        assertThat(answer.body().path("preset").asString()).isEqualTo("shopify-orders");
        assertThat(answer.body().path("skipped").asInt()).isEqualTo(2);
        assertThat(answer.body().path("notes").toString()).contains("further item of an order");
        assertThat(answer.body().path("mapping").path("columns").path("Total").asString())
                .isEqualTo("value.amount");
        assertThat(TopicRecords.on(TestBroker.client(), Topic.ENGAGEMENT_RECEIVED))
                .filteredOn(record -> record.key().startsWith("filing|" + name + "|"))
                .hasSize(5)
                .allSatisfy(record -> assertThat(record.key() + record.value())
                        .contains("\"source\":\"shopify-orders\"")
                        .doesNotContain("example.com"));
    }

    @Test
    void aFileThatDoesNotTellHowToReadItIsRefusedWithQuestionsAndThePreviewShowsWhy() {
        var refused = ingest.post(files + "/engagements?source=list", CSV, FILE);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.slug()).isEqualTo("mapping-incomplete");
        assertThat(refused.body().path("questions").findValuesAsString("field"))
                .containsExactly("sourceId", "channel", "kind", "direction", "actor.name");
        var preview = ingest.post(files + "/engagements/preview?source=list", CSV, FILE);
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.body().path("columns").findValuesAsString("by")).containsExactly("NAME", "NOBODY", "NOBODY");
        assertThat(preview.body()
                        .path("rows")
                        .get(0)
                        .path("rejected")
                        .path("code")
                        .asString())
                .isEqualTo("MISSING_FIELD");
        assertThat(TopicRecords.on(TestBroker.client(), Topic.ENGAGEMENT_RECEIVED))
                .noneMatch(record -> record.key().startsWith("filing|" + name + "|"));
    }

    @Test
    void aPreviewShowsTheEngagementsAndWordsThatStandForNothing() {
        var preview = ingest.post(
                files + "/engagements/preview" + COMPLETE.replace("&value=kind:Likte%3DREACTION", ""), CSV, FILE);

        assertThat(preview.body().path("questions").size()).isZero();
        assertThat(preview.body().path("columns").get(2).path("warnings").toString())
                .contains("Likte is no kind", "value=kind:Likte=COMMENT");
        var complete = ingest.post(files + "/engagements/preview" + COMPLETE + "&map=Alder:ignore", CSV, FILE);
        assertThat(complete.body()
                        .path("rows")
                        .get(0)
                        .path("engagement")
                        .path("occurredAt")
                        .asString())
                .isEqualTo("2026-03-02T08:15:00Z");
        assertThat(complete.body()
                        .path("rows")
                        .get(0)
                        .path("engagement")
                        .path("actor")
                        .path("id")
                        .asString())
                .isEqualTo("ann");
        assertThat(complete.body().path("unused").toString()).isEqualTo("[\"Alder\"]");
        assertThat(complete.body().path("notes").toString()).contains("Europe/Oslo", "\"line\":2");
    }

    @Test
    void aSavedMappingReadsTheFilesOfItsSource() {
        var preview = ingest.post(files + "/engagements/preview" + COMPLETE, CSV, FILE);
        var mapping = files + "/engagements/mapping?source=list";

        var saved = ingest.put(mapping, preview.body().path("mapping").toString());

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.body().path("version").asInt()).isOne();
        assertThat(ingest.get(mapping).body()).isEqualTo(saved.body());
        var imported = ingest.post(files + "/engagements?source=list", CSV, FILE);
        assertThat(imported.status()).as(imported.body().toString()).isEqualTo(202);
        assertThat(imported.body().path("accepted").asInt()).isEqualTo(2);
        assertThat(ingest.post(files + "/engagements?source=other", CSV, FILE).status())
                .isEqualTo(400);
        var stale = ingest.put(mapping, "{\"columns\": {}, \"version\": 7}");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(ingest.send(ingest.request(mapping).DELETE())
                        .body()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(ingest.post(files + "/engagements?source=list", CSV, FILE).status())
                .isEqualTo(400);
        // A version may be published twice: by the request and by the outbox.
        assertThat(TopicRecords.on(TestBroker.client(), Topic.ENGAGEMENT_COLUMNS).stream()
                        .filter(record -> record.key().equals("filing|" + name + "|list"))
                        .map(record -> record.value())
                        .distinct())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "map=Hva",
        "map=Hva:no.such",
        "const=channel",
        "const=no.such:x",
        "value=kind:Likte",
        "value=kind",
        "zone=Mars",
        "dates=YMD",
        "epoch=DAYS",
        "preset=no-such",
        "source=No"
    })
    void unusableParametersAreRefused(String parameter) {
        var answer = ingest.post(files + "/engagements?" + parameter, CSV, FILE);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.response().headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void listsThePresets() {
        assertThat(ingest.get(files + "/engagements/presets")
                        .body()
                        .path("items")
                        .findValuesAsString("name"))
                .containsExactly(
                        "hootsuite",
                        "sprout-social",
                        "front",
                        "x-archive",
                        "shopify-orders",
                        "ga4",
                        "matomo",
                        "plausible",
                        "search-console",
                        "buffer",
                        "calls",
                        "hubspot-calls",
                        "hubspot-meetings",
                        "salesforce-tasks",
                        "salesforce-events");
    }

    @Test
    void aRejectedRowNamesTheColumnOfTheFile() {
        Answer answer = ingest.post(
                files + "/engagements" + COMPLETE,
                CSV,
                "Dato,\"Hvem, navn\",Hva\nsnart,ann,Likte\n02.03.2026 09:15,bo,Delte\n");

        assertThat(answer.body().path("rejected").findValuesAsString("column")).containsExactly("Dato", "Hva");
        assertThat(answer.body().path("rejected").get(1).path("message").asString())
                .contains("value=kind:");
    }

    /** The samples that a browser uploads, with the number of rows that are accepted. */
    private static final Map<String, Integer> SAMPLES = Map.ofEntries(
            Map.entry("hootsuite.csv", 4),
            Map.entry("sprout-social.csv", 3),
            Map.entry("front.csv", 2),
            Map.entry("x-archive-tweets.js", 5),
            Map.entry("shopify-orders.csv", 5),
            Map.entry("ga4.ndjson", 3),
            Map.entry("matomo.json", 3),
            Map.entry("matomo.csv", 2),
            Map.entry("calls.csv", 2),
            Map.entry("hubspot-calls.csv", 2),
            Map.entry("hubspot-meetings.csv", 4),
            Map.entry("salesforce-tasks.csv", 2),
            Map.entry("salesforce-events.csv", 2),
            Map.entry("plausible.csv", 5),
            Map.entry("search-console.csv", 3),
            Map.entry("buffer.csv", 2),
            Map.entry("keywords.csv", 4),
            Map.entry("engagements.csv", 3),
            Map.entry("engagements.ndjson", 2),
            Map.entry("newsletter.csv", 3),
            Map.entry("clients.csv", 3),
            Map.entry("business-card.vcf", 1),
            Map.entry("staff.csv", 3));

    private static final Map<String, String> LISTS = Map.of(
            "clients.csv", "clients", "business-card.vcf", "clients", "staff.csv", "staff", "keywords.csv", "keywords");

    @Test
    void everySampleIsDownloadedFromThePage() throws IOException {
        assumeTrue(
                EngagementFilesIT.class.getResource("/ingest/static/ingest/samples/clients.csv") != null,
                "Maven copied the samples");
        var page = ingest.get(pages("imports")).response().body();
        for (var sample : SAMPLES.keySet()) {
            var address = "/assets/ingest/samples/" + sample;
            assertThat(page).contains("href=\"" + address + "\"");
            assertThat(ingest.get(address).response().body())
                    .isEqualTo(Files.readString(Path.of("../docs/samples").resolve(sample)));
        }
    }

    @Test
    @Tag("browser")
    void everySampleIsUploadedThroughThePage() throws IOException {
        try (var browser = new Browser();
                var samples = Files.list(Path.of("../docs/samples"))) {
            browser.signIn(ingest.base(), RunningIngest.ADMIN);
            var page = new UploadPage(browser, ingest.base() + pages("imports"));
            for (var sample : samples.sorted().toList()) {
                var file = sample.getFileName().toString();
                page.open().choose(LISTS.getOrDefault(file, "engagements"), sample);
                answer(page, file);

                page.imports();

                assertThat(page.count("rejected")).as(file).isZero();
                assertThat(page.count(page.count("accepted") < 0 ? "rows" : "accepted"))
                        .as(file)
                        .isEqualTo(SAMPLES.get(file));
            }
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    /** Gives the answers that a sample needs, after a preview of those whose columns are not known. */
    private static void answer(UploadPage page, String file) {
        switch (file) {
            case "front.csv" -> page.select("preset", "front");
            case "x-archive-tweets.js" -> page.write("account", "harbourcoffee");
            case "engagements.csv", "engagements.ndjson" -> page.write("source", "own");
            case "newsletter.csv" -> {
                page.write("source", "n").write("channel", "email").select("direction", "INBOUND");
                page.preview()
                        .map("Hva", "kind")
                        .map("Hvem", "actor.name")
                        .id("Dato")
                        .id("Hvem");
                assertThat(page.questions()).contains("Who is the other party?", "What kind of engagement");
                page.preview().word("Likte", "REACTION").word("Svarte", "REPLY");
                assertThat(page.preview().questions()).isEmpty();
                assertThat(page.rows()).contains("Mira Solberg", "REACTION");
            }
            default -> {}
        }
    }

    @Test
    @Tag("browser")
    void usersAndTokensAreManagedOnTheirPages() {
        try (var browser = new Browser()) {
            new AccountPages(browser, ingest.base(), "nord").inviteAcceptAndSignOut();
        }
    }

    @Test
    @Tag("browser")
    void rejectedRowsAreShownFilteredAndReplayedOnTheirPage() throws IOException {
        var folder = Files.createDirectories(Path.of("target", "files"));
        var file = Files.writeString(
                folder.resolve("rows.ndjson"),
                FUTURE_ROW
                        + "{\"sourceId\":\"2\",\"occurredAt\":\"2026-03-02T09:15:00Z\",\"channel\":\"x\",\"kind\":\"WAVES\",\"direction\":\"INBOUND\",\"actor\":{\"name\":\"ann\"}}\n");
        try (var browser = new Browser()) {
            browser.signIn(ingest.base(), RunningIngest.ADMIN);
            var page = new UploadPage(browser, ingest.base() + pages("imports"));
            page.open().choose("engagements", file).write("source", "own").imports();
            assertThat(page.count("accepted")).isZero();
            assertThat(browser.find("#rejections").getText()).contains("occurredAt", "kind");
            assertThat(browser.fitsAllViewports("files")).isTrue();
            assertThat(browser.accessibilityViolations()).isEmpty();

            await().untilAsserted(() -> {
                browser.open(ingest.base() + pages("rejected"));
                assertThat(browser.all("input[name=ids]")).hasSize(2);
            });
            assertThat(browser.fitsAllViewports("rejected")).isTrue();
            assertThat(browser.accessibilityViolations()).isEmpty();
            browser.find("#code option[value=UNKNOWN_VALUE]").click();
            browser.follow(browser.find("form.inline button"));
            assertThat(browser.all("input[name=ids]")).hasSize(1);
            browser.find("#all-rows").click();
            browser.follow(browser.find("form.card button"));
            assertThat(browser.find("[role=status]").getText())
                    .isEqualTo("0 replayed, 1 stay because their cause is not fixed.");
            assertThat(browser.consoleMessages()).isEmpty();
        }
    }

    private String pages(String page) {
        return "/agencies/filing/brands/" + name + "/" + page;
    }

    @Test
    void thePageNeedsTheScopesThatRestNeeds() {
        var staff = "channel,handle\nx,@harbour\n";
        var token = ingest.post(
                        "/v1/agencies/filing/tokens",
                        "application/json",
                        "{\"name\": \"Feed\", \"scopes\": [\"INGEST\"]}")
                .body()
                .path("token")
                .asString();

        for (var base : List.of("/v1", "")) {
            var path = base + "/agencies/filing/brands/" + name + "/imports";
            assertThat(send(token, path + "/staff", staff).status()).as(base).isEqualTo(403);
            assertThat(send(RunningIngest.ADMIN, path + "/staff", staff).status())
                    .as(base)
                    .isEqualTo(202);
            assertThat(send(token, path + "/engagements" + COMPLETE, FILE).status())
                    .as(base)
                    .isEqualTo(202);
        }
    }

    private static Answer send(String token, String path, String body) {
        return ingest.send(ingest.request(path)
                .setHeader("Authorization", "Bearer " + token)
                .header("Content-Type", CSV)
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void aReplayOfNothingLeavesTheRowsAsTheyAre() {
        var page = ingest.post(pages("rejected/replay"), "application/x-www-form-urlencoded", "ids=");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.response().body()).contains("0 replayed, 0 stay");
    }
}
