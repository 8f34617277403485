package io.rapport.identity.domain;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.PersonDescribed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Where people are kept. Keys carry their brand: nothing can be asked across brands. */
public interface PersonStore {

    /** Those of the people that are stored. */
    Map<PersonKey, StoredPerson> find(Collection<PersonKey> keys);

    /** Stores new people; one that is there already is left as they are. */
    void insert(Collection<StoredPerson> people);

    /** Stores one new person. False if somebody else was faster. */
    boolean insert(StoredPerson person);

    /** Replaces a person that is stored in the revision just before. False if somebody else was faster. */
    boolean replace(StoredPerson next);

    /**
     * Replaces people, each stored in the revision just before, whatever becomes of the others.
     *
     * @return those that are stored otherwise: somebody else was faster, or has come further since
     */
    Set<PersonKey> replace(Collection<StoredPerson> next);

    /**
     * Notes that these states were published.
     *
     * @return the people who are no longer in that state, or no longer there
     */
    Set<PersonKey> published(Collection<PersonDescribed> states);

    /** Deletes people. */
    void remove(Collection<PersonKey> keys);

    /** Some people with a decision on its way. */
    List<StoredPerson> undecided(int limit);

    /**
     * People who lead links that {@link Inference#made likeness made}, by id.
     *
     * @param from the id, or beginning of one, to begin at
     */
    List<StoredPerson> inferred(BrandKey brand, String from, int limit);

    /** Some people whose state is still to be published. */
    List<StoredPerson> due(int limit);

    /** Takes over published states, where they are newer. */
    void restore(Collection<PersonDescribed> states);

    /** Goes through all people of all brands, in no order, so many at a time: for rebuilding. */
    void each(int size, Consumer<List<StoredPerson>> some);
}
