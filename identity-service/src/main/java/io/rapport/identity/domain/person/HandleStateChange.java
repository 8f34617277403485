package io.rapport.identity.domain.person;

import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.HandleAssignedBuilder;
import io.rapport.contracts.identity.HandleProfile;
import io.rapport.identity.domain.history.AssignmentCertainty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Builds the next version of an assignment. Parts that are not set are kept; the certainty follows from the evidence.
 */
public final class HandleStateChange {

    private final HandleAssigned before;
    private UUID person;
    private List<Evidence> evidence;
    private boolean staff;
    private HandleProfile profile;

    private HandleStateChange(HandleAssigned before) {
        this.before = before;
        this.person = before.person();
        this.evidence = before.evidence();
        this.staff = before.staff();
        this.profile = before.profile();
    }

    public static HandleStateChange of(HandleAssigned before) {
        return new HandleStateChange(before);
    }

    public HandleStateChange person(UUID next) {
        person = next;
        return this;
    }

    public HandleStateChange evidence(List<Evidence> next) {
        evidence = next;
        return this;
    }

    public HandleStateChange staff(boolean next) {
        staff = next;
        return this;
    }

    public HandleStateChange profile(HandleProfile next) {
        profile = next;
        return this;
    }

    public HandleAssigned build(Instant at) {
        var certainty = AssignmentCertainty.of(evidence);
        return HandleAssignedBuilder.builder(before)
                .person(person)
                .status(certainty.status())
                .confidence(certainty.confidence())
                .evidence(evidence)
                .staff(staff)
                .profile(profile)
                .version(before.version() + 1)
                .at(at)
                .build();
    }
}
