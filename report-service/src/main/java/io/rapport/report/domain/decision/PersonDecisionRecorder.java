package io.rapport.report.domain.decision;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.decision.DecisionRejectedException.DecisionRejection;
import io.rapport.report.domain.identity.PersonDirectory;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * Saves decisions about people: those about a merged person for the survivor, and none about an erased one.
 *
 * @param <E> the type of the states
 */
public final class PersonDecisionRecorder<E> {

    private static final int MAX_ATTEMPTS = 5;

    private final PersonDecisionRepository<E> states;
    private final PersonDirectory directory;
    private final BiPredicate<BrandKey, UUID> erased;
    private final DecisionRecorder<E> recorder;

    /**
     * A recorder of the states of this repository.
     *
     * @param erased whether a person was erased
     */
    public PersonDecisionRecorder(
            PersonDecisionRepository<E> states,
            PersonDirectory directory,
            BiPredicate<BrandKey, UUID> erased,
            DecisionRecorder<E> recorder) {
        this.states = states;
        this.directory = directory;
        this.erased = erased;
        this.recorder = recorder;
    }

    /** The states of a person and of everyone merged into them. */
    public List<E> find(BrandKey brand, UUID survivor) {
        return findAll(brand, List.of(survivor));
    }

    /** The states of these people and of everyone merged into them. */
    public List<E> findAll(BrandKey brand, Collection<UUID> survivors) {
        var people = new LinkedHashSet<>(
                directory.findMergedPersons(brand, survivors).keySet());
        people.addAll(survivors);
        return states.find(brand, people);
    }

    /**
     * Checks that the stored versions are current; to be called before one is read.
     *
     * @throws DecisionRejectedException if they may be old ones
     */
    public void requireReady() {
        recorder.requireReady();
    }

    /**
     * The survivor of a person; to be called before a decision about them is made.
     *
     * @throws DecisionRejectedException if the person is unknown or erased
     */
    public UUID requireKnown(BrandKey brand, UUID person) {
        var survivor = directory.resolveSurvivor(brand, person);
        DecisionRejectedException.require(
                directory.find(brand, survivor).isKnown() && !erased.test(brand, survivor), DecisionRejection.UNKNOWN);
        return survivor;
    }

    /** Those of these people who are known and not erased, after a merge with the survivor. */
    public Map<UUID, UUID> findKnown(BrandKey brand, Collection<UUID> people) {
        var survivors = directory.resolveSurvivors(brand, people);
        var known = directory.findAll(brand, people.stream().map(survivors).toList());
        var found = new LinkedHashMap<UUID, UUID>();
        for (var person : people) {
            var survivor = survivors.apply(person);
            if (known.apply(survivor).isKnown() && !erased.test(brand, survivor)) {
                found.put(person, survivor);
            }
        }
        return found;
    }

    /**
     * Saves the next version about a person, and publishes it; returns whether the broker has acknowledged it.
     *
     * @throws DecisionRejectedException if another version was saved or the person was erased meanwhile
     */
    public boolean saveAndPublish(BrandKey brand, UUID person, E next) {
        recorder.save(next);
        if (erased.test(brand, person)) {
            // Erased since it was checked: the erasure may have deleted before this was saved.
            states.delete(brand, List.of(person));
            throw new DecisionRejectedException(DecisionRejection.UNKNOWN);
        }
        return recorder.publish(next);
    }

    /**
     * The result of a change that reads the state and saves the next one; a change that is overtaken is applied to the newer state.
     *
     * @throws DecisionRejectedException with the reason, also if the change was overtaken several times
     */
    public <T> T repeatIfOvertaken(Supplier<T> change) {
        for (var left = MAX_ATTEMPTS - 1; ; left--) {
            try {
                return change.get();
            } catch (DecisionRejectedException e) {
                if (e.reason() != DecisionRejection.VERSION_CONFLICT || left == 0) {
                    throw e;
                }
            }
        }
    }
}
