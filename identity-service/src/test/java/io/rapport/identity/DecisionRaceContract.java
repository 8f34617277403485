package io.rapport.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.identity.IdentityServiceFixture.HttpReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * Of several concurrent decisions about the same two people over HTTP one wins; the other requests get it as the
 * conflict.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DecisionRaceContract {

    private static final int ROUNDS = 10;

    private final BrandKey brand = new BrandKey("acme", "b" + UUID.randomUUID());
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private IdentityServiceFixture pipeline;
    private int people;

    abstract IdentityServiceFixture open();

    @BeforeAll
    void start() {
        pipeline = open();
        pipeline.start();
        pipeline.registerBrand(brand, 1);
        pipeline.put(brand, "/identity-policy", "{\"inference\":false}");
    }

    @AfterAll
    void stop() {
        threads.shutdownNow();
        pipeline.close();
    }

    /** Two people; the second is younger. */
    private record Two(HandleKey left, HandleKey right) {

        UUID one() {
            return DeterministicIds.provisionalPerson(left);
        }

        UUID two() {
            return DeterministicIds.provisionalPerson(right);
        }
    }

    private record Request(String path, String body) {}

    @Test
    void acceptAgainstReject() throws Exception {
        var pairs = pairs();
        for (var two : pairs) {
            var review = "/reviews/" + pipeline.suggest(brand, two.one(), two.two());
            var won = race(
                    new Request(review + "/accept", ""),
                    new Request(review + "/reject", ""),
                    new Request(review + "/accept", ""),
                    new Request(review + "/reject", ""));
            assertOneGraph(two, won);
        }
        assertPublished(pairs);
    }

    @Test
    void acceptAgainstMergeAndDistinct() throws Exception {
        var pairs = pairs();
        for (var two : pairs) {
            var review = "/reviews/" + pipeline.suggest(brand, two.one(), two.two());
            var won = race(
                    new Request(review + "/accept", ""),
                    new Request("/people/" + two.one() + "/merge", other(two.two())),
                    new Request("/people/" + two.two() + "/merge", other(two.one())),
                    new Request("/people/" + two.two() + "/distinct", other(two.one())));
            assertOneGraph(two, won);
        }
        assertPublished(pairs);
    }

    @Test
    void splitAgainstUndo() throws Exception {
        var pairs = pairs();
        for (var two : pairs) {
            var merged = pipeline.post(
                            brand,
                            "/people/" + two.one() + "/merge",
                            "{\"reason\":\"thought so\"" + other(two.two()) + "}")
                    .json();
            var person = merged.get("person").get("id").asString();
            var moved = merged.get("decision").get("handles").get(0).asString();
            var undo = "/people/" + person + "/decisions/"
                    + merged.get("decision").get("id").asString() + "/undo";
            var split = new Request("/people/" + person + "/split", ",\"handles\":[\"" + moved + "\"]");
            var won = race(split, new Request(undo, ""), split, new Request(undo, ""));
            assertOneGraph(two, won);
        }
        assertPublished(pairs);
    }

    /** Sends all requests concurrently; returns the winning decision. */
    private JsonNode race(Request... requests) throws Exception {
        var barrier = new CyclicBarrier(requests.length);
        var sent = new ArrayList<Future<HttpReply>>();
        for (var n = 0; n < requests.length; n++) {
            var request = requests[n];
            var body = "{\"reason\":\"reason " + n + "\"" + request.body() + "}";
            sent.add(threads.submit(() -> {
                barrier.await();
                return pipeline.post(brand, request.path(), body);
            }));
        }
        var answers = new ArrayList<HttpReply>();
        for (var each : sent) {
            answers.add(each.get());
        }
        var won = answers.stream().filter(each -> each.status() < 300).toList();
        assertThat(won).as("%s", answers).hasSize(1);
        var decision = won.get(0).json().get("decision");
        assertThat(answers).filteredOn(each -> each.status() >= 300).allSatisfy(lost -> {
            assertThat(lost.status()).as(lost.body()).isEqualTo(409);
            var decided = lost.json().get("decided");
            assertThat(decided).as(lost.body()).isNotNull();
            for (var field : List.of("id", "type", "by", "reason")) {
                assertThat(decided.get(field)).as(lost.body()).isEqualTo(decision.get(field));
            }
        });
        return decision;
    }

    /** Both people return the same graph, and each records the decision once. */
    private void assertOneGraph(Two two, JsonNode won) {
        var type = won.get("type").asString();
        var together = type.equals("MERGED");
        var one = pipeline.get(brand, "/people/" + two.one()).json();
        var other = pipeline.get(brand, "/people/" + two.two()).json();
        assertThat(one.get("id").equals(other.get("id"))).isEqualTo(together);
        assertThat(List.of(one, other))
                .allSatisfy(person -> assertThat(person.get("decisions").valueStream())
                        .filteredOn(decision -> decision.get("id").equals(won.get("id")))
                        .hasSize(1));
        var apart = type.equals("UNDONE") || together ? 0 : 1;
        assertThat(one.get("distinctFrom")).hasSize(apart);
        assertThat(other.get("distinctFrom")).hasSize(apart);
    }

    /** The published state equals the one returned by the API. */
    private void assertPublished(List<Two> pairs) {
        await().untilAsserted(() -> {
            var assigned = pipeline.assignments(brand);
            var described = pipeline.people(brand);
            for (var two : pairs) {
                for (var handle : List.of(two.left(), two.right())) {
                    var shown = pipeline.get(brand, "/people/" + DeterministicIds.provisionalPerson(handle))
                            .json();
                    var person = shown.get("id").asString();
                    assertThat(assigned).containsKey(handle.key());
                    assertThat(described).containsKey(brand.key(person));
                    assertThat(assigned.get(handle.key()).person()).hasToString(person);
                    assertThat(described.get(brand.key(person)).distinctFrom().stream()
                                    .map(UUID::toString))
                            .isEqualTo(shown.get("distinctFrom")
                                    .valueStream()
                                    .map(JsonNode::asString)
                                    .toList());
                }
            }
        });
    }

    private static String other(UUID person) {
        return ",\"other\":\"" + person + "\"";
    }

    private List<Two> pairs() {
        var from = people;
        people += 2 * ROUNDS;
        var pairs = IntStream.range(0, ROUNDS)
                .mapToObj(i -> new Two(handle("x", from + 2 * i), handle("mastodon", from + 2 * i + 1)))
                .toList();
        for (var two : pairs) {
            pipeline.engage(two.left(), two.left().handle(), null);
            pipeline.engage(two.right(), two.right().handle(), null);
        }
        var expected = Set.copyOf(pairs.stream()
                .flatMap(two -> Stream.of(two.left().key(), two.right().key()))
                .toList());
        await().until(() -> pipeline.assignments(brand).keySet().containsAll(expected));
        return pairs;
    }

    private HandleKey handle(String channel, int n) {
        return new HandleKey(brand, channel, channel + n);
    }
}
