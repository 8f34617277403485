package io.rapport.identity.domain.store;

import io.rapport.identity.domain.person.StoredHandle;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleAssigned;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Where handles are kept. Keys carry their brand: nothing can be asked across brands. */
public interface HandleRepository {

    /** Those of the handles that are stored. */
    Map<HandleKey, StoredHandle> find(Collection<HandleKey> keys);

    /**
     * Handles whose id or name is spelt, or whose owner is reached, as one of these claims says, in no order: see
     * {@link IdentifierClaim#accountId} and {@link IdentifierClaim#contactIds(HandleAssigned)}.
     */
    List<StoredHandle> findByClaims(Collection<String> claims);

    /** The brand's handles that are marked as staff. */
    List<StoredHandle> findStaff(BrandKey brand);

    /** Stores new handles; one that is there already is left as it is. */
    void insertIfAbsent(Collection<StoredHandle> handles);

    /**
     * Replaces each handle that is stored in the version just before.
     *
     * @return those that were not, because somebody else was faster
     */
    Set<HandleKey> replace(Collection<StoredHandle> next);

    /**
     * Notes that these states were published.
     *
     * @return the handles that are no longer in that state, or no longer there
     */
    Set<HandleKey> markPublished(Collection<HandleAssigned> states);

    /** Deletes handles. */
    void delete(Collection<HandleKey> keys);

    /** Some handles whose state is still to be published. */
    List<StoredHandle> findUnpublished(int limit);

    /** Takes over published states, where they are newer. */
    void restore(Collection<HandleAssigned> states);

    /** Goes through a brand's handles, in no order, so many at a time. */
    void forEachPage(BrandKey brand, int size, Consumer<List<StoredHandle>> some);

    /** Goes through all handles of all brands, in no order, so many at a time: for a start, and for rebuilding. */
    void forEachPage(int size, Consumer<List<StoredHandle>> some);
}
