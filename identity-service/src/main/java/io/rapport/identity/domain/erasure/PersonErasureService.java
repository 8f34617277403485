package io.rapport.identity.domain.erasure;

import io.rapport.identity.domain.decision.DecisionRationale;
import io.rapport.identity.domain.decision.DecisionRefusedException;
import io.rapport.identity.domain.store.ErasureRepository;
import io.rapport.identity.domain.outbox.IdentityEventPublisher;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.store.PersonRepository;
import io.rapport.identity.domain.decision.SettledFamilyReader;
import io.rapport.identity.domain.store.StoredErasure;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ErasureDone;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonErased;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Erases people, in steps that anybody may take again or take over:
 *
 * <ol>
 *   <li>the plan is stored: all that is the person's;
 *   <li>the person is held, if nobody decided anything about them meanwhile: from here on it holds;
 *   <li>their hashes are barred and the erasure is published: from here on the topics alone are enough to finish it;
 *   <li>{@link PersonRemover} deletes what is here, and publishes tombstones;
 *   <li>the plan is forgotten, and the other services are listened to until all of them are done.
 * </ol>
 */
public final class PersonErasureService {

    private static final int MAX_ATTEMPTS = 20;
    private static final int PAGE = 100;

    private final ErasureRepository erasures;
    private final PersonRepository people;
    private final SettledFamilyReader gathering;
    private final PersonRemover removal;
    private final SuppressionLookup barred;

    public PersonErasureService(PersonRemover removal, ErasureRepository erasures, PersonRepository people, SettledFamilyReader gathering, SuppressionLookup barred) {
        this.removal = removal;
        this.erasures = erasures;
        this.people = people;
        this.gathering = gathering;
        this.barred = barred;
    }

    /** Whether people can be erased here: not without the installation's secret. */
    public boolean isPossible() {
        return barred.hashes().hasSecret();
    }

    /**
     * Erases a person, with all ids and handles they ever had. Doing it again gives the same erasure.
     *
     * @throws DecisionRefusedException if there is no such person, or something else was decided about them just now
     * @throws IdentityEventPublisher.NotAnnounced if an earlier decision about them has to be published first
     */
    public StoredErasure erase(PersonKey person, DecisionRationale said) {
        var before = erasures.findBySubject(person.brand(), person.person().toString());
        if (!before.isEmpty()) {
            return carryOut(person.brand(), before.get(0).state().erasure());
        }
        var family = gathering.find(List.of(person)).get(person);
        if (family == null) {
            throw new DecisionRefusedException(DecisionRefusedException.RefusalReason.UNKNOWN_PERSON);
        }
        var id = DeterministicIds.of("erasure", family.head().key().key());
        erasures.insertIfAbsent(plan(id, family, said, 1));
        return carryOut(person.brand(), id);
    }

    /** An erasure by its id. */
    public Optional<StoredErasure> find(BrandKey brand, UUID erasure) {
        return erasures.find(brand, erasure);
    }

    /** Takes in what another service has removed. */
    public void recordConfirmations(Collection<ErasureDone> all) {
        for (var done : all) {
            for (var erasure : erasures.findBySubject(done.brandKey(), done.subject())) {
                recordConfirmations(erasure, done);
            }
        }
    }

    /**
     * Finishes all that was left half done.
     *
     * @throws IdentityEventPublisher.NotAnnounced if the broker is away
     */
    public void completePending() {
        for (var found = erasures.findUnfinished(PAGE); !found.isEmpty(); found = erasures.findUnfinished(PAGE)) {
            found.forEach(erasure ->
                    proceed(erasure.state().brandKey(), erasure.state().erasure()));
        }
    }

    /** Takes over erasures that were published; what is left of the erased is removed as the topics are read. */
    public void restore(Collection<PersonErased> states) {
        for (var state : states) {
            erasures.restore(new StoredErasure(state, null, List.of(), false));
            suppress(state);
        }
    }

    /** All that was left of these erasures is removed now. */
    public void completeRestored(Collection<PersonErased> states) {
        for (var state : states) {
            var erasure = erasures.find(state.brandKey(), state.erasure()).orElseThrow();
            if (!erasure.isRemovedHere()) {
                erasures.replace(PersonRemover.withCounts(erasure, Map.of()));
            }
        }
    }

    private StoredErasure carryOut(BrandKey brand, UUID id) {
        try {
            proceed(brand, id);
        } catch (IdentityEventPublisher.NotPublishedException e) {
            // It holds all the same, and is finished when the broker is back.
        }
        return erasures.find(brand, id).orElseThrow();
    }

    private void proceed(BrandKey brand, UUID id) {
        var erasure = erasures.find(brand, id).orElseThrow();
        while (erasure.plan() != null) {
            erasure = lockPerson(erasure);
            if (erasure.plan() != null) {
                erasure = includeStrays(erasure);
            }
            if (erasure.plan() != null) {
                removal.publish(erasure.state());
                erasure = storeCounts(erasure, removal.remove(erasure));
            }
        }
        if (erasure.unpublished()) {
            removal.publish(erasure.state());
            erasures.markPublished(erasure.state());
        }
    }

    /** The other services tell of their parts meanwhile: what was counted here is added to what is stored by then. */
    private StoredErasure storeCounts(StoredErasure removed, Map<String, Long> counts) {
        var erasure = removed;
        while (erasure.plan() != null) {
            var next = PersonRemover.withCounts(erasure, counts);
            erasure = erasures.replace(next)
                    ? next
                    : erasures.find(next.state().brandKey(), next.state().erasure())
                            .orElseThrow();
        }
        return erasure;
    }

    /** Barred, with whatever of them was taken in by somebody who looked before they were. */
    private StoredErasure includeStrays(StoredErasure held) {
        var erasure = held;
        suppress(erasure.state());
        for (var strays = removal.findStrays(erasure); !strays.isEmpty(); strays = removal.findStrays(erasure)) {
            var next = erasure.withHandles(strays, barred);
            erasure = erasures.replace(next)
                    ? next
                    : erasures.find(next.state().brandKey(), next.state().erasure())
                            .orElseThrow();
            if (erasure.plan() == null) {
                break;
            }
            suppress(erasure.state());
        }
        return erasure;
    }

    /** Makes sure that nobody else decides about the person, and that the plan has all that is theirs. */
    private StoredErasure lockPerson(StoredErasure erasure) {
        for (var n = 0; n < MAX_ATTEMPTS; n++) {
            if (erasure.plan() == null) {
                return erasure;
            }
            var key = erasure.plan().head();
            var head = people.find(List.of(key)).get(key);
            if (head == null || erasure.state().erasure().equals(head.heldBy())) {
                return erasure;
            }
            var state = erasure.state();
            var family = gathering.find(List.of(key)).get(key);
            if (family == null) {
                return erasures.find(state.brandKey(), state.erasure()).orElseThrow();
            }
            var said = new DecisionRationale(state.by(), Objects.requireNonNullElse(state.reason(), ""), state.at());
            var planned = plan(state.erasure(), family, said, state.version() + 1);
            if (erasures.replace(planned) && people.replace(family.head().heldBy(state.erasure()))) {
                return planned;
            }
            erasure = erasures.find(state.brandKey(), state.erasure()).orElseThrow();
        }
        throw new DecisionRefusedException(DecisionRefusedException.RefusalReason.CONFLICT);
    }

    private StoredErasure plan(UUID id, PersonFamily family, DecisionRationale said, long version) {
        var brand = family.head().key().brand();
        var rows = removal.findClientRows(family);
        var handles = family.handles();
        var suppressed = Stream.of(
                        handles.stream().flatMap(barred::hashesOfHandle),
                        rows.stream().flatMap(barred::hashesOfRow))
                .flatMap(each -> each)
                .distinct()
                .sorted()
                .toList();
        var state = new PersonErased(
                brand.agency(),
                brand.brand(),
                id,
                family.members().stream().map(each -> each.key().person()).toList(),
                handles.stream()
                        .map(handle -> barred.hashes().hashHandle(handle.handleKey()))
                        .toList(),
                suppressed,
                barred.hashes().keyCheck(brand.agency()),
                said.by(),
                said.reason().isBlank() ? null : said.reason(),
                said.at(),
                List.of(),
                version);
        var work = new StoredErasure.RemovalPlan(
                family.head().key(),
                handles.stream()
                        .map(HandleAssigned::handleKey)
                        .map(HandleKey::key)
                        .toList(),
                family.clientIds());
        return new StoredErasure(state, work, List.of(), true);
    }

    private void suppress(PersonErased state) {
        erasures.addSuppressions(
                state.brandKey(),
                Stream.concat(
                                state.suppressed().stream(),
                                state.people().stream().map(String::valueOf))
                        .toList());
    }

    private void recordConfirmations(StoredErasure found, ErasureDone done) {
        @Nullable StoredErasure erasure = found;
        while (erasure != null) {
            var next = erasure.told(done);
            if (next == erasure || erasures.replace(next)) {
                return;
            }
            erasure = erasures.find(found.state().brandKey(), found.state().erasure())
                    .orElse(null);
        }
    }
}
