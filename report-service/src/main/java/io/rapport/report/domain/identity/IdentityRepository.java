package io.rapport.report.domain.identity;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Persons and their handles. Saves are idempotent: of each, the highest version is kept. */
public interface IdentityRepository {

    /** Saves handle assignments. */
    void saveHandles(Collection<HandleAssigned> handles);

    /** Deletes handles; returns how many existed. */
    long deleteHandles(BrandKey brand, Collection<HandleKey> handles);

    /** Saves persons. */
    void savePersons(Collection<PersonDescribed> people);

    /** Deletes persons; returns how many existed. */
    long deletePersons(BrandKey brand, Collection<UUID> people);

    /** The handles of these persons, most reliable first; persons without handles are left out. */
    Map<UUID, List<PersonHandle>> findHandles(BrandKey brand, Collection<UUID> people);

    /** The persons of these handles; unknown handles are left out. */
    Map<HandleKey, UUID> findOwners(BrandKey brand, Collection<HandleKey> handles);

    /** The assignments of a person's handles, with profiles and evidence. */
    List<HandleAssigned> findAssignments(BrandKey brand, UUID person);

    /** These persons with all decisions; unknown ones are left out. */
    Map<UUID, PersonDescribed> findPersons(BrandKey brand, Collection<UUID> people);

    /** The profiles of these persons; unknown ones are left out. */
    Map<UUID, PersonProfile> findProfiles(BrandKey brand, Collection<UUID> people);

    /**
     * People with a word in their name or in a handle that begins with this one, in no order; see {@link NameWords}. Empty if
     * there are more than a maximum, or were some minutes ago.
     */
    Optional<Set<UUID>> findByWord(BrandKey brand, String word, int max);

    /** Those of these people who have a word in a name or handle that begins with this one, which is letters and digits only. */
    Set<UUID> findWithWord(BrandKey brand, Collection<UUID> people, String word);

    /** People with a handle on a channel, in no order. */
    Set<UUID> findByChannel(BrandKey brand, String channel, int limit);
}
