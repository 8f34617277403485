package io.rapport.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.engagement.EngagementReceived;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ids in here are frozen: were one to change, replayed events would no longer be known as the same. */
class DeterministicIdsTest {

    private static final BrandKey BRAND = new BrandKey("demo", "harbour-coffee");

    @Test
    void theSameWordsGiveTheSameIdForEver() {
        assertThat(DeterministicIds.engagement(BRAND, "x", "1632001"))
                .hasToString("ba89afe1-7c5a-5b4a-8246-830091acfe8d");
        assertThat(DeterministicIds.provisionalPerson(new HandleKey(BRAND, "mastodon", "109348")))
                .hasToString("3d80e9c4-9db4-50d5-87bb-d7e07ebd1962");
        assertThat(DeterministicIds.provisionalPerson(new HandleKey(BRAND, "web", "نورة|☕%")))
                .hasToString("8ca7c06e-55b4-5703-addb-b744c5b5467b");
        assertThat(DeterministicIds.clientPerson(BRAND, "C-1001")).hasToString("35debfdc-3c24-5e9a-9159-75a58a1666d4");
        assertThat(DeterministicIds.of("kind", "")).hasToString("e08671a6-ae80-580b-af78-513234e13a4a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "b", "c", "d", "e", "f", "g", "h"})
    void anIdIsOfVersion5AndTheRfcVariant(String words) {
        var id = DeterministicIds.of("kind", words);

        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(UUID.fromString(id.toString())).isEqualTo(id);
    }

    @Test
    void kindBrandSourceAndSourceIdAllCount() {
        assertThat(DeterministicIds.of("engagement", BRAND.key("x", "1")))
                .isEqualTo(DeterministicIds.engagement(BRAND, "x", "1"));
        assertThat(DeterministicIds.of("person", BRAND.key("x", "1")))
                .isNotEqualTo(DeterministicIds.engagement(BRAND, "x", "1"));
        assertThat(DeterministicIds.engagement(new BrandKey("demo", "other"), "x", "1"))
                .isNotEqualTo(DeterministicIds.engagement(BRAND, "x", "1"));
        assertThat(DeterministicIds.engagement(BRAND, "x|1", ""))
                .isNotEqualTo(DeterministicIds.engagement(BRAND, "x", "1|"));
    }

    @Test
    void aGoldenEngagementCarriesTheIdOfItsSourceEvent() {
        var engagements = GoldenSample.all().stream()
                .map(GoldenSample::event)
                .filter(EngagementReceived.class::isInstance)
                .map(EngagementReceived.class::cast);

        assertThat(engagements)
                .isNotEmpty()
                .allMatch(it -> it.id().equals(DeterministicIds.engagement(it.brandKey(), it.source(), it.sourceId())));
    }
}
