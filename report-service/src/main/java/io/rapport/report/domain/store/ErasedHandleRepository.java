package io.rapport.report.domain.store;

import io.rapport.contracts.BrandKey;
import java.util.Collection;
import java.util.Set;

/** Hashes of handles that were erased here: whoever has just written something of one sees it, on whichever instance. */
public interface ErasedHandleRepository {

    /** Notes that a handle is being erased, before the first of it is deleted. */
    void mark(BrandKey brand, String hash);

    /** Whether anything was ever erased: if not, there is nothing to look for. */
    boolean hasAny();

    /** Those of the hashes that are marked. */
    Set<String> findMarked(BrandKey brand, Collection<String> hashes);
}
