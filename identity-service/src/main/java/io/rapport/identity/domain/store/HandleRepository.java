package io.rapport.identity.domain.store;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.person.ProfileTimes;
import io.rapport.identity.domain.person.StoredHandle;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Stores handles. Keys contain the brand, so that no query can cross brands. */
public interface HandleRepository {

    /** The handles that are stored; others are left out. */
    Map<HandleKey, StoredHandle> find(Collection<HandleKey> keys);

    /**
     * Handles whose account id, account name or contact matches one of these claims, in no order: see {@link
     * IdentifierClaim#accountId} and {@link IdentifierClaim#contactIds(HandleAssigned)}.
     */
    List<StoredHandle> findByClaims(Collection<String> claims);

    /** The brand's staff handles. */
    List<StoredHandle> findStaff(BrandKey brand);

    /** Inserts handles; existing ones are kept. Idempotent. */
    void insertIfAbsent(Collection<StoredHandle> handles);

    /**
     * Compare-and-set: replaces each handle whose preceding version is stored.
     *
     * @return the handles that had changed meanwhile
     */
    Set<HandleKey> replace(Collection<StoredHandle> next);

    /**
     * Marks states as published.
     *
     * @return the handles that have another state by now or are deleted
     */
    Set<HandleKey> markPublished(Collection<HandleAssigned> states);

    /**
     * Notes that the fields of profiles were still current at these times. Idempotent; earlier times and unknown handles have no
     * effect.
     */
    void advanceProfileTimes(Map<HandleKey, ProfileTimes> times);

    /** Deletes handles. Idempotent. */
    void delete(Collection<HandleKey> keys);

    /** Handles whose state is unpublished. */
    List<StoredHandle> findUnpublished(int limit);

    /** Saves published states that are newer than the stored ones. */
    void restore(Collection<HandleAssigned> states);

    /** Passes a brand's handles on in pages, in no order. */
    void forEachPage(BrandKey brand, int size, Consumer<List<StoredHandle>> some);

    /** Passes the handles of all brands on in pages, in no order. */
    void forEachPage(int size, Consumer<List<StoredHandle>> some);
}
