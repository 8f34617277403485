package io.rapport.identity.domain;

import static io.rapport.identity.domain.World.mastodon;
import static io.rapport.identity.domain.World.named;
import static io.rapport.identity.domain.World.provisional;
import static io.rapport.identity.domain.World.x;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientHandle;
import io.rapport.contracts.identity.Decision;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecisionsTest {

    private final World world = new World();
    private final UUID ann = provisional(x("1"));
    private final UUID bob = provisional(mastodon("2"));

    @BeforeEach
    void twoPeople() {
        world.see(x("1"), named("ann"));
        world.see(mastodon("2"), named("bob"));
    }

    @Test
    void theOlderSurvivesAMergeAndTheOtherKeepsResolving() {
        var decided = world.merge(bob, ann);

        assertThat(decided.person()).isEqualTo(World.key(ann));
        assertThat(decided.announced()).isTrue();
        assertThat(world.family(bob).person().person()).isEqualTo(ann);
        assertThat(world.family(ann).handleKeys()).containsExactlyInAnyOrder(x("1"), mastodon("2"));
        assertThat(world.published()).isEqualTo(world.assignments());
    }

    @Test
    void bothTellTheDecision() {
        var id = world.merge(ann, bob).decision().id();

        assertThat(world.memory.topics.people.get(World.key(ann).key()).decisions())
                .extracting(Decision::id)
                .contains(id);
        assertThat(world.memory.topics.people.get(World.key(bob).key()).decisions())
                .extracting(Decision::id)
                .contains(id);
    }

    @Test
    void aSplitGivesTheIdBackAndRemembersThatTheyDiffer() {
        var before = world.assignments();
        world.merge(ann, bob);

        world.split(ann, mastodon("2"));

        assertThat(world.assignments()).isEqualTo(before);
        assertThat(world.family(bob).person().person()).isEqualTo(bob);
        assertThat(world.family(ann).person().distinctFrom()).containsExactly(bob);
        assertThat(world.family(bob).person().distinctFrom()).containsExactly(ann);
        assertRefused(Refused.Why.DISTINCT, () -> merge(ann, bob, false));
        assertThat(world.merge(ann, bob).decision().other()).isEqualTo(bob);
        assertThat(world.family(ann).person().distinctFrom()).isEmpty();
    }

    @Test
    void theSurvivorsOwnHandleGoesToSomebodyNew() {
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
    void aClientIsTakenApartAgain() {
        world.list(world.row("c1", "Ann Example", null, new ClientHandle("x", "1")));
        assertThat(world.family(ann).person().clientId()).isEqualTo("c1");

        world.split(ann, x("1"));

        assertThat(world.personOf(x("1"))).isEqualTo(ann);
        assertThat(world.family(ann).person().client()).isFalse();
        assertThat(world.family(ann).person().name()).isEqualTo("ann");
        assertThat(world.family(DeterministicIds.clientPerson(World.BRAND, "c1"))
                        .person()
                        .client())
                .isTrue();
        assertThat(world.state(x("1")).evidence()).hasSize(1);
    }

    @Test
    void whatCannotBeDecidedIsRefused() {
        assertRefused(Refused.Why.SAME_PERSON, () -> merge(ann, ann, true));
        assertRefused(Refused.Why.UNKNOWN_PERSON, () -> merge(ann, UUID.randomUUID(), true));
        assertRefused(Refused.Why.UNKNOWN_PERSON, () -> world.split(UUID.randomUUID(), x("1")));
        assertRefused(Refused.Why.NOT_THEIRS, () -> world.split(ann, mastodon("2")));
        assertRefused(
                Refused.Why.NOT_MERGED,
                () -> world.identity.decisions().split(World.key(ann), Set.of(x("1")), bob, world.said("no reason")));
        assertRefused(Refused.Why.ALL_HANDLES, () -> world.split(ann, x("1")));
        assertRefused(
                Refused.Why.NO_HANDLES,
                () -> world.identity
                        .decisions()
                        .split(World.key(ann), Set.<HandleKey>of(), null, world.said("no reason")));
    }

    @Test
    void whatIsDecidedWhileTheBrokerIsAwayHoldsAndIsPublishedLater() {
        world.memory.topics.away = true;
        assertThat(world.merge(ann, bob).announced()).isFalse();

        world.memory.topics.away = false;
        world.identity.recovery().run(World.NOW);

        assertThat(world.family(bob).person().person()).isEqualTo(ann);
        assertThat(world.published()).isEqualTo(world.assignments());
        assertThat(world.memory.topics.handles.get(mastodon("2").key()).person())
                .isEqualTo(ann);
    }

    private void merge(UUID one, UUID two, boolean override) {
        world.identity.decisions().merge(World.key(one), World.key(two), world.said("why not"), override);
    }

    private static void assertRefused(Refused.Why why, ThrowingCallable decision) {
        assertThatThrownBy(decision)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.why()).isEqualTo(why));
    }
}
