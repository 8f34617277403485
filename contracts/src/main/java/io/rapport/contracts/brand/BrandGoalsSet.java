package io.rapport.contracts.brand;

import io.rapport.contracts.BrandKey;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;

/**
 * The goals of a brand: the full state, which replaces the one before.
 *
 * @param goals at most one for each figure; empty for none
 * @param by the name of the token that set them
 * @param version rises with each change; readers drop what is not newer
 * @param at the time of the change
 */
@RecordBuilder
public record BrandGoalsSet(String agency, String brand, List<BrandGoal> goals, String by, long version, Instant at) {

    /** The brand's key. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
