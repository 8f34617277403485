package io.rapport.contracts.suggestion;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision not to be shown a suggestion about a person for some days.
 *
 * @param reason why; null if it was left out
 * @param by the name of the token or user that dismissed it
 * @param at when it was dismissed
 * @param until when it is suggested again
 * @param upTo the person's latest inbound engagement that was known; null if none was
 * @param undone how it was undone; null if it was not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SuggestionDismissal(
        SuggestionKind kind,
        @Nullable String reason,
        String by,
        Instant at,
        Instant until,
        @Nullable Instant upTo,
        @Nullable SuggestionUndoing undone) {

    /** Whether it holds at a time, as long as there is no new evidence. */
    @JsonIgnore
    public boolean isOpen(Instant time) {
        return undone == null && until.isAfter(time);
    }

    /** A copy that is undone. */
    public SuggestionDismissal undo(SuggestionUndoing undoing) {
        return new SuggestionDismissal(kind, reason, by, at, until, upTo, undoing);
    }
}
