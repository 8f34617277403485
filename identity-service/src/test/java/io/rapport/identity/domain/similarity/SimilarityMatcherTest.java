package io.rapport.identity.domain.similarity;

import static io.rapport.identity.domain.IdentityFixture.BRAND;
import static io.rapport.identity.domain.IdentityFixture.mastodon;
import static io.rapport.identity.domain.IdentityFixture.x;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.HandleProfile;
import io.rapport.contracts.identity.HandleProfileBuilder;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.identity.domain.IdentityFixture;
import io.rapport.identity.domain.review.ReviewQueue;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Links and suggestions made by probabilistic matching. */
class SimilarityMatcherTest {

    private final IdentityFixture world = new IdentityFixture();
    private final UUID thaddeus = DeterministicIds.clientPerson(BRAND, "c1");
    private final HandleKey rare = x("77");

    @Test
    void handleSpeltLikeARareClientNameIsMerged() {
        world.list(row());
        world.sight(rare, IdentityFixture.named("thaddeusquillfeather"));

        assertInferred();
        assertThat(world.personOf(rare)).isEqualTo(thaddeus);
        var decision = world.family(thaddeus).person().decisions().get(1);
        assertThat(decision.by()).isEqualTo("LIKENESS");
        assertThat(decision.confidence()).isBetween(0.95, 0.9999999999);
        assertThat(decision.evidence()).isNotEmpty();
        assertThat(world.published()).isEqualTo(world.assignments());
        assertThat(world.identity.inferredLinks().findLinks(BRAND, "", 9)).hasSize(1);
    }

    @Test
    void aClientListedLateFindsTheHandle() {
        world.sight(rare, IdentityFixture.named("thaddeusquillfeather"));
        world.list(row());

        assertInferred();
        assertThat(world.family(thaddeus).person().clientId()).isEqualTo("c1");
    }

    @Test
    void theEvidenceAddsUpToTheConfidence() {
        world.list(row());
        world.sight(rare, IdentityFixture.named("thaddeusquillfeather"));

        var state = world.state(rare);
        var sum = state.evidence().stream().mapToDouble(Evidence::weight).sum();
        assertThat(1 / (1 + Math.exp(-sum))).isEqualTo(state.confidence(), within(1e-9));
        assertThat(state.evidence().get(state.evidence().size() - 1).rule()).isEqualTo("ACCOUNT_ID");
    }

    @Test
    void anInferredLinkIsUndoneAndNotMadeAgain() {
        world.list(row());
        world.sight(rare, IdentityFixture.named("thaddeusquillfeather"));
        var link = world.identity.inferredLinks().findLinks(BRAND, "", 9).get(0);

        world.identity
                .decisions()
                .undo(IdentityFixture.key(link.other()), link.decision().id(), world.rationale("another"));
        world.identity.rematch(List.of(IdentityFixture.key(thaddeus)), IdentityFixture.NOW);
        world.sight(rare, IdentityFixture.named("thaddeusquillfeather"));

        assertThat(world.personOf(rare)).isEqualTo(IdentityFixture.provisional(rare));
        assertThat(world.state(rare).status()).isEqualTo(AssignmentStatus.CONFIRMED);
        assertThat(world.identity.inferredLinks().findLinks(BRAND, "", 9)).isEmpty();
        assertThat(open()).hasSize(1);
    }

    @Test
    void aNameAloneIsOnlySuggested() {
        world.sight(x("1"), displayed("jsmith9", "Wolfgang Amadeus Hetfleisch"));
        world.sight(mastodon("2"), displayed("pixelcat", "Wolfgang Amadeus Hetfleisch"));

        assertThat(world.personOf(mastodon("2"))).isNotEqualTo(world.personOf(x("1")));
        assertThat(world.identity.inferredLinks().findLinks(BRAND, "", 9)).isEmpty();
    }

    @Test
    void withInferenceOffThereAreOnlySuggestions() {
        policy(false, List.of());
        world.list(row());
        world.sight(rare, IdentityFixture.named("thaddeusquillfeather"));

        assertThat(world.personOf(rare)).isEqualTo(IdentityFixture.provisional(rare));
        var item = open().get(0);
        assertThat(item.review().probability()).isGreaterThan(0.95);

        var accepted = world.identity.reviews().accept(BRAND, item.review().id(), world.rationale("yes"));

        assertThat(world.personOf(rare)).isEqualTo(thaddeus);
        assertThat(world.state(rare).status()).isEqualTo(AssignmentStatus.CONFIRMED);
        assertThat(accepted.decision().evidence()).isEqualTo(item.review().evidence());
        assertThat(open()).isEmpty();
    }

    @Test
    void rejectedPairIsNeitherMergedNorSuggestedUntilRevoked() {
        policy(false, List.of());
        world.list(row());
        world.sight(rare, IdentityFixture.named("thaddeusquillfeather"));
        var id = open().get(0).review().id();
        world.identity.reviews().reject(BRAND, id, world.rationale("no"));
        policy(true, List.of());
        rematch();
        assertThat(open()).isEmpty();
        assertThat(world.personOf(rare)).isEqualTo(IdentityFixture.provisional(rare));

        world.identity
                .decisions()
                .lift(
                        IdentityFixture.key(thaddeus),
                        IdentityFixture.key(IdentityFixture.provisional(rare)),
                        world.rationale("perhaps"));
        rematch();
        assertThat(world.personOf(rare)).isEqualTo(thaddeus);
    }

    @Test
    void handlesOfAnExcludedChannelAreNotMatched() {
        policy(true, List.of("x"));
        world.list(row());
        world.sight(rare, IdentityFixture.named("thaddeusquillfeather"));
        world.sight(x("1"), IdentityFixture.mailed("a", "ab12"));
        world.sight(mastodon("2"), IdentityFixture.mailed("b", "ab12"));

        assertThat(world.personOf(rare)).isEqualTo(IdentityFixture.provisional(rare));
        assertThat(world.personOf(mastodon("2"))).isNotEqualTo(world.personOf(x("1")));
        assertThat(open()).isEmpty();
    }

    @Test
    void pagesThatLinkToEachOtherAreMerged() {
        world.sight(x("1"), linked("https://x.com/cleo", "https://social.example/@cleo", null));
        world.sight(mastodon("2"), linked("https://social.example/@cleo", "https://x.com/cleo", null));
        world.sight(mastodon("3"), linked("https://social.example/@thief", "https://x.com/cleo", null));

        assertThat(world.personOf(mastodon("2"))).isEqualTo(world.personOf(x("1")));
        assertThat(world.state(mastodon("2")).status()).isEqualTo(AssignmentStatus.CONFIRMED);
        assertThat(world.state(mastodon("2")).evidence().get(0).rule()).isEqualTo("REL_ME");
        assertThat(world.personOf(mastodon("3"))).isEqualTo(IdentityFixture.provisional(mastodon("3")));
    }

    @Test
    void aWebFingerSubjectThatPointsBackJoins() {
        var site = new HandleKey(BRAND, "blog", "cleo.example");
        world.sight(site, linked("https://cleo.example/", "https://social.example/@cleo", "acct:cleo@social.example"));
        world.sight(mastodon("2"), linked("https://social.example/@cleo", "https://elsewhere.example/", null));
        assertThat(world.personOf(mastodon("2"))).isNotEqualTo(world.personOf(site));

        world.sight(
                mastodon("2"),
                HandleProfileBuilder.builder()
                        .name("cleo@social.example")
                        .url("https://social.example/@cleo")
                        .relMe(List.of("https://elsewhere.example/", "https://cleo.example/"))
                        .build());
        assertThat(world.personOf(mastodon("2"))).isEqualTo(world.personOf(site));
    }

    @Test
    void aSharedTelephoneNumberJoinsHandles() {
        world.sight(x("1"), phoned("a", "0123456789ab"));
        world.sight(mastodon("2"), phoned("b", "0123456789ab"));

        assertThat(world.personOf(mastodon("2"))).isEqualTo(world.personOf(x("1")));
        assertThat(world.state(mastodon("2")).evidence().get(0).rule()).isEqualTo("PHONE_HASH");
    }

    @Test
    void unusualNamesAreKeptUnchanged() {
        var odd = List.of(
                "x".repeat(10_000),
                "\u202Enebo gnol a\u202C",
                "\u200B\u200D\u2060",
                "👩🏽‍🚀👩🏽‍🚀",
                "<script>alert(1)</script>",
                "نورة",
                "Robert'); DROP TABLE people;--");
        for (var i = 0; i < odd.size(); i++) {
            world.list(world.row("o" + i, odd.get(i), null));
            world.sight(x("o" + i), displayed(odd.get(i), odd.get(i)));
        }
        rematch();

        for (var i = 0; i < odd.size(); i++) {
            assertThat(world.state(x("o" + i)).profile().displayName()).isEqualTo(odd.get(i));
            assertThat(world.family(DeterministicIds.clientPerson(BRAND, "o" + i))
                            .person()
                            .name())
                    .isEqualTo(odd.get(i));
        }
    }

    @Test
    void aRenameKeepsThePerson() {
        world.list(row());
        world.sight(rare, IdentityFixture.named("thaddeusquillfeather"));
        world.sight(rare, IdentityFixture.named("somethingelse"));

        assertThat(world.personOf(rare)).isEqualTo(thaddeus);
    }

    @Test
    void rebuiltStoreHasTheDecisionsAndThePolicy() {
        policy(false, List.of("mastodon"));
        world.staff(1, x("9"));
        world.sight(x("9"));
        world.list(row());
        world.sight(rare, IdentityFixture.named("thaddeusquillfeather"));
        world.identity.reviews().reject(BRAND, open().get(0).review().id(), world.rationale("no"));
        var rebuilt = world.rebuilt();
        assertThat(rebuilt.state()).isEqualTo(world.state());
        rebuilt.sight(x("9"));
        assertThat(rebuilt.state(x("9")).staff()).isTrue();
        rebuilt.identity.brandRematch().run(BRAND, true, IdentityFixture.NOW, (done, total) -> true);
        assertThat(rebuilt.memory.reviews.all).isEmpty();
        assertThat(rebuilt.personOf(rare)).isEqualTo(IdentityFixture.provisional(rare));
        assertThat(rebuilt.family(thaddeus).person().distinctFrom()).containsExactly(IdentityFixture.provisional(rare));
    }

    @Test
    void rebuiltStoreHasTheSameLinks() {
        world.list(row());
        world.sight(rare, IdentityFixture.named("thaddeusquillfeather"));

        assertThat(world.rebuilt().assignments()).isEqualTo(world.assignments());
        assertThat(world.rebuilt().people()).isEqualTo(world.people());
    }

    private void assertInferred() {
        var state = world.state(rare);
        assertThat(state.status()).isEqualTo(AssignmentStatus.INFERRED);
        assertThat(state.confidence()).isBetween(0.95, 0.9999999999);
        assertThat(state.evidence().get(0).rule()).isEqualTo("PRIOR");
    }

    private void rematch() {
        assertThat(world.identity.brandRematch().run(BRAND, true, IdentityFixture.NOW, (done, total) -> true))
                .isTrue();
    }

    private List<ReviewQueue.ReviewItem> open() {
        return world.identity.reviews().findOpen(BRAND, null, 9);
    }

    private void policy(boolean inference, List<String> unstitchable) {
        world.identity
                .policies()
                .update(new PolicySet(
                        BRAND.agency(),
                        BRAND.brand(),
                        inference,
                        0.95,
                        0.6,
                        unstitchable,
                        0,
                        "ann",
                        IdentityFixture.NOW,
                        null,
                        null));
    }

    private ClientListed row() {
        return world.row("c1", "Thaddeus Quillfeather", null);
    }

    private static HandleProfile displayed(String name, String displayName) {
        return HandleProfileBuilder.builder()
                .name(name)
                .displayName(displayName)
                .build();
    }

    private static HandleProfile linked(String url, String me, String webFinger) {
        return HandleProfileBuilder.builder()
                .url(url)
                .relMe(List.of(me))
                .webFinger(webFinger)
                .build();
    }

    private static HandleProfile phoned(String name, String hash) {
        return HandleProfileBuilder.builder().name(name).phoneHash(hash).build();
    }
}
