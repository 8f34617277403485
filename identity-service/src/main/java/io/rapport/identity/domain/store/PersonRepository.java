package io.rapport.identity.domain.store;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.PersonDescribed;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredPerson;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Stores people. Keys contain the brand, so that no query can cross brands. */
public interface PersonRepository {

    /** The people that are stored; others are left out. */
    Map<PersonKey, StoredPerson> find(Collection<PersonKey> keys);

    /** Inserts people; existing ones are kept. Idempotent. */
    void insertIfAbsent(Collection<StoredPerson> people);

    /** Inserts a person; returns false if they exist. */
    boolean insertIfAbsent(StoredPerson person);

    /** Compare-and-set: replaces the person if the preceding revision is stored. */
    boolean replace(StoredPerson next);

    /**
     * Compare-and-set: replaces each person whose preceding revision is stored, independently of the others.
     *
     * @return the people whose stored state is not the given one
     */
    Set<PersonKey> replace(Collection<StoredPerson> next);

    /**
     * Marks states as published.
     *
     * @return the people who have another state by now or are deleted
     */
    Set<PersonKey> markPublished(Collection<PersonDescribed> states);

    /** Deletes people. Idempotent. */
    void delete(Collection<PersonKey> keys);

    /** People who lead an open decision. */
    List<StoredPerson> findUndecided(int limit);

    /**
     * People who lead effective inferred links, in the order of their ids.
     *
     * @param from the id, or a prefix of it, to begin at
     */
    List<StoredPerson> findInferred(BrandKey brand, String from, int limit);

    /**
     * A brand's people in the order of their ids (keyset paging).
     *
     * @param after the id to begin behind, or "" for the first page
     */
    List<StoredPerson> findPage(BrandKey brand, String after, int limit);

    /** People whose state is unpublished. */
    List<StoredPerson> findUnpublished(int limit);

    /** Saves published states that are newer than the stored ones. */
    void restore(Collection<PersonDescribed> states);

    /** Passes the people of all brands on in pages, in no order. */
    void forEachPage(int size, Consumer<List<StoredPerson>> some);
}
