package io.rapport.contracts.reminder;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The reminders about a person: the full state, which replaces the one before.
 *
 * @param person the person as they were known when the reminders were set; a merge does not change it
 * @param reminders in the order in which they were set, closed ones included
 * @param nextDue the earliest day of an open reminder; null if none is open
 * @param version rises with each change; readers drop what is not newer
 * @param at the time of the change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
public record PersonReminders(
        String agency,
        String brand,
        UUID person,
        List<PersonReminder> reminders,
        @Nullable LocalDate nextDue,
        long version,
        Instant at) {

    /** The brand's key. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
