package io.rapport.contracts.story;

import io.rapport.contracts.BrandKey;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The stories about a person: the full state, which replaces the one before.
 *
 * @param person the person as they were known when the stories were written; a merge does not change it
 * @param stories oldest first; empty when all were deleted
 * @param version rises with each change; readers drop what is not newer
 * @param at the time of the change
 */
@RecordBuilder
public record PersonStories(
        String agency, String brand, UUID person, List<PersonStory> stories, long version, Instant at) {

    /** The brand's key. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
