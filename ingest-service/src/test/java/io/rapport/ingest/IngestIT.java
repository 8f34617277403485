package io.rapport.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.Topic;
import io.rapport.ingest.RunningIngest.Answer;
import io.rapport.ingest.domain.clientlist.ClientDigestRepository;
import io.rapport.ingest.domain.clientlist.ClientDigestRestorer;
import io.rapport.ingest.kafka.ClientListTopicLoader;
import io.rapport.ingest.source.table.WorkbookMediaType;
import io.rapport.ingest.source.table.WorkbookSamples;
import io.rapport.test.OpenApiLint;
import io.rapport.test.TestBroker;
import io.rapport.test.TestMongo;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Tests the HTTP API of the service with a broker and a store. */
class IngestIT extends ConnectionChecks {

    private static final String REQUESTS = "--rapport.ingest.requests-per-minute=1000";
    private static final String NDJSON = "application/x-ndjson";
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String REGISTRATION = """
            {"name": "Acme", "timeZone": "America/New_York", "clock": "EVENT",
             "staff": [{"channel": "x", "id": "acme"}], "paidMarkers": ["#ad"], "answerTargetMinutes": 60}""";

    private static TestMongo store;
    private static RunningIngest ingest;
    private static int brands;

    private String name;
    private String brand;

    @BeforeAll
    static void start() {
        store = TestMongo.embedded();
        ingest = run(new PulledSource(stored -> new InstanceLeases(stored, ABSENT, DENIED, true)));
    }

    @AfterAll
    static void stop() {
        ingest.close();
        store.close();
    }

    private static RunningIngest run(BeanPostProcessor parts) {
        return new RunningIngest(
                        TestBroker.bootstrap(),
                        store.uri(),
                        parts,
                        RunningIngest.PATIENT,
                        SECRETS_KEY,
                        QUOTA,
                        REQUESTS,
                        PULL_FAST,
                        PULL_LOOPBACK,
                        SHORT_LEASE)
                .awaitReady();
    }

    @Override
    RunningIngest another(BeanPostProcessor parts) {
        return run(parts);
    }

    @Override
    RunningIngest ingest() {
        return ingest;
    }

    @Override
    String brandName() {
        return name;
    }

    @BeforeEach
    void register() {
        name = "acme" + ++brands;
        brand = "/v1/agencies/nord/brands/" + name;
        assertThat(ingest.put(brand, REGISTRATION).status()).isEqualTo(201);
    }

    @Test
    void anAcceptedRowIsOnTheTopicWhenTheResponseArrives() {
        var answer = ingest.post(brand + "/engagements", JSON, "[" + row(1, "hello #AD") + "," + row(2, "hi") + "]");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).hasToString("{\"accepted\":2,\"duplicates\":0,\"rejected\":[]}");
        assertThat(published(Topic.ENGAGEMENT_RECEIVED))
                .hasSize(2)
                .allSatisfy(value -> assertThat(value).contains("\"day\":\"2026-01-31\""))
                .satisfiesOnlyOnce(value -> assertThat(value).contains("\"paid\":true"));
    }

    @Test
    void theRecordHasKeyTimestampAndCloudEventHeaders() {
        ingest.post(brand + "/engagements", NDJSON, row(1, "hello"));

        var record = TopicRecords.on(TestBroker.client(), Topic.ENGAGEMENT_RECEIVED).stream()
                .filter(found -> found.key().equals("nord|" + name + "|x|u1"))
                .findFirst()
                .orElseThrow();

        assertThat(record.value()).contains("\"receivedAt\":\"" + Instant.ofEpochMilli(record.timestamp()));
        assertThat(new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .isEqualTo("io.rapport.engagement.received.v1");
    }

    @Test
    void aBrandIsRegisteredOnceByTheFormOfItsAgency() {
        var form = "brand=formed" + name + "&timeZone=%s&name=Formed+%%26+Co";

        var sent = ingest.post("/agencies/nord/brands", FORM, form.formatted("Europe%2FOslo"));

        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.response().headers().firstValue("Location")).contains("/start?agency=nord&brand=formed" + name);
        assertThat(ingest.get("/v1/agencies/nord/brands/formed" + name)
                        .body()
                        .path("name")
                        .asString())
                .isEqualTo("Formed & Co");
        assertThat(ingest.post("/agencies/nord/brands", FORM, form.formatted("UTC"))
                        .status())
                .isEqualTo(409);
        assertThat(ingest.post("/agencies/nord/brands", FORM, "brand=other&timeZone=Mars&name=Other")
                        .status())
                .isEqualTo(400);
        assertThat(ingest.post("/agencies/nord/brands", FORM, "brand=A+B&timeZone=UTC&name=Other")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theCountersOfABrandAreZeroFromItsRegistration() {
        await().untilAsserted(() -> assertThat(counters())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).endsWith(" 0.0")));
    }

    @Test
    void acceptsArraysNdjsonAndGzip() {
        var lines = row(1, "a") + "\n" + row(2, "b") + "\n";
        var array = "[" + row(3, "a") + "," + row(4, "b") + "]";

        assertThat(accepted(ingest.post(brand + "/engagements", NDJSON, lines))).isEqualTo(2);
        assertThat(accepted(ingest.post(brand + "/engagements", JSON, lines))).isEqualTo(2);
        assertThat(accepted(ingest.post(brand + "/engagements", JSON, array))).isEqualTo(2);
        assertThat(accepted(ingest.postZipped(
                        brand + "/engagements", NDJSON, RunningIngest.zip(lines.getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(2);
    }

    @Test
    void acceptsRevisionsAndWithdrawalsInEveryFormat() {
        var edited = row(1, "edited").replace("{\"source\"", "{\"revision\":7,\"source\"");
        var withdrawn = row(1, "edited").replace("{\"source\"", "{\"withdrawn\":true,\"source\"");
        var csv = "source,sourceId,occurredAt,channel,kind,direction,actor.id,revision,withdrawn\n"
                + "test,s1,2026-02-01T03:00:00Z,x,MENTION,INBOUND,u1,8,\n"
                + "test,s1,2026-02-01T03:00:00Z,x,MENTION,INBOUND,u1,9,yes\n";

        var lines = ingest.post(brand + "/engagements", NDJSON, String.join("\n", row(1, "plain"), edited, edited));
        var array =
                ingest.post(brand + "/engagements", JSON, "[" + withdrawn + "," + edited.replace(":7", ":-7") + "]");
        var file = ingest.post(brand + "/imports/engagements", "text/csv", csv);

        assertThat(lines.body()).hasToString("{\"accepted\":2,\"duplicates\":1,\"rejected\":[]}");
        assertThat(accepted(array)).isOne();
        assertThat(array.body().path("rejected").get(0).path("message").asString())
                .isEqualTo("revision is -7, but has to be a whole number from 0 to 9007199254740991.");
        assertThat(accepted(file)).isEqualTo(2);
        assertThat(published(Topic.ENGAGEMENT_RECEIVED))
                .hasSize(5)
                .satisfiesOnlyOnce(value -> assertThat(value).doesNotContain("\"revision\"", "\"withdrawn\""))
                .satisfiesOnlyOnce(
                        value -> assertThat(value).contains("\"revision\":7").doesNotContain("\"withdrawn\""))
                .satisfiesOnlyOnce(value ->
                        assertThat(value).contains("\"withdrawn\":true").doesNotContain("\"revision\""))
                .satisfiesOnlyOnce(
                        value -> assertThat(value).contains("\"revision\":8").doesNotContain("\"withdrawn\""))
                .satisfiesOnlyOnce(value -> assertThat(value).contains("\"revision\":9", "\"withdrawn\":true"));
    }

    @Test
    void acceptsNoRowsOfAnEmptyBody() {
        for (var nothing : List.of("[]", "", "\n")) {
            var answer = ingest.post(brand + "/engagements", JSON, nothing);
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.body()).hasToString("{\"accepted\":0,\"duplicates\":0,\"rejected\":[]}");
        }
    }

    @Test
    void reportsCountsAndStoresEveryRejectedRow() {
        var tenYearsAhead = Instant.now().plus(3652, ChronoUnit.DAYS).toString();
        var body = String.join(
                "\n",
                row(1, "fine"),
                "{\"broken",
                row(2, "x").replace("MENTION", "LIKE"),
                row(3, "x").replace("2026-02-01T03:00:00Z", tenYearsAhead),
                row(4, "x").replace("\"2026-02-01T03:00:00Z\"", "1769900000"),
                "{\"a\":".repeat(10_000),
                row(1, "fine"),
                row(1, "changed"),
                row(5, "x").replace("\"sourceId\":\"s5\",", ""));

        var answer = ingest.post(brand + "/engagements", NDJSON, body);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(accepted(answer)).isOne();
        assertThat(answer.body().path("duplicates").asInt()).isOne();
        assertThat(answer.body().path("rejected").findValuesAsString("code"))
                .containsExactly(
                        "UNPARSEABLE",
                        "UNKNOWN_VALUE",
                        "IN_THE_FUTURE",
                        "INVALID_FIELD",
                        "UNPARSEABLE",
                        "CONFLICT",
                        "MISSING_FIELD");
        assertThat(answer.body().path("rejected").findValuesAsString("index"))
                .containsExactly("1", "2", "3", "4", "5", "7", "8");
        assertThat(answer.body().path("rejected").get(0).propertyNames()).containsExactly("index", "code", "message");
        assertThat(published(Topic.ENGAGEMENT_REJECTED))
                .hasSize(7)
                .anySatisfy(value -> assertThat(value).contains("\"raw\":\"{\\\"broken\""));
        assertThat(counted("accepted")).isEqualTo(1);
        assertThat(counted("duplicate")).isEqualTo(1);
        assertThat(counted("rejected")).isEqualTo(7);
    }

    @Test
    void pagesRejectionsNewestFirstByReason() {
        ingest.post(brand + "/engagements", NDJSON, "first\n" + row(1, "x").replace("MENTION", "LIKE"));
        ingest.post(brand + "/engagements", NDJSON, "second\n");
        await().until(() -> rejected("").body().path("items").size() == 3);

        assertThat(rejected("").body().path("items").get(0).path("raw").asString())
                .isEqualTo("second");
        assertThat(rejected("?code=UNKNOWN_VALUE").body().path("items")).hasSize(1);
        var first = rejected("?limit=2");
        var rest = rejected("?limit=2&cursor=" + first.body().path("next").asString());
        assertThat(first.body().path("items")).hasSize(2);
        assertThat(rest.body().path("items")).hasSize(1);
        assertThat(rest.body().path("next").isNull()).isTrue();
        assertThat(ids(first)).doesNotContainAnyElementsOf(ids(rest));
        assertThat(rejected("?code=NONSENSE").status()).isEqualTo(400);
    }

    @Test
    void rejectsAMalformedArrayAsAWhole() {
        var answer = ingest.post(brand + "/engagements", JSON, "[" + row(1, "a") + ",\n{\"broken\"");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.slug()).isEqualTo("unreadable-body");
        assertThat(answer.body().path("line").asInt()).isEqualTo(2);
        assertThat(answer.body().path("detail").asString()).contains("NDJSON");
        assertThat(published(Topic.ENGAGEMENT_RECEIVED)).isEmpty();
    }

    @Test
    void rejectsADeeplyNestedArray() {
        var answer = ingest.post(brand + "/engagements", JSON, "[".repeat(10_000));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("detail").asString()).contains("deeper than 64 levels");
    }

    @Test
    void rejectsTooLargeBodiesAndStaysAvailable() {
        var tenMegabytes = new byte[10 << 20];
        java.util.Arrays.fill(tenMegabytes, (byte) ' ');
        var bomb = RunningIngest.zip(new byte[100 << 20]);
        var rows = IntStream.rangeClosed(0, 5_000).mapToObj(n -> "{}").collect(Collectors.joining("\n"));

        var plain = ingest.post(brand + "/engagements", JSON, tenMegabytes);
        assertThat(plain.status()).isEqualTo(413);
        assertThat(plain.body().path("maxBytes").asLong()).isEqualTo(8 << 20);
        assertThat(ingest.send(ingest.request(brand + "/engagements")
                                .header("Content-Type", JSON)
                                .POST(BodyPublishers.ofInputStream(
                                        () -> new java.io.ByteArrayInputStream(tenMegabytes))))
                        .status())
                .isEqualTo(413);
        assertThat(ingest.postZipped(brand + "/engagements", JSON, bomb).status())
                .isEqualTo(413);
        assertThat(ingest.post(brand + "/engagements", NDJSON, rows).slug()).isEqualTo("too-many-rows");
        assertThat(accepted(ingest.post(brand + "/engagements", JSON, row(1, "still here"))))
                .isOne();
    }

    @Test
    void theQuotaOfAnAgencyIsOnEveryDoorAndDoesNotAffectOthers() {
        var crowded = "/v1/agencies/crowded/brands/" + name;
        ingest.put(crowded, REGISTRATION);

        var refused = ingest.post(crowded + "/engagements", NDJSON, "");
        for (var sent = 1; sent < 5_000 && refused.status() == 202; sent++) {
            refused = ingest.post(crowded + "/engagements", NDJSON, "");
        }

        assertThat(refused.slug()).isEqualTo("quota-exceeded");
        assertThat(refused.response().headers().firstValueAsLong("Retry-After").orElse(0))
                .isPositive();
        for (var door : List.of("/imports/engagements", "/imports/clients", "/imports/staff", "/imports/keywords")) {
            // The wait for the next request is a twentieth of a second: some of several are refused.
            assertThat(IntStream.range(0, 50)
                            .mapToObj(n ->
                                    ingest.post(crowded + door, "text/csv", "").status()))
                    .as(door)
                    .contains(429);
        }
        assertThat(accepted(ingest.post(brand + "/engagements", NDJSON, row(1, "other agency"))))
                .isOne();
    }

    @Test
    void rejectsABodyThatContradictsItsHeaders() {
        assertThat(ingest.postZipped(brand + "/engagements", JSON, "[]".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(400);
        var half = RunningIngest.zip(row(1, "a").getBytes(StandardCharsets.UTF_8));
        assertThat(ingest.postZipped(brand + "/engagements", JSON, java.util.Arrays.copyOf(half, half.length / 2))
                        .status())
                .isEqualTo(400);
        assertThat(ingest.post(brand + "/engagements", "text/plain", "[]").status())
                .isEqualTo(415);
        assertThat(ingest.send(ingest.request(brand + "/engagements")
                                .header("Content-Type", JSON)
                                .header("Content-Encoding", "br")
                                .POST(BodyPublishers.ofString("[]")))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void respondsNotFoundForAnUnregisteredBrand() {
        var answer = ingest.post("/v1/agencies/nord/brands/nobody/engagements", JSON, "[" + row(1, "a") + "]");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.slug()).isEqualTo("unknown-brand");
        assertThat(ingest.get("/v1/agencies/nord/brands/nobody/rejected").status())
                .isEqualTo(404);
        assertThat(ingest.put("/v1/agencies/nord/brands/No%20Brand", REGISTRATION)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void readsChangesAndListsRegistrations() {
        assertThat(ingest.get(brand).body().path("timeZone").asString()).isEqualTo("America/New_York");
        assertThat(ingest.put(brand, REGISTRATION).status()).isEqualTo(200);
        assertThat(ingest.put(brand, REGISTRATION).body().path("version").asInt())
                .isOne();

        var changed =
                ingest.put(brand, REGISTRATION.replace("EVENT", "LIVE").replace("America/New_York", "Asia/Tokyo"));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().path("version").asInt()).isEqualTo(2);
        ingest.post(brand + "/engagements", JSON, "[" + row(1, "a") + "]");
        assertThat(published(Topic.ENGAGEMENT_RECEIVED))
                .singleElement()
                .satisfies(value -> assertThat(value).contains("\"day\":\"2026-02-01\""));
        assertThat(ingest.get("/v1/agencies/nord/brands?limit=500")
                        .body()
                        .path("items")
                        .findValuesAsString("brand"))
                .contains(name)
                .isSorted();
    }

    @Test
    void reportsWhyARegistrationIsInvalid() {
        var answer = ingest.put(brand, REGISTRATION.replace("America/New_York", "Mars/Olympus"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("field").asString()).isEqualTo("timeZone");
        assertThat(ingest.put(brand, "[]").status()).isEqualTo(400);
        assertThat(ingest.put(brand, "{").status()).isEqualTo(400);
    }

    @Test
    void tokensGrantTheirScopesUntilRevoked() {
        var issued = ingest.post(
                "/v1/agencies/nord/tokens",
                JSON,
                "{\"name\":\"Feed\",\"scopes\":[\"INGEST\"],\"brands\":[\"" + name + "\"]}");
        assertThat(issued.status()).isEqualTo(201);
        var token = issued.body().path("token").asString();
        var id = issued.body().path("id").asString();

        assertThat(sendAs(token, brand)).isEqualTo(202);
        assertThat(sendAs(token, "/v1/agencies/nord/brands/another")).isEqualTo(404);
        assertThat(sendAs(token, "/v1/agencies/sued/brands/" + name)).isEqualTo(404);
        assertThat(getAs(token, brand)).isEqualTo(403);
        assertThat(sendAs("wrong", brand)).isEqualTo(401);
        assertThat(ingest.get("/v1/agencies/nord/tokens").body().path("items").findValuesAsString("id"))
                .contains(id);
        assertThat(ingest.get("/v1/agencies/nord/tokens").body().toString()).doesNotContain(token, "hash");

        await().until(() -> ingest.get("/v1/agencies/nord/tokens")
                .body()
                .path("items")
                .valueStream()
                .anyMatch(each -> each.path("id").asString().equals(id) && each.has("lastUsedAt")));

        assertThat(ingest.delete("/v1/agencies/nord/tokens/" + id).status()).isEqualTo(204);
        assertThat(sendAs(token, brand)).isEqualTo(401);
        assertThat(ingest.delete("/v1/agencies/nord/tokens/" + id).status()).isEqualTo(404);
        assertThat(ingest.post("/v1/agencies/nord/tokens", JSON, "{\"name\":\"x\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void clientLinksAreIssuedListedAndRevoked() {
        var issued = ingest.post(brand + "/links", JSON, "{\"name\":\"Board\",\"month\":\"2026-10\"}");
        assertThat(issued.status()).as(issued.body().toString()).isEqualTo(201);
        var link = issued.body().path("link").asString();
        var path = link.substring(ingest.base().length());

        assertThat(ingest.get(brand + "/links").body().toString())
                .contains("Board", "2026-10")
                .doesNotContain(path.substring(path.lastIndexOf('/') + 1), "hash");
        assertThat(ingest.get(path).response().body()).contains("2026-10");
        assertThat(ingest.get(path + "x").status()).isEqualTo(404);

        var id = issued.body().path("id").asString();
        assertThat(ingest.delete("/v1/agencies/nord/brands/another/links/" + id).status())
                .isEqualTo(404);
        assertThat(ingest.delete(brand + "/links/" + id).status()).isEqualTo(204);
        assertThat(ingest.get(path).status()).isEqualTo(404);
        assertThat(ingest.post("/v1/agencies/nord/brands/unknown/links", JSON, "{\"name\":\"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theLinkOfADeletedBrandNamesTheReason() {
        var issued = ingest.post(brand + "/links", JSON, "{\"name\":\"Board\"}");
        var path = issued.body().path("link").asString().substring(ingest.base().length());
        await().until(() -> ingest.get(path).status() == 200);

        try (var producer = TestBroker.producer()) {
            var key = new BrandKey("nord", name).key();
            producer.send(new ProducerRecord<>(Topic.BRAND_REGISTERED.name(), key, null));
        }

        await().until(() -> ingest.get(path).status() == 410);
        assertThat(ingest.get(path).response().body()).contains("The brand of this link was deleted");
        var opened = ingest.send(ingest.request(path)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", FORM)
                .POST(BodyPublishers.noBody()));
        assertThat(opened.status()).isEqualTo(410);
        assertThat(opened.response().headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void requiresAToken() {
        var answer = ingest.send(
                java.net.http.HttpRequest.newBuilder(java.net.URI.create(ingest.base() + brand + "/engagements"))
                        .header("Content-Type", JSON)
                        .POST(BodyPublishers.ofString("[]")));

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void importsAFileOfEngagementsRowByRow() {
        var file = "\uFEFFsourceId;occurredAt;channel;kind;direction;actor.id;content.text;value.amount\r\n"
                + "1;2026-02-01T03:00:00Z;x;MENTION;INBOUND;u1;\"=1+1; \"\"really\"\"\";19.90\r\n"
                + "2;yesterday;x;MENTION;INBOUND;u1;;\r\n"
                + "3;2026-02-01T03:00:00Z;x\r\n";

        var answer = ingest.post(brand + "/imports/engagements?source=list", "text/csv", file);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(accepted(answer)).isOne();
        assertThat(answer.body().path("rejected").findValuesAsString("row")).containsExactly("3", "4");
        assertThat(answer.body().path("rejected").get(0).path("column").asString())
                .isEqualTo("occurredAt");
        assertThat(published(Topic.ENGAGEMENT_RECEIVED))
                .singleElement()
                .satisfies(value -> assertThat(value)
                        .contains("\"text\":\"=1+1; \\\"really\\\"\"", "\"amount\":19.90", "\"source\":\"list\""));
        assertThat(published(Topic.ENGAGEMENT_REJECTED)).hasSize(2);
        assertThat(ingest.post(brand + "/imports/engagements?source=No", "text/csv", file)
                        .status())
                .isEqualTo(400);
        assertThat(ingest.post(brand + "/imports/engagements", "text/csv", "").status())
                .isEqualTo(400);
    }

    @Test
    void publishesAClientListWithoutClearContacts() {
        var file = "id,name,email,x,city\n17,Ann Lee,Ann@Example.com,@annlee,Oslo\n18,Bo,nowhere,,\n";

        var answer = ingest.post(brand + "/imports/clients", "text/csv", file);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().path("rejected"))
                .hasToString("[{\"row\":3,\"column\":\"email\",\"code\":\"INVALID_FIELD\","
                        + "\"message\":\"email is not an e-mail address.\"}]");
        assertThat(accepted(answer)).isOne();
        assertThat(published(Topic.CLIENT_LISTED))
                .singleElement()
                .satisfies(value -> assertThat(value)
                        .contains("\"emailHash\":\"", "{\"channel\":\"x\",\"handle\":\"annlee\"}", "\"city\":\"Oslo\"")
                        .doesNotContainIgnoringCase("ann@example.com"));
    }

    @Test
    void previewsMapsAndReimportsAListWithArbitraryColumns() {
        var list = "sep=;\r\nKundenr;Navn;E-post;Mobil;Land;Kode\r\n"
                + "17;Åse Øye;ase@example.no;911 22 333;Norge;ab\r\n18;Bo;bo@example.no;;;cd\r\n";
        var windows = list.getBytes(java.nio.charset.Charset.forName("windows-1252"));

        var preview = ingest.post(brand + "/imports/clients/preview", "text/csv", windows);
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.body().path("mapping").toString())
                .isEqualTo("{\"Kundenr\":\"client\",\"Navn\":\"name\",\"E-post\":\"email\",\"Mobil\":\"mobile\","
                        + "\"Land\":\"country\",\"Kode\":\"field\"}");
        assertThat(preview.body().path("rows").get(0).path("read").toString())
                .contains("Åse Øye", "a…@….no", "…333")
                .doesNotContain("ase@", "4791122333");
        assertThat(published(Topic.CLIENT_LISTED)).isEmpty();

        assertThat(ingest.get(brand + "/imports/clients/mapping")
                        .body()
                        .path("version")
                        .asInt())
                .isZero();
        var saved = ingest.put(brand + "/imports/clients/mapping", "{\"columns\":{\"Kode\":\"handle.chat\"}}");
        assertThat(saved.body().path("version").asInt()).isOne();
        assertThat(ingest.put(brand + "/imports/clients/mapping", "{\"columns\":{},\"version\":7}")
                        .status())
                .isEqualTo(409);
        assertThat(ingest.put(brand + "/imports/clients/mapping", "{\"columns\":{\"A\":\"b\"}}")
                        .status())
                .isEqualTo(400);

        var first = ingest.post(brand + "/imports/clients", "text/csv", windows);
        assertThat(counts(first)).isEqualTo("2 2 0 0 0");
        assertThat(published(Topic.CLIENT_LISTED))
                .hasSize(2)
                .anySatisfy(value -> assertThat(value).contains("{\"channel\":\"chat\",\"handle\":\"ab\"}", "Åse Øye"));
        assertThat(counts(ingest.post(brand + "/imports/clients", "text/csv", list)))
                .isEqualTo("2 0 0 2 0");
        var corrected = list.replace("Bo;", "Bob;");
        assertThat(counts(ingest.post(brand + "/imports/clients", "text/csv", corrected)))
                .isEqualTo("2 0 1 1 0");
        assertThat(published(Topic.CLIENT_LISTED)).hasSize(3);

        var import_ = first.body().path("id").asString();
        assertThat(ingest.get(brand + "/imports/" + import_).status())
                .as("it is not the newest")
                .isEqualTo(404);
        var shown = ingest.get(brand + "/imports").body().path("items").get(0);
        assertThat(shown.path("state").asString()).isEqualTo("DONE");
        assertThat(shown.path("rows").asInt()).isEqualTo(2);
        assertThat(ingest.get(brand + "/imports/" + shown.path("id").asString()).status())
                .isEqualTo(200);

        var whole = ingest.post(
                brand + "/imports/clients?complete=true&map=Kode:ignore", "text/csv", "Kundenr,Navn,Kode\n17,Åse,1\n");
        assertThat(counts(whole)).isEqualTo("1 0 1 0 1");
        assertThat(TopicRecords.on(TestBroker.client(), Topic.CLIENT_LISTED)).anySatisfy(record -> {
            assertThat(record.key()).isEqualTo("nord|" + name + "|18");
            assertThat(record.value()).isNull();
        });
    }

    @Test
    void respondsUnavailableUntilALostStoreIsRestored() {
        var mapping = brand + "/imports/clients/mapping";
        ingest.put(mapping, "{\"columns\":{\"Nummer\":\"client\"}}");
        assertThat(counts(list(ingest, "", "1,Ann\n2,Bo\n"))).isEqualTo("2 2 0 0 0");
        var hook = "/v1/agencies/nord/hooks/unknown";
        var gates = new StartupGates();

        try (var fresh = TestMongo.embedded();
                var again = new RunningIngest(TestBroker.bootstrap(), fresh.uri(), gates, RunningIngest.PATIENT)) {
            await().until(() ->
                    again.post(brand + "/engagements", NDJSON, row(1, "hi")).status() == 202);
            for (var early : List.of(
                    again.get(mapping),
                    again.put(mapping, "{\"columns\":{}}"),
                    list(again, "/preview", "1,Ann\n"),
                    list(again, "?complete=true", "1,Ann\n"),
                    again.post(hook, JSON, "{}"))) {
                assertThat(early.slug()).isEqualTo("unavailable");
                assertThat(early.response().headers().firstValue("Retry-After")).isPresent();
                assertThat(early.body().path("detail").asString()).contains("still being read. Send the same request");
            }
            assertThat(again.get("/actuator/health/readiness").status()).isEqualTo(503);

            gates.connections.complete(null);
            await().until(() -> again.post(hook, JSON, "{}").status() == 401);
            gates.mappings.complete(null);
            await().until(() -> again.get(mapping).status() == 200);
            assertThat(again.get(mapping).body().path("version").asInt()).isOne();
            assertThat(list(again, "?complete=true", "1,Ann\n").status()).isEqualTo(503);
            assertThat(again.get("/actuator/health/readiness").status()).isEqualTo(503);

            gates.clients.complete(null);
            again.awaitReady();
            assertThat(counts(list(again, "", "1,Ann\n"))).isEqualTo("1 0 0 1 0");
            assertThat(counts(list(again, "?complete=true", "1,Ann\n"))).isEqualTo("1 0 0 1 1");
            assertThat(again.put(mapping, "{\"columns\":{}}")
                            .body()
                            .path("version")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void doesNotOverwriteAStoreThatAnotherInstanceRestored() {
        list(ingest, "", "1,Ann\n");
        var clients = ingest.bean(ClientDigestRepository.class);
        var key = new BrandKey("nord", name);
        var listed = clients.findNotSeenBy(key, new UUID(0, 0), null, 9);
        assertThat(listed).hasSize(1);
        clients.removeAll(key, listed);

        ingest.bean(ClientListTopicLoader.class).load(new ClientDigestRestorer(clients), () -> true);
        assertThat(clients.find(key, listed)).isEmpty();
        ingest.bean(ClientListTopicLoader.class).load(new ClientDigestRestorer(clients), () -> false);
        assertThat(clients.find(key, listed)).hasSize(1);
    }

    @Test
    void aStaffListChangesOnlyTheStaffOfTheBrand() {
        var list = "Channel,Handle,Name\nTwitter,@ann,Ann\nmastodon,https://social.example/@bo,Bo\n";

        var extended = ingest.post(brand + "/imports/staff", "text/csv", list);
        assertThat(extended.status()).isEqualTo(202);
        assertThat(extended.body().path("version").asInt()).isEqualTo(2);
        assertThat(extended.body().path("staff").findValuesAsString("id"))
                .containsExactly("acme", "ann", "bo@social.example");
        assertThat(ingest.post(brand + "/imports/staff", "text/csv", list)
                        .body()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(ingest.post(brand + "/imports/staff?version=1", "text/csv", list)
                        .slug())
                .isEqualTo("changed-meanwhile");

        var replaced = ingest.post(
                brand + "/imports/staff?complete=true&version=2", "text/csv", "name,x,linkedin\nAnn,ann,\n");
        assertThat(replaced.body().path("staff").findValuesAsString("id")).containsExactly("ann");
        var half = ingest.post(brand + "/imports/staff?complete=true", "text/csv", "channel,handle\nx,cy\n???,x\n");
        assertThat(half.body().path("whole").asBoolean()).isFalse();
        assertThat(half.body().path("rejected").get(0).path("row").asInt()).isEqualTo(3);
        assertThat(half.body().path("staff").findValuesAsString("id")).containsExactly("ann", "cy");
        var shown = ingest.get(brand).body();
        assertThat(shown.path("staff")).hasSize(2);
        assertThat(shown.path("paidMarkers").toString()).isEqualTo("[\"#ad\"]");
        assertThat(shown.path("timeZone").asString()).isEqualTo("America/New_York");
    }

    @Test
    void rejectsATooLargeOrTruncatedFile() {
        var zipped = RunningIngest.zip("id,name\n17,Ann\n".getBytes(StandardCharsets.UTF_8));
        var bomb = RunningIngest.zip(("id,name\n" + "x\n".repeat(10 << 20)).getBytes(StandardCharsets.UTF_8));
        var rows =
                RunningIngest.zip(("sourceId,channel\n" + "17,Ann\n".repeat(1_001)).getBytes(StandardCharsets.UTF_8));

        assertThat(ingest.postZipped(
                                brand + "/imports/clients",
                                "text/csv",
                                java.util.Arrays.copyOf(zipped, zipped.length - 4))
                        .status())
                .isEqualTo(400);
        assertThat(ingest.postZipped(brand + "/imports/clients", "text/csv", bomb)
                        .slug())
                .isEqualTo("expands-too-much");
        var large = RunningIngest.zip(("sourceId,channel\n" + ("17," + "x".repeat(9_000) + "\n").repeat(120))
                .getBytes(StandardCharsets.UTF_8));
        assertThat(ingest.postZipped(brand + "/imports/engagements", "text/csv", large)
                        .status())
                .isEqualTo(413);
        assertThat(ingest.postZipped(brand + "/imports/engagements", "text/csv", rows)
                        .body()
                        .path("detail")
                        .asString())
                .contains("more than 1000 rows");
    }

    @Test
    void namesTheTypeOfAFileThatIsNoCsv() {
        var card = "BEGIN:VCARD\nFN:Ann\nEND:VCARD\n";

        for (var list :
                List.of("/imports/clients", "/imports/clients/preview", "/imports/staff", "/imports/engagements")) {
            var refused = ingest.post(brand + list, "text/csv", card);
            assertThat(refused.status()).as(list).isEqualTo(415);
            assertThat(refused.slug()).isEqualTo("unsupported-file");
            assertThat(refused.body().path("detail").asString()).contains("vCard");
        }
    }

    @Test
    void readsVCardsUnderTheirOwnMediaType() {
        var cards =
                "BEGIN:VCARD\nVERSION:3.0\nUID:v-1\nFN:Ann Berg\nEMAIL:ann.berg@example.com\nPHOTO:QUJD\nEND:VCARD\n";

        assertThat(counts(ingest.post(brand + "/imports/clients", "text/vcard", cards)))
                .isEqualTo("1 1 0 0 0");
        assertThat(ingest.post(brand + "/imports/clients/preview", "text/vcard", cards)
                        .body()
                        .path("mapping")
                        .path("UID")
                        .asString())
                .isEqualTo("client");
        assertThat(ingest.post(brand + "/imports/clients", "text/vcard", "id,name\n1,Ann\n")
                        .status())
                .isEqualTo(400);
        assertThat(ingest.post(brand + "/imports/staff", "text/vcard", cards).status())
                .isEqualTo(415);
    }

    @Test
    void readsAWorkbookUnderItsOwnMediaTypeOnly() throws IOException {
        var workbook = WorkbookSamples.workbook(WorkbookSamples.row(
                        1, WorkbookSamples.text("A1", "id"), WorkbookSamples.text("B1", "name"))
                + WorkbookSamples.row(2, WorkbookSamples.number("A2", "17", 0), WorkbookSamples.text("B2", "Ann")));

        var answer = ingest.post(brand + "/imports/clients", WorkbookMediaType.XLSX, workbook);

        assertThat(counts(answer)).isEqualTo("1 1 0 0 0");
        var refused = ingest.post(brand + "/imports/clients", "text/csv", workbook);
        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.body().path("detail").asString()).contains("Excel workbook (.xlsx)", WorkbookMediaType.XLSX);
    }

    @Test
    void readsAClientListBelowNotesAndSaysSo() {
        var list = "Notes:\n\"For you, only\"\n\nFirst Name,Last Name,Email Address\nAnn,Lee,ann@example.com\n";

        var answer = ingest.post(brand + "/imports/clients", "text/csv", list);

        assertThat(counts(answer)).isEqualTo("1 1 0 0 0");
        assertThat(answer.body().path("warnings").findValuesAsString("row")).containsExactly("1", "2");
        var refused = ingest.post(brand + "/imports/clients", "text/csv", "1,Ann,Oslo\n2,Bo,Bergen\n");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("detail").asString()).contains("cell 1 holds data");
        var stated = ingest.post(
                brand + "/imports/clients?header=0&map=Column%201:client&map=Column%202:name",
                "text/csv",
                "1,Ann,ann@example.com\n");
        assertThat(stated.body().path("accepted").asInt()).isOne();
    }

    @Test
    void readsAClientListWithoutAHeaderByItsValuesAndSaysSo() {
        var list = "1,Ann Lee,ann@example.com\n2,Bo Lund,bo@example.com\n3,Cy Dahl,cy@example.com\n";

        var answer = ingest.post(brand + "/imports/clients", "text/csv", list);

        assertThat(counts(answer)).isEqualTo("3 3 0 0 0");
        assertThat(answer.body().path("warnings").get(0).path("message").asString())
                .contains("no header", "column 1 as client, column 2 as name, column 3 as email");
        var preview = ingest.post(brand + "/imports/clients/preview", "text/csv", list);
        assertThat(preview.body().path("mapping").toString())
                .isEqualTo("{\"client\":\"client\",\"name\":\"name\",\"email\":\"email\"}");
        assertThat(preview.body().path("notes").toString()).contains("no header");
    }

    /** A client that sends gigabytes without Expect: 100-continue sees a connection reset instead of the response. */
    @Test
    void refusesATooLargeBodyBeforeItIsSent() throws IOException {
        var at = URI.create(ingest.base());
        try (var socket = new Socket(at.getHost(), at.getPort())) {
            var head =
                    "POST %s/imports/clients HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: text/csv\r\nContent-Length: %d\r\nExpect: 100-continue\r\n\r\n"
                            .formatted(brand, RunningIngest.ADMIN, 3L << 30);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 413").contains("\"maxBytes\":2147483648", "Send it in parts");
        }
    }

    @Test
    void describesItsEndpointsInOpenApi() {
        var api = ingest.get("/openapi.json");
        var paths = api.body().path("paths");

        assertThat(OpenApiLint.errors(api.response().body())).isEmpty();

        assertThat(paths.propertyNames())
                .contains(
                        "/v1/agencies/{agency}/brands/{brand}",
                        "/v1/agencies/{agency}/brands/{brand}/engagements",
                        "/v1/agencies/{agency}/brands/{brand}/imports/clients",
                        "/v1/agencies/{agency}/tokens");
    }

    private Answer list(RunningIngest at, String query, String rows) {
        return at.post(brand + "/imports/clients" + query, "text/csv", "Nummer,Navn\n" + rows);
    }

    private Answer rejected(String query) {
        return ingest.get(brand + "/rejected" + query);
    }

    private static List<String> ids(Answer page) {
        return page.body().path("items").findValuesAsString("id");
    }

    private static String counts(Answer answer) {
        return Stream.of("rows", "added", "changed", "unchanged", "removed")
                .map(count -> answer.body().path(count).asString())
                .collect(Collectors.joining(" "));
    }

    private static int accepted(Answer answer) {
        return answer.body().path("accepted").asInt();
    }

    private int sendAs(String token, String brand) {
        return ingest.send(ingest.request(brand + "/engagements")
                        .setHeader("Authorization", "Bearer " + token)
                        .header("Content-Type", JSON)
                        .POST(BodyPublishers.ofString("[]")))
                .status();
    }

    private int getAs(String token, String path) {
        return ingest.send(ingest.request(path)
                        .setHeader("Authorization", "Bearer " + token)
                        .GET())
                .status();
    }

    private double counted(String outcome) {
        return counters()
                .filter(line -> line.contains("\"" + outcome + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /** The lines of the brand's counters, in the format of Prometheus. */
    private Stream<String> counters() {
        return ingest.get("/actuator/prometheus")
                .response()
                .body()
                .lines()
                .filter(line -> line.startsWith("rapport_ingest_engagements_total"))
                .filter(line -> line.contains("brand=\"" + name + "\""));
    }

    private List<String> published(Topic topic) {
        return TopicRecords.on(TestBroker.client(), topic).stream()
                .filter(record -> record.key().startsWith("nord|" + name + "|"))
                .map(record -> record.value())
                .toList();
    }

    private static String row(int n, String text) {
        return """
                {"source":"test","sourceId":"s%d","occurredAt":"2026-02-01T03:00:00Z","channel":"x","kind":"MENTION",\
                "direction":"INBOUND","actor":{"id":"u%d","name":"@Ann"},"content":{"text":"%s"}}""".formatted(n, n, text);
    }
}
