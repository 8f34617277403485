package io.rapport.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.rapport.standalone.launcher.StandaloneInstallation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The report of past days of a whole installation equals a reference computation over everything that is known by now: late rows,
 * a merge and a correction. The same history is imported into a brand with the event clock and into a live one.
 */
class PastDaysIT {

    private static final String AGENCY = "past";
    private static final String EVENT = "replayed";
    private static final String LIVE = "live";
    private static final Offset<Double> EXACT = within(1e-6);

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 6);
    private static final int LENGTH = 200;
    private static final List<String> HANDLES = List.of(
            "kestrel", "marigold", "juniper", "thistle", "osprey", "bramble", "saffron", "linnet", "cobalt", "dunlin");
    private static final String MERGED = "dunlin";
    private static final String SURVIVOR = "kestrel";
    private static final String CORRECTED = "corrected";
    private static final UnaryOperator<String> PERSON = handle -> handle.equals(MERGED) ? SURVIVOR : handle;
    private static final Map<String, Double> CORRECTIONS = Map.of(CORRECTED, -0.75);

    @TempDir
    static Path folder;

    private static StandaloneInstallation rapport;
    private static RestApi api;
    private static List<EngagementRow> rows;

    @BeforeAll
    static void play() throws InterruptedException {
        rapport = StandaloneInstallation.start(folder.resolve("data"), 0);
        api = new RestApi(rapport.connection());
        rows = history(new Random(11));
        for (var brand : List.of(EVENT, LIVE)) {
            api.register(AGENCY, brand, brand.equals(LIVE) ? "LIVE" : "EVENT");
            play(brand);
        }
        for (var brand : List.of(EVENT, LIVE)) {
            await(brand).atMost(Duration.ofMinutes(4)).untilAsserted(() -> {
                assertDay(brand, today(brand));
                assertPosts(brand, today(brand));
            });
        }
    }

    @AfterAll
    static void stop() {
        rapport.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENT, LIVE})
    void pastDaysAreThoseOfTheReferenceComputation(String brand) {
        for (var back : List.of(1, 20, 33, 75, 121, LENGTH - 2)) {
            assertDay(brand, FIRST.plusDays(LENGTH - back));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENT, LIVE})
    void seriesIsThatOfTheReferenceComputation(String brand) {
        var range = "from=%s&to=%s&step=month".formatted(FIRST, FIRST.plusDays(LENGTH - 1));
        var items = api.report(AGENCY, brand, "/series?figures=returned,seen,new,lapsed,strength&" + range)
                .get("items");
        assertThat(items).hasSize(7);
        for (var item : items) {
            var reference = reference(LocalDate.parse(item.get("asOf").asString()));
            var ror = reference.ror(30, 0);
            assertThat(item.get("returned").asDouble()).isCloseTo(ror.returned(), EXACT);
            assertThat(item.get("seen").asLong()).isEqualTo(ror.seen());
            assertThat(item.get("new").asLong()).isEqualTo(ror.newcomers());
            assertThat(item.get("lapsed").asLong()).isEqualTo(ror.lapsed());
            assertThat(item.get("strength").asDouble())
                    .isCloseTo(
                            reference.people().values().stream()
                                    .mapToDouble(ReferenceComputation.Person::strength)
                                    .average()
                                    .orElse(0),
                            within(1e-5));
        }
        var person = id(brand, SURVIVOR);
        for (var item : api.report(AGENCY, brand, "/people/" + person + "/series?" + range)
                .get("items")) {
            var day = LocalDate.parse(item.get("asOf").asString());
            var expected = reference(day).people().get(SURVIVOR);
            assertThat(item.get("strength").asDouble()).isCloseTo(expected.strength(), EXACT);
            assertThat(item.get("stage").asString()).isEqualTo(expected.stage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENT, LIVE})
    void countOfAFilterIsTheFigure(String brand) {
        for (var day : List.of(today(brand), FIRST.plusDays(LENGTH - 40), FIRST.plusDays(50))) {
            var asOf = asOf(brand, day);
            for (var window : List.of(7, 30, 90)) {
                var at = "&window=" + window + asOf;
                var ror = api.report(AGENCY, brand, "/ror?window=" + window + asOf);
                for (var seen : List.of("new", "returning", "revived", "lapsed")) {
                    assertThat(count(brand, "seen=" + seen + at))
                            .as(day + seen + window)
                            .isEqualTo(ror.get(seen).asLong());
                }
                assertThat(count(brand, "seen=any" + at))
                        .isEqualTo(ror.get("seen").asLong());
                assertThat(count(brand, "client=true" + at))
                        .isEqualTo(ror.get("clients").asLong());
                assertThat(count(brand, "client=true&seen=any" + at))
                        .isEqualTo(ror.get("clientsSeen").asLong());
                assertThat(count(brand, "client=true&seen=none" + at))
                        .isEqualTo(ror.get("clientsNotSeen").asLong());
                if (!ror.get("captiveShare").isNull()) {
                    assertThat((double) count(brand, "captive=true&seen=any" + at)
                                    / ror.get("seen").asLong())
                            .isCloseTo(ror.get("captiveShare").asDouble(), EXACT);
                }
                for (var stage : ror.get("stages").properties()) {
                    assertThat(count(brand, "stage=" + stage.getKey() + at))
                            .as(day + stage.getKey())
                            .isEqualTo(stage.getValue().asLong());
                }
            }
            assertFlagsMatchTheList(brand, asOf);
        }
    }

    /** Posts of past days, and those of a month that is over. */
    @ParameterizedTest
    @ValueSource(strings = {EVENT, LIVE})
    void postsOfPastDaysAreThoseOfTheReferenceComputation(String brand) {
        for (var back : List.of(1, 2, 19, 33, 75, 121)) {
            assertPosts(brand, FIRST.plusDays(LENGTH - back));
        }
        var before = api.get(api.reportBase(), AGENCY, brand, "/content?asOf=" + FIRST.minusDays(1));
        assertThat(before.status()).isIn(400, 404);
        var april = new ReferencePosts(rows, LocalDate.of(2025, 4, 30)).posts();
        assertThat(april.values()).anyMatch(post -> post.resonance() != null);
        for (var post : api.report(AGENCY, brand, "/months/2025-04").get("content")) {
            assertThat(post.get("resonance").asDouble())
                    .isCloseTo(april.get(post.get("post").asString()).resonance(), EXACT);
        }
    }

    private static void assertPosts(String brand, LocalDate day) {
        var found = new TreeMap<String, ReferencePosts.Post>();
        for (var post : api.all(AGENCY, brand, "/content?" + asOf(brand, day).replaceFirst("^&", ""))) {
            found.put(
                    post.get("post").asString(),
                    new ReferencePosts.Post(
                            post.get("engagements").asLong(),
                            post.get("ageHours").asInt(),
                            post.get("atAge").asLong(),
                            post.get("resonance").isNull()
                                    ? null
                                    : (Double) post.get("resonance").asDouble()));
        }
        assertThat(found).as("%s %s", brand, day).isEqualTo(new ReferencePosts(rows, day).posts());
    }

    /** The lists of a month are the people that its figures count, from its first to its last day. */
    @ParameterizedTest
    @ValueSource(strings = {EVENT, LIVE})
    void monthListsWhomTheFiguresCount(String brand) {
        var month = api.report(AGENCY, brand, "/months/2025-04");
        assertThat(month.get("asOf").asString()).isEqualTo("2025-04-30");
        assertThat(month.get("complete").asBoolean()).isTrue();
        var reference = reference(LocalDate.of(2025, 4, 30));
        var now = reference.month();
        assertThat(month.get("attention")).hasSize((int) (now.newcomers() + now.returning()));
        assertThat(month.get("cameBack")).hasSize((int) now.revived());
        assertThat(month.get("wentQuiet")).hasSize((int) now.lapsed());
        assertThat(month.get("deservesThanks")).hasSizeLessThanOrEqualTo((int) now.seen());
        assertThat(month.at("/counts/attention").asInt()).isEqualTo((int) (now.newcomers() + now.returning()));
        assertThat(month.at("/figures/now/seen").asInt()).isEqualTo((int) now.seen());
        assertThat(month.at("/figures/now/lapsed").asInt()).isEqualTo((int) now.lapsed());
        assertThat(month.at("/figures/now/returned").asDouble()).isCloseTo(now.returned(), EXACT);
        assertThat(month.at("/figures/before/returned").asDouble())
                .isCloseTo(reference(LocalDate.of(2025, 3, 31)).month().returned(), EXACT);
        assertThat(month.get("clients")).hasSize(2);
        for (var owed : month.get("owed")) {
            assertThat(owed.get("words").asString()).isNotBlank();
        }
        assertThat(api.get(api.reportBase(), AGENCY, brand, "/months/2024-12").status())
                .isEqualTo(404);
    }

    @Test
    void dismissedQuestionWaitsNoLongerUntilItIsReopened() {
        var before = owed(EVENT);
        assertThat(before).isNotEmpty();
        var person = before.get(0);
        var path = api.reportUrl(AGENCY, EVENT, "/service/owed/" + person);
        api.sendExpectingSuccess("POST", path + "/dismiss", Map.of("reason", "by phone"));
        await().untilAsserted(
                        () -> assertThat(owed(EVENT)).doesNotContain(person).hasSize(before.size() - 1));
        api.sendExpectingSuccess("POST", path + "/reopen", Map.of());
        await().untilAsserted(() -> assertThat(owed(EVENT)).isEqualTo(before));
    }

    private static List<String> owed(String brand) {
        return api.report(AGENCY, brand, "/service?limit=200")
                .at("/owed/items")
                .valueStream()
                .map(each -> each.get("person").asString())
                .toList();
    }

    @Test
    void contradictingFiltersGiveAnEmptyListOnAnyDay() {
        for (var asOf : List.of("", "&asOf=" + FIRST.plusDays(100))) {
            assertThat(count(EVENT, "seenSince=2025-05-01&notSeenSince=2025-02-01" + asOf))
                    .isZero();
            assertThat(count(EVENT, "stage=STRANGER&warmth=WARM&cooling=true" + asOf))
                    .isZero();
        }
    }

    /** Warmth, cooling, owed and last seen have no figure of their own: the filter selects the people that the whole list shows so. */
    private static void assertFlagsMatchTheList(String brand, String asOf) {
        var all = api.all(AGENCY, brand, "/people?sort=-strength" + asOf);
        for (var warmth : List.of("WARM", "COOL", "COLD")) {
            assertThat(count(brand, "warmth=" + warmth + asOf))
                    .isEqualTo(all.stream()
                            .filter(each -> each.get("warmthClass").asString().equals(warmth))
                            .count());
        }
        for (var flag : List.of("cooling", "captive", "client")) {
            assertThat(count(brand, flag + "=true" + asOf))
                    .isEqualTo(all.stream()
                            .filter(each -> each.get(flag).asBoolean())
                            .count());
            assertThat(count(brand, flag + "=false" + asOf))
                    .isEqualTo(all.stream()
                            .filter(each -> !each.get(flag).asBoolean())
                            .count());
        }
        var since = FIRST.plusDays(40).toString();
        assertThat(count(brand, "seenSince=" + since + asOf))
                .isEqualTo(all.stream()
                        .filter(each -> each.path("lastSeen").asString("").compareTo(since) >= 0)
                        .count());
        var owed = api.report(AGENCY, brand, "/service?limit=200" + asOf)
                .at("/owed/items")
                .size();
        assertThat(count(brand, "owed=true" + asOf)).isEqualTo(owed);
    }

    private static void assertDay(String brand, LocalDate day) {
        var asOf = asOf(brand, day);
        var reference = reference(day);
        var found = new TreeMap<String, JsonNode>();
        for (var person : api.all(AGENCY, brand, "/people?sort=-strength" + asOf)) {
            if (!person.get("handles").isEmpty()) {
                found.put(PERSON.apply(person.at("/handles/0/id").asString()), person);
            }
        }
        var expected = reference.people();
        // Clients are listed before their first contact as well.
        found.entrySet()
                .removeIf(each -> each.getValue().get("client").asBoolean() && !expected.containsKey(each.getKey()));
        assertThat(found.keySet()).as("%s %s", brand, day).isEqualTo(expected.keySet());
        expected.forEach((handle, person) -> assertPerson(day + " " + handle, found.get(handle), person));
        for (var window : List.of(7, 30, 90)) {
            assertRor(api.report(AGENCY, brand, "/ror?window=" + window + asOf), day, reference.ror(window, 0));
        }
    }

    private static void assertPerson(String what, JsonNode found, ReferenceComputation.Person expected) {
        assertThat(found.get("strength").asDouble()).as(what).isCloseTo(expected.strength(), EXACT);
        assertThat(found.get("know").asDouble()).as(what).isCloseTo(expected.know(), EXACT);
        assertThat(found.get("like").asDouble()).as(what).isCloseTo(expected.like(), EXACT);
        assertThat(found.get("trust").asDouble()).as(what).isCloseTo(expected.trust(), EXACT);
        assertThat(found.get("reciprocity").asDouble()).as(what).isCloseTo(expected.reciprocity(), EXACT);
        assertThat(found.get("stage").asString()).as(what).isEqualTo(expected.stage());
    }

    private static void assertRor(JsonNode found, LocalDate day, ReferenceComputation.Ror expected) {
        assertThat(found.get("asOf").asString()).isEqualTo(day.toString());
        assertThat(found.get("returned").asDouble()).isCloseTo(expected.returned(), EXACT);
        assertThat(found.get("invested").asDouble()).isCloseTo(expected.invested(), EXACT);
        assertThat(found.get("seen").asLong()).isEqualTo(expected.seen());
        assertThat(found.get("new").asLong()).isEqualTo(expected.newcomers());
        assertThat(found.get("returning").asLong()).isEqualTo(expected.returning());
        assertThat(found.get("revived").asLong()).isEqualTo(expected.revived());
        assertThat(found.get("lapsed").asLong()).isEqualTo(expected.lapsed());
    }

    private static ReferenceComputation reference(LocalDate day) {
        return new ReferenceComputation(rows, day, PERSON, CORRECTIONS);
    }

    /** The parameter for a day; none for the current one. */
    private static String asOf(String brand, LocalDate day) {
        return day.equals(today(brand)) ? "" : "&asOf=" + day;
    }

    private static LocalDate today(String brand) {
        return brand.equals(LIVE) ? LocalDate.now(ZoneOffset.UTC) : FIRST.plusDays(LENGTH - 1);
    }

    private static long count(String brand, String query) {
        return api.all(AGENCY, brand, "/people?" + query).size();
    }

    /** Sends the history with its late rows last, merges two people, corrects a message and imports clients. */
    private static void play(String brand) {
        var late = rows.stream().filter(row -> row.sourceId().endsWith("7")).toList();
        var early = rows.stream().filter(row -> !late.contains(row)).toList();
        api.ingest(AGENCY, brand, early);
        api.clients(AGENCY, brand, "Kundenr,Navn,Twitter\n1,Juniper Vale,@juniper\n2,Bo Ek,\n");
        await(brand)
                .until(() -> api.all(AGENCY, brand, "/people").stream()
                                .mapToInt(person -> person.get("handles").size())
                                .sum()
                        == HANDLES.size());
        var merge = Map.of("other", id(brand, MERGED), "reason", "the same");
        api.sendExpectingSuccess(
                "POST", api.identity(AGENCY, brand, "/people/" + id(brand, SURVIVOR) + "/merge"), merge);
        var correction = Map.of("polarity", CORRECTIONS.get(CORRECTED), "reason", "irony");
        api.sendExpectingSuccess(
                "PUT", api.reportUrl(AGENCY, brand, "/engagements/" + engagement(brand) + "/sentiment"), correction);
        api.ingest(AGENCY, brand, late);
    }

    private static String engagement(String brand) {
        for (var entry : api.report(AGENCY, brand, "/people/" + id(brand, "thistle") + "/timeline?limit=200")
                .get("items")) {
            if (entry.path("text").asString("").contains("irony itself")) {
                return entry.get("id").asString();
            }
        }
        throw new AssertionError("The message is not on the timeline");
    }

    private static String id(String brand, String handle) {
        return api.all(AGENCY, brand, "/people").stream()
                .filter(person -> person.get("handles")
                        .valueStream()
                        .anyMatch(each -> each.get("id").asString().equals(handle)))
                .map(person -> person.get("person").asString())
                .findFirst()
                .orElseThrow();
    }

    /** Each handle is active for a part of the time, so that all kinds of attendance occur. */
    private static List<EngagementRow> history(Random random) {
        var all = new ArrayList<EngagementRow>();
        var texts = List.of("Lovely place", "Terrible queue", "When do you open?", "On my way", "Great coffee, thanks");
        for (var handle : HANDLES) {
            var from = random.nextInt(LENGTH / 2);
            var to = from + 30 + random.nextInt(LENGTH - from - 30);
            for (var day = from; day < to; day += 1 + random.nextInt(12)) {
                var inbound = random.nextInt(3) > 0;
                var kind = inbound ? (random.nextBoolean() ? "MENTION" : "COMMENT") : "REPLY";
                all.add(row("r" + all.size(), day, inbound, kind, handle, texts.get(random.nextInt(texts.size()))));
            }
        }
        addPosts(all, random);
        all.add(row(CORRECTED, 60, true, "COMMENT", "thistle", "Wonderful service, irony itself"));
        all.add(row("first", 0, true, "COMMENT", "osprey", "Hello"));
        all.add(row("last", LENGTH - 1, true, "COMMENT", "linnet", "Hello again"));
        return all;
    }

    /** Posts over the whole time, each with answers by people up to two months later. */
    private static void addPosts(List<EngagementRow> all, Random random) {
        for (var post = 0; post < 25; post++) {
            var day = random.nextInt(LENGTH - 1);
            var id = "post" + post;
            var at = row(id, day, false, "POST", "past", "News").at().plusSeconds(post);
            all.add(new EngagementRow("team", id, at, false, "POST", "past", "News"));
            for (var n = random.nextInt(5); n > 0; n--) {
                var after = day + (random.nextBoolean() ? 0 : random.nextInt(60));
                if (after < LENGTH) {
                    var when = row(id, after, true, "COMMENT", "", "").at().plusSeconds(3600L * n + 60);
                    var handle = HANDLES.get(random.nextInt(HANDLES.size()));
                    all.add(new EngagementRow(
                            "team", "a" + all.size(), when, true, "COMMENT", handle, "Well done", id));
                }
            }
        }
    }

    private static EngagementRow row(String id, int day, boolean inbound, String kind, String handle, String text) {
        var at = Instant.from(FIRST.plusDays(day).atTime(9, day % 60).atOffset(ZoneOffset.UTC));
        return new EngagementRow("team", id, at, inbound, kind, handle, text);
    }
}
