package io.rapport.identity.domain.decision;

import static io.rapport.identity.domain.IdentityFixture.mastodon;
import static io.rapport.identity.domain.IdentityFixture.provisional;
import static io.rapport.identity.domain.IdentityFixture.x;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientHandle;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.IdentityFixture;
import io.rapport.identity.domain.history.DecisionType;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.person.StoredPerson;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every decision can be undone. */
class DecisionUndoTest {

    private static final int HANDLES = 16;

    @Test
    void undoingAThousandDecisionsInReverseRestoresTheFirstState() {
        undone(1000, new Random(4));
    }

    @Property(tries = 15)
    void decisionsUndoneInReverseGiveBackTheFirstState(@ForAll long seed) {
        undone(60, new Random(seed));
    }

    /** A handle that was lost while its person was merged with another, and came back by a third. */
    @ParameterizedTest
    @ValueSource(longs = {45, 87, 144, 72555})
    void whatWasKnownBeforeASplitIsWhatTheHandleToldThen(long seed) {
        undone(60, new Random(seed));
    }

    @Test
    void evidenceOfTwoRowsStaysUntilBothAreUndone() {
        var world = new IdentityFixture();
        world.sight(x("1"));
        var unlisted = world.assignments();
        world.list(
                world.row("c1", "Zoe Adeyemi", null, new ClientHandle("x", "1")),
                world.row("c2", "Zoe Adeyemi", null, new ClientHandle("x", "1")));
        var ann = provisional(x("1"));
        var joined = world.family(ann).person().decisions().stream()
                .filter(DecisionType.JOINED::matches)
                .toList();
        assertThat(joined).hasSize(2);
        var both = world.state(x("1")).evidence();

        undo(world, ann, joined.get(1).id());
        assertThat(world.state(x("1")).evidence()).isEqualTo(both);
        undo(world, ann, joined.get(0).id());
        assertThat(world.assignments()).isEqualTo(unlisted);
    }

    @Test
    void repeatedUndoAddsNoEvidence() {
        var world = two();
        var ann = provisional(x("1"));
        var bob = provisional(mastodon("2"));
        var apart = world.assignments();
        for (var i = 0; i < 20; i++) {
            undo(world, ann, world.merge(ann, bob).decision().id());
            assertThat(world.assignments()).isEqualTo(apart);
        }
        world.merge(ann, bob);
        var together = world.assignments();
        for (var i = 0; i < 20; i++) {
            undo(world, ann, world.split(ann, mastodon("2")).decision().id());
            assertThat(world.assignments()).isEqualTo(together);
        }
        for (var i = 0; i < 20; i++) {
            world.split(ann, mastodon("2"));
            assertThat(world.assignments()).isEqualTo(apart);
            world.merge(ann, bob);
        }
        assertThat(world.state(mastodon("2")).evidence()).hasSize(2);
    }

    private static void undone(int steps, Random random) {
        var world = new IdentityFixture();
        world.list(
                world.row("c1", "Zoe Adeyemi", null, new ClientHandle("x", "h3")),
                world.row("c2", "Noor Lindqvist", null, new ClientHandle("x", "h7")));
        IntStream.range(0, HANDLES).forEach(i -> world.sight(i % 2 == 0 ? mastodon("h" + i) : x("h" + i)));
        var assignments = world.assignments();
        var people = world.people();
        Deque<DecisionResult> done = new ArrayDeque<>();
        while (done.size() < steps) {
            step(world, random, done);
        }
        var rebuilt = world.rebuilt();
        assertThat(rebuilt.assignments()).isEqualTo(world.assignments());
        assertThat(rebuilt.people()).isEqualTo(world.people());
        while (!done.isEmpty()) {
            var last = done.pop();
            var who = random.nextBoolean() ? last.person().person() : last.other();
            world.identity
                    .decisions()
                    .undo(IdentityFixture.key(who), last.decision().id(), world.rationale("never mind"));
        }
        assertThat(world.assignments()).isEqualTo(assignments);
        assertThat(world.published()).isEqualTo(assignments);
        var after = new TreeMap<>(world.people());
        var born = new TreeMap<>(after);
        after.keySet().retainAll(people.keySet());
        born.keySet().removeAll(people.keySet());
        assertThat(after).isEqualTo(people);
        // The id of a person created by an undone split resolves to the person they were split from.
        assertThat(born.keySet())
                .allSatisfy(key -> assertThat(
                                world.memory.people.all.get(key).state().mergedInto())
                        .isNotNull());
    }

    private static void step(IdentityFixture world, Random random, Deque<DecisionResult> done) {
        var heads = heads(world);
        Collections.shuffle(heads, random);
        if (heads.size() == 1) {
            heads.add(heads.get(0));
        }
        var decisions = world.identity.decisions();
        try {
            switch (random.nextInt(5)) {
                case 0, 1 ->
                    done.push(decisions.merge(
                            IdentityFixture.key(heads.get(0)),
                            IdentityFixture.key(heads.get(1)),
                            world.rationale("one"),
                            random.nextBoolean()));
                case 2, 3 ->
                    done.push(decisions.split(
                            IdentityFixture.key(heads.get(0)),
                            some(world, heads.get(0), random),
                            null,
                            world.rationale("two")));
                default ->
                    done.push(decisions.distinct(
                            IdentityFixture.key(heads.get(0)),
                            IdentityFixture.key(heads.get(1)),
                            world.rationale("not one")));
            }
        } catch (DecisionRefusedException refused) {
            assertThat(refused.reason())
                    .isIn(
                            DecisionRefusedException.RefusalReason.SAME_PERSON,
                            DecisionRefusedException.RefusalReason.DISTINCT,
                            DecisionRefusedException.RefusalReason.ALL_HANDLES,
                            DecisionRefusedException.RefusalReason.NO_HANDLES);
        }
    }

    private static Set<HandleKey> some(IdentityFixture world, UUID person, Random random) {
        var handles = new ArrayList<>(world.family(person).handleKeys());
        handles.sort(Comparator.comparing(HandleKey::key));
        Collections.shuffle(handles, random);
        return Set.copyOf(handles.subList(0, random.nextInt(handles.size() + 1)));
    }

    private static List<UUID> heads(IdentityFixture world) {
        var heads = new ArrayList<>(world.memory.handles.all.values().stream()
                .map(StoredHandle::state)
                .map(HandleAssigned::person)
                .distinct()
                .sorted()
                .toList());
        // A person without handles can be split, merged and rejected as well.
        world.memory.people.all.values().stream()
                .map(StoredPerson::state)
                .filter(person -> person.client() && person.mergedInto() == null)
                .filter(person -> !heads.contains(person.person()))
                .forEach(person -> heads.add(person.person()));
        return heads;
    }

    @Test
    void rejectionIsRevoked() {
        var world = two();
        var ann = provisional(x("1"));
        var bob = provisional(mastodon("2"));
        var rejected = world.identity
                .decisions()
                .distinct(IdentityFixture.key(ann), IdentityFixture.key(bob), world.rationale("two"));
        assertThat(world.family(bob).person().distinctFrom()).containsExactly(ann);
        assertRefused(
                DecisionRefusedException.RefusalReason.DISTINCT,
                () -> world.identity
                        .decisions()
                        .merge(IdentityFixture.key(ann), IdentityFixture.key(bob), world.rationale("one"), false));

        assertThat(world.identity
                        .decisions()
                        .lift(IdentityFixture.key(bob), IdentityFixture.key(ann), world.rationale("perhaps")))
                .hasSize(1);

        assertThat(world.family(ann).person().distinctFrom()).isEmpty();
        assertThat(world.family(bob).person().distinctFrom()).isEmpty();
        assertRefused(
                DecisionRefusedException.RefusalReason.NOT_DISTINCT,
                () -> world.identity
                        .decisions()
                        .lift(IdentityFixture.key(bob), IdentityFixture.key(ann), world.rationale("again")));
        world.merge(ann, bob);
        assertRefused(DecisionRefusedException.RefusalReason.NOT_LAST, () -> {
            world.sight(x("3"));
            world.merge(provisional(x("3")), ann);
            var first = world.memory
                    .people
                    .all
                    .get(IdentityFixture.key(bob).key())
                    .state()
                    .decisions();
            world.split(ann, mastodon("2"));
            world.identity
                    .decisions()
                    .undo(IdentityFixture.key(bob), first.get(first.size() - 1).id(), world.rationale("late"));
        });
        assertThat(rejected.published()).isTrue();
    }

    @Test
    void distinctionOfAMergedPersonAppliesToTheFamily() {
        var world = two();
        world.sight(x("3"));
        var ann = provisional(x("1"));
        var bob = provisional(mastodon("2"));
        var cleo = provisional(x("3"));
        world.identity
                .decisions()
                .distinct(IdentityFixture.key(ann), IdentityFixture.key(cleo), world.rationale("two"));
        world.merge(ann, bob);

        assertRefused(
                DecisionRefusedException.RefusalReason.DISTINCT,
                () -> world.identity
                        .decisions()
                        .merge(IdentityFixture.key(bob), IdentityFixture.key(cleo), world.rationale("one"), false));
        assertThat(world.identity
                        .decisions()
                        .lift(IdentityFixture.key(bob), IdentityFixture.key(cleo), world.rationale("one")))
                .hasSize(1);
        world.identity
                .decisions()
                .merge(IdentityFixture.key(bob), IdentityFixture.key(cleo), world.rationale("one"), false);
        assertThat(world.family(cleo).person().person()).isEqualTo(ann);
    }

    @Test
    void impossibleUndosAreRefused() {
        var world = two();
        var ann = provisional(x("1"));
        var bob = provisional(mastodon("2"));
        var merged = world.merge(ann, bob).decision().id();
        var created = world.family(ann).person().decisions().get(0).id();
        assertRefused(
                DecisionRefusedException.RefusalReason.UNKNOWN_DECISION, () -> undo(world, ann, UUID.randomUUID()));
        assertRefused(DecisionRefusedException.RefusalReason.NOT_UNDOABLE, () -> undo(world, ann, created));
        undo(world, bob, merged);
        assertThat(world.family(bob).person().person()).isEqualTo(bob);
        assertRefused(DecisionRefusedException.RefusalReason.ALREADY_UNDONE, () -> undo(world, ann, merged));
    }

    private static void undo(IdentityFixture world, UUID person, UUID decision) {
        world.identity.decisions().undo(IdentityFixture.key(person), decision, world.rationale("never mind"));
    }

    private static IdentityFixture two() {
        var world = new IdentityFixture();
        world.sight(x("1"), IdentityFixture.named("ann"));
        world.sight(mastodon("2"), IdentityFixture.named("bob"));
        return world;
    }

    private static void assertRefused(DecisionRefusedException.RefusalReason why, ThrowingCallable decision) {
        assertThatThrownBy(decision)
                .isInstanceOfSatisfying(
                        DecisionRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(why));
    }
}
