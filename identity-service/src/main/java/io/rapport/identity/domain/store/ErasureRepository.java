package io.rapport.identity.domain.store;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.PersonErased;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where erasures are kept, and what may not come back. */
public interface ErasureRepository {

    /** An erasure by its id. */
    Optional<StoredErasure> find(BrandKey brand, UUID erasure);

    /** The erasures a subject belongs to: a hash, the id of a person, or that of the erasure. */
    List<StoredErasure> findBySubject(BrandKey brand, String subject);

    /** Stores a new erasure. False if it is there already. */
    boolean insertIfAbsent(StoredErasure erasure);

    /** Replaces an erasure that is stored in the version just before. False if somebody else was faster. */
    boolean replace(StoredErasure next);

    /** Takes over a published erasure, where it is newer. */
    void restore(StoredErasure erasure);

    /** Notes that this state was published; nothing changes if there is another one by now. */
    void markPublished(PersonErased state);

    /** Some erasures of which something is still to be removed here, or to be published. */
    List<StoredErasure> findUnfinished(int limit);

    /** Bars hashes of a brand for good. */
    void addSuppressions(BrandKey brand, Collection<String> hashes);

    /** Those of the hashes that are barred. */
    Set<String> findSuppressed(BrandKey brand, Collection<String> hashes);
}
