package io.rapport.contracts.reminder;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A day on which a user wants to be reminded of a person.
 *
 * @param due the day
 * @param text what to do; null if it was left out
 * @param by the name of the token that set it
 * @param at when it was set
 * @param closed how it was closed; null while it is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonReminder(
        UUID id,
        LocalDate due,
        @Nullable String text,
        String by,
        Instant at,
        @Nullable ReminderClosing closed) {

    /** Whether it is neither done nor dismissed. */
    @JsonIgnore
    public boolean isOpen() {
        return closed == null;
    }

    /** A copy that is closed. */
    public PersonReminder close(ReminderClosing closing) {
        return new PersonReminder(id, due, text, by, at, closing);
    }
}
