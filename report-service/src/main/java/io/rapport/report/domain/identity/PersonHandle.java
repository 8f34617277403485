package io.rapport.report.domain.identity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.rapport.contracts.identity.AssignmentStatus;
import org.jspecify.annotations.Nullable;

/**
 * A handle of a person.
 *
 * @param id the platform's stable account id, else the normalised name
 * @param name the name on the account
 * @param link the page of the account, only ever {@code http} or {@code https}
 * @param status how reliable the assignment to the person is
 */
public record PersonHandle(
        String channel,
        String id,
        @Nullable String name,
        @Nullable String link,
        AssignmentStatus status) {

    /** The name to show for a person whose name is unknown, such as {@code @anna on x}. */
    @JsonIgnore
    public String displayName() {
        return accountName() + " on " + channel;
    }

    /** The name on the account, else its id, with {@code @} before it. */
    @JsonIgnore
    public String accountName() {
        var text = name == null || !hasVisibleCharacter(name) ? id : name;
        return text.startsWith("@") ? text : "@" + text;
    }

    static boolean hasVisibleCharacter(String name) {
        return name.codePoints()
                .anyMatch(c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_SYMBOL);
    }
}
