package io.rapport.identity.domain.decision;

import static io.rapport.identity.domain.IdentityFixture.mailed;
import static io.rapport.identity.domain.IdentityFixture.mastodon;
import static io.rapport.identity.domain.IdentityFixture.x;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.IdentityFixture;
import io.rapport.identity.domain.history.DecisionType;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.person.StoredPerson;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Property-based: any sequence of decisions can be undone. */
class UndoPropertiesTest {

    private static final int HANDLES = 14;
    private static final int STEPS = 60;

    /** A decision and the state before it. */
    private record Done(DecisionResult decided, Map<String, Object> before) {}

    @Property(tries = 20)
    void whateverWasDecidedIsUndoneInReverse(@ForAll long seed) {
        var random = new Random(seed);
        var world = handles();
        var done = new ArrayDeque<Done>();
        while (done.size() < STEPS) {
            step(world, random, done);
            assertSound(world);
        }
        assertThat(world.rebuilt().assignments()).isEqualTo(world.assignments());
        assertThat(world.rebuilt().people()).isEqualTo(world.people());
        while (!done.isEmpty()) {
            var last = done.pop();
            undo(world, last.decided());
            assertThat(persons(world)).isEqualTo(last.before());
        }
    }

    @Property(tries = 30)
    void mergesUndoneInReverseLeaveNoTrace(@ForAll long seed) {
        var random = new Random(seed);
        var world = handles();
        var before = world.assignments();
        var done = new ArrayDeque<Done>();
        for (var heads = heads(world); heads.size() > 2; heads = heads(world)) {
            merge(world, random, heads, done);
        }
        while (!done.isEmpty()) {
            undo(world, done.pop().decided());
        }
        assertThat(world.assignments()).isEqualTo(before);
        assertThat(world.published()).isEqualTo(before);
    }

    @Property(tries = 30)
    void evidenceInAnyOrderMakesTheSamePeople(@ForAll long seed) {
        var order = IntStream.range(0, HANDLES).boxed().collect(Collectors.toList());
        Collections.shuffle(order, new Random(seed));
        var world = new IdentityFixture();
        // Four handles per address, so that none is too frequent.
        order.forEach(i -> world.sight(handle(i), mailed("n" + i, "a" + i / 4)));

        var groups = IntStream.range(0, HANDLES)
                .boxed()
                .collect(Collectors.groupingBy(i -> world.personOf(handle(i)), Collectors.toSet()));
        assertThat(groups.values())
                .containsExactlyInAnyOrder(
                        Set.of(0, 1, 2, 3), Set.of(4, 5, 6, 7), Set.of(8, 9, 10, 11), Set.of(12, 13));
        assertSound(world);
    }

    private static void step(IdentityFixture world, Random random, Deque<Done> done) {
        var heads = heads(world);
        var splittable = heads.stream()
                .filter(head -> world.family(head).handles().size() > 1)
                .toList();
        if (splittable.isEmpty() || heads.size() > 2 && random.nextBoolean()) {
            merge(world, random, heads, done);
        } else {
            split(world, random, splittable, done);
        }
    }

    private static void merge(IdentityFixture world, Random random, List<UUID> heads, Deque<Done> done) {
        var before = persons(world);
        var one = heads.get(random.nextInt(heads.size()));
        var others = heads.stream().filter(head -> !head.equals(one)).toList();
        var decided = world.merge(one, others.get(random.nextInt(others.size())));
        done.push(new Done(decided, before));
    }

    private static void split(IdentityFixture world, Random random, List<UUID> splittable, Deque<Done> done) {
        var before = persons(world);
        var person = splittable.get(random.nextInt(splittable.size()));
        var handles = world.family(person).handleKeys().stream()
                .sorted(Comparator.comparing(HandleKey::key))
                .toList();
        var first = random.nextInt(handles.size());
        var size = 1 + random.nextInt(handles.size() - 1);
        var chosen = IntStream.range(0, size)
                .mapToObj(i -> handles.get((first + i) % handles.size()))
                .toArray(HandleKey[]::new);
        done.push(new Done(world.split(person, chosen), before));
    }

    private static void undo(IdentityFixture world, DecisionResult decided) {
        Decision decision = decided.decision();
        var lead = decided.person().person();
        if (DecisionType.SPLIT.matches(decision)) {
            world.merge(lead, decision.other());
        } else {
            world.unmerge(decided);
            assertThat(world.family(decision.other()).person().person()).isEqualTo(decision.other());
        }
    }

    private static void assertSound(IdentityFixture world) {
        assertThat(world.published()).isEqualTo(world.assignments());
        var merged = world.memory.people.all.values().stream()
                .filter(person -> person.state().mergedInto() != null)
                .map(person -> person.state().person())
                .collect(Collectors.toSet());
        assertThat(world.memory.handles.all.values())
                .noneMatch(handle -> merged.contains(handle.state().person()));
        assertThat(world.memory.people.all.values()).allMatch(StoredPerson::isFree);
    }

    private static IdentityFixture handles() {
        var world = new IdentityFixture();
        IntStream.range(0, HANDLES).forEach(i -> world.sight(handle(i)));
        return world;
    }

    private static HandleKey handle(int i) {
        return i % 2 == 0 ? x("h" + i) : mastodon("h" + i);
    }

    private static List<UUID> heads(IdentityFixture world) {
        return world.memory.handles.all.values().stream()
                .map(StoredHandle::state)
                .map(HandleAssigned::person)
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<String, Object> persons(IdentityFixture world) {
        return world.assignments().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().subList(0, 3)));
    }
}
