package io.rapport.contracts.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SuppressionHashesTest {

    private static final BrandKey BRAND = new BrandKey("demo", "harbour-coffee");
    private static final HandleKey ANNA = new HandleKey(BRAND, "x", "anna");
    private static final UUID PERSON = UUID.fromString("3d80e9c4-9db4-50d5-87bb-d7e07ebd1962");

    private final SuppressionHashes suppressions = new SuppressionHashes("a secret of some length");

    @Test
    void whatWasErasedIsBarredAndNothingElse() {
        suppressions.add(erased(suppressions));

        assertThat(suppressions.isHandleSuppressed(ANNA)).isTrue();
        assertThat(suppressions.isHandleSuppressed(new HandleKey(BRAND, "mastodon", "anna")))
                .isFalse();
        assertThat(suppressions.isHandleSuppressed(new HandleKey(new BrandKey("demo", "other"), "x", "anna")))
                .isFalse();
        assertThat(suppressions.isClientSuppressed(BRAND, "c1")).isTrue();
        assertThat(suppressions.isClientSuppressed(BRAND, "anna")).isFalse();
        assertThat(suppressions.isContactSuppressed(BRAND, "ab12")).isTrue();
        assertThat(suppressions.isContactSuppressed(BRAND, null)).isFalse();
        assertThat(suppressions.isPersonSuppressed(BRAND, PERSON)).isTrue();
    }

    @Test
    void hashesDifferByBrandAgencyKindAndSecret() {
        var one = suppressions.hashHandle(ANNA);

        assertThat(one).matches("[0-9a-f]{64}").isEqualTo(suppressions.hashHandle(ANNA));
        assertThat(List.of(
                        suppressions.hashHandle(new HandleKey(new BrandKey("demo", "other"), "x", "anna")),
                        suppressions.hashHandle(new HandleKey(new BrandKey("other", "harbour-coffee"), "x", "anna")),
                        suppressions.hashClient(BRAND, "anna"),
                        suppressions.hashContact(BRAND, "anna"),
                        new SuppressionHashes("another secret").hashHandle(ANNA)))
                .doesNotContain(one)
                .doesNotHaveDuplicates();
    }

    @Test
    void anotherSecretIsNoticedBeforeAnythingComesBack() {
        var other = new SuppressionHashes("another secret of some length");
        var none = new SuppressionHashes(" ");
        other.add(erased(suppressions));
        none.add(erased(suppressions));

        assertThatThrownBy(() -> other.isHandleSuppressed(ANNA)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> none.isHandleSuppressed(ANNA)).isInstanceOf(IllegalStateException.class);
        assertThat(none.isHandleSuppressed(new HandleKey(new BrandKey("demo", "other"), "x", "anna")))
                .isFalse();
    }

    private static PersonErased erased(SuppressionHashes by) {
        var hashes = List.of(by.hashHandle(ANNA), by.hashClient(BRAND, "c1"), by.hashContact(BRAND, "ab12"));
        return PersonErasedBuilder.builder()
                .agency(BRAND.agency())
                .brand(BRAND.brand())
                .erasure(UUID.randomUUID())
                .people(List.of(PERSON))
                .handles(hashes.subList(0, 1))
                .suppressed(hashes)
                .keyCheck(by.keyCheck(BRAND.agency()))
                .by("test")
                .at(Instant.EPOCH)
                .parts(List.of())
                .version(1)
                .build();
    }
}
