package io.rapport.contracts.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as known now: the full state. It holds personal data and is read inside the installation only.
 *
 * @param person the id; it never changes hands
 * @param name what people call them; null when no name is known yet
 * @param client whether they are on the brand's client list
 * @param clientId their id on that list
 * @param since when they were first known; of two merged people the older id survives
 * @param mergedInto the person this one now is; its id keeps resolving there
 * @param distinctFrom people this one was said not to be
 * @param decisions everything decided about them, oldest first
 * @param version rises with each change; readers drop what is not newer
 * @param at when this state came about
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
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
