package io.rapport.ingest.source.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every sample of engagements in the documentation is read without a question, as its system means it. */
class SampleFilesTest {

    private static final Path SAMPLES = Path.of("../docs/samples");

    private static MappedFileFixture.Read read(String name, String source, Map<String, ?> given) {
        try {
            return MappedFileFixture.read(
                    Files.readAllBytes(SAMPLES.resolve(name)), !name.endsWith(".csv"), source, given);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> lines(MappedFileFixture.Read read) {
        return read.engagements().stream().map(SampleFilesTest::line).toList();
    }

    private static String line(EngagementReceived e) {
        var amount = e.value() == null || e.value().amount() == null
                ? ""
                : " " + e.value().amount();
        return e.occurredAt() + " " + e.channel() + " " + e.direction() + " " + e.kind() + " "
                + (e.actor().name() == null
                        ? e.actor().id().replaceAll("-[0-9a-f]{16,}", "-#")
                        : e.actor().name())
                + amount;
    }

    @ParameterizedTest
    @CsvSource({
        "hootsuite.csv, hootsuite, 4, 0",
        "sprout-social.csv, sprout-social, 3, 1",
        "front.csv, front, 2, 1",
        "shopify-orders.csv, shopify-orders, 5, 2",
        "ga4.ndjson, ga4, 3, 1",
        "matomo.json, matomo, 3, 0",
        "matomo.csv, matomo, 2, 0",
        "plausible.csv, plausible, 5, 1",
        "search-console.csv, search-console, 3, 1",
        "buffer.csv, buffer, 2, 1",
        "calls.csv, calls, 2, 2",
        "hubspot-calls.csv, hubspot-calls, 2, 2",
        "hubspot-meetings.csv, hubspot-meetings, 4, 2",
        "salesforce-tasks.csv, salesforce-tasks, 2, 1",
        "salesforce-events.csv, salesforce-events, 2, 1"
    })
    void theExportIsRecognizedByItsColumns(String name, String preset, int engagements, int skipped) {
        var read = read(name, null, Map.of());

        assertThat(read.preset()).isEqualTo(preset);
        assertThat(read.questions()).isEmpty();
        assertThat(read.rejected()).isEmpty();
        assertThat(read.warnings()).isEmpty();
        assertThat(read.engagements())
                .hasSize(engagements)
                .allSatisfy(each -> assertThat(each.source()).isEqualTo(preset));
        assertThat(read.engagements()).extracting(EngagementReceived::sourceId).doesNotHaveDuplicates();
        assertThat(read.skipped()).isEqualTo(skipped);
        print(name, read);
    }

    /** A row of the table of all samples: engagements by direction and kind, withheld ones, and what was left out and why. */
    private static void print(String name, MappedFileFixture.Read read) {
        var kinds = read.engagements().stream()
                .collect(Collectors.groupingBy(
                        each -> (each.withdraws() ? "withdrawn " : "") + each.direction() + " " + each.kind(),
                        TreeMap::new,
                        Collectors.counting()));
        var withheld = read.engagements().stream()
                .filter(each -> each.isPaid() || each.actor().isBot() || each.kind() == EngagementKind.POST)
                .count();
        System.out.printf(
                "%s (%s): 1 file, %s, %d withheld, %d refused, %d left out %s%n",
                name, read.preset(), kinds, withheld, read.rejected().size(), read.skipped(), read.notes());
    }

    @Test
    void readsHootsuite() {
        var read = read("hootsuite.csv", "social", Map.of());

        assertThat(lines(read))
                .containsExactly(
                        "2026-03-02T13:15:00Z x INBOUND COMMENT mirasolberg",
                        "2026-03-02T13:31:00Z x OUTBOUND COMMENT mirasolberg",
                        "2026-03-02T16:05:00Z instagram INBOUND MESSAGE aoifebakes",
                        "2026-03-03T21:45:00Z whatsapp INBOUND MESSAGE wa-7731");
        assertThat(read.engagements().get(1).staff()).hasFieldOrPropertyWithValue("name", "Selma Haug");
        assertThat(read.engagements().get(0).staff()).isNull();
        assertThat(read.engagements().get(3).actor()).satisfies(actor -> {
            assertThat(actor.displayName()).isEqualTo("Mira");
            assertThat(actor.phoneHash()).isNotNull();
        });
        assertThat(read.notes()).singleElement().asString().contains("4 times have no offset", "America/New_York");
    }

    @Test
    void readsSproutSocial() {
        var read = read("sprout-social.csv", null, Map.of());

        assertThat(lines(read))
                .containsExactly(
                        "2026-03-02T08:15:00Z x INBOUND MENTION mirasolberg",
                        "2026-03-02T13:05:00Z instagram INBOUND COMMENT aoifebakes",
                        "2026-03-13T19:30:00Z facebook INBOUND REVIEW jonas.weber.7");
        assertThat(read.engagements().get(0).content()).satisfies(content -> {
            assertThat(content.text()).isEqualTo("@harbourcoffee best flat white in town");
            assertThat(content.topics()).containsExactly("coffee", "praise");
        });
        assertThat(read.engagements().get(0).actor().followers()).isEqualTo(1204);
    }

    @Test
    void readsFront() {
        var read = read("front.csv", null, Map.of("zone", "Europe/Berlin"));

        assertThat(lines(read))
                .containsExactly(
                        "2026-03-02T09:12:33Z email INBOUND EMAIL email-#",
                        "2026-03-02T10:02:10Z email OUTBOUND EMAIL email-#");
        assertThat(read.engagements().get(1).staff()).hasFieldOrPropertyWithValue("name", "Piet Kramer");
        assertThat(read.notes())
                .anySatisfy(note -> assertThat(note).contains("1 rows were left out: an automatic reply"));
    }

    @Test
    void readsTheArchiveOfX() {
        var read = read("x-archive-tweets.js", null, Map.of("constants", Map.of("actor.name", "harbourcoffee")));

        assertThat(read.questions()).isEmpty();
        assertThat(lines(read))
                .containsExactly(
                        "2026-03-02T08:31:00Z x OUTBOUND REPLY mirasolberg",
                        "2026-03-02T12:00:00Z x OUTBOUND SHARE aoifebakes",
                        "2026-03-03T09:00:00Z x OUTBOUND MENTION aoifebakes",
                        "2026-03-03T09:00:00Z x OUTBOUND MENTION jonasweber",
                        "2026-03-04T07:00:00Z x OUTBOUND POST harbourcoffee");
        assertThat(read.engagements().get(0).object()).hasFieldOrPropertyWithValue("inReplyTo", "1893999999999999999");
        assertThat(read.engagements()).extracting(EngagementReceived::sourceId).doesNotHaveDuplicates();
        assertThat(read("x-archive-tweets.js", null, Map.of()).questions())
                .singleElement()
                .satisfies(question -> assertThat(question.message()).contains("const=actor.name:"));
    }

    @Test
    void readsOrdersOfShopifyWithTheirRefunds() {
        var read = read("shopify-orders.csv", null, Map.of());

        assertThat(lines(read))
                .containsExactly(
                        "2026-03-02T08:15:02Z shop INBOUND PURCHASE email-# 44.50",
                        "2026-03-03T17:00:10Z shop INBOUND PURCHASE email-# 30.00",
                        "2026-03-03T17:00:10Z shop INBOUND PURCHASE email-# -12.50",
                        "2026-03-04T09:00:10Z shop INBOUND PURCHASE email-# 18.00",
                        "2026-03-06T07:00:00Z shop INBOUND PURCHASE email-# -18.00");
        assertThat(read.engagements())
                .extracting(each -> each.value().orderId())
                .containsExactly("#1001", "#1002", "#1002", "#1003", "#1003");
        assertThat(read.engagements())
                .as("a further refund of an order has a higher amount, a cancelled one a later time")
                .extracting(EngagementReceived::revision)
                .containsExactly(null, null, 12500L, null, 18001L);
        assertThat(read.notes())
                .anySatisfy(note -> assertThat(note).contains("a further item of an order"))
                .anySatisfy(note -> assertThat(note).contains("not paid"));
    }

    @Test
    void anOrderOfShopifyThatWasVoidedAfterItWasReadIsWithdrawn() throws IOException {
        var export = Files.readString(SAMPLES.resolve("shopify-orders.csv"));
        var voided = export.replace(",paid,2026-03-02 09:15:02 +0100,", ",voided,,");

        var read = MappedFileFixture.read(voided.getBytes(StandardCharsets.UTF_8), false, null, Map.of());

        assertThat(read.engagements().get(0))
                .satisfies(each -> assertThat(each.withdraws()).isTrue())
                .extracting(EngagementReceived::id)
                .isEqualTo(read("shopify-orders.csv", null, Map.of())
                        .engagements()
                        .get(0)
                        .id());
    }

    @Test
    void readsVisitsAndPurchasesOfGoogleAnalytics() {
        var read = read("ga4.ndjson", null, Map.of());

        assertThat(lines(read))
                .containsExactly(
                        "2026-03-02T09:20:00.123Z search INBOUND VISIT 1187.1772443200",
                        "2026-03-02T09:25:00Z web INBOUND PURCHASE 1187.1772443200 44.5",
                        "2026-03-03T09:26:40Z web INBOUND VISIT 2290.1772530000");
        assertThat(read.engagements().get(0).value()).hasFieldOrPropertyWithValue("keyword", "coffee near me");
        assertThat(read.engagements().get(1).value()).hasFieldOrPropertyWithValue("currency", "EUR");
    }

    @Test
    void anAdvertisementInGoogleAnalyticsIsPaidWhateverItsSource() {
        var start =
                "{\"event_name\":\"session_start\",\"event_timestamp\":\"177244320%d123456\",\"user_pseudo_id\":\"1.%d\"%s}";
        var medium = ",\"traffic_source\":{\"medium\":\"%s\"}";
        var last =
                ",\"session_traffic_source_last_click\":{\"manual_campaign\":{\"medium\":\"%s\",\"term\":\"beans\"}}";
        var events = String.join(
                "\n",
                start.formatted(0, 0, medium.formatted("cpc")),
                start.formatted(1, 1, medium.formatted("organic")),
                start.formatted(2, 2, medium.formatted("cpc") + last.formatted("organic")),
                start.formatted(3, 3, medium.formatted("organic") + last.formatted("paid_social")),
                start.formatted(4, 4, ",\"event_params\":[{\"key\":\"gclid\",\"value\":{\"string_value\":\"Cj0\"}}]"));

        assertThat(MappedFileFixture.json(events, null, Map.of()).engagements())
                .extracting(EngagementReceived::isPaid)
                .containsExactly(true, false, false, true, true);
    }

    @Test
    void anAdvertisementInMatomoIsPaid() {
        var visits = """
                [{"idVisit":1,"visitorId":"a","serverTimestamp":1772443200,"referrerType":"campaign","campaignMedium":"cpc"},
                 {"idVisit":2,"visitorId":"a","serverTimestamp":1772443201,"referrerType":"campaign","campaignMedium":"email"},
                 {"idVisit":3,"visitorId":"a","serverTimestamp":1772443202,"referrerType":"search","adClickId":"x"}]""";

        assertThat(MappedFileFixture.json(visits, null, Map.of()).engagements())
                .extracting(EngagementReceived::isPaid)
                .containsExactly(true, false, true);
    }

    @Test
    void totalsOfVisitsAreOfABotAndKeepTheirNumber() {
        var plausible = read("plausible.csv", null, Map.of()).engagements();
        var console = read("search-console.csv", null, Map.of()).engagements();

        assertThat(plausible)
                .extracting(
                        EngagementReceived::channel,
                        each -> each.actor().id(),
                        each -> each.value().visits(),
                        each -> each.value().keyword(),
                        EngagementReceived::isPaid)
                .containsExactly(
                        tuple("search", "Google", 44L, null, false),
                        tuple("search", "Google", 12L, "coffee near me", true),
                        tuple("search", "DuckDuckGo", 7L, "harbour coffee", false),
                        tuple("web", "Facebook", 13L, null, false),
                        tuple("web", "direct", 71L, null, false));
        assertThat(console)
                .extracting(each -> each.value().keyword(), each -> each.value().visits())
                .containsExactly(
                        tuple("coffee near me", 41L), tuple("harbour coffee", 1204L), tuple("coffee near me", 37L));
        assertThat(List.of(plausible, console))
                .allSatisfy(file -> assertThat(file)
                        .allSatisfy(each -> assertThat(each.actor().isBot()).isTrue())
                        .extracting(EngagementReceived::revision)
                        .doesNotContainNull());
        var later = MappedFileFixture.table(
                        "Date,Query,Clicks,Impressions\n2026-03-02,coffee near me,44,900\n", null, Map.of())
                .only();
        assertThat(later.id())
                .as("the same day, corrected")
                .isEqualTo(console.get(0).id());
        assertThat(later.revision()).isGreaterThan(console.get(0).revision());
    }

    @Test
    void anExportOfQueriesWithoutDatesAsksForThem() {
        var text = "Top queries,Clicks,Impressions,CTR,Position\ncoffee near me,41,803,5.11%,3.2\n";

        assertThat(MappedFileFixture.table(text, null, Map.of()).questions())
                .singleElement()
                .satisfies(question -> assertThat(question.field()).isEqualTo("occurredAt"));
        assertThat(MappedFileFixture.table(text, "march", Map.of("constants", Map.of("occurredAt", "2026-03-31")))
                        .only()
                        .value()
                        .visits())
                .isEqualTo(41);
    }

    @Test
    void readsPublishedPostsOfBuffer() {
        var read = read("buffer.csv", null, Map.of());

        assertThat(lines(read))
                .containsExactly(
                        "2026-03-02T14:00:00Z x OUTBOUND POST harbourcoffee",
                        "2026-03-03T14:00:00Z instagram OUTBOUND POST harbourcoffee");
        assertThat(read.engagements()).extracting(EngagementReceived::isPaid).containsExactly(false, true);
        assertThat(read.notes()).anySatisfy(note -> assertThat(note).contains("not published"));
    }

    @ParameterizedTest
    @CsvSource({"matomo.json, 0, 2", "matomo.csv, 0, 1"})
    void readsVisitsOfMatomo(String name, int search, int direct) {
        var read = read(name, null, Map.of());

        assertThat(line(read.engagements().get(search)))
                .isEqualTo("2026-03-02T09:20:00Z search INBOUND VISIT a1b2c3d4e5f60718");
        assertThat(read.engagements().get(search).value()).hasFieldOrPropertyWithValue("keyword", "coffee near me");
        assertThat(line(read.engagements().get(direct))).isEqualTo("2026-03-03T09:26:40Z web INBOUND VISIT email-#");
        assertThat(read.engagements().get(direct).object())
                .hasFieldOrPropertyWithValue("url", "https://harbour.example/events");
        if (name.endsWith("json")) {
            assertThat(read.engagements().get(1).value()).isNull();
        }
    }

    @Test
    void readsACallLogInLocalTimeAcrossAChangeOfTheClocks() {
        var read = read("calls.csv", null, Map.of("zone", "Europe/Oslo"));

        assertThat(lines(read).stream().map(line -> line.replaceAll("phone-[0-9a-f]{64}", "phone-#")))
                .containsExactly(
                        "2025-10-25T23:59:00Z phone INBOUND CALL phone-#",
                        "2025-10-26T02:10:00Z phone OUTBOUND CALL phone-#");
        assertThat(read.engagements())
                .extracting(each -> each.value().minutes())
                .containsExactly(2.5, 65.0);
        assertThat(read.engagements())
                .extracting(each -> each.actor().phoneHash())
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(read.notes()).anySatisfy(note -> assertThat(note).contains("not answered"));
    }

    @Test
    void readsActivitiesOfCustomerSystems() {
        assertThat(lines(read("hubspot-calls.csv", null, Map.of("zone", "Europe/Oslo"))))
                .containsExactly(
                        "2026-03-02T09:15:00Z hubspot INBOUND CALL 501",
                        "2026-03-04T08:00:00Z hubspot OUTBOUND CALL 502");
        var meetings = read("hubspot-meetings.csv", null, Map.of("zone", "Europe/Oslo"));
        assertThat(lines(meetings))
                .containsExactly(
                        "2026-03-05T09:00:00Z hubspot OUTBOUND MEETING 501",
                        "2026-03-05T09:00:00Z hubspot INBOUND MEETING 501",
                        "2026-03-04T13:00:00Z hubspot OUTBOUND MEETING 502",
                        "2026-03-04T13:00:00Z hubspot INBOUND MEETING 502");
        assertThat(meetings.engagements())
                .extracting(EngagementReceived::withdraws)
                .containsExactly(false, false, true, true);
        assertThat(lines(read("salesforce-tasks.csv", null, Map.of())))
                .containsExactly(
                        "2026-03-02T09:15:00Z salesforce INBOUND CALL 0035e00000A",
                        "2026-03-03T08:00:00Z salesforce OUTBOUND EMAIL 0035e00000A");
        var events = read("salesforce-events.csv", null, Map.of());
        assertThat(lines(events))
                .containsExactly(
                        "2026-03-05T09:00:00Z salesforce OUTBOUND MEETING 0035e00000A",
                        "2026-03-05T09:00:00Z salesforce INBOUND MEETING 0035e00000A");
        assertThat(events.engagements().get(0).value().minutes()).isEqualTo(45.0);
        assertThat(events.engagements().get(1).value()).isNull();
    }

    @Test
    void readsFilesInRapportsOwnForm() {
        assertThat(lines(read("engagements.csv", "shop", Map.of())))
                .containsExactly(
                        "2026-03-02T08:15:00Z x INBOUND MENTION mirasolberg",
                        "2026-03-02T08:40:00Z x OUTBOUND REPLY mirasolberg",
                        "2026-03-03T11:00:00Z shop INBOUND PURCHASE email-# 24.50");
        assertThat(lines(read("engagements.ndjson", "app", Map.of())))
                .containsExactly(
                        "2026-03-02T09:15:00Z instagram INBOUND COMMENT aoifebakes",
                        "2026-03-04T18:20:00Z referral INBOUND REFERRAL email-#");
    }

    @Test
    void readsAnyOtherFileByAMapping() {
        var read = read(
                "newsletter.csv",
                "newsletter",
                Map.of(
                        "columns", Map.of("Hva", "kind", "Hvem", "actor.name"),
                        "constants", Map.of("channel", "email", "direction", "INBOUND"),
                        "values", Map.of("kind", Map.of("Likte", "REACTION", "Svarte", "REPLY")),
                        "id", List.of("Dato", "Hva", "Hvem"),
                        "zone", "Europe/Oslo"));

        assertThat(read.questions()).isEmpty();
        assertThat(lines(read))
                .containsExactly(
                        "2026-03-02T08:15:00Z email INBOUND REACTION Mira Solberg",
                        "2026-03-02T09:40:00Z email INBOUND REPLY Jonas Weber",
                        "2026-03-03T07:05:00Z email INBOUND REACTION Aoife Brennan");
        assertThat(read.engagements().get(1).content()).hasFieldOrPropertyWithValue("text", "Kommer dere til Berlin?");
    }
}
