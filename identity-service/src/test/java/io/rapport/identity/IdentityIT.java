package io.rapport.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.identity.ClientHandle;
import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.test.OpenApiLint;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The service on a real broker and the embedded store. */
class IdentityIT {

    private static IdentityServiceFixture pipeline;

    private final BrandKey brand = new BrandKey("acme", "b" + UUID.randomUUID());

    @BeforeAll
    static void start() {
        pipeline = new IdentityServiceFixture();
        pipeline.start();
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    @Test
    void engagementsBecomeHandlesAndPeople() {
        pipeline.registerBrand(brand, 1, x("9"));
        pipeline.engage(x("1"), "ann", "ab12");
        pipeline.engage(mastodon("2"), "annika", "ab12");
        pipeline.engage(x("9"), "team", null);
        pipeline.posted(x("8"));

        await().untilAsserted(() -> {
            assertThat(assigned(mastodon("2")).person())
                    .isEqualTo(assigned(x("1")).person());
            assertThat(assigned(x("9")).staff()).isTrue();
        });
        var survivor = assigned(x("1")).person();
        assertThat(assigned(mastodon("2")).evidence())
                .extracting(Evidence::rule)
                .contains("EMAIL_HASH");
        await().untilAsserted(() -> assertThat(described(survivor).decisions()).hasSize(2));
        assertThat(pipeline.assignments(brand)).doesNotContainKey(x("8").key());
    }

    @Test
    void aRestartWithAnEmptyStoreFindsTheSamePeople() {
        pipeline.registerBrand(brand, 1);
        pipeline.listClient(brand, "c1", "Ann Example", new ClientHandle("x", "ann"));
        for (var i = 0; i < 200; i++) {
            pipeline.engage(x("h" + i), i == 7 ? "ann" : "n" + i, i % 10 == 0 ? "ab" + i / 20 : null);
        }
        pipeline.engage(x("h3"), "renamed", null);
        await().untilAsserted(() -> {
            assertThat(pipeline.assignments(brand)).hasSize(200);
            assertThat(described(assigned(x("h3")).person()).name()).isEqualTo("renamed");
            assertThat(described(assigned(x("h7")).person()).clientId()).isEqualTo("c1");
            // Ten pairs with one address each, and the client; of each pair the merged person is published last.
            assertThat(pipeline.people(brand).values().stream().filter(person -> person.mergedInto() != null))
                    .hasSize(11);
        });
        merge(assigned(x("h1")).person(), assigned(x("h2")).person());
        var assignments = pipeline.assignments(brand);
        var people = pipeline.people(brand);

        pipeline.restartWithEmptyStore();
        pipeline.engage(x("h1"), "n1", null);
        pipeline.engage(x("new"), "new", null);

        await().untilAsserted(() -> assertThat(pipeline.assignments(brand)).hasSize(201));
        var after = pipeline.assignments(brand);
        after.remove(x("new").key());
        assertThat(after).isEqualTo(assignments);
        assertThat(pipeline.people(brand)).containsAllEntriesOf(people);
        var view = pipeline.get(brand, "/people/" + assigned(x("h2")).person());
        assertThat(view.json().get("handles")).hasSize(2);
        assertThat(view.json().get("decisions")).hasSizeGreaterThan(1);
    }

    @Test
    void aContactIsBlockedAndUnionsAreUndoneInBulkOverHttp() {
        pipeline.registerBrand(brand, 1);
        pipeline.listClient(brand, "c1", "Ann Example", new ClientHandle("x", "shoptablet"));
        pipeline.engage(x("1"), "shoptablet", null);
        pipeline.engage(x("2"), "ann", "ab12");
        pipeline.engage(mastodon("3"), "annika", "ab12");
        await().untilAsserted(() -> {
            assertThat(assigned(x("1")).person()).isEqualTo(DeterministicIds.clientPerson(brand, "c1"));
            assertThat(assigned(mastodon("3")).person())
                    .isEqualTo(assigned(x("2")).person());
        });

        var undo = "{\"reason\":\"a shared mailbox\",\"where\":{\"evidence\":\"email\"},\"dryRun\":";
        var listed = pipeline.post(brand, "/decisions/undo", undo + "true}");
        assertThat(listed.status()).as(listed.body()).isEqualTo(200);
        assertThat(listed.json().get("items")).hasSize(1);
        assertThat(listed.json().get("items").get(0).has("status")).isFalse();
        var undone = pipeline.post(brand, "/decisions/undo", undo + "false}");
        assertThat(undone.json().get("items").get(0).get("status").asInt()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(assigned(mastodon("3")).person())
                .isNotEqualTo(assigned(x("2")).person()));

        var account =
                "{\"kind\":\"account\",\"channel\":\"Twitter\",\"value\":\"@ShopTablet\",\"reason\":\"a tablet\"}";
        var blocked = pipeline.post(brand, "/blocked-contacts", account);
        assertThat(blocked.status()).as(blocked.body()).isEqualTo(200);
        assertThat(blocked.json().get("ended").asInt()).isEqualTo(1);
        await().untilAsserted(() ->
                assertThat(assigned(x("1")).person()).isNotEqualTo(DeterministicIds.clientPerson(brand, "c1")));
        var address = "{\"kind\":\"email\",\"value\":\"info@example.com\",\"reason\":\"the shop\"}";
        var two = pipeline.post(brand, "/blocked-contacts", address);
        assertThat(two.body()).doesNotContain("info@example.com");
        assertThat(two.json().get("items")).hasSize(2);
        assertThat(pipeline.get(brand, "/blocked-contacts").json().get("items")).hasSize(2);
        for (var invalid : List.of(
                "{\"kind\":\"email\",\"value\":\"no address\",\"reason\":\"r\"}",
                "{\"kind\":\"phone\",\"value\":\"91122001\",\"reason\":\"r\"}",
                "{\"kind\":\"account\",\"value\":\"desk\",\"reason\":\"r\"}",
                "{\"kind\":\"name\",\"value\":\"Ann\",\"reason\":\"r\"}",
                "{\"kind\":\"email\",\"hash\":\"ab\",\"reason\":\"r\"}",
                "{\"kind\":\"email\",\"value\":\"a@b.cd\"}")) {
            assertThat(pipeline.post(brand, "/blocked-contacts", invalid).status())
                    .as(invalid)
                    .isEqualTo(422);
        }
        assertThat(pipeline.post(brand, "/decisions/undo", "{\"reason\":\"r\",\"where\":{\"evidence\":\"face\"}}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void peopleAreMergedAndSplitOverHttp() {
        pipeline.registerBrand(brand, 1);
        pipeline.engage(x("1"), "Ann", null);
        pipeline.engage(mastodon("2"), "Bob", null);
        await().untilAsserted(() ->
                assertThat(pipeline.get(brand, "/people").json().get("items")).hasSize(2));
        var ann = DeterministicIds.provisionalPerson(x("1"));
        var bob = DeterministicIds.provisionalPerson(mastodon("2"));
        var survivor = merge(bob, ann);
        var gone = survivor.equals(ann) ? bob : ann;

        var found = pipeline.get(brand, "/people/" + gone).json();
        assertThat(found.get("id").asString()).isEqualTo(survivor.toString());
        assertThat(found.get("was").asString()).isEqualTo(gone.toString());
        assertThat(found.get("decisions").get(1).get("by").asString()).isEqualTo("administrator");
        assertThat(pipeline.get(brand, "/people?q=BOB")
                        .json()
                        .get("items")
                        .get(0)
                        .get("id")
                        .asString())
                .isEqualTo(survivor.toString());

        var moved = gone.equals(bob) ? "{\"channel\":\"mastodon\",\"handle\":\"2\"}" : "\"" + x("1").key() + "\"";
        var split = pipeline.post(
                brand, "/people/" + survivor + "/split", "{\"handles\":[" + moved + "],\"reason\":\"they differ\"}");
        assertThat(split.status()).as(split.body()).isEqualTo(200);
        assertThat(pipeline.get(brand, "/people/" + gone).json().get("was").isNull())
                .isTrue();
        await().untilAsserted(() -> {
            assertThat(assigned(x("1")).person()).isEqualTo(ann);
            assertThat(assigned(mastodon("2")).person()).isEqualTo(bob);
        });

        assertProblem(409, "distinct", ann, "merge", "{\"other\":\"" + bob + "\",\"reason\":\"same\"}");
        assertProblem(409, "same-person", ann, "merge", "{\"other\":\"" + ann + "\",\"reason\":\"same\"}");
        assertProblem(404, "not-found", ann, "merge", "{\"other\":\"" + UUID.randomUUID() + "\",\"reason\":\"same\"}");
        assertProblem(422, "invalid-decision", ann, "merge", "{\"other\":\"" + bob + "\",\"reason\":\" \"}");
        assertProblem(422, "invalid-decision", ann, "merge", "{\"reason\":\"same\"}");
        assertProblem(
                409,
                "not-theirs",
                ann,
                "split",
                "{\"handles\":[\"" + mastodon("2").key() + "\"],\"reason\":\"no\"}");
        assertProblem(422, "all-handles", ann, "split", "{\"handles\":[\"" + x("1").key() + "\"],\"reason\":\"no\"}");
        assertProblem(422, "no-handles", ann, "split", "{\"handles\":[],\"reason\":\"no\"}");
        assertProblem(422, "invalid-decision", ann, "split", "{\"handles\":[\"nonsense\"],\"reason\":\"no\"}");
        var override = pipeline.post(
                brand, "/people/" + ann + "/merge", "{\"other\":\"" + bob + "\",\"reason\":\"yes\",\"override\":true}");
        assertThat(override.status()).isEqualTo(200);
    }

    @Test
    void listsAreReadInPages() {
        pipeline.registerBrand(brand, 1);
        for (var i = 0; i < 25; i++) {
            pipeline.engage(x("p" + i), i % 2 == 0 ? "Even " + i : "Odd " + i, null);
        }
        await().untilAsserted(() -> assertThat(count("")).isEqualTo(25));
        assertThat(count("&q=odd")).isEqualTo(12);
        assertThat(count("&q=P1")).isEqualTo(11);
        assertThat(pipeline.get(brand, "/people?q=" + "a".repeat(201)).status()).isEqualTo(400);
    }

    @Test
    void anotherBrandsPersonIsUnknown() {
        pipeline.registerBrand(brand, 1);
        var other = new BrandKey("acme", "c" + UUID.randomUUID());
        pipeline.registerBrand(other, 1);
        pipeline.engage(x("1"), "Ann", null);
        pipeline.engage(new HandleKey(other, "x", "1"), "Ann", null);
        var here = DeterministicIds.provisionalPerson(x("1"));
        var there = DeterministicIds.provisionalPerson(new HandleKey(other, "x", "1"));
        await().untilAsserted(() -> {
            assertThat(pipeline.get(brand, "/people/" + here).status()).isEqualTo(200);
            assertThat(pipeline.get(other, "/people/" + there).status()).isEqualTo(200);
        });

        assertThat(pipeline.get(brand, "/people/" + there).status()).isEqualTo(404);
        assertProblem(404, "not-found", here, "merge", "{\"other\":\"" + there + "\",\"reason\":\"same\"}");
    }

    @Test
    void suggestionsAreDecidedOverHttp() {
        pipeline.registerBrand(brand, 1);
        var policy = pipeline.put(brand, "/identity-policy", "{\"inference\":false,\"reviewThreshold\":0.5}");
        assertThat(policy.status()).as(policy.body()).isEqualTo(200);
        assertThat(policy.json().get("version").asLong()).isEqualTo(1);
        pipeline.listClient(brand, "c1", "Thaddeus Quillfeather");
        pipeline.listClient(brand, "c2", "Ottoline Brackenridge");
        pipeline.engage(x("1"), "thaddeusquillfeather", null);
        pipeline.engage(x("2"), "ottolinebrackenridge", null);
        await().untilAsserted(() ->
                assertThat(pipeline.get(brand, "/reviews").json().get("items")).hasSize(2));
        // The run after the import replaces the suggestions.
        await().until(() -> pipeline.get(brand, "/matching").body().contains("DONE"));
        // Learning may change the order of suggestions between two pages.
        var ids = await().until(this::reviewsInPages, found -> found.size() == 2);
        var one = ids.get(0);
        var two = ids.get(1);
        assertThat(pipeline.get(brand, "/reviews").json().at("/items/0/evidence"))
                .isNotEmpty();

        var accepted = pipeline.post(brand, "/reviews/" + one + "/accept", "{\"reason\":\"I know them\"}");
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        var again = pipeline.post(brand, "/reviews/" + one + "/reject", "{\"reason\":\"no\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("decided").get("reason").asString()).isEqualTo("I know them");
        var bulk = pipeline.post(
                brand,
                "/reviews/decisions",
                "[{\"id\":\"" + two + "\",\"decision\":\"reject\",\"reason\":\"two\"},{\"id\":\"" + UUID.randomUUID()
                        + "\",\"decision\":\"accept\",\"reason\":\"one\"},{\"id\":\"" + two
                        + "\",\"decision\":\"perhaps\",\"reason\":\"x\"}]");
        assertThat(bulk.json().valueStream().map(each -> each.get("status").asInt()))
                .containsExactly(200, 404, 422);
        assertThat(pipeline.get(brand, "/reviews").json().get("items")).isEmpty();

        var rejected = bulk.json().get(0).get("decision");
        var person = rejected.get("other").asString();
        var undone = pipeline.post(
                brand,
                "/people/" + person + "/decisions/" + rejected.get("id").asString() + "/undo",
                "{\"reason\":\"a slip\"}");
        assertThat(undone.status()).as(undone.body()).isEqualTo(200);
        assertThat(pipeline.get(brand, "/reviews").json().get("items")).hasSize(1);
    }

    @Test
    void inferredLinksAreListedAndUndone() {
        pipeline.registerBrand(brand, 1);
        pipeline.listClient(brand, "c1", "Thaddeus Quillfeather");
        pipeline.engage(x("1"), "thaddeusquillfeather", null);
        await().untilAsserted(() -> assertThat(assigned(x("1")).status()).isEqualTo(AssignmentStatus.INFERRED));
        await().untilAsserted(() ->
                assertThat(pipeline.get(brand, "/inferred").json().get("items")).hasSize(1));
        var link = pipeline.get(brand, "/inferred").json().get("items").get(0);
        var undone = pipeline.post(
                brand,
                "/inferred/undo",
                "{\"reason\":\"too bold\",\"decisions\":[{\"person\":\""
                        + link.get("person").asString() + "\",\"decision\":\""
                        + link.get("decision").get("id").asString() + "\"}]}");
        assertThat(undone.json().get(0).get("status").asInt()).as(undone.body()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(assigned(x("1")).status()).isEqualTo(AssignmentStatus.CONFIRMED));
        assertThat(pipeline.get(brand, "/inferred").json().get("items")).isEmpty();

        assertThat(pipeline.post(brand, "/matching", "").status()).isEqualTo(202);
        await().untilAsserted(() -> assertThat(
                        pipeline.get(brand, "/matching").json().get("state").asString())
                .isEqualTo("DONE"));
        assertThat(assigned(x("1")).status()).isEqualTo(AssignmentStatus.CONFIRMED);
        assertThat(pipeline.put(brand, "/identity-policy", "{\"autoThreshold\":0.5}")
                        .status())
                .isEqualTo(422);
        assertThat(pipeline.put(brand, "/identity-policy", "{\"unstitchableChannels\":[\"A B\"]}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void servesApiDescriptionAndMetrics() {
        var api = pipeline.plain("/openapi.json").body();
        assertThat(api).contains("/people/{person}/merge");
        assertThat(OpenApiLint.errors(api)).isEmpty();
        assertThat(pipeline.plain("/actuator/prometheus").body())
                .contains("rapport_identity_handles_total", "rapport_identity_lag", "rapport_identity_outbox_due");
        await().untilAsserted(() -> assertThat(
                        pipeline.plain("/actuator/health/readiness").status())
                .isEqualTo(200));
    }

    /** Reads the suggestions in pages of one. */
    private List<String> reviewsInPages() {
        var first = pipeline.get(brand, "/reviews?limit=1").json();
        var cursor = first.path("next").asString("");
        var second = pipeline.get(brand, "/reviews?limit=1&cursor=" + cursor).json();
        return Stream.of(first, second)
                .flatMap(page -> page.path("items").valueStream())
                .map(item -> item.get("id").asString())
                .distinct()
                .toList();
    }

    private int count(String query) {
        var count = 0;
        var cursor = "";
        while (true) {
            var page = pipeline.get(brand, "/people?limit=4" + query + cursor).json();
            count += page.get("items").size();
            if (page.get("next").isNull()) {
                return count;
            }
            cursor = "&cursor=" + page.get("next").asString();
        }
    }

    private UUID merge(UUID one, UUID two) {
        var answer = pipeline.post(
                brand, "/people/" + one + "/merge", "{\"other\":\"" + two + "\",\"reason\":\"the same\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("published").asBoolean()).isTrue();
        return UUID.fromString(answer.json().get("person").get("id").asString());
    }

    private void assertProblem(int status, String slug, UUID person, String what, String body) {
        var answer = pipeline.post(brand, "/people/" + person + "/" + what, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().get("type").asString()).endsWith(":" + slug);
    }

    private HandleAssigned assigned(HandleKey handle) {
        await().until(() -> pipeline.assignments(brand).containsKey(handle.key()));
        return pipeline.assignments(brand).get(handle.key());
    }

    private PersonDescribed described(UUID person) {
        assertThat(pipeline.people(brand)).containsKey(brand.key(person.toString()));
        return pipeline.people(brand).get(brand.key(person.toString()));
    }

    private HandleKey x(String id) {
        return new HandleKey(brand, "x", id);
    }

    private HandleKey mastodon(String id) {
        return new HandleKey(brand, "mastodon", id);
    }
}
