package io.rapport.report.domain.identity;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who people are and which handles are theirs. Taking the same in twice, or late, changes nothing. */
public interface IdentityRepository {

    /** Takes assignments in; of each handle the newest stays. */
    void saveHandles(BrandKey brand, Collection<HandleAssigned> handles);

    /** Forgets handles; how many were there. */
    long deleteHandles(BrandKey brand, Collection<HandleKey> handles);

    /** Takes people in; of each the newest stays. */
    void savePersons(BrandKey brand, Collection<PersonDescribed> people);

    /** Forgets people; how many were there. */
    long deletePersons(BrandKey brand, Collection<UUID> people);

    /** The handles of each of these people, best known first; nothing for a person without any. */
    Map<UUID, List<PersonHandle>> findHandles(BrandKey brand, Collection<UUID> people);

    /** The whole assignments of a person's handles, with profiles and evidence. */
    List<HandleAssigned> findAssignments(BrandKey brand, UUID person);

    /** These people whole, with all decisions, where known. */
    Map<UUID, PersonDescribed> findPersons(BrandKey brand, Collection<UUID> people);

    /** The profiles of these people, where known. */
    Map<UUID, PersonProfile> findProfiles(BrandKey brand, Collection<UUID> people);
}
