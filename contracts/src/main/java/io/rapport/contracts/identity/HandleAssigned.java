package io.rapport.contracts.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The assignment of a handle to a person: the full state.
 *
 * @param person the person the handle belongs to
 * @param status how the person was determined
 * @param confidence 0 to 1
 * @param evidence the reasons, strongest first
 * @param staff whether it is one of the brand's own handles, which never enters a score
 * @param profile the profile of the account
 * @param version rises with each change of this handle; readers drop what is not newer
 * @param since when the handle was first seen
 * @param at the time of this assignment
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
public record HandleAssigned(
        String agency,
        String brand,
        String channel,
        String handle,
        UUID person,
        AssignmentStatus status,
        double confidence,
        List<Evidence> evidence,
        boolean staff,
        HandleProfile profile,
        long version,
        Instant since,
        Instant at) {

    /** The handle that is assigned. */
    public HandleKey handleKey() {
        return new HandleKey(new BrandKey(agency, brand), channel, handle);
    }
}
