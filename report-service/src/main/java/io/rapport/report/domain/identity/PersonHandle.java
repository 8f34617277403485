package io.rapport.report.domain.identity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.rapport.contracts.identity.AssignmentStatus;
import org.jspecify.annotations.Nullable;

/**
 * An account of a person.
 *
 * @param channel where it lives
 * @param id the platform's stable account id, else the normalised name
 * @param name the name on the account
 * @param link the account's page, only ever {@code http} or {@code https}
 * @param status how we know that it is theirs
 */
public record PersonHandle(
        String channel,
        String id,
        @Nullable String name,
        @Nullable String link,
        AssignmentStatus status) {

    /** The handle as a name for someone whose name nobody knows. */
    @JsonIgnore
    public String displayName() {
        var known = name == null || !hasVisibleCharacter(name) ? id : name;
        return (known.startsWith("@") ? known : "@" + known) + " on " + channel;
    }

    static boolean hasVisibleCharacter(String name) {
        return name.codePoints()
                .anyMatch(c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_SYMBOL);
    }
}
