package io.rapport.report.domain.store;

import io.rapport.contracts.BrandKey;
import java.util.Collection;
import java.util.Set;

/** Hashes of erased handles, shared by all instances: each checks them after a write. */
public interface ErasedHandleRepository {

    /** Marks a handle as erased; called before its first document is deleted. */
    void mark(BrandKey brand, String hash);

    /** Whether any handle was ever erased. */
    boolean hasAny();

    /**
     * The marked ones among some handles.
     *
     * @param keys {@link BrandKey#key} of each hash
     */
    Set<String> findMarked(Collection<String> keys);
}
