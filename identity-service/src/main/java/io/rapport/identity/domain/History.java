package io.rapport.identity.domain;

import io.rapport.contracts.identity.Decision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person's decisions come to. A decision that was undone counts as never made, so that undoing gives back what was.
 *
 * @param told everything the person tells, oldest first
 */
record History(List<Decision> told) {

    static History of(StoredPerson person) {
        return new History(person.state().decisions());
    }

    /** What the decision does, seen from a person who tells whatever it undoes. */
    Effect effect(Decision decision) {
        if (!DecisionType.UNDONE.is(decision)) {
            return Effect.of(decision);
        }
        return find(decision.undoes()).map(this::effect).orElse(Effect.NOTES).inverse();
    }

    Optional<Decision> find(@Nullable UUID id) {
        return told.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    boolean isUndone(Decision decision) {
        return undoing(decision).isPresent();
    }

    /** What took the decision back. */
    Optional<Decision> undoing(Decision decision) {
        return told.stream().filter(each -> decision.id().equals(each.undoes())).findFirst();
    }

    /** What was last decided between either of these people and somebody. */
    static Optional<Decision> lastOf(StoredPerson one, StoredPerson two) {
        return Stream.of(one, two)
                .flatMap(each -> each.state().decisions().stream())
                .filter(each -> each.other() != null)
                .max(Comparator.comparing(Decision::at));
    }

    /** The decisions that still count. */
    List<Decision> standing() {
        var undone = undone();
        return told.stream()
                .filter(each -> each.undoes() == null && !undone.contains(each.id()))
                .toList();
    }

    private Set<UUID> undone() {
        return told.stream().map(Decision::undoes).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** Who the person is not, by all that was said. */
    List<UUID> distinctFrom() {
        var apart = new TreeSet<UUID>();
        for (var decision : standing()) {
            var other = decision.other();
            if (other == null) {
                continue;
            }
            if (DecisionType.SPLIT.is(decision) || DecisionType.DISTINCT.is(decision)) {
                apart.add(other);
            } else {
                apart.remove(other);
            }
        }
        return List.copyOf(apart);
    }

    /** The decisions about a handle that a split took back, newest first. */
    List<Decision> takenBackBy(Decision split, String handle) {
        var stack = new ArrayList<Decision>();
        var until = told.indexOf(split);
        var undone = undone();
        for (var decision : told.subList(0, Math.max(0, until))) {
            if (undone.contains(decision.id())) {
                continue;
            }
            if (DecisionType.unites(decision) && concerns(decision, handle)) {
                stack.add(decision);
            } else if (DecisionType.SPLIT.is(decision) && decision.other() != null && parts(decision, handle)) {
                stack.subList(first(stack, decision), stack.size()).clear();
            }
        }
        return newestFirst(stack.subList(first(stack, split), stack.size()));
    }

    /** Whether nothing that moved anybody was decided after this and still counts. */
    boolean isLastMove(Decision decision) {
        var undone = undone();
        return told.subList(told.indexOf(decision) + 1, told.size()).stream()
                .filter(each -> each.undoes() == null && !undone.contains(each.id()))
                .allMatch(each -> each.other() == null || Effect.of(each) == Effect.NOTES);
    }

    private static int first(List<Decision> stack, Decision split) {
        for (var i = 0; i < stack.size(); i++) {
            if (Objects.equals(stack.get(i).other(), split.other())) {
                return i;
            }
        }
        return split.handles().isEmpty() ? stack.size() : 0;
    }

    private static boolean parts(Decision split, String handle) {
        return split.handles().isEmpty() || split.handles().contains(handle);
    }

    private static boolean concerns(Decision decision, String handle) {
        return decision.handles().contains(handle) || handle.equals(decision.foundOn());
    }

    private static List<Decision> newestFirst(List<Decision> decisions) {
        var reversed = new ArrayList<>(decisions);
        Collections.reverse(reversed);
        return reversed;
    }
}
