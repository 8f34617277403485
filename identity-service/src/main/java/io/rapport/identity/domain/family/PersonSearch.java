package io.rapport.identity.domain.family;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.PersonDescribed;
import java.util.List;

/** Full-text search for people. */
@FunctionalInterface
public interface PersonSearch {

    /**
     * People whose name, or one of whose handles, contains the words, in the order of their ids. A merged person is
     * found as the survivor.
     *
     * @param words in any case; all people if blank
     * @param after the id to begin after (keyset paging), or "" for the first page
     */
    List<PersonDescribed> find(BrandKey brand, String words, String after, int limit);
}
