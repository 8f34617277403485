package io.rapport.contracts.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The current state of a person: the full state. It holds personal data and is read inside the installation only.
 *
 * @param person the id; never reused for another person
 * @param name the display name; null when none is known
 * @param client whether they are on the brand's client list
 * @param clientId their id on that list
 * @param since when the person was first seen; of two merged people the older one survives
 * @param mergedInto the person this one was merged into; its id resolves to that person
 * @param distinctFrom people who were decided not to be the same
 * @param decisions the decisions on the person, oldest first
 * @param version rises with each change; readers drop what is not newer
 * @param at the time of this state
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
public record PersonDescribed(
        String agency,
        String brand,
        UUID person,
        @Nullable String name,
        boolean client,
        @Nullable String clientId,
        Instant since,
        @Nullable UUID mergedInto,
        List<UUID> distinctFrom,
        List<Decision> decisions,
        long version,
        Instant at) {

    /** The person's brand. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
