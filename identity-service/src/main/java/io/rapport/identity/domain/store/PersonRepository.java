package io.rapport.identity.domain.store;

import io.rapport.identity.domain.link.InferredLinkQuery;

import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredPerson;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.PersonDescribed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Where people are kept. Keys carry their brand: nothing can be asked across brands. */
public interface PersonRepository {

    /** Those of the people that are stored. */
    Map<PersonKey, StoredPerson> find(Collection<PersonKey> keys);

    /** Stores new people; one that is there already is left as they are. */
    void insertIfAbsent(Collection<StoredPerson> people);

    /** Stores one new person. False if somebody else was faster. */
    boolean insertIfAbsent(StoredPerson person);

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
    Set<PersonKey> markPublished(Collection<PersonDescribed> states);

    /** Deletes people. */
    void delete(Collection<PersonKey> keys);

    /** Some people with a decision on its way. */
    List<StoredPerson> findUndecided(int limit);

    /**
     * People who lead links that {@link InferredLinkQuery#effectiveLinks likeness made}, by id.
     *
     * @param from the id, or beginning of one, to begin at
     */
    List<StoredPerson> findInferred(BrandKey brand, String from, int limit);

    /** Some people whose state is still to be published. */
    List<StoredPerson> findUnpublished(int limit);

    /** Takes over published states, where they are newer. */
    void restore(Collection<PersonDescribed> states);

    /** Goes through all people of all brands, in no order, so many at a time: for rebuilding. */
    void forEachPage(int size, Consumer<List<StoredPerson>> some);
}
