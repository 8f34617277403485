package io.rapport.contracts.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.TopicKeys;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user of an agency: the full state. A null value on the topic removes the user.
 *
 * @param email the address that the user signs in with, in lower case
 * @param name recorded as the author of decisions
 * @param brands the brands the user is limited to; empty for all of the agency
 * @param password the hash of the password with the name of its algorithm; null until there is one
 * @param invitation the last link by which the user sets a password; null for none
 * @param epoch sessions that were opened with another number are void
 * @param version rises with each change; readers drop what is not newer
 * @param at the time of the change
 */
@RecordBuilder
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UserRegistered(
        String agency,
        UUID id,
        String email,
        String name,
        UserRole role,
        Set<String> brands,
        @Nullable String password,
        @Nullable UserInvitation invitation,
        long epoch,
        long version,
        Instant at) {

    /** Sorts brands, so that equal users have equal JSON. */
    public UserRegistered {
        brands = Collections.unmodifiableSet(new TreeSet<>(brands));
    }

    /** The key of a user on the topic. */
    public static String key(String agency, UUID id) {
        return TopicKeys.join(agency, id.toString());
    }

    /** This user's key on the topic. */
    public String key() {
        return key(agency, id);
    }

    /** Omits the e-mail address and the hash of the password, which must not be logged. */
    @Override
    public String toString() {
        return "UserRegistered[" + key() + "]";
    }
}
