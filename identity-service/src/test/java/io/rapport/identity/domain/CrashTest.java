package io.rapport.identity.domain;

import static io.rapport.identity.domain.World.mailed;
import static io.rapport.identity.domain.World.mastodon;
import static io.rapport.identity.domain.World.named;
import static io.rapport.identity.domain.World.provisional;
import static io.rapport.identity.domain.World.x;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.identity.ClientHandle;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whatever write is the last before a crash, what is found afterwards is as if nothing had happened. */
class CrashTest {

    private static final Consumer<World> MERGED = world -> world.identity
            .decisions()
            .merge(
                    World.key(provisional(x("1"))),
                    World.key(provisional(mastodon("2"))),
                    new Said("ann", "same", World.NOW),
                    true);

    private static final Consumer<World> SPLIT = world -> world.identity
            .decisions()
            .split(
                    World.key(provisional(x("1"))),
                    java.util.Set.of(x("1")),
                    null,
                    new Said("ann", "differ", World.NOW));

    @Test
    void whileMerging() {
        everyCrash(this::two, MERGED, true);
    }

    @Test
    void whileSplittingOffSomebodyNew() {
        everyCrash(
                world -> {
                    two(world);
                    MERGED.accept(world);
                },
                SPLIT,
                true);
    }

    @Test
    void whileTakingInAnEngagementThatJoinsTwo() {
        everyCrash(
                world -> world.see(x("1"), mailed("ann", "ab12")), world -> sees(world, mailed("bob", "ab12")), false);
    }

    @Test
    void whileTakingInARename() {
        everyCrash(this::two, world -> sees(world, named("bobby")), false);
    }

    @Test
    void whileTakingInAClient() {
        var row = new World().row("c1", "Ann Example", "ab12", new ClientHandle("x", "1"));
        everyCrash(this::two, world -> world.list(row), false);
    }

    @Test
    void whileTakingInAHandleThatIsLikeAClient() {
        var row = new World().row("c1", "Thaddeus Quillfeather", null);
        everyCrash(
                world -> {
                    two(world);
                    world.list(row);
                },
                world -> sees(world, named("thaddeusquillfeather")),
                false);
    }

    @Test
    void whileSayingThatTwoDiffer() {
        everyCrash(
                this::two,
                world -> world.identity
                        .decisions()
                        .distinct(
                                World.key(provisional(x("1"))),
                                World.key(provisional(mastodon("2"))),
                                new Said("ann", "differ", World.NOW)),
                true);
    }

    @Test
    void whileUndoingAMerge() {
        everyCrash(
                world -> {
                    two(world);
                    MERGED.accept(world);
                },
                CrashTest::undone,
                true);
    }

    @Test
    void whileUndoingASplit() {
        everyCrash(
                world -> {
                    two(world);
                    MERGED.accept(world);
                    SPLIT.accept(world);
                },
                CrashTest::undone,
                true);
    }

    private static void undone(World world) {
        var ann = World.key(provisional(x("1")));
        var told = world.family(ann.person()).person().decisions();
        world.identity.decisions().undo(ann, told.get(told.size() - 1).id(), new Said("ann", "never mind", World.NOW));
    }

    @Test
    void whileErasing() {
        everyCrash(
                world -> {
                    two(world);
                    MERGED.accept(world);
                    world.list(world.row("c1", "Ann Example", "ab12", new ClientHandle("x", "1")));
                    world.see(x("3"), named("cid"));
                },
                world -> world.identity
                        .erasing()
                        .erase(World.key(provisional(mastodon("2"))), new Said("ann", "asked", World.NOW)),
                true);
    }

    @Test
    void whileErasingSomebodyWhoWasSplitOff() {
        everyCrash(
                world -> {
                    two(world);
                    MERGED.accept(world);
                    SPLIT.accept(world);
                },
                world -> world.identity
                        .erasing()
                        .erase(World.key(world.personOf(x("1"))), new Said("ann", "asked", World.NOW)),
                true);
    }

    private void two(World world) {
        world.see(x("1"), named("ann"));
        world.see(mastodon("2"), named("bob"));
    }

    private static void sees(World world, io.rapport.contracts.identity.HandleProfile profile) {
        var at = World.NOW.plusSeconds(100);
        world.identity
                .recognition()
                .take(java.util.Map.of(mastodon("2"), new Sighting(mastodon("2"), profile, at, at)), at);
    }

    /** A human's decision may be gone if it was not answered; what is read from a topic comes again. */
    private static void everyCrash(Consumer<World> before, Consumer<World> step, boolean human) {
        var untouched = new World();
        before.accept(untouched);
        var expected = new World();
        before.accept(expected);
        var writesBefore = expected.memory.writes;
        step.accept(expected);
        var writes = expected.memory.writes - writesBefore;
        for (var n = 0; n <= writes; n++) {
            for (var lost : List.of(false, true)) {
                var found = crashedAt(n, before, step, human, lost);
                var held = !human
                        || !found.assignments().equals(untouched.assignments())
                        || !found.people().equals(untouched.people());
                var right = held ? expected : untouched;
                var as = "after " + n + " of " + writes + " writes, store lost: " + lost;
                assertThat(found.assignments()).as(as).isEqualTo(right.assignments());
                assertThat(found.published()).as(as).isEqualTo(right.published());
                assertThat(found.people()).as(as).isEqualTo(right.people());
                assertThat(found.memory.people.undecided(9)).as(as).isEmpty();
                assertThat(found.memory.erasures.unfinished(9)).as(as).isEmpty();
                assertThat(found.told()).as(as).isEqualTo(right.told());
                assertThat(found.memory.people.due(9)).as(as).isEmpty();
                assertThat(found.memory.handles.due(9)).as(as).isEmpty();
                assertThat(found.memory.people.all.values()).as(as).allMatch(StoredPerson::isFree);
            }
        }
    }

    private static World crashedAt(int n, Consumer<World> before, Consumer<World> step, boolean human, boolean lost) {
        var world = new World();
        before.accept(world);
        world.memory.writesLeft = n;
        try {
            step.accept(world);
        } catch (Memory.Crash e) {
            world.memory.writesLeft = -1;
        }
        world.memory.writesLeft = -1;
        var after = lost ? world.rebuilt() : world.restarted();
        after.identity.recovery().run(World.NOW.plusSeconds(100));
        if (!human) {
            step.accept(after);
        }
        return after;
    }
}
