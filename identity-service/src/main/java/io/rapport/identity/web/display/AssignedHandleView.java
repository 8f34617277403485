package io.rapport.identity.web.display;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.identity.AssignmentStatus;
import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.HandleAssigned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A handle of a person with the evidence for the assignment. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AssignedHandleView(
        String channel,
        String handle,
        @Nullable String name,
        @Nullable String displayName,
        @Nullable String link,
        AssignmentStatus status,
        double confidence,
        List<Evidence> evidence,
        boolean staff,
        Instant since) {

    static AssignedHandleView of(HandleAssigned state) {
        var profile = state.profile();
        return new AssignedHandleView(
                state.channel(),
                state.handle(),
                profile.name(),
                profile.displayName(),
                profile.url(),
                state.status(),
                state.confidence(),
                state.evidence(),
                state.staff(),
                state.since());
    }
}
