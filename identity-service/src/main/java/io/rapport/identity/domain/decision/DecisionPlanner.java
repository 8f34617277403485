package io.rapport.identity.domain.decision;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.DecisionBuilder;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.history.DecisionType;
import io.rapport.identity.domain.history.EvidenceRule;
import io.rapport.identity.domain.person.DecisionIntent;
import io.rapport.identity.domain.person.InitialStates;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredPerson;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans the decision that a request or evidence requires. Pure: reads and writes nothing. */
public final class DecisionPlanner {

    private DecisionPlanner() {}

    /**
     * A planned decision, with the state of the two people it was planned for.
     *
     * @param decision as the leading person records it
     * @param lead the survivor of a merge, or the person that is split
     * @param otherRevision the revision of the other person, or {@link DecisionIntent#ABSENT}
     */
    public record DecisionPlan(Decision decision, StoredPerson lead, long otherRevision) {

        StoredPerson leadWithIntent() {
            return lead.withIntent(new DecisionIntent(decision, otherRevision));
        }
    }

    /** Merges two people; the older one survives. */
    static DecisionPlan merge(PersonFamily one, PersonFamily two, DecisionRationale rationale) {
        var lead = one.isOlderThan(two) ? one : two;
        var other = lead == one ? two : one;
        return plan(
                DecisionType.MERGED,
                lead.head(),
                other.head(),
                rationale,
                DecisionSubject.of(keys(other.handleKeys())));
    }

    /**
     * Merges two people because of evidence. The handle the evidence was found on is recorded even if it does not
     * move.
     */
    public static DecisionPlan join(PersonFamily one, PersonFamily two, JoinEvidence join) {
        var lead = one.isOlderThan(two) ? one : two;
        var other = lead == one ? two : one;
        var handles = keys(other.handleKeys());
        var isRecorded = join.handle() != null
                && !other.handleKeys().contains(join.handle())
                && (join.isBy(EvidenceRule.CLIENT_LIST) || handles.isEmpty());
        var foundOn = isRecorded ? Objects.requireNonNull(join.handle()).key() : null;
        return plan(
                DecisionType.JOINED,
                lead.head(),
                other.head(),
                join.rationale(),
                new DecisionSubject(handles, foundOn, null, null));
    }

    /** Records that two people are distinct. */
    static DecisionPlan distinct(StoredPerson one, StoredPerson two, DecisionRationale rationale) {
        return planBetween(DecisionType.DISTINCT, one, two, rationale);
    }

    /** Revokes a distinction. */
    static DecisionPlan lift(StoredPerson one, StoredPerson two, DecisionRationale rationale) {
        return planBetween(DecisionType.LIFTED, one, two, rationale);
    }

    /**
     * The older person leads, as in a merge, so that of all concurrent decisions about the same two people exactly
     * one wins.
     */
    private static DecisionPlan planBetween(
            DecisionType type, StoredPerson one, StoredPerson two, DecisionRationale rationale) {
        var ordered = PersonFamily.OLDEST_FIRST.compare(one.state(), two.state()) < 0;
        return plan(type, ordered ? one : two, ordered ? two : one, rationale, DecisionSubject.of(List.of()));
    }

    /** Undoes a decision that the given lead led. */
    static DecisionPlan undo(StoredPerson lead, StoredPerson other, Decision decision, DecisionRationale rationale) {
        var subject = new DecisionSubject(decision.handles(), decision.foundOn(), decision.id(), null);
        return plan(DecisionType.UNDONE, lead, other, rationale, subject);
    }

    /** Whether this person, and not the other one, led the decision. */
    public static boolean isLedBy(PersonDescribed person, Decision decision) {
        var n = person.decisions().indexOf(decision);
        return n >= 0
                && decision.other() != null
                && id(PersonKey.of(person), decision.type(), decision.other(), decision.at() + "#" + n)
                        .equals(decision.id());
    }

    /**
     * Splits handles off: back to the person they were merged with, or to a new person.
     *
     * @param to a person merged directly into the head; null for the one most recently merged with these handles
     */
    static DecisionPlan split(
            PersonFamily family, Set<HandleKey> handles, @Nullable UUID to, DecisionRationale rationale) {
        if (handles.isEmpty()) {
            throw new DecisionRefusedException(DecisionRefusedException.RefusalReason.NO_HANDLES);
        }
        if (to != null && family.findDirectlyMerged(to).isEmpty()) {
            throw new DecisionRefusedException(DecisionRefusedException.RefusalReason.NOT_MERGED);
        }
        if (handles.size() == family.handles().size() && !isClient(family)) {
            var client = lastMergedClient(family)
                    .orElseThrow(
                            () -> new DecisionRefusedException(DecisionRefusedException.RefusalReason.ALL_HANDLES));
            return split(family, client, List.of(), rationale);
        }
        var back = Optional.ofNullable(to)
                .or(() -> lastMergedWithHandles(family, keys(handles)))
                .or(() -> provisionalOfOldest(family, handles));
        return split(family, back.orElseGet(() -> newPersonId(family, keys(handles))), keys(handles), rationale);
    }

    private static DecisionPlan split(
            PersonFamily family, UUID other, List<String> handles, DecisionRationale rationale) {
        var back = family.mergedRevisions().get(other);
        var subject = new DecisionSubject(handles, null, null, withdrawnUnions(family, other, handles));
        return new DecisionPlan(
                decision(DecisionType.SPLIT, family.head(), other, rationale, subject),
                family.head(),
                back == null ? DecisionIntent.ABSENT : back);
    }

    /**
     * The unions that contributed evidence to the returned handles since the other person was merged; of all handles
     * if none is returned.
     */
    private static @Nullable Map<String, List<UUID>> withdrawnUnions(
            PersonFamily family, UUID other, List<String> handles) {
        var history = family.head().history();
        var withdrawn = new TreeMap<String, List<UUID>>();
        for (var handle : family.handles()) {
            var key = handle.handleKey().key();
            var since = history.unionsSince(other, handle);
            if (!since.isEmpty() && (handles.isEmpty() || handles.contains(key))) {
                withdrawn.put(key, since);
            }
        }
        return withdrawn.isEmpty() ? null : withdrawn;
    }

    private static DecisionPlan plan(
            DecisionType type,
            StoredPerson lead,
            StoredPerson other,
            DecisionRationale rationale,
            DecisionSubject subject) {
        return new DecisionPlan(
                decision(type, lead, other.state().person(), rationale, subject), lead, other.revision());
    }

    /**
     * The handles a decision moves, the handle it was found on, the decision it undoes and the evidence it withdraws.
     */
    private record DecisionSubject(
            List<String> handles,
            @Nullable String foundOn,
            @Nullable UUID undoes,
            @Nullable Map<String, List<UUID>> withdraws) {
        static DecisionSubject of(List<String> handles) {
            return new DecisionSubject(handles, null, null, null);
        }
    }

    private static Decision decision(
            DecisionType type, StoredPerson lead, UUID other, DecisionRationale rationale, DecisionSubject subject) {
        var n = lead.state().decisions().size();
        return DecisionBuilder.builder()
                .id(id(lead.key(), type.name(), other, rationale.at() + "#" + n))
                .type(type.name())
                .by(rationale.by())
                .at(rationale.at())
                .reason(rationale.reason())
                .confidence(rationale.confidence())
                .other(other)
                .handles(subject.handles())
                .foundOn(subject.foundOn())
                .undoes(subject.undoes())
                .evidence(rationale.evidence().isEmpty() ? null : rationale.evidence())
                .withdraws(subject.withdraws())
                .build();
    }

    private static UUID id(PersonKey lead, String type, UUID other, String occasion) {
        return DeterministicIds.of("decision", String.join("#", lead.key(), type, other.toString(), occasion));
    }

    /** The person most recently merged with all of these handles and not split off since. */
    private static Optional<UUID> lastMergedWithHandles(PersonFamily family, List<String> handles) {
        return unions(family)
                .filter(decision -> decision.handles().containsAll(handles))
                .map(Decision::other)
                .flatMap(id -> family.findDirectlyMerged(id).stream())
                .map(PersonDescribed::person)
                .reduce((first, last) -> last);
    }

    private static Optional<UUID> lastMergedClient(PersonFamily family) {
        return unions(family)
                .map(Decision::other)
                .flatMap(id -> family.findDirectlyMerged(id).stream())
                .filter(PersonDescribed::client)
                .map(PersonDescribed::person)
                .reduce((first, last) -> last);
    }

    private static Stream<Decision> unions(PersonFamily family) {
        return family.person().decisions().stream().filter(DecisionType::isUnion);
    }

    /** Only a person merged directly into the head: one merged into another person has to remain resolvable there. */
    private static Optional<UUID> provisionalOfOldest(PersonFamily family, Set<HandleKey> handles) {
        return family.handles().stream()
                .filter(handle -> handles.contains(handle.handleKey()))
                .min(Comparator.comparing(HandleAssigned::since)
                        .thenComparing(handle -> handle.handleKey().key()))
                .map(handle -> DeterministicIds.provisionalPerson(handle.handleKey()))
                .filter(id -> family.findDirectlyMerged(id).isPresent());
    }

    /** The number of decisions makes the ids of repeated splits of the same handles distinct. */
    private static UUID newPersonId(PersonFamily family, List<String> handles) {
        var n = family.person().decisions().size();
        return DeterministicIds.of("split", family.head().key().key() + "#" + n + "#" + String.join(",", handles));
    }

    private static boolean isClient(PersonFamily family) {
        return InitialStates.isClient(family.person(), family.person().clientId());
    }

    private static List<String> keys(Collection<HandleKey> handles) {
        return handles.stream().map(HandleKey::key).sorted().toList();
    }
}
