package io.rapport.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rapport.standalone.launcher.StandaloneInstallation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Sends all conversations of two dozen brands through REST: the accounts balance, and the figures of every person and brand equal a
 * reference computation, also after sending twice, in another order, and after a restart.
 */
@Tag("real-data")
class RealConversationsIT {

    private static final String AGENCY = "care";
    private static final Offset<Double> EXACT = within(1e-6);

    @TempDir
    Path folder;

    @Test
    void figuresEqualTheReferenceComputation() throws Exception {
        var rows = conversations();

        try (var rapport = StandaloneInstallation.start(folder.resolve("first"), 0)) {
            var api = new RestApi(rapport.connection());
            register(api, rows);

            var accepted = load(api, inBatches(rows, new Random(1)));
            awaitFigures(api, rows, accepted);

            load(api, inBatches(rows, new Random(2))).forEach((brand, n) -> accepted.merge(brand, n, Long::sum));
            awaitFigures(api, rows, accepted);
        }
        try (var again = StandaloneInstallation.start(folder.resolve("first"), 0)) {
            awaitFigures(new RestApi(again.connection()), rows, Map.of());
        }
    }

    @Test
    void figuresDoNotDependOnTheOrder() throws Exception {
        var rows = conversations();
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(3));

        try (var rapport = StandaloneInstallation.start(folder.resolve("shuffled"), 0)) {
            var api = new RestApi(rapport.connection());
            register(api, rows);
            awaitFigures(api, rows, load(api, inBatches(shuffled, new Random(4))));
        }
    }

    private static List<EngagementRow> conversations() {
        var file = CareConversations.file();
        assumeTrue(file.isPresent(), "The real data is not here: set RAPPORT_REAL_DATA to its folder");
        return CareConversations.read(file.get());
    }

    private static void register(RestApi api, List<EngagementRow> rows) {
        byBrand(rows).keySet().forEach(brand -> api.register(AGENCY, brand));
    }

    /** Sends the batches; returns the number of accepted rows of each brand. */
    private static Map<String, Long> load(RestApi api, List<List<EngagementRow>> batches) {
        var accepted = new HashMap<String, Long>();
        for (var batch : batches) {
            byBrand(batch).forEach((brand, some) -> {
                var answer = api.ingest(AGENCY, brand, some);
                assertThat(answer.get("rejected")).isEmpty();
                assertThat(answer.get("accepted").asLong()
                                + answer.get("duplicates").asLong())
                        .isEqualTo(some.size());
                accepted.merge(brand, answer.get("accepted").asLong(), Long::sum);
            });
        }
        return accepted;
    }

    private static void awaitFigures(RestApi api, List<EngagementRow> rows, Map<String, Long> accepted) {
        byBrand(rows)
                .forEach((brand, its) -> await(brand).untilAsserted(() -> {
                    var straight = new ReferenceComputation(its);
                    assertBalance(api.report(AGENCY, brand, "/accounts"), its, accepted.get(brand));
                    assertRor(api, brand, straight);
                    assertPeople(api.all(AGENCY, brand, "/people"), straight);
                }));
    }

    private static void assertBalance(JsonNode accounts, List<EngagementRow> rows, Long accepted) {
        var distinct = new HashSet<>(rows.stream().map(EngagementRow::sourceId).toList()).size();
        assertThat(accounts.get("scored").asLong()).isEqualTo(distinct);
        assertThat(accounts.get("balances").asBoolean()).isTrue();
        assertThat(accounts.get("received").asLong())
                .isEqualTo(accounts.get("scored").asLong()
                        + accounts.get("duplicates").asLong());
        if (accepted != null) {
            assertThat(accounts.get("received").asLong()).isEqualTo(accepted);
        }
    }

    private static void assertRor(RestApi api, String brand, ReferenceComputation reference) {
        for (var window : List.of(7, 30, 90)) {
            var ror = api.report(AGENCY, brand, "/ror?window=" + window);
            var expected = reference.ror(window, 0);
            assertThat(ror.get("asOf").asString()).isEqualTo(reference.asOf().toString());
            assertThat(ror.get("returned").asDouble()).isCloseTo(expected.returned(), EXACT);
            assertThat(ror.get("invested").asDouble()).isCloseTo(expected.invested(), EXACT);
            if (expected.invested() == 0) {
                assertThat(ror.get("ror").isNull()).isTrue();
            } else {
                assertThat(ror.get("ror").asDouble()).isCloseTo(expected.returned() / expected.invested(), EXACT);
            }
            assertThat(ror.at("/previous/returned").asDouble())
                    .isCloseTo(reference.ror(window, 1).returned(), EXACT);
            assertThat(List.of(
                            ror.get("seen").asLong(),
                            ror.get("new").asLong(),
                            ror.get("returning").asLong(),
                            ror.get("revived").asLong(),
                            ror.get("lapsed").asLong()))
                    .isEqualTo(List.of(
                            expected.seen(),
                            expected.newcomers(),
                            expected.returning(),
                            expected.revived(),
                            expected.lapsed()));
        }
    }

    private static void assertPeople(List<JsonNode> people, ReferenceComputation reference) {
        var found = new TreeMap<String, JsonNode>();
        people.forEach(person -> found.put(person.at("/handles/0/id").asString(), person));
        var expected = reference.people();
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((handle, person) -> {
            var shown = found.get(handle);
            assertThat(shown.get("strength").asDouble()).as(handle).isCloseTo(person.strength(), EXACT);
            assertThat(shown.get("know").asDouble()).isCloseTo(person.know(), EXACT);
            assertThat(shown.get("like").asDouble()).isCloseTo(person.like(), EXACT);
            assertThat(shown.get("trust").asDouble()).isCloseTo(person.trust(), EXACT);
            assertThat(shown.get("reciprocity").asDouble()).isCloseTo(person.reciprocity(), EXACT);
            assertThat(shown.get("stage").asString()).as(handle).isEqualTo(person.stage());
        });
    }

    private static Map<String, List<EngagementRow>> byBrand(List<EngagementRow> rows) {
        return rows.stream().collect(Collectors.groupingBy(EngagementRow::brand, TreeMap::new, Collectors.toList()));
    }

    private static List<List<EngagementRow>> inBatches(List<EngagementRow> rows, Random random) {
        var batches = new ArrayList<List<EngagementRow>>();
        for (var from = 0; from < rows.size(); ) {
            var to = Math.min(rows.size(), from + 1 + random.nextInt(300));
            batches.add(rows.subList(from, to));
            from = to;
        }
        return batches;
    }
}
