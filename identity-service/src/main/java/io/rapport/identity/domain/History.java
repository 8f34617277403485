package io.rapport.identity.domain;

import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.HandleAssigned;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /**
     * The decisions whose evidence stands in front on a handle, newest first, down to the one by which somebody first came
     * with it; nothing if they did not, or somebody gave it to the person since.
     */
    List<UUID> since(UUID other, HandleAssigned handle) {
        var front = front(other, handle);
        var end = front.size();
        while (end > 0 && !other.equals(front.get(end - 1).other())) {
            end--;
        }
        return front.subList(0, end).stream().map(Decision::id).toList();
    }

    /** The unions that the foremost evidence of a handle is from, newest first; of those that say the same, somebody's. */
    private List<Decision> front(UUID other, HandleAssigned handle) {
        var unions = new ArrayDeque<Decision>();
        unions(handle).forEach(unions::push);
        var front = new ArrayList<Decision>();
        var rest = handle.evidence();
        for (var next = foremost(other, unions, rest); next.isPresent(); next = foremost(other, unions, rest)) {
            unions.remove(next.get());
            front.add(next.get());
            rest = rest.subList(Rule.evidenceOf(next.get()).size(), rest.size());
        }
        return front;
    }

    private static Optional<Decision> foremost(UUID other, Collection<Decision> unions, List<Evidence> evidence) {
        return unions.stream()
                .filter(each -> Collections.indexOfSubList(evidence, Rule.evidenceOf(each)) == 0)
                .max(Comparator.comparingInt(
                                (Decision each) -> Rule.evidenceOf(each).size())
                        .thenComparing(each -> other.equals(each.other())));
    }

    private Stream<Decision> unions(HandleAssigned handle) {
        return standing().stream()
                .filter(DecisionType::unites)
                .filter(each -> concerns(each, handle.handleKey().key()));
    }

    /** Whether as many others, which still count, say the very same on a handle as it tells: one may tell it for two. */
    boolean isToldElsewhere(Decision union, HandleAssigned handle) {
        var told = Rule.evidenceOf(union);
        var withdrawn = standing().stream()
                .flatMap(each -> withdrawn(each, handle).stream())
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        var others = unions(handle)
                .filter(each -> !each.id().equals(union.id()) && !withdrawn.contains(each.id()))
                .filter(each -> Rule.evidenceOf(each).equals(told))
                .count();
        return others >= occurrences(told, handle.evidence());
    }

    private static long occurrences(List<Evidence> told, List<Evidence> evidence) {
        return IntStream.rangeClosed(0, evidence.size() - told.size())
                .filter(n -> evidence.subList(n, n + told.size()).equals(told))
                .count();
    }

    /** What a split took off a handle, of what nobody undid: as it is told now. Nothing if it took off nothing. */
    Optional<List<Evidence>> withdrawnBy(Decision split, HandleAssigned handle) {
        var undone = undone();
        return withdrawn(split, handle)
                .map(ids -> ids.stream()
                        .filter(id -> !undone.contains(id))
                        .flatMap(id -> find(id).stream())
                        .flatMap(each -> Rule.evidenceOf(each).stream())
                        .toList());
    }

    private static Optional<List<UUID>> withdrawn(Decision decision, HandleAssigned handle) {
        return Optional.ofNullable(decision.withdraws())
                .flatMap(each -> Optional.ofNullable(each.get(handle.handleKey().key())));
    }

    /** Whether nothing that moved anybody was decided after this and still counts. */
    boolean isLastMove(Decision decision) {
        var undone = undone();
        return told.subList(told.indexOf(decision) + 1, told.size()).stream()
                .filter(each -> each.undoes() == null && !undone.contains(each.id()))
                .allMatch(each -> each.other() == null || Effect.of(each) == Effect.NOTES);
    }

    private static boolean concerns(Decision decision, String handle) {
        return decision.handles().contains(handle) || handle.equals(decision.foundOn());
    }
}
