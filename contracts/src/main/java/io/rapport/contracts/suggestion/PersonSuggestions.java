package io.rapport.contracts.suggestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The suggestions about a person that were dismissed: the full state, which replaces the one before.
 *
 * @param person the person as they were known when the suggestions were dismissed; a merge does not change it
 * @param dismissals in the order in which they were made, those that were undone included
 * @param openUntil the latest end of a dismissal that was not undone; null without one
 * @param version rises with each change; readers drop what is not newer
 * @param at the time of the change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
public record PersonSuggestions(
        String agency,
        String brand,
        UUID person,
        List<SuggestionDismissal> dismissals,
        @Nullable Instant openUntil,
        long version,
        Instant at) {

    /** The brand's key. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
