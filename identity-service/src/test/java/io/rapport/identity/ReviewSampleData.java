package io.rapport.identity;

import static org.awaitility.Awaitility.await;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.ActorBuilder;
import java.util.List;
import java.util.Locale;

/** A brand with three suggestions, with hostile names. */
final class ReviewSampleData {

    static final String SCRIPT = "<script>document.title='owned'</script>";
    static final String TURNED = "\u202Eevil\u200B شركة";
    static final String FAMILY = "👩\u200D👩\u200D👧";

    private static final String[] NAMES = {"Thaddeus Quillfeather", "Ottoline Brackenridge", "Peregrine Wintersmoor"};
    private static final String[] ORGANISATIONS = {SCRIPT, TURNED, "x".repeat(10_000)};

    private ReviewSampleData() {}

    static void publishTo(IdentityServiceFixture pipeline, BrandKey brand) {
        pipeline.registerBrand(brand, 1);
        pipeline.put(brand, "/identity-policy", "{\"inference\":false,\"reviewThreshold\":0.5}");
        for (var i = 0; i < NAMES.length; i++) {
            pipeline.listClient(brand, "c" + i, NAMES[i], ORGANISATIONS[i], "Turku " + FAMILY);
            var name = NAMES[i].replace(" ", "").toLowerCase(Locale.ROOT);
            var url = i == 0 ? "javascript:alert(1)" : "https://social.example/@" + name;
            pipeline.engage(
                    new HandleKey(brand, "x", String.valueOf(i)),
                    ActorBuilder.builder()
                            .id(String.valueOf(i))
                            .name(name)
                            .displayName(NAMES[i])
                            .url(url)
                            .build());
        }
        await().until(() -> reviews(pipeline, brand).size() == NAMES.length);
        // Learning may change the order of suggestions, and is awaited first.
        pipeline.post(brand, "/matching", "");
        await().until(() -> "DONE"
                        .equals(pipeline.get(brand, "/matching")
                                .json()
                                .get("state")
                                .asString())
                && reviews(pipeline, brand).stream().distinct().count() == 1);
    }

    private static List<Double> reviews(IdentityServiceFixture pipeline, BrandKey brand) {
        return pipeline.get(brand, "/reviews")
                .json()
                .get("items")
                .valueStream()
                .map(item -> item.get("rank").asDouble())
                .toList();
    }
}
