package io.rapport.identity.domain.store;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.PersonErased;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores erasures and the hashes they suppress. */
public interface ErasureRepository {

    /** An erasure by its id. */
    Optional<StoredErasure> find(BrandKey brand, UUID erasure);

    /** The erasures of a subject: the hash of a handle, the id of a person or of the erasure itself. */
    List<StoredErasure> findBySubject(BrandKey brand, String subject);

    /**
     * The erasures of a brand, newest first.
     *
     * @param before the position the page begins after; null for the first page
     */
    List<StoredErasure> findNewest(BrandKey brand, @Nullable ErasurePosition before, int limit);

    /** The position of an erasure in the list of a brand. */
    record ErasurePosition(Instant at, UUID erasure) {}

    /** Inserts an erasure; returns false if it exists. */
    boolean insertIfAbsent(StoredErasure erasure);

    /** Compare-and-set: replaces the erasure if the preceding version is stored. */
    boolean replace(StoredErasure next);

    /** Saves a published erasure if it is newer than the stored one. */
    void restore(StoredErasure erasure);

    /** Marks a state as published; without effect if another state is stored by now. */
    void markPublished(PersonErased state);

    /** Erasures that have something to remove here or to publish. */
    List<StoredErasure> findUnfinished(int limit);

    /** Suppresses hashes of a brand permanently. Idempotent. */
    void addSuppressions(BrandKey brand, Collection<String> hashes);

    /** The hashes that are suppressed. */
    Set<String> findSuppressed(BrandKey brand, Collection<String> hashes);
}
