package io.rapport.identity.domain.history;

import io.rapport.identity.domain.person.StoredPerson;

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
 * @param decisions everything the person tells, oldest first
 */
public record DecisionHistory(List<Decision> decisions) {

    public static DecisionHistory of(StoredPerson person) {
        return new DecisionHistory(person.state().decisions());
    }

    /** What the decision does, seen from a person who tells whatever it undoes. */
    public DecisionEffect effect(Decision decision) {
        if (!DecisionType.UNDONE.matches(decision)) {
            return DecisionEffect.of(decision);
        }
        return find(decision.undoes()).map(this::effect).orElse(DecisionEffect.NONE).inverse();
    }

    public Optional<Decision> find(@Nullable UUID id) {
        return decisions.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    boolean isUndone(Decision decision) {
        return findUndoOf(decision).isPresent();
    }

    /** What took the decision back. */
    public Optional<Decision> findUndoOf(Decision decision) {
        return decisions.stream().filter(each -> decision.id().equals(each.undoes())).findFirst();
    }

    /** What was last decided between either of these people and somebody. */
    public static Optional<Decision> lastBetween(StoredPerson one, StoredPerson two) {
        return Stream.of(one, two)
                .flatMap(each -> each.state().decisions().stream())
                .filter(each -> each.other() != null)
                .max(Comparator.comparing(Decision::at));
    }

    /** The decisions that still count. */
    public List<Decision> effectiveDecisions() {
        var undone = undoneIds();
        return decisions.stream()
                .filter(each -> each.undoes() == null && !undone.contains(each.id()))
                .toList();
    }

    private Set<UUID> undoneIds() {
        return decisions.stream().map(Decision::undoes).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** Who the person is not, by all that was said. */
    public List<UUID> distinctFrom() {
        var apart = new TreeSet<UUID>();
        for (var decision : effectiveDecisions()) {
            var other = decision.other();
            if (other == null) {
                continue;
            }
            if (DecisionType.SPLIT.matches(decision) || DecisionType.DISTINCT.matches(decision)) {
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
    public List<UUID> unionsSince(UUID other, HandleAssigned handle) {
        var front = leadingUnions(other, handle);
        var end = front.size();
        while (end > 0 && !other.equals(front.get(end - 1).other())) {
            end--;
        }
        return front.subList(0, end).stream().map(Decision::id).toList();
    }

    /** The unions that the foremost evidence of a handle is from, newest first; of those that say the same, somebody's. */
    private List<Decision> leadingUnions(UUID other, HandleAssigned handle) {
        var unions = new ArrayDeque<Decision>();
        effectiveUnions(handle).forEach(unions::push);
        var front = new ArrayList<Decision>();
        var rest = handle.evidence();
        for (var next = nextLeadingUnion(other, unions, rest); next.isPresent(); next = nextLeadingUnion(other, unions, rest)) {
            unions.remove(next.get());
            front.add(next.get());
            rest = rest.subList(EvidenceRule.evidenceOf(next.get()).size(), rest.size());
        }
        return front;
    }

    private static Optional<Decision> nextLeadingUnion(UUID other, Collection<Decision> unions, List<Evidence> evidence) {
        return unions.stream()
                .filter(each -> Collections.indexOfSubList(evidence, EvidenceRule.evidenceOf(each)) == 0)
                .max(Comparator.comparingInt(
                                (Decision each) -> EvidenceRule.evidenceOf(each).size())
                        .thenComparing(each -> other.equals(each.other())));
    }

    private Stream<Decision> effectiveUnions(HandleAssigned handle) {
        return effectiveDecisions().stream()
                .filter(DecisionType::isUnion)
                .filter(each -> concerns(each, handle.handleKey().key()));
    }

    /** Whether as many others, which still count, say the very same on a handle as it tells: one may tell it for two. */
    public boolean hasEquivalentUnions(Decision union, HandleAssigned handle) {
        var told = EvidenceRule.evidenceOf(union);
        var withdrawn = effectiveDecisions().stream()
                .flatMap(each -> withdrawnIds(each, handle).stream())
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        var others = effectiveUnions(handle)
                .filter(each -> !each.id().equals(union.id()) && !withdrawn.contains(each.id()))
                .filter(each -> EvidenceRule.evidenceOf(each).equals(told))
                .count();
        return others >= occurrences(told, handle.evidence());
    }

    private static long occurrences(List<Evidence> told, List<Evidence> evidence) {
        return IntStream.rangeClosed(0, evidence.size() - told.size())
                .filter(n -> evidence.subList(n, n + told.size()).equals(told))
                .count();
    }

    /** What a split took off a handle, of what nobody undid: as it is told now. Nothing if it took off nothing. */
    public Optional<List<Evidence>> withdrawnEvidence(Decision split, HandleAssigned handle) {
        var undone = undoneIds();
        return withdrawnIds(split, handle)
                .map(ids -> ids.stream()
                        .filter(id -> !undone.contains(id))
                        .flatMap(id -> find(id).stream())
                        .flatMap(each -> EvidenceRule.evidenceOf(each).stream())
                        .toList());
    }

    private static Optional<List<UUID>> withdrawnIds(Decision decision, HandleAssigned handle) {
        return Optional.ofNullable(decision.withdraws())
                .flatMap(each -> Optional.ofNullable(each.get(handle.handleKey().key())));
    }

    /** Whether nothing that moved anybody was decided after this and still counts. */
    public boolean isLastMove(Decision decision) {
        var undone = undoneIds();
        return decisions.subList(decisions.indexOf(decision) + 1, decisions.size()).stream()
                .filter(each -> each.undoes() == null && !undone.contains(each.id()))
                .allMatch(each -> each.other() == null || DecisionEffect.of(each) == DecisionEffect.NONE);
    }

    private static boolean concerns(Decision decision, String handle) {
        return decision.handles().contains(handle) || handle.equals(decision.foundOn());
    }
}
