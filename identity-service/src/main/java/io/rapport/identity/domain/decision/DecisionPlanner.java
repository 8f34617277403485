package io.rapport.identity.domain.decision;

import io.rapport.identity.domain.history.DecisionHistory;
import io.rapport.identity.domain.person.DecisionIntent;
import io.rapport.identity.domain.history.DecisionType;
import io.rapport.identity.domain.history.EvidenceRule;
import io.rapport.identity.domain.person.InitialStates;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredPerson;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
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

/** Which decision it takes to do what somebody, or the evidence, says. Changes nothing. */
public final class DecisionPlanner {

    private DecisionPlanner() {}

    /**
     * A decision and the two it is about, as they were when it was made.
     *
     * @param decision as the leading person tells it
     * @param lead who survives a merge, or is split
     * @param otherRevision of the other person, or {@link DecisionIntent#ABSENT}
     */
    public record DecisionPlan(Decision decision, StoredPerson lead, long otherRevision) {

        StoredPerson leadWithIntent() {
            return lead.withIntent(new DecisionIntent(decision, otherRevision));
        }
    }

    /** Two people are one: the older survives. */
    static DecisionPlan merge(PersonFamily one, PersonFamily two, DecisionRationale said) {
        var lead = one.isOlderThan(two) ? one : two;
        var other = lead == one ? two : one;
        return plan(DecisionType.MERGED, lead.head(), other.head(), said, DecisionSubject.of(keys(other.handleKeys())));
    }

    /** Two people are one, by evidence found on a handle, which is told even if it does not move. */
    public static DecisionPlan join(PersonFamily one, PersonFamily two, JoinEvidence join) {
        var lead = one.isOlderThan(two) ? one : two;
        var other = lead == one ? two : one;
        var handles = keys(other.handleKeys());
        var told = join.handle() != null
                && !other.handleKeys().contains(join.handle())
                && (join.isBy(EvidenceRule.CLIENT_LIST) || handles.isEmpty());
        var foundOn = told ? Objects.requireNonNull(join.handle()).key() : null;
        return plan(
                DecisionType.JOINED, lead.head(), other.head(), join.rationale(), new DecisionSubject(handles, foundOn, null, null));
    }

    /** Two people are not one. */
    static DecisionPlan distinct(StoredPerson one, StoredPerson two, DecisionRationale said) {
        return planBetween(DecisionType.DISTINCT, one, two, said);
    }

    /** Two people may be one after all. */
    static DecisionPlan lift(StoredPerson one, StoredPerson two, DecisionRationale said) {
        return planBetween(DecisionType.LIFTED, one, two, said);
    }

    /** Led by the older, as a merge is: of all who decide about the same people at once, one then always wins. */
    private static DecisionPlan planBetween(DecisionType type, StoredPerson one, StoredPerson two, DecisionRationale said) {
        var ordered = PersonFamily.OLDEST_FIRST.compare(one.state(), two.state()) < 0;
        return plan(type, ordered ? one : two, ordered ? two : one, said, DecisionSubject.of(List.of()));
    }

    /** A decision that this person led counts as never made. */
    static DecisionPlan undo(StoredPerson lead, StoredPerson other, Decision decision, DecisionRationale said) {
        var moves = new DecisionSubject(decision.handles(), decision.foundOn(), decision.id(), null);
        return plan(DecisionType.UNDONE, lead, other, said, moves);
    }

    /** Whether it was this person who led the decision, and not the other one. */
    public static boolean isLedBy(PersonDescribed person, Decision decision) {
        var n = person.decisions().indexOf(decision);
        return n >= 0
                && decision.other() != null
                && id(PersonKey.of(person), decision.type(), decision.other(), decision.at() + "#" + n)
                        .equals(decision.id());
    }

    /**
     * Some handles are somebody else's: whose they were before, if they came with somebody.
     *
     * @param to who of those merged into this very person; null for whoever came with these handles last
     */
    static DecisionPlan split(PersonFamily family, Set<HandleKey> handles, @Nullable UUID to, DecisionRationale said) {
        if (handles.isEmpty()) {
            throw new DecisionRefusedException(DecisionRefusedException.RefusalReason.NO_HANDLES);
        }
        if (to != null && family.findDirectlyMerged(to).isEmpty()) {
            throw new DecisionRefusedException(DecisionRefusedException.RefusalReason.NOT_MERGED);
        }
        if (handles.size() == family.handles().size() && !isClient(family)) {
            var client = lastMergedClient(family).orElseThrow(() -> new DecisionRefusedException(DecisionRefusedException.RefusalReason.ALL_HANDLES));
            return split(family, client, List.of(), said);
        }
        var back = Optional.ofNullable(to)
                .or(() -> lastMergedWithHandles(family, keys(handles)))
                .or(() -> provisionalOfOldest(family, handles));
        return split(family, back.orElseGet(() -> newPersonId(family, keys(handles))), keys(handles), said);
    }

    private static DecisionPlan split(PersonFamily family, UUID other, List<String> handles, DecisionRationale said) {
        var back = family.mergedRevisions().get(other);
        var moves = new DecisionSubject(handles, null, null, withdrawnUnions(family, other, handles));
        return new DecisionPlan(
                decision(DecisionType.SPLIT, family.head(), other, said, moves),
                family.head(),
                back == null ? DecisionIntent.ABSENT : back);
    }

    /** What was known by the other's coming, and since, of the handles that go back with them; of all if none does. */
    private static @Nullable Map<String, List<UUID>> withdrawnUnions(PersonFamily family, UUID other, List<String> handles) {
        var history = DecisionHistory.of(family.head());
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

    private static DecisionPlan plan(DecisionType type, StoredPerson lead, StoredPerson other, DecisionRationale said, DecisionSubject moves) {
        return new DecisionPlan(decision(type, lead, other.state().person(), said, moves), lead, other.revision());
    }

    /** What a decision moves, tells and takes back. */
    private record DecisionSubject(
            List<String> handles,
            @Nullable String foundOn,
            @Nullable UUID undoes,
            @Nullable Map<String, List<UUID>> withdraws) {
        static DecisionSubject of(List<String> handles) {
            return new DecisionSubject(handles, null, null, null);
        }
    }

    private static Decision decision(DecisionType type, StoredPerson lead, UUID other, DecisionRationale said, DecisionSubject moves) {
        var n = lead.state().decisions().size();
        return new Decision(
                id(lead.key(), type.name(), other, said.at() + "#" + n),
                type.name(),
                said.by(),
                said.at(),
                said.reason(),
                said.confidence(),
                other,
                moves.handles(),
                moves.foundOn(),
                moves.undoes(),
                said.evidence().isEmpty() ? null : said.evidence(),
                moves.withdraws());
    }

    private static UUID id(PersonKey lead, String type, UUID other, String occasion) {
        return DeterministicIds.of("decision", String.join("#", lead.key(), type, other.toString(), occasion));
    }

    /** The last one who came with all of these handles, and was not split off since. */
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

    /** Only if it was merged into this very person: who was merged elsewhere must still be found there. */
    private static Optional<UUID> provisionalOfOldest(PersonFamily family, Set<HandleKey> handles) {
        return family.handles().stream()
                .filter(handle -> handles.contains(handle.handleKey()))
                .min(Comparator.comparing(HandleAssigned::since)
                        .thenComparing(handle -> handle.handleKey().key()))
                .map(handle -> DeterministicIds.provisionalPerson(handle.handleKey()))
                .filter(id -> family.findDirectlyMerged(id).isPresent());
    }

    /** The number of decisions keeps two splits of the same handles apart. */
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
