package io.rapport.report.domain;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.PersonDescribed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who people are and which handles are theirs. Taking the same in twice, or late, changes nothing. */
public interface Identities {

    /** Takes assignments in; of each handle the newest stays. */
    void assign(BrandKey brand, Collection<HandleAssigned> handles);

    /** Forgets handles; how many were there. */
    long unassign(BrandKey brand, Collection<HandleKey> handles);

    /** Takes people in; of each the newest stays. */
    void describe(BrandKey brand, Collection<PersonDescribed> people);

    /** Forgets people; how many were there. */
    long forget(BrandKey brand, Collection<UUID> people);

    /** The handles of each of these people, best known first; nothing for a person without any. */
    Map<UUID, List<Handle>> handles(BrandKey brand, Collection<UUID> people);

    /** The whole assignments of a person's handles, with profiles and evidence. */
    List<HandleAssigned> assignments(BrandKey brand, UUID person);

    /** These people whole, with all decisions, where known. */
    Map<UUID, PersonDescribed> described(BrandKey brand, Collection<UUID> people);

    /** The profiles of these people, where known. */
    Map<UUID, Profile> profiles(BrandKey brand, Collection<UUID> people);
}
