package io.rapport.identity.domain.recovery;

import static io.rapport.identity.domain.IdentityFixture.BRAND;
import static io.rapport.identity.domain.IdentityFixture.mailed;
import static io.rapport.identity.domain.IdentityFixture.mastodon;
import static io.rapport.identity.domain.IdentityFixture.named;
import static io.rapport.identity.domain.IdentityFixture.provisional;
import static io.rapport.identity.domain.IdentityFixture.x;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ClientHandle;
import io.rapport.contracts.identity.PolicySet;
import io.rapport.identity.domain.IdentityFixture;
import io.rapport.identity.domain.InMemoryIdentity;
import io.rapport.identity.domain.decision.DecisionRationale;
import io.rapport.identity.domain.outbox.NotPublishedException;
import io.rapport.identity.domain.person.HandleSighting;
import io.rapport.identity.domain.person.StoredPerson;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** After a crash before any write, recovery reaches the same state as without the crash. */
class CrashRecoveryTest {

    private static final UUID CLIENT = DeterministicIds.clientPerson(BRAND, "c9");
    private static final HandleKey BY_NAME = new HandleKey(BRAND, "bluesky", "77");

    private static final Consumer<IdentityFixture> MERGED = world -> world.identity
            .decisions()
            .merge(
                    IdentityFixture.key(provisional(x("1"))),
                    IdentityFixture.key(provisional(mastodon("2"))),
                    new DecisionRationale("ann", "same", IdentityFixture.NOW),
                    true);

    private static final Consumer<IdentityFixture> SPLIT = world -> world.identity
            .decisions()
            .split(
                    IdentityFixture.key(provisional(x("1"))),
                    java.util.Set.of(x("1")),
                    null,
                    new DecisionRationale("ann", "differ", IdentityFixture.NOW));

    @Test
    void whileMerging() {
        everyCrash(this::two, MERGED, true);
    }

    @Test
    void whileSplittingOffANewPerson() {
        everyCrash(
                world -> {
                    two(world);
                    MERGED.accept(world);
                },
                SPLIT,
                true);
    }

    @Test
    void whileProcessingASightingThatJoinsTwoPeople() {
        everyCrash(
                world -> world.sight(x("1"), mailed("ann", "ab12")),
                world -> sees(world, mailed("bob", "ab12")),
                false);
    }

    @Test
    void whileProcessingARename() {
        everyCrash(this::two, world -> sees(world, named("bobby")), false);
    }

    @Test
    void whileAddingAClient() {
        var row = new IdentityFixture().row("c1", "Ann Example", "ab12", new ClientHandle("x", "1"));
        everyCrash(this::two, world -> world.list(row), false);
    }

    @Test
    void whileProcessingAHandleSimilarToAClient() {
        var row = new IdentityFixture().row("c1", "Thaddeus Quillfeather", null);
        everyCrash(
                world -> {
                    two(world);
                    world.list(row);
                },
                world -> sees(world, named("thaddeusquillfeather")),
                false);
    }

    @Test
    void whileDistinguishingTwoPeople() {
        everyCrash(
                this::two,
                world -> world.identity
                        .decisions()
                        .distinct(
                                IdentityFixture.key(provisional(x("1"))),
                                IdentityFixture.key(provisional(mastodon("2"))),
                                new DecisionRationale("ann", "differ", IdentityFixture.NOW)),
                true);
    }

    @Test
    void whileUndoingAMerge() {
        everyCrash(
                world -> {
                    two(world);
                    MERGED.accept(world);
                },
                CrashRecoveryTest::undone,
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
                CrashRecoveryTest::undone,
                true);
    }

    private static void undone(IdentityFixture world) {
        undone(world, provisional(x("1")));
    }

    private static void undone(IdentityFixture world, UUID person) {
        var decisions = world.family(person).person().decisions();
        world.identity
                .decisions()
                .undo(
                        IdentityFixture.key(person),
                        decisions.get(decisions.size() - 1).id(),
                        new DecisionRationale("ann", "never mind", IdentityFixture.NOW));
    }

    @Test
    void whileErasing() {
        everyCrash(
                world -> {
                    two(world);
                    MERGED.accept(world);
                    world.list(world.row("c1", "Ann Example", "ab12", new ClientHandle("x", "1")));
                    world.sight(x("3"), named("cid"));
                },
                world -> world.identity
                        .erasures()
                        .erase(
                                IdentityFixture.key(provisional(mastodon("2"))),
                                new DecisionRationale("ann", "asked", IdentityFixture.NOW)),
                true);
    }

    @Test
    void whileErasingASplitPerson() {
        everyCrash(
                world -> {
                    two(world);
                    MERGED.accept(world);
                    SPLIT.accept(world);
                },
                world -> world.identity
                        .erasures()
                        .erase(
                                IdentityFixture.key(world.personOf(x("1"))),
                                new DecisionRationale("ann", "asked", IdentityFixture.NOW)),
                true);
    }

    @Test
    void whileErasingAPersonWhoIsEvidenceForOthers() {
        everyCrash(
                world -> {
                    two(world);
                    world.list(world.row("c9", "Thaddeus Quillfeather", "ab12"));
                    world.merge(provisional(x("1")), CLIENT);
                    world.sight(BY_NAME, named("thaddeusquillfeather"));
                    world.sight(BY_NAME, named("somethingelse"));
                    world.split(provisional(x("1")), x("1"), BY_NAME);
                },
                world -> world.identity
                        .erasures()
                        .erase(IdentityFixture.key(CLIENT), new DecisionRationale("ann", "asked", IdentityFixture.NOW)),
                true);
    }

    @Test
    void whileAcceptingASuggestion() {
        everyCrash(
                CrashRecoveryTest::suggested,
                world -> world.identity
                        .reviews()
                        .accept(BRAND, review(world), new DecisionRationale("ann", "yes", IdentityFixture.NOW)),
                true);
    }

    @Test
    void whileRejectingASuggestion() {
        everyCrash(
                CrashRecoveryTest::suggested,
                world -> world.identity
                        .reviews()
                        .reject(BRAND, review(world), new DecisionRationale("ann", "no", IdentityFixture.NOW)),
                true);
    }

    @Test
    void whileUndoingAnInferredLink() {
        everyCrash(
                world -> {
                    world.list(world.row("c9", "Thaddeus Quillfeather", null));
                    world.sight(BY_NAME, named("thaddeusquillfeather"));
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
                    world.identity
                            .reviews()
                            .reject(BRAND, review(world), new DecisionRationale("ann", "no", IdentityFixture.NOW));
                },
                world -> undone(world, CLIENT),
                true);
    }

    @Test
    void whileRevokingARejection() {
        everyCrash(
                world -> {
                    suggested(world);
                    world.identity
                            .reviews()
                            .reject(BRAND, review(world), new DecisionRationale("ann", "no", IdentityFixture.NOW));
                },
                world -> world.identity
                        .decisions()
                        .lift(
                                IdentityFixture.key(CLIENT),
                                IdentityFixture.key(provisional(BY_NAME)),
                                new DecisionRationale("ann", "perhaps", IdentityFixture.NOW)),
                true);
    }

    @Test
    void whileMatchingTheWholeBrand() {
        everyCrash(
                world -> {
                    suggested(world);
                    policy(world, true);
                },
                world -> world.identity
                        .brandRematch()
                        .run(BRAND, true, IdentityFixture.NOW.plusSeconds(50), (done, total) -> true),
                false);
    }

    @Test
    void whileRemovingAClient() {
        everyCrash(
                world -> {
                    two(world);
                    world.list(world.row("c1", "Ann Example", "ab12", new ClientHandle("x", "1")));
                    world.memory.topics.clients.remove(BRAND.key("c1"));
                },
                world -> world.identity
                        .clientList()
                        .removeRows(BRAND, List.of("c1"), IdentityFixture.NOW.plusSeconds(50)),
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

    /** A handle spelt like a client, in a brand whose policy only suggests merges. */
    private static void suggested(IdentityFixture world) {
        policy(world, false);
        world.list(world.row("c9", "Thaddeus Quillfeather", null));
        world.sight(BY_NAME, named("thaddeusquillfeather"));
        assertThat(world.memory.reviews.all).hasSize(1);
    }

    private static UUID review(IdentityFixture world) {
        return world.memory.reviews.all.values().iterator().next().id();
    }

    private static void policy(IdentityFixture world, boolean inference) {
        world.identity
                .policies()
                .update(new PolicySet(
                        BRAND.agency(),
                        BRAND.brand(),
                        inference,
                        0.95,
                        0.6,
                        List.of(),
                        0,
                        "ann",
                        IdentityFixture.NOW,
                        null,
                        null));
    }

    private void two(IdentityFixture world) {
        world.sight(x("1"), named("ann"));
        world.sight(mastodon("2"), named("bob"));
    }

    private static void sees(IdentityFixture world, io.rapport.contracts.identity.HandleProfile profile) {
        var at = IdentityFixture.NOW.plusSeconds(100);
        world.identity
                .sightings()
                .process(java.util.Map.of(mastodon("2"), HandleSighting.of(mastodon("2"), profile, at)), at);
    }

    /** The failure of the process or of its dependencies. */
    private enum Fault {
        /** The process dies and restarts. */
        CRASH,
        /** The process dies and its store is lost. */
        LOSS,
        /** The broker is unavailable for a while. */
        AWAY
    }

    /** A user's decision that was not acknowledged may be lost; records of a topic are redelivered. */
    private static void everyCrash(Consumer<IdentityFixture> before, Consumer<IdentityFixture> step, boolean human) {
        var untouched = new IdentityFixture();
        before.accept(untouched);
        var expected = new IdentityFixture();
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
                assertThat(found.decisionTexts()).as(as).isEqualTo(right.decisionTexts());
                assertThat(found.memory.people.findUndecided(9)).as(as).isEmpty();
                assertThat(found.memory.erasures.findUnfinished(9)).as(as).isEmpty();
                assertThat(found.memory.people.findUnpublished(9)).as(as).isEmpty();
                assertThat(found.memory.handles.findUnpublished(9)).as(as).isEmpty();
                assertThat(found.memory.policies.findUnpublished()).as(as).isEmpty();
                assertThat(found.memory.people.all.values()).as(as).allMatch(StoredPerson::isFree);
            }
        }
    }

    private static IdentityFixture crashedAt(
            int n, Consumer<IdentityFixture> before, Consumer<IdentityFixture> step, boolean human, Fault fault) {
        var world = new IdentityFixture();
        before.accept(world);
        if (fault == Fault.AWAY) {
            world.memory.topics.writesUntilAway(n);
        } else {
            world.memory.writesLeft = n;
        }
        try {
            step.accept(world);
        } catch (InMemoryIdentity.SimulatedCrash | NotPublishedException e) {
            // The remaining steps run after the crash.
        }
        world.memory.writesLeft = -1;
        world.memory.topics.reconnect();
        var after = fault == Fault.LOSS ? world.rebuilt() : fault == Fault.CRASH ? world.restarted() : world;
        after.identity.recovery().run(IdentityFixture.NOW.plusSeconds(100));
        if (!human) {
            step.accept(after);
        }
        return after;
    }
}
