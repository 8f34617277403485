package io.rapport.identity.domain.decision;

import static io.rapport.identity.domain.IdentityFixture.mastodon;
import static io.rapport.identity.domain.IdentityFixture.named;
import static io.rapport.identity.domain.IdentityFixture.provisional;
import static io.rapport.identity.domain.IdentityFixture.x;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientHandle;
import io.rapport.contracts.identity.Decision;
import io.rapport.identity.domain.IdentityFixture;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecisionServiceTest {

    private final IdentityFixture world = new IdentityFixture();
    private final UUID ann = provisional(x("1"));
    private final UUID bob = provisional(mastodon("2"));

    @BeforeEach
    void twoPeople() {
        world.sight(x("1"), named("ann"));
        world.sight(mastodon("2"), named("bob"));
    }

    @Test
    void theOlderSurvivesAMergeAndTheOtherKeepsResolving() {
        var decided = world.merge(bob, ann);

        assertThat(decided.person()).isEqualTo(IdentityFixture.key(ann));
        assertThat(decided.published()).isTrue();
        assertThat(world.family(bob).person().person()).isEqualTo(ann);
        assertThat(world.family(ann).handleKeys()).containsExactlyInAnyOrder(x("1"), mastodon("2"));
        assertThat(world.published()).isEqualTo(world.assignments());
    }

    @Test
    void bothPeopleRecordTheDecision() {
        var id = world.merge(ann, bob).decision().id();

        assertThat(world.memory
                        .topics
                        .people
                        .get(IdentityFixture.key(ann).key())
                        .decisions())
                .extracting(Decision::id)
                .contains(id);
        assertThat(world.memory
                        .topics
                        .people
                        .get(IdentityFixture.key(bob).key())
                        .decisions())
                .extracting(Decision::id)
                .contains(id);
    }

    @Test
    void splitRestoresTheIdAndRecordsADistinction() {
        var before = world.assignments();
        world.merge(ann, bob);

        world.split(ann, mastodon("2"));

        assertThat(world.assignments()).isEqualTo(before);
        assertThat(world.family(bob).person().person()).isEqualTo(bob);
        assertThat(world.family(ann).person().distinctFrom()).containsExactly(bob);
        assertThat(world.family(bob).person().distinctFrom()).containsExactly(ann);
        assertRefused(DecisionRefusedException.RefusalReason.DISTINCT, () -> merge(ann, bob, false));
        assertThat(world.merge(ann, bob).decision().other()).isEqualTo(bob);
        assertThat(world.family(ann).person().distinctFrom()).isEmpty();
    }

    @Test
    void splitOfTheSurvivorsOwnHandleCreatesANewPerson() {
        world.merge(ann, bob);

        world.split(ann, x("1"));

        var fresh = world.personOf(x("1"));
        assertThat(fresh).isNotIn(ann, bob);
        assertThat(world.family(fresh).person().name()).isEqualTo("ann");
        assertThat(world.family(ann).person().name()).isEqualTo("bob");
        assertThat(world.family(bob).person().person()).isEqualTo(ann);

        world.merge(ann, fresh);
        assertThat(world.personOf(x("1"))).isEqualTo(ann);
        assertThat(world.family(ann).person().name()).isEqualTo("ann");
    }

    @Test
    void mergedClientIsSplitAgain() {
        world.list(world.row("c1", "Ann Example", null, new ClientHandle("x", "1")));
        assertThat(world.family(ann).person().clientId()).isEqualTo("c1");

        world.split(ann, x("1"));

        assertThat(world.personOf(x("1"))).isEqualTo(ann);
        assertThat(world.family(ann).person().client()).isFalse();
        assertThat(world.family(ann).person().name()).isEqualTo("ann");
        assertThat(world.family(DeterministicIds.clientPerson(IdentityFixture.BRAND, "c1"))
                        .person()
                        .client())
                .isTrue();
        assertThat(world.state(x("1")).evidence()).hasSize(1);
    }

    @Test
    void impossibleDecisionsAreRefused() {
        assertRefused(DecisionRefusedException.RefusalReason.SAME_PERSON, () -> merge(ann, ann, true));
        assertRefused(DecisionRefusedException.RefusalReason.UNKNOWN_PERSON, () -> merge(ann, UUID.randomUUID(), true));
        assertRefused(
                DecisionRefusedException.RefusalReason.UNKNOWN_PERSON, () -> world.split(UUID.randomUUID(), x("1")));
        assertRefused(DecisionRefusedException.RefusalReason.NOT_THEIRS, () -> world.split(ann, mastodon("2")));
        assertRefused(
                DecisionRefusedException.RefusalReason.NOT_MERGED,
                () -> world.identity
                        .decisions()
                        .split(IdentityFixture.key(ann), Set.of(x("1")), bob, world.rationale("no reason")));
        assertRefused(DecisionRefusedException.RefusalReason.ALL_HANDLES, () -> world.split(ann, x("1")));
        assertRefused(
                DecisionRefusedException.RefusalReason.NO_HANDLES,
                () -> world.identity
                        .decisions()
                        .split(IdentityFixture.key(ann), Set.<HandleKey>of(), null, world.rationale("no reason")));
    }

    @Test
    void decisionMadeWithoutBrokerIsCommittedAndPublishedLater() {
        world.memory.topics.isDown = true;
        assertThat(world.merge(ann, bob).published()).isFalse();

        world.memory.topics.isDown = false;
        world.identity.recovery().run(IdentityFixture.NOW);

        assertThat(world.family(bob).person().person()).isEqualTo(ann);
        assertThat(world.published()).isEqualTo(world.assignments());
        assertThat(world.memory.topics.handles.get(mastodon("2").key()).person())
                .isEqualTo(ann);
    }

    private void merge(UUID one, UUID two, boolean override) {
        world.identity
                .decisions()
                .merge(IdentityFixture.key(one), IdentityFixture.key(two), world.rationale("why not"), override);
    }

    private static void assertRefused(DecisionRefusedException.RefusalReason why, ThrowingCallable decision) {
        assertThatThrownBy(decision)
                .isInstanceOfSatisfying(
                        DecisionRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(why));
    }
}
