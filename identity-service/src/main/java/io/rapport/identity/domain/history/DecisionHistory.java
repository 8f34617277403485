package io.rapport.identity.domain.history;

import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
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
 * Evaluates the decisions of a person. A decision that was undone is not effective.
 *
 * @param decisions all decisions recorded by the person, oldest first
 */
public record DecisionHistory(List<Decision> decisions) {

    public static DecisionHistory of(PersonDescribed person) {
        return new DecisionHistory(person.decisions());
    }

    /** The effect of a decision. The effect of an {@code UNDONE} is the inverse of that of the decision it undoes. */
    public DecisionEffect effect(Decision decision) {
        if (!DecisionType.UNDONE.matches(decision)) {
            return DecisionEffect.of(decision);
        }
        return find(decision.undoes())
                .map(this::effect)
                .orElse(DecisionEffect.NONE)
                .inverse();
    }

    public Optional<Decision> find(@Nullable UUID id) {
        return decisions.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The decision that undid the given one. */
    public Optional<Decision> findUndoOf(Decision decision) {
        return decisions.stream()
                .filter(each -> decision.id().equals(each.undoes()))
                .findFirst();
    }

    /** The last decision of either person that is about two people. */
    public static Optional<Decision> lastBetween(PersonDescribed one, PersonDescribed two) {
        return Stream.of(one, two)
                .flatMap(each -> each.decisions().stream())
                .filter(each -> each.other() != null)
                .max(Comparator.comparing(Decision::at));
    }

    /** The decisions that are neither undone nor an undo. */
    public List<Decision> effectiveDecisions() {
        var undone = undoneIds();
        return decisions.stream()
                .filter(each -> each.undoes() == null && !undone.contains(each.id()))
                .toList();
    }

    private Set<UUID> undoneIds() {
        return decisions.stream().map(Decision::undoes).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** The people this person is distinct from, by all effective decisions. */
    public List<UUID> distinctFrom() {
        var distinct = new TreeSet<UUID>();
        for (var decision : effectiveDecisions()) {
            var other = decision.other();
            if (other == null) {
                continue;
            }
            if (DecisionType.SPLIT.matches(decision) || DecisionType.DISTINCT.matches(decision)) {
                distinct.add(other);
            } else {
                distinct.remove(other);
            }
        }
        return List.copyOf(distinct);
    }

    /**
     * The unions that contributed the evidence at the front of a handle, newest first, back to the one that merged
     * the other person; empty if there is none, or if a split gave the handle to this person since.
     */
    public List<UUID> unionsSince(UUID other, HandleAssigned handle) {
        var leading = leadingUnions(other, handle);
        var end = leading.size();
        while (end > 0 && !other.equals(leading.get(end - 1).other())) {
            end--;
        }
        return leading.subList(0, end).stream().map(Decision::id).toList();
    }

    /**
     * The unions that the evidence at the front of a handle comes from, newest first. Of unions with equal evidence,
     * those with the given person are preferred.
     */
    private List<Decision> leadingUnions(UUID other, HandleAssigned handle) {
        var unions = new ArrayDeque<Decision>();
        effectiveUnions(handle).forEach(unions::push);
        var leading = new ArrayList<Decision>();
        var rest = handle.evidence();
        for (var next = nextLeadingUnion(other, unions, rest);
                next.isPresent();
                next = nextLeadingUnion(other, unions, rest)) {
            unions.remove(next.get());
            leading.add(next.get());
            rest = rest.subList(EvidenceRule.evidenceOf(next.get()).size(), rest.size());
        }
        return leading;
    }

    private static Optional<Decision> nextLeadingUnion(
            UUID other, Collection<Decision> unions, List<Evidence> evidence) {
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

    /**
     * Whether as many other effective unions give equal evidence as the handle has occurrences of it: one occurrence
     * may serve two unions.
     */
    public boolean hasEquivalentUnions(Decision union, HandleAssigned handle) {
        var given = EvidenceRule.evidenceOf(union);
        var withdrawn = effectiveDecisions().stream()
                .flatMap(each -> withdrawnIds(each, handle).stream())
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        var others = effectiveUnions(handle)
                .filter(each -> !each.id().equals(union.id()) && !withdrawn.contains(each.id()))
                .filter(each -> EvidenceRule.evidenceOf(each).equals(given))
                .count();
        return others >= occurrences(given, handle.evidence());
    }

    private static long occurrences(List<Evidence> given, List<Evidence> evidence) {
        return IntStream.rangeClosed(0, evidence.size() - given.size())
                .filter(n -> evidence.subList(n, n + given.size()).equals(given))
                .count();
    }

    /** The evidence that a split withdrew from a handle, without that of undone unions; empty if it withdrew none. */
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

    /** Whether no later effective decision moved handles or people. */
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
