package io.rapport.identity.domain;

import static io.rapport.identity.domain.World.BRAND;
import static io.rapport.identity.domain.World.mailed;
import static io.rapport.identity.domain.World.mastodon;
import static io.rapport.identity.domain.World.named;
import static io.rapport.identity.domain.World.provisional;
import static io.rapport.identity.domain.World.x;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientHandle;
import io.rapport.contracts.identity.PolicySet;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whatever write is the last before a crash, what is found afterwards is as if nothing had happened. */
class CrashTest {

    private static final UUID CLIENT = DeterministicIds.clientPerson(BRAND, "c9");
    private static final HandleKey BY_NAME = new HandleKey(BRAND, "bluesky", "77");

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
        undone(world, provisional(x("1")));
    }

    private static void undone(World world, UUID person) {
        var told = world.family(person).person().decisions();
        world.identity
                .decisions()
                .undo(World.key(person), told.get(told.size() - 1).id(), new Said("ann", "never mind", World.NOW));
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

    @Test
    void whileErasingSomebodyByWhomOthersWereFound() {
        everyCrash(
                world -> {
                    two(world);
                    world.list(world.row("c9", "Thaddeus Quillfeather", "ab12"));
                    world.merge(provisional(x("1")), CLIENT);
                    world.see(BY_NAME, named("thaddeusquillfeather"));
                    world.see(BY_NAME, named("somethingelse"));
                    world.split(provisional(x("1")), x("1"), BY_NAME);
                },
                world -> world.identity.erasing().erase(World.key(CLIENT), new Said("ann", "asked", World.NOW)),
                true);
    }

    @Test
    void whileAcceptingASuggestion() {
        everyCrash(
                CrashTest::suggested,
                world -> world.identity.reviews().accept(BRAND, review(world), new Said("ann", "yes", World.NOW)),
                true);
    }

    @Test
    void whileRejectingASuggestion() {
        everyCrash(
                CrashTest::suggested,
                world -> world.identity.reviews().reject(BRAND, review(world), new Said("ann", "no", World.NOW)),
                true);
    }

    @Test
    void whileUndoingWhatLikenessMade() {
        everyCrash(
                world -> {
                    world.list(world.row("c9", "Thaddeus Quillfeather", null));
                    world.see(BY_NAME, named("thaddeusquillfeather"));
                    assertThat(world.personOf(BY_NAME)).isEqualTo(CLIENT);
                },
                world -> undone(world, CLIENT),
                true);
    }

    @Test
    void whileUndoingARejection() {
        everyCrash(
                world -> {
                    suggested(world);
                    world.identity.reviews().reject(BRAND, review(world), new Said("ann", "no", World.NOW));
                },
                world -> undone(world, CLIENT),
                true);
    }

    @Test
    void whileLiftingARejection() {
        everyCrash(
                world -> {
                    suggested(world);
                    world.identity.reviews().reject(BRAND, review(world), new Said("ann", "no", World.NOW));
                },
                world -> world.identity
                        .decisions()
                        .lift(
                                World.key(CLIENT),
                                World.key(provisional(BY_NAME)),
                                new Said("ann", "perhaps", World.NOW)),
                true);
    }

    @Test
    void whileMatchingTheWholeBrand() {
        everyCrash(
                world -> {
                    suggested(world);
                    policy(world, true);
                },
                world -> world.identity.rematch().run(BRAND, true, World.NOW.plusSeconds(50), (done, total) -> true),
                false);
    }

    @Test
    void whileTakingAClientOff() {
        everyCrash(
                world -> {
                    two(world);
                    world.list(world.row("c1", "Ann Example", "ab12", new ClientHandle("x", "1")));
                    world.memory.topics.clients.remove(BRAND.key("c1"));
                },
                world -> world.identity.clientList().takeOff(BRAND, List.of("c1"), World.NOW.plusSeconds(50)),
                false);
    }

    @Test
    void whileMarkingStaff() {
        everyCrash(this::two, world -> world.staff(1, x("1")), false);
    }

    @Test
    void whileSettingAPolicy() {
        everyCrash(this::two, world -> policy(world, false), true);
    }

    /** A handle spelt like a client, in a brand where likeness only suggests. */
    private static void suggested(World world) {
        policy(world, false);
        world.list(world.row("c9", "Thaddeus Quillfeather", null));
        world.see(BY_NAME, named("thaddeusquillfeather"));
        assertThat(world.memory.reviews.all).hasSize(1);
    }

    private static UUID review(World world) {
        return world.memory.reviews.all.values().iterator().next().id();
    }

    private static void policy(World world, boolean inference) {
        world.identity
                .policies()
                .set(new PolicySet(
                        BRAND.agency(), BRAND.brand(), inference, 0.95, 0.6, List.of(), 0, "ann", World.NOW));
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

    /** What becomes of the process or of what it depends on. */
    private enum Fault {
        /** It dies, and starts again. */
        CRASH,
        /** It dies, and its store with it. */
        LOSS,
        /** The broker is away for a while. */
        AWAY
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
            for (var fault : Fault.values()) {
                var found = crashedAt(n, before, step, human, fault);
                var right = human && found.state().equals(untouched.state()) ? untouched : expected;
                var as = fault + " after " + n + " of " + writes + " writes";
                assertThat(found.state()).as(as).isEqualTo(right.state());
                assertThat(found.published()).as(as).isEqualTo(right.published());
                assertThat(found.memory.topics.policies).as(as).isEqualTo(right.memory.topics.policies);
                assertThat(found.told()).as(as).isEqualTo(right.told());
                assertThat(found.memory.people.undecided(9)).as(as).isEmpty();
                assertThat(found.memory.erasures.unfinished(9)).as(as).isEmpty();
                assertThat(found.memory.people.due(9)).as(as).isEmpty();
                assertThat(found.memory.handles.due(9)).as(as).isEmpty();
                assertThat(found.memory.policies.due()).as(as).isEmpty();
                assertThat(found.memory.people.all.values()).as(as).allMatch(StoredPerson::isFree);
            }
        }
    }

    private static World crashedAt(int n, Consumer<World> before, Consumer<World> step, boolean human, Fault fault) {
        var world = new World();
        before.accept(world);
        if (fault == Fault.AWAY) {
            world.memory.topics.writesUntilAway(n);
        } else {
            world.memory.writesLeft = n;
        }
        try {
            step.accept(world);
        } catch (Memory.Crash | Announcer.NotAnnounced e) {
            // What follows is what is left of it.
        }
        world.memory.writesLeft = -1;
        world.memory.topics.back();
        var after = fault == Fault.LOSS ? world.rebuilt() : fault == Fault.CRASH ? world.restarted() : world;
        after.identity.recovery().run(World.NOW.plusSeconds(100));
        if (!human) {
            step.accept(after);
        }
        return after;
    }
}
