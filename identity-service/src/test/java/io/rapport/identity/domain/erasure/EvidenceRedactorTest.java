package io.rapport.identity.domain.erasure;

import static io.rapport.identity.domain.IdentityFixture.BRAND;
import static io.rapport.identity.domain.IdentityFixture.key;
import static io.rapport.identity.domain.IdentityFixture.mailed;
import static io.rapport.identity.domain.IdentityFixture.mastodon;
import static io.rapport.identity.domain.IdentityFixture.named;
import static io.rapport.identity.domain.IdentityFixture.provisional;
import static io.rapport.identity.domain.IdentityFixture.x;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.identity.ClientHandle;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.HandleProfile;
import io.rapport.contracts.identity.HandleProfileBuilder;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.identity.domain.IdentityFixture;
import io.rapport.identity.domain.history.DecisionType;
import io.rapport.identity.domain.history.EvidenceRule;
import io.rapport.identity.domain.person.InitialStates;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** After an erasure no other person or handle mentions the erased person, and other people are unchanged. */
class EvidenceRedactorTest {

    /** Everything that identifies her. */
    private static final List<String> TRACES = List.of(
            "Thaddea",
            "thaddea quillfeather",
            "Quillfeather",
            "name=thaddea,",
            "thaddea-m",
            "=thaddea]",
            "client=c9",
            "|c9",
            "as c9",
            "ab12ef34",
            "cd56ab78");

    private final IdentityFixture world = new IdentityFixture();
    private final UUID thaddea = DeterministicIds.clientPerson(BRAND, "c9");
    private final HandleKey likeHer = new HandleKey(BRAND, "bluesky", "77");

    /** A client row with a rare name. */
    private void listed() {
        world.list(world.row("c9", "Thaddea Quillfeather", "ab12ef3400", new ClientHandle("mastodon", "thaddea")));
    }

    private void erase(UUID person) {
        assertThat(world.memory.dump()).contains("addea");
        var before = world.assignments();
        var erasure = world.identity.erasures().erase(key(person), world.rationale("asked for it"));
        assertThat(world.memory.dump()).doesNotContain(TRACES);
        // The others are the same people with the same certainty.
        world.assignments().forEach((handle, now) -> {
            var was = before.get(handle);
            assertThat(now.subList(0, 2)).as(handle).isEqualTo(was.subList(0, 2));
            assertThat((double) now.get(2)).as(handle).isCloseTo((double) was.get(2), within(1e-12));
        });
        var removed = erasure.state().parts().get(0).removed();
        assertThat(removed.get("evidence") + removed.get("suggestions")).isPositive();
    }

    @AfterEach
    void nothingIsLeftToPublishAndANewStoreIsTheSame() {
        assertThat(world.memory.people.findUnpublished(9)).isEmpty();
        assertThat(world.memory.handles.findUnpublished(9)).isEmpty();
        assertThat(world.published()).isEqualTo(world.assignments());
        var rebuilt = world.rebuilt();
        assertThat(rebuilt.assignments()).isEqualTo(world.assignments());
        assertThat(rebuilt.people()).isEqualTo(world.people());
        assertThat(rebuilt.memory.dump()).doesNotContain(TRACES);
    }

    @Test
    void afterAMergeAndASplit() {
        world.sight(x("1"));
        listed();
        world.sight(mastodon("2"), named("thaddea"));
        world.merge(provisional(x("1")), thaddea);
        world.split(provisional(x("1")), mastodon("2"));
        erase(world.personOf(mastodon("2")));
        // Her row stayed with the person she was split from.
        assertThat(world.family(provisional(x("1"))).handleKeys()).containsExactly(x("1"));
    }

    @Test
    void afterAMergeThatWasUndone() {
        world.sight(x("1"));
        listed();
        var merged = world.identity
                .decisions()
                .merge(key(provisional(x("1"))), key(thaddea), world.rationale("Thaddea's second account"), true);
        world.identity
                .decisions()
                .undo(merged.person(), merged.decision().id(), world.rationale("no, Quillfeather is another"));
        erase(thaddea);
    }

    @Test
    void afterASuggestionThatWasAcceptedAndUndone() {
        suggested();
        var accepted = world.identity
                .reviews()
                .accept(
                        BRAND,
                        world.memory.reviews.all.values().iterator().next().id(),
                        world.rationale("yes"));
        world.identity.decisions().undo(accepted.person(), accepted.decision().id(), world.rationale("no"));
        eraseHerOf(accepted.decision().id());
    }

    @Test
    void afterASuggestionThatWasRejected() {
        suggested();
        var rejected = world.identity
                .reviews()
                .reject(
                        BRAND,
                        world.memory.reviews.all.values().iterator().next().id(),
                        world.rationale("no"));
        eraseHerOf(rejected.decision().id());
    }

    /** A handle spelt like her name that is not hers. */
    private void suggested() {
        policy(false);
        listed();
        world.sight(likeHer, named("qthaddeaquillfeather"));
        assertThat(world.memory.reviews.all).hasSize(1);
        world.sight(likeHer, named("somethingelse"));
    }

    private void eraseHerOf(UUID decision) {
        var weights = weights(recorded(decision));
        assertThat(weights).isNotEmpty();
        erase(thaddea);
        assertThat(weights(recorded(decision))).isEqualTo(weights);
        assertThat(recorded(decision).evidence()).allMatch(each -> each.detail().equals(EvidenceRule.REDACTED));
        assertThat(recorded(decision).other()).isNull();
    }

    private Decision recorded(UUID decision) {
        return world.family(provisional(likeHer)).person().decisions().stream()
                .filter(each -> each.id().equals(decision))
                .findFirst()
                .orElseThrow();
    }

    private static List<Object> weights(Decision decision) {
        return decision.evidence().stream()
                .flatMap(each -> Stream.<Object>of(each.rule(), each.weight()))
                .toList();
    }

    /** A person was merged because of her name, and stayed when she was split off. */
    private void leftBehind() {
        world.sight(x("1"));
        listed();
        world.merge(provisional(x("1")), thaddea);
        world.sight(likeHer, named("thaddeaquillfeather"));
        world.sight(likeHer, named("somethingelse"));
        assertThat(world.personOf(likeHer)).isEqualTo(provisional(x("1")));
        world.split(provisional(x("1")), x("1"), likeHer);
        assertThat(world.state(likeHer).status()).isEqualTo(AssignmentStatus.INFERRED);
        assertThat(details(likeHer)).contains("addea");
    }

    @Test
    void afterAJoinBasedOnHerOutlivedHerSplit() {
        leftBehind();
        erase(thaddea);
        assertThat(world.state(likeHer).status()).isEqualTo(AssignmentStatus.INFERRED);
        var joined = joined();
        world.identity.decisions().undo(key(provisional(x("1"))), joined.id(), world.rationale("not they either"));
        assertThat(world.state(likeHer).evidence()).containsExactly(InitialStates.accountEvidence(likeHer));
        assertThat(world.memory.dump()).doesNotContain(TRACES);
    }

    @Test
    void undoingASplitDoesNotRestoreRedactedEvidence() {
        leftBehind();
        var split = world.split(provisional(x("1")), likeHer);
        assertThat(details(likeHer)).doesNotContain("addea");
        erase(thaddea);
        world.identity.decisions().undo(split.person(), split.decision().id(), world.rationale("one after all"));
        assertThat(world.personOf(likeHer)).isEqualTo(provisional(x("1")));
        assertThat(world.state(likeHer).status()).isEqualTo(AssignmentStatus.INFERRED);
        assertThat(world.memory.dump()).doesNotContain(TRACES);
    }

    @Test
    void afterTheRemainingHandleMovedOn() {
        leftBehind();
        world.sight(x("3"));
        world.sight(x("4"));
        world.merge(provisional(x("3")), provisional(x("1")));
        var survivor = world.personOf(likeHer);
        world.split(survivor, x("1"), likeHer);
        world.merge(provisional(x("4")), world.personOf(likeHer));
        erase(thaddea);
    }

    @Test
    void afterARejectionBasedOnHer() {
        world.sight(x("1"));
        listed();
        world.merge(provisional(x("1")), thaddea);
        policy(false);
        world.sight(likeHer, named("qthaddeaquillfeather"));
        world.sight(likeHer, named("somethingelse"));
        world.identity
                .reviews()
                .reject(
                        BRAND,
                        world.memory.reviews.all.values().iterator().next().id(),
                        world.rationale("no"));
        world.split(provisional(x("1")), x("1"));
        erase(thaddea);
        // Decisions about the others stay effective.
        assertThat(world.family(provisional(likeHer)).person().distinctFrom()).containsExactly(provisional(x("1")));
    }

    @Test
    void suggestionsBasedOnHerAreDeletedAndTheOthersRenewed() {
        world.sight(x("1"));
        listed();
        world.merge(provisional(x("1")), thaddea);
        policy(false);
        world.sight(likeHer, named("qthaddeaquillfeather"));
        world.sight(likeHer, named("somethingelse"));
        world.split(provisional(x("1")), x("1"));
        world.sight(x("5"), displayed("ottolinebrackenridge", "Ottoline Brackenridge", "Wick"));
        world.sight(mastodon("6"), displayed("ottolinebrackenridge", "Ottoline Brackenridge", "Wick"));
        assertThat(world.memory.reviews.all).isNotEmpty();
        var others = world.memory.reviews.all.size();
        erase(thaddea);
        assertThat(world.memory.reviews.all).hasSize(others - 1);
    }

    @Test
    void afterHerFamilyWasMergedFurther() {
        world.sight(x("0"));
        world.sight(mastodon("2"));
        world.sight(mastodon("thaddea-m"), displayed("thaddea", "Thaddea", null));
        world.sight(x("5"));
        world.merge(provisional(mastodon("2")), provisional(mastodon("thaddea-m")));
        assertThat(world.family(provisional(mastodon("2"))).person().name()).isEqualTo("Thaddea");
        world.merge(provisional(x("0")), provisional(mastodon("2")));
        world.merge(provisional(x("0")), provisional(x("5")));
        world.split(provisional(x("0")), mastodon("thaddea-m"), x("5"));
        var her = world.personOf(mastodon("thaddea-m"));
        world.split(her, x("5"));
        erase(her);
        assertThat(world.family(provisional(mastodon("2"))).person().person()).isEqualTo(provisional(x("0")));
    }

    @Test
    void afterASplitWithdrewEvidenceFromHerHandle() {
        var ann = provisional(x("0"));
        world.sight(x("0"));
        world.sight(mastodon("thaddea-m"), mailed("thaddea", "ee55ff6600"));
        world.merge(ann, provisional(mastodon("thaddea-m")));
        world.list(world.row("c1", "Ann Example", "ee55ff6600"));
        var split = world.split(ann, x("0"), mastodon("thaddea-m")).decision();
        assertThat(split.handles()).isEmpty();
        assertThat(split.withdraws()).containsOnlyKeys(mastodon("thaddea-m").key());
        world.split(ann, mastodon("thaddea-m"));
        erase(provisional(mastodon("thaddea-m")));
    }

    @Test
    void formerAddressesAreRemoved() {
        world.sight(x("1"), mailed("ann", "ab12ef3400"));
        world.sight(x("thaddea"), mailed("thaddea", "ab12ef3400"));
        world.split(world.personOf(x("1")), x("thaddea"));
        world.sight(x("thaddea"), mailed("thaddea", "cd56ab7800"));
        world.sight(x("1"), mailed("ann", "ee00ee00"));
        assertThat(world.memory.claims.all.values())
                .filteredOn(claim -> claim.handles().contains(x("thaddea")))
                .hasSize(2);
        var person = world.personOf(x("thaddea"));
        world.identity.erasures().erase(key(person), world.rationale("asked for it"));
        assertThat(world.memory.claims.all.values())
                .noneMatch(claim -> claim.handles().contains(x("thaddea")));
        assertThat(world.memory.dump()).doesNotContain("thaddea", "cd56ab78");
        // Both had the address; the evidence that joined them is withdrawn.
        assertThat(details(x("1"))).doesNotContain("ab12ef34");
        assertThat(world.family(provisional(x("1"))).person().decisions())
                .allMatch(decision -> !decision.reason().contains("ab12ef34"));
        world.memory.claims.all.clear();
    }

    private Decision joined() {
        return world.family(provisional(x("1"))).person().decisions().stream()
                .filter(DecisionType.JOINED::matches)
                .findFirst()
                .orElseThrow();
    }

    private String details(HandleKey handle) {
        return world.state(handle).evidence().stream()
                .map(Evidence::detail)
                .toList()
                .toString();
    }

    private void policy(boolean inference) {
        world.identity
                .policies()
                .update(new PolicySet(
                        BRAND.agency(),
                        BRAND.brand(),
                        inference,
                        0.95,
                        0.3,
                        List.of(),
                        0,
                        "ann",
                        IdentityFixture.NOW,
                        null,
                        null));
    }

    private static HandleProfile displayed(String name, String displayName, String location) {
        return HandleProfileBuilder.builder()
                .name(name)
                .displayName(displayName)
                .location(location)
                .build();
    }
}
