package io.rapport.identity.domain.family;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.PersonDescribed;
import java.util.List;

/** Finds people by what they are called. */
@FunctionalInterface
public interface PersonSearch {

    /**
     * People whose name, or one of whose handles, contains the words, in the order of their ids. Who was merged into
     * somebody is found as that person.
     *
     * @param words any case; all people if blank
     * @param after the id to begin after, or "" for the first page
     */
    List<PersonDescribed> find(BrandKey brand, String words, String after, int limit);
}
