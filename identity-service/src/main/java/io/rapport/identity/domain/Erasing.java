package io.rapport.identity.domain;

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
 *   <li>{@link Removal} deletes what is here, and publishes tombstones;
 *   <li>the plan is forgotten, and the other services are listened to until all of them are done.
 * </ol>
 */
public final class Erasing {

    private static final int PATIENCE = 20;
    private static final int PAGE = 100;

    private final ErasureStore erasures;
    private final PersonStore people;
    private final Gathering gathering;
    private final Removal removal;
    private final Barred barred;

    Erasing(Removal removal, ErasureStore erasures, PersonStore people, Gathering gathering, Barred barred) {
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
     * @throws Refused if there is no such person, or something else was decided about them just now
     * @throws Announcer.NotAnnounced if an earlier decision about them has to be published first
     */
    public StoredErasure erase(PersonKey person, Said said) {
        var before = erasures.about(person.brand(), person.person().toString());
        if (!before.isEmpty()) {
            return carryOut(person.brand(), before.get(0).state().erasure());
        }
        var family = gathering.free(List.of(person)).get(person);
        if (family == null) {
            throw new Refused(Refused.Why.UNKNOWN_PERSON);
        }
        var id = DeterministicIds.of("erasure", family.head().key().key());
        erasures.insert(plan(id, family, said, 1));
        return carryOut(person.brand(), id);
    }

    /** An erasure by its id. */
    public Optional<StoredErasure> find(BrandKey brand, UUID erasure) {
        return erasures.find(brand, erasure);
    }

    /** Takes in what another service has removed. */
    public void told(Collection<ErasureDone> all) {
        for (var done : all) {
            for (var erasure : erasures.about(done.brandKey(), done.subject())) {
                told(erasure, done);
            }
        }
    }

    /**
     * Finishes all that was left half done.
     *
     * @throws Announcer.NotAnnounced if the broker is away
     */
    public void finish() {
        for (var found = erasures.unfinished(PAGE); !found.isEmpty(); found = erasures.unfinished(PAGE)) {
            found.forEach(erasure ->
                    proceed(erasure.state().brandKey(), erasure.state().erasure()));
        }
    }

    /** Takes over erasures that were published; what is left of the erased is removed as the topics are read. */
    void restore(Collection<PersonErased> states) {
        for (var state : states) {
            erasures.restore(new StoredErasure(state, null, List.of(), false));
            bar(state);
        }
    }

    /** All that was left of these erasures is removed now. */
    void completeRestored(Collection<PersonErased> states) {
        for (var state : states) {
            var erasure = erasures.find(state.brandKey(), state.erasure()).orElseThrow();
            if (!erasure.isRemovedHere()) {
                erasures.replace(Removal.counted(erasure, Map.of()));
            }
        }
    }

    private StoredErasure carryOut(BrandKey brand, UUID id) {
        try {
            proceed(brand, id);
        } catch (Announcer.NotAnnounced e) {
            // It holds all the same, and is finished when the broker is back.
        }
        return erasures.find(brand, id).orElseThrow();
    }

    private void proceed(BrandKey brand, UUID id) {
        var erasure = erasures.find(brand, id).orElseThrow();
        while (erasure.work() != null) {
            erasure = held(erasure);
            if (erasure.work() != null) {
                erasure = withStrays(erasure);
            }
            if (erasure.work() != null) {
                removal.announce(erasure.state());
                erasure = counted(erasure, removal.of(erasure));
            }
        }
        if (erasure.due()) {
            removal.announce(erasure.state());
            erasures.published(erasure.state());
        }
    }

    /** The other services tell of their parts meanwhile: what was counted here is added to what is stored by then. */
    private StoredErasure counted(StoredErasure removed, Map<String, Long> counts) {
        var erasure = removed;
        while (erasure.work() != null) {
            var next = Removal.counted(erasure, counts);
            erasure = erasures.replace(next)
                    ? next
                    : erasures.find(next.state().brandKey(), next.state().erasure())
                            .orElseThrow();
        }
        return erasure;
    }

    /** Barred, with whatever of them was taken in by somebody who looked before they were. */
    private StoredErasure withStrays(StoredErasure held) {
        var erasure = held;
        bar(erasure.state());
        for (var strays = removal.strays(erasure); !strays.isEmpty(); strays = removal.strays(erasure)) {
            var next = erasure.and(strays, barred);
            erasure = erasures.replace(next)
                    ? next
                    : erasures.find(next.state().brandKey(), next.state().erasure())
                            .orElseThrow();
            if (erasure.work() == null) {
                break;
            }
            bar(erasure.state());
        }
        return erasure;
    }

    /** Makes sure that nobody else decides about the person, and that the plan has all that is theirs. */
    private StoredErasure held(StoredErasure erasure) {
        for (var n = 0; n < PATIENCE; n++) {
            if (erasure.work() == null) {
                return erasure;
            }
            var key = erasure.work().head();
            var head = people.find(List.of(key)).get(key);
            if (head == null || erasure.state().erasure().equals(head.heldBy())) {
                return erasure;
            }
            var state = erasure.state();
            var family = gathering.free(List.of(key)).get(key);
            if (family == null) {
                return erasures.find(state.brandKey(), state.erasure()).orElseThrow();
            }
            var said = new Said(state.by(), Objects.requireNonNullElse(state.reason(), ""), state.at());
            var planned = plan(state.erasure(), family, said, state.version() + 1);
            if (erasures.replace(planned) && people.replace(family.head().heldBy(state.erasure()))) {
                return planned;
            }
            erasure = erasures.find(state.brandKey(), state.erasure()).orElseThrow();
        }
        throw new Refused(Refused.Why.CONFLICT);
    }

    private StoredErasure plan(UUID id, Family family, Said said, long version) {
        var brand = family.head().key().brand();
        var rows = removal.rows(family);
        var handles = family.handles();
        var suppressed = Stream.of(
                        handles.stream().flatMap(barred::ofHandle),
                        rows.stream().flatMap(barred::ofRow))
                .flatMap(each -> each)
                .distinct()
                .sorted()
                .toList();
        var state = new PersonErased(
                brand.agency(),
                brand.brand(),
                id,
                family.everybody().stream().map(each -> each.key().person()).toList(),
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
        var work = new StoredErasure.Work(
                family.head().key(),
                handles.stream()
                        .map(HandleAssigned::handleKey)
                        .map(HandleKey::key)
                        .toList(),
                family.clients());
        return new StoredErasure(state, work, List.of(), true);
    }

    private void bar(PersonErased state) {
        erasures.bar(
                state.brandKey(),
                Stream.concat(
                                state.suppressed().stream(),
                                state.people().stream().map(String::valueOf))
                        .toList());
    }

    private void told(StoredErasure found, ErasureDone done) {
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
