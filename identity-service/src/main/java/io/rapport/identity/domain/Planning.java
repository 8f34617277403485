package io.rapport.identity.domain;

import io.rapport.contracts.HandleKey;
import io.rapport.contracts.Ids;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which decision it takes to do what somebody, or the evidence, says. Changes nothing. */
final class Planning {

    private Planning() {}

    /**
     * A decision and the two it is about, as they were when it was made.
     *
     * @param decision as the leading person tells it
     * @param lead who survives a merge, or is split
     * @param otherRevision of the other person, or {@link Intent#ABSENT}
     */
    record Plan(Decision decision, StoredPerson lead, long otherRevision) {

        StoredPerson intended() {
            return lead.intending(new Intent(decision, otherRevision));
        }
    }

    /** Two people are one: the older survives. */
    static Plan merge(Family one, Family two, Said said) {
        var lead = one.isOlderThan(two) ? one : two;
        var other = lead == one ? two : one;
        return unite(DecisionType.MERGED, lead, other, said, keys(other.handleKeys()));
    }

    /** Two people are one, by evidence found on a handle, which is told even if it does not move. */
    static Plan join(Family one, Family two, Join join) {
        var lead = one.isOlderThan(two) ? one : two;
        var other = lead == one ? two : one;
        var handles = keys(other.handleKeys());
        if (join.isBy(Rule.CLIENT_LIST)) {
            handles = Stream.concat(handles.stream(), Stream.of(join.handle().key()))
                    .distinct()
                    .sorted()
                    .toList();
        }
        var said = new Said(join.evidence().rule(), join.evidence().detail(), join.at());
        return unite(DecisionType.JOINED, lead, other, said, handles);
    }

    /**
     * Some handles are somebody else's: whose they were before, if they came with somebody.
     *
     * @param to who of those merged into this very person; null for whoever came with these handles last
     */
    static Plan split(Family family, Set<HandleKey> handles, @Nullable UUID to, Said said) {
        if (handles.isEmpty()) {
            throw new Refused(Refused.Why.NO_HANDLES);
        }
        if (!family.handleKeys().containsAll(handles)) {
            throw new Refused(Refused.Why.NOT_THEIRS);
        }
        if (to != null && family.mergedDirectly(to).isEmpty()) {
            throw new Refused(Refused.Why.NOT_MERGED);
        }
        if (handles.size() == family.handles().size() && !isClient(family)) {
            var client = clientWhoCame(family).orElseThrow(() -> new Refused(Refused.Why.ALL_HANDLES));
            return split(family, client, List.of(), said);
        }
        var back = Optional.ofNullable(to)
                .or(() -> whoCameWith(family, keys(handles)))
                .or(() -> provisionalOfOldest(family, handles));
        return split(family, back.orElseGet(() -> somebodyNew(family, keys(handles))), keys(handles), said);
    }

    private static Plan unite(DecisionType type, Family lead, Family other, Said said, List<String> handles) {
        var decision = decision(type, lead, other.person().person(), said, handles);
        return new Plan(decision, lead.head(), other.head().revision());
    }

    private static Plan split(Family family, UUID other, List<String> handles, Said said) {
        var back = family.mergedRevisions().get(other);
        return new Plan(
                decision(DecisionType.SPLIT, family, other, said, handles),
                family.head(),
                back == null ? Intent.ABSENT : back);
    }

    private static Decision decision(DecisionType type, Family lead, UUID other, Said said, List<String> handles) {
        var n = lead.person().decisions().size();
        var words = String.join("#", lead.head().key().key(), type.name(), other.toString(), said.at() + "#" + n);
        return new Decision(
                Ids.of("decision", words), type.name(), said.by(), said.at(), said.reason(), 1, other, handles);
    }

    /** The last one who came with all of these handles, and was not split off since. */
    private static Optional<UUID> whoCameWith(Family family, List<String> handles) {
        return uniting(family)
                .filter(decision -> decision.handles().containsAll(handles))
                .map(Decision::other)
                .flatMap(id -> family.mergedDirectly(id).stream())
                .map(PersonDescribed::person)
                .reduce((first, last) -> last);
    }

    private static Optional<UUID> clientWhoCame(Family family) {
        return uniting(family)
                .map(Decision::other)
                .flatMap(id -> family.mergedDirectly(id).stream())
                .filter(PersonDescribed::client)
                .map(PersonDescribed::person)
                .reduce((first, last) -> last);
    }

    private static Stream<Decision> uniting(Family family) {
        return family.person().decisions().stream().filter(DecisionType::unites);
    }

    /** Only if it was merged into this very person: who was merged elsewhere must still be found there. */
    private static Optional<UUID> provisionalOfOldest(Family family, Set<HandleKey> handles) {
        return family.handles().stream()
                .filter(handle -> handles.contains(handle.handleKey()))
                .min(Comparator.comparing(HandleAssigned::since)
                        .thenComparing(handle -> handle.handleKey().key()))
                .map(handle -> Ids.provisionalPerson(handle.handleKey()))
                .filter(id -> family.mergedDirectly(id).isPresent());
    }

    /** The number of decisions keeps two splits of the same handles apart. */
    private static UUID somebodyNew(Family family, List<String> handles) {
        var n = family.person().decisions().size();
        return Ids.of("split", family.head().key().key() + "#" + n + "#" + String.join(",", handles));
    }

    private static boolean isClient(Family family) {
        return Beginnings.isClient(family.person(), family.person().clientId());
    }

    private static List<String> keys(Collection<HandleKey> handles) {
        return handles.stream().map(HandleKey::key).sorted().toList();
    }
}
