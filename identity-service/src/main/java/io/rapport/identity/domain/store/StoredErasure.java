package io.rapport.identity.domain.store;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ErasedPart;
import io.rapport.contracts.identity.ErasureDone;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.PersonErasedBuilder;
import io.rapport.identity.domain.person.PersonKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An erasure as stored.
 *
 * @param state the state that is or will be published; its version is the optimistic lock
 * @param plan what identity has to remove; null once it is removed
 * @param confirmations the confirmations of the other services so far
 * @param unpublished whether this state is in the outbox
 */
public record StoredErasure(
        PersonErased state, @Nullable RemovalPlan plan, List<ErasureDone> confirmations, boolean unpublished) {

    /**
     * What identity holds of the person, kept only until it is removed.
     *
     * @param head the surviving person
     * @param handles the keys of their handles
     * @param clients their ids on the client list
     */
    public record RemovalPlan(PersonKey head, List<String> handles, List<String> clients) {}

    private static final String IDENTITY = "identity";
    private static final String TOPICS = "topics";

    /** Whether all services have confirmed the removal. */
    public boolean isDone() {
        return plan == null
                && !state.parts().isEmpty()
                && state.parts().stream().allMatch(ErasedPart::done);
    }

    /** The subjects that services confirm: the erasure, its handles and its people. */
    public List<String> subjects() {
        return Stream.of(
                        Stream.of(state.erasure().toString()),
                        state.handles().stream(),
                        state.people().stream().map(String::valueOf))
                .flatMap(each -> each)
                .toList();
    }

    /** The erasure after identity's own part is removed. */
    public StoredErasure withRemovalCounts(Map<String, Long> here, Map<String, Long> tombstones) {
        var own = List.of(new ErasedPart(IDENTITY, true, here), new ErasedPart(TOPICS, true, tombstones));
        return with(null, own, confirmations, true);
    }

    /**
     * The erasure with the confirmation of one more subject. Of two confirmations of the same subject the larger
     * counts are kept.
     */
    public StoredErasure withConfirmation(ErasureDone done) {
        if (isDone()) {
            return this;
        }
        var all = new ArrayList<ErasureDone>(confirmations);
        var before = confirmations.stream()
                .filter(each -> each.key().equals(done.key()))
                .findFirst();
        before.ifPresent(all::remove);
        all.add(before.map(each -> maximum(each, done)).orElse(done));
        var own = state.parts().stream()
                .filter(part ->
                        part.service().equals(IDENTITY) || part.service().equals(TOPICS))
                .toList();
        var next = with(plan, own, all, unpublished);
        return next.isDone() ? new StoredErasure(next.state, next.plan, all, true) : next;
    }

    /** The erasure with further handles of the person. */
    public StoredErasure withHandles(List<HandleKey> keys, List<String> handleHashes, List<String> suppressed) {
        var before = Objects.requireNonNull(plan);
        var next = PersonErasedBuilder.builder(state)
                .people(concat(state.people(), keys.stream().map(DeterministicIds::provisionalPerson)))
                .handles(concat(state.handles(), handleHashes.stream()))
                .suppressed(concat(state.suppressed(), suppressed.stream()))
                .version(state.version() + 1)
                .build();
        var handles = concat(before.handles(), keys.stream().map(HandleKey::key));
        return new StoredErasure(next, new RemovalPlan(before.head(), handles, before.clients()), confirmations, true);
    }

    private static <T> List<T> concat(List<T> some, Stream<T> more) {
        return Stream.concat(some.stream(), more).distinct().toList();
    }

    /** Whether identity has removed its own part. */
    public boolean isRemovedHere() {
        return state.parts().stream().anyMatch(part -> part.service().equals(IDENTITY));
    }

    private StoredErasure with(
            @Nullable RemovalPlan next, List<ErasedPart> own, List<ErasureDone> all, boolean toPublish) {
        var parts = new ArrayList<>(own);
        parts.add(part("ingest", 1, all));
        parts.add(part("scoring", state.handles().size(), all));
        parts.add(part("report", state.handles().size() + state.people().size(), all));
        var after = PersonErasedBuilder.builder(state)
                .parts(parts)
                .version(state.version() + 1)
                .build();
        return new StoredErasure(after, next, all, toPublish);
    }

    private static ErasedPart part(String service, int subjects, List<ErasureDone> all) {
        var removed = new TreeMap<String, Long>();
        var theirs = all.stream().filter(done -> done.service().equals(service)).toList();
        theirs.forEach(done -> done.removed().forEach((what, n) -> removed.merge(what, n, Long::sum)));
        return new ErasedPart(service, theirs.size() >= subjects, removed);
    }

    private static ErasureDone maximum(ErasureDone one, ErasureDone other) {
        var removed = new TreeMap<>(one.removed());
        other.removed().forEach((what, n) -> removed.merge(what, n, Math::max));
        return new ErasureDone(other.agency(), other.brand(), other.service(), other.subject(), removed, other.at());
    }
}
