package io.rapport.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.identity.IdentityServiceFixture.HttpReply;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** While an empty store is being filled the service is out of service, and does not report people as unknown. */
class IdentityReadinessIT {

    private final BrandKey brand = new BrandKey("acme", "b" + UUID.randomUUID());
    private final UUID ann = DeterministicIds.provisionalPerson(x("1"));
    private final UUID bob = DeterministicIds.provisionalPerson(x("2"));
    private final UUID cleo = DeterministicIds.provisionalPerson(x("3"));

    @Test
    void noRequestIsServedBeforeTheStoreIsFilled() throws Exception {
        try (var before = new IdentityServiceFixture()) {
            before.start();
            known(before);
        }
        try (var pipeline = new IdentityServiceFixture()) {
            var tap = pipeline.startWithClosedGate();
            // Tokens and brands are read from the broker before people are.
            await().untilAsserted(() ->
                    assertThat(pipeline.get(brand, "/people/" + ann).body()).contains("People are still being read"));
            for (var path :
                    List.of("/people/" + ann, "/people", "/reviews", "/inferred", "/matching", "/identity-policy")) {
                assertWaits(path, pipeline.get(brand, path));
            }
            assertWaits("merge", merge(pipeline));
            assertWaits("policy", pipeline.put(brand, "/identity-policy", "{\"inference\":false}"));
            assertThat(pipeline.page(
                                    "/agencies/acme/brands/" + brand.brand() + "/reviews", IdentityServiceFixture.TOKEN)
                            .status())
                    .isEqualTo(503);
            assertThat(pipeline.plain("/actuator/health/readiness").status()).isEqualTo(503);

            tap.open();
            await().pollInterval(Duration.ofMillis(10)).until(() -> {
                var isReady = pipeline.plain("/actuator/health/readiness").status() == 200;
                var answer = pipeline.get(brand, "/people/" + ann);
                assertThat(answer.status()).isIn(isReady ? List.of(200) : List.of(200, 503));
                if (answer.status() == 200) {
                    assertThat(answer.json().get("handles")).hasSize(2);
                }
                return isReady;
            });
            assertThat(pipeline.get(brand, "/identity-policy")
                            .json()
                            .get("autoThreshold")
                            .asDouble())
                    .isEqualTo(0.97);
            assertThat(merge(pipeline).status()).isEqualTo(409);
            assertThat(pipeline.get(brand, "/people/" + bob).json().get("id").asString())
                    .isEqualTo(ann.toString());
        }
    }

    private static void assertWaits(String what, HttpReply answer) {
        assertThat(answer.status()).as(what).isEqualTo(503);
        assertThat(answer.json().get("detail").asString()).as(what).contains("still being read");
    }

    /** Ann is merged with Bob and distinct from Cleo. */
    private void known(IdentityServiceFixture pipeline) {
        pipeline.registerBrand(brand, 1);
        pipeline.put(brand, "/identity-policy", "{\"autoThreshold\":0.97}");
        pipeline.engage(x("1"), "Ann", null);
        await().until(() -> pipeline.get(brand, "/people/" + ann).status() == 200);
        pipeline.engage(x("2"), "Bob", null);
        pipeline.engage(x("3"), "Cleo", null);
        await().until(() -> pipeline.get(brand, "/people").json().get("items").size() == 3);
        var merged = pipeline.post(
                brand, "/people/" + ann + "/merge", "{\"other\":\"" + bob + "\",\"reason\":\"the same\"}");
        assertThat(merged.status()).as(merged.body()).isEqualTo(200);
        var distinct = pipeline.post(
                brand, "/people/" + ann + "/distinct", "{\"other\":\"" + cleo + "\",\"reason\":\"not the same\"}");
        assertThat(distinct.status()).as(distinct.body()).isEqualTo(200);
    }

    private HttpReply merge(IdentityServiceFixture pipeline) {
        return pipeline.post(
                brand, "/people/" + ann + "/merge", "{\"other\":\"" + cleo + "\",\"reason\":\"the same\"}");
    }

    private HandleKey x(String id) {
        return new HandleKey(brand, "x", id);
    }
}
