package io.rapport.report.domain.decision;

import io.rapport.contracts.BrandKey;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Decisions of users about people, one state for each person.
 *
 * @param <E> the type of the states
 */
public interface PersonDecisionRepository<E> extends DecisionRepository<E> {

    /** The states of these people; those without one are left out. */
    List<E> find(BrandKey brand, Collection<UUID> people);

    /** Deletes the states of these people; returns how many people had one. */
    long delete(BrandKey brand, Collection<UUID> people);
}
