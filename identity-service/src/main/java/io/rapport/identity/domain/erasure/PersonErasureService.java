package io.rapport.identity.domain.erasure;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.ErasureDone;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonErased;
import io.rapport.contracts.identity.PersonErasedBuilder;
import io.rapport.identity.domain.decision.DecisionRationale;
import io.rapport.identity.domain.decision.DecisionRefusedException;
import io.rapport.identity.domain.decision.SettledFamilyReader;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.outbox.NotPublishedException;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.store.ErasureRepository;
import io.rapport.identity.domain.store.ErasureRepository.ErasurePosition;
import io.rapport.identity.domain.store.PersonRepository;
import io.rapport.identity.domain.store.StoredErasure;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Erases people in idempotent steps, each of which any instance may repeat or take over:
 *
 * <ol>
 *   <li>store the plan: everything that belongs to the person;
 *   <li>lock the person by compare-and-set, which commits the erasure;
 *   <li>suppress their hashes and publish the erasure: from here on the topics alone suffice to complete it;
 *   <li>{@link PersonRemover} deletes the documents and publishes tombstones;
 *   <li>delete the plan and collect the confirmations of the other services.
 * </ol>
 */
public final class PersonErasureService {

    private static final int MAX_ATTEMPTS = 20;
    private static final int PAGE = 100;

    private final ErasureRepository erasures;
    private final PersonRepository people;
    private final SettledFamilyReader families;
    private final PersonRemover remover;
    private final SuppressionLookup suppressions;

    public PersonErasureService(
            PersonRemover remover,
            ErasureRepository erasures,
            PersonRepository people,
            SettledFamilyReader families,
            SuppressionLookup suppressions) {
        this.remover = remover;
        this.erasures = erasures;
        this.people = people;
        this.families = families;
        this.suppressions = suppressions;
    }

    /** Whether erasure is possible: it requires the installation's secret. */
    public boolean isPossible() {
        return suppressions.hashes().hasSecret();
    }

    /**
     * Erases a person with all ids and handles they ever had. Idempotent.
     *
     * @throws DecisionRefusedException if there is no such person, or on a concurrent decision about them
     * @throws NotPublishedException if an earlier decision about them has to be published first
     */
    public StoredErasure erase(PersonKey person, DecisionRationale rationale) {
        var before = erasures.findBySubject(person.brand(), person.person().toString());
        if (!before.isEmpty()) {
            return carryOut(person.brand(), before.get(0).state().erasure());
        }
        var family = families.find(List.of(person)).get(person);
        if (family == null) {
            throw new DecisionRefusedException(DecisionRefusedException.RefusalReason.UNKNOWN_PERSON);
        }
        var id = DeterministicIds.of("erasure", family.head().key().key());
        erasures.insertIfAbsent(plan(id, family, rationale, 1));
        return carryOut(person.brand(), id);
    }

    /** An erasure by its id. */
    public Optional<StoredErasure> find(BrandKey brand, UUID erasure) {
        return erasures.find(brand, erasure);
    }

    /**
     * The erasures of a brand, newest first.
     *
     * @param before the position the page begins after; null for the first page
     */
    public List<StoredErasure> findNewest(BrandKey brand, @Nullable ErasurePosition before, int limit) {
        return erasures.findNewest(brand, before, limit);
    }

    /** Records the confirmations of other services. */
    public void recordConfirmations(Collection<ErasureDone> all) {
        for (var done : all) {
            for (var erasure : erasures.findBySubject(done.brandKey(), done.subject())) {
                recordConfirmations(erasure, done);
            }
        }
    }

    /**
     * Completes all open erasures.
     *
     * @throws NotPublishedException if the broker is unavailable
     */
    public void completePending() {
        for (var found = erasures.findUnfinished(PAGE); !found.isEmpty(); found = erasures.findUnfinished(PAGE)) {
            found.forEach(erasure ->
                    proceed(erasure.state().brandKey(), erasure.state().erasure()));
        }
    }

    /** Restores published erasures. States of erased people are filtered while the other topics are read. */
    public void restore(Collection<PersonErased> states) {
        for (var state : states) {
            erasures.restore(new StoredErasure(state, null, List.of(), false));
            suppress(state);
        }
    }

    /** Notes that the restored store holds nothing more of these erasures. */
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
        } catch (NotPublishedException e) {
            // The erasure is committed and is completed when the broker is available.
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
                remover.publish(erasure.state());
                erasure = storeCounts(erasure, remover.remove(erasure));
            }
        }
        if (erasure.unpublished()) {
            remover.publish(erasure.state());
            erasures.markPublished(erasure.state());
        }
    }

    /** Stores the counts by compare-and-set: other services confirm concurrently. */
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

    /** Suppresses the hashes, and includes handles that were received before the suppression. */
    private StoredErasure includeStrays(StoredErasure held) {
        var erasure = held;
        suppress(erasure.state());
        for (var strays = remover.findStrays(erasure); !strays.isEmpty(); strays = remover.findStrays(erasure)) {
            var next = erasure.withHandles(
                    strays.stream().map(HandleAssigned::handleKey).toList(),
                    strays.stream()
                            .map(stray -> suppressions.hashes().hashHandle(stray.handleKey()))
                            .toList(),
                    strays.stream().flatMap(suppressions::hashesOfHandle).toList());
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

    /** Locks the person against concurrent decisions, with a plan that is complete as of the lock. */
    private StoredErasure lockPerson(StoredErasure erasure) {
        for (var n = 0; n < MAX_ATTEMPTS; n++) {
            if (erasure.plan() == null) {
                return erasure;
            }
            var key = erasure.plan().head();
            var head = people.find(List.of(key)).get(key);
            if (head == null || erasure.state().erasure().equals(head.lockedBy())) {
                return erasure;
            }
            var state = erasure.state();
            var family = families.find(List.of(key)).get(key);
            if (family == null) {
                return erasures.find(state.brandKey(), state.erasure()).orElseThrow();
            }
            var rationale =
                    new DecisionRationale(state.by(), Objects.requireNonNullElse(state.reason(), ""), state.at());
            var planned = plan(state.erasure(), family, rationale, state.version() + 1);
            if (erasures.replace(planned) && people.replace(family.head().withLock(state.erasure()))) {
                return planned;
            }
            erasure = erasures.find(state.brandKey(), state.erasure()).orElseThrow();
        }
        throw new DecisionRefusedException(DecisionRefusedException.RefusalReason.CONFLICT);
    }

    private StoredErasure plan(UUID id, PersonFamily family, DecisionRationale rationale, long version) {
        var brand = family.head().key().brand();
        var rows = remover.findClientRows(family);
        var handles = family.handles();
        var suppressed = Stream.of(
                        handles.stream().flatMap(suppressions::hashesOfHandle),
                        rows.stream().flatMap(suppressions::hashesOfRow))
                .flatMap(each -> each)
                .distinct()
                .sorted()
                .toList();
        var state = PersonErasedBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .erasure(id)
                .people(family.members().stream()
                        .map(each -> each.key().person())
                        .toList())
                .handles(handles.stream()
                        .map(handle -> suppressions.hashes().hashHandle(handle.handleKey()))
                        .toList())
                .suppressed(suppressed)
                .keyCheck(suppressions.hashes().keyCheck(brand.agency()))
                .by(rationale.by())
                .reason(rationale.reason().isBlank() ? null : rationale.reason())
                .at(rationale.at())
                .parts(List.of())
                .version(version)
                .build();
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
            var next = erasure.withConfirmation(done);
            if (next == erasure || erasures.replace(next)) {
                return;
            }
            erasure = erasures.find(found.state().brandKey(), found.state().erasure())
                    .orElse(null);
        }
    }
}
