package io.rapport.identity.domain.decision;

import static io.rapport.identity.domain.IdentityFixture.key;
import static io.rapport.identity.domain.IdentityFixture.mastodon;
import static io.rapport.identity.domain.IdentityFixture.named;
import static io.rapport.identity.domain.IdentityFixture.provisional;
import static io.rapport.identity.domain.IdentityFixture.x;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.identity.domain.CallInterceptor;
import io.rapport.identity.domain.IdentityFixture;
import io.rapport.identity.domain.InMemoryIdentity;
import io.rapport.identity.domain.decision.DecisionRefusedException.RefusalReason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Of two decisions about the same people, one of which runs between any two calls of the other, exactly one wins. The other is
 * refused as a conflict with the winner, and never because a person is unknown.
 */
class DecisionInterleavingTest {

    private static final UUID ANN = provisional(x("1"));
    private static final UUID BOB = provisional(mastodon("2"));
    private static final Set<RefusalReason> CONFLICTS = EnumSet.of(
            RefusalReason.ALREADY_UNDONE,
            RefusalReason.NOT_LAST,
            RefusalReason.NOT_THEIRS,
            RefusalReason.SAME_PERSON,
            RefusalReason.DISTINCT,
            RefusalReason.CONFLICT);

    /** A decision about Ann and Bob; the number makes its time and its reason distinct. */
    private record RacingDecision(
            String name, Function<DecisionService, Function<DecisionRationale, DecisionResult>> of) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** What became of a decision: its result, or why it was refused. */
    private record Outcome(List<DecisionResult> results, List<DecisionRefusedException> refusals) {

        static Outcome empty() {
            return new Outcome(new ArrayList<>(), new ArrayList<>());
        }
    }

    private static final UUID MERGE = merged(new IdentityFixture());

    private static final RacingDecision UNDO =
            new RacingDecision("undo", decisions -> reason -> decisions.undo(key(ANN), MERGE, reason));
    private static final RacingDecision UNDO_OF_THE_OTHER =
            new RacingDecision("undo of the other", decisions -> reason -> decisions.undo(key(BOB), MERGE, reason));
    private static final RacingDecision SPLIT = new RacingDecision(
            "split", decisions -> reason -> decisions.split(key(ANN), Set.of(mastodon("2")), null, reason));
    private static final RacingDecision JOIN =
            new RacingDecision("merge", decisions -> reason -> decisions.merge(key(ANN), key(BOB), reason, false));
    private static final RacingDecision DISTINCT =
            new RacingDecision("distinct", decisions -> reason -> decisions.distinct(key(BOB), key(ANN), reason));

    static Stream<Arguments> ofTheMerged() {
        var all = List.of(UNDO, UNDO_OF_THE_OTHER, SPLIT);
        return all.stream().flatMap(one -> all.stream().map(two -> Arguments.of(one, two)));
    }

    @ParameterizedTest(name = "{0} while {1}")
    @MethodSource("ofTheMerged")
    void decisionsThatPartAMergedPerson(RacingDecision one, RacingDecision two) {
        var world = new IdentityFixture();
        merged(world);
        everyInterleaving(world.memory, one, two);
    }

    static Stream<Arguments> ofTwoPeople() {
        var all = List.of(JOIN, DISTINCT);
        return all.stream().flatMap(one -> all.stream().map(two -> Arguments.of(one, two)));
    }

    @ParameterizedTest(name = "{0} while {1}")
    @MethodSource("ofTwoPeople")
    void decisionsAboutTwoPeople(RacingDecision one, RacingDecision two) {
        everyInterleaving(twoPeople(new IdentityFixture()).memory, one, two);
    }

    @Test
    void aDecisionThatNobodyMadeStaysUnknown() {
        var world = new IdentityFixture();
        merged(world);
        var outcome = Outcome.empty();

        decide(
                new RacingDecision("nothing", all -> reason -> all.undo(key(ANN), UUID.randomUUID(), reason)),
                world,
                1,
                outcome);

        assertThat(outcome.refusals())
                .extracting(DecisionRefusedException::reason)
                .containsExactly(RefusalReason.UNKNOWN_DECISION);
    }

    private static void everyInterleaving(InMemoryIdentity begin, RacingDecision one, RacingDecision two) {
        var calls = 1;
        for (var call = 0; call < calls; call++) {
            var memory = begin.copy();
            var gate = new CallInterceptor();
            var outcome = Outcome.empty();
            gate.before(call, () -> decide(two, new IdentityFixture(memory), 2, outcome));
            decide(one, new IdentityFixture(memory, gate), 1, outcome);
            calls = gate.calls();
            assertOneWon(outcome, "before call " + call);
        }
        assertThat(calls).isGreaterThan(5);
    }

    private static void assertOneWon(Outcome outcome, String when) {
        assertThat(outcome.results()).as(when).hasSize(1);
        var won = outcome.results().get(0).decision();
        assertThat(outcome.refusals()).as(when).singleElement().satisfies(lost -> {
            assertThat(lost.reason()).as(when).isIn(CONFLICTS);
            assertThat(lost.conflictingDecision())
                    .as(when)
                    .hasValueSatisfying(decision -> assertThat(decision.id()).isEqualTo(won.id()));
        });
    }

    private static void decide(RacingDecision decision, IdentityFixture world, int n, Outcome outcome) {
        var reason = new DecisionRationale("user " + n, "reason " + n, IdentityFixture.NOW.plusSeconds(200 + n));
        try {
            outcome.results()
                    .add(decision.of().apply(world.identity.decisions()).apply(reason));
        } catch (DecisionRefusedException e) {
            outcome.refusals().add(e);
        }
    }

    private static UUID merged(IdentityFixture world) {
        return twoPeople(world).merge(ANN, BOB).decision().id();
    }

    private static IdentityFixture twoPeople(IdentityFixture world) {
        world.sight(x("1"), named("ann"));
        world.sight(mastodon("2"), named("bob"));
        return world;
    }
}
