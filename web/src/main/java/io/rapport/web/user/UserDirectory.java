package io.rapport.web.user;

import io.rapport.contracts.access.UserRegistered;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The users of all agencies, in memory. */
public interface UserDirectory {

    /** The user with a topic key. */
    Optional<UserRegistered> byKey(String key);

    /** The users with an e-mail address, at most one of each agency, ordered by agency. */
    List<UserRegistered> byEmail(String email);

    /** The user whose last invitation has a hash. The invitation may have been used or have expired. */
    Optional<UserRegistered> byInvitation(String hash);

    /** The users of an agency, in no order. */
    Collection<UserRegistered> ofAgency(String agency);
}
