package io.rapport.identity.domain;

import io.rapport.contracts.identity.Evidence;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.identity.HandleProfile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A change of an assignment: what is not said stays; the version rises by one. */
final class HandleChange {

    private final HandleAssigned before;
    private UUID person;
    private List<Evidence> evidence;
    private boolean staff;
    private HandleProfile profile;

    private HandleChange(HandleAssigned before) {
        this.before = before;
        this.person = before.person();
        this.evidence = before.evidence();
        this.staff = before.staff();
        this.profile = before.profile();
    }

    static HandleChange of(HandleAssigned before) {
        return new HandleChange(before);
    }

    HandleChange person(UUID next) {
        person = next;
        return this;
    }

    HandleChange evidence(List<Evidence> next) {
        evidence = next;
        return this;
    }

    HandleChange staff(boolean next) {
        staff = next;
        return this;
    }

    HandleChange profile(HandleProfile next) {
        profile = next;
        return this;
    }

    HandleAssigned at(Instant at) {
        var certainty = Certainty.of(evidence);
        return new HandleAssigned(
                before.agency(),
                before.brand(),
                before.channel(),
                before.handle(),
                person,
                certainty.status(),
                certainty.confidence(),
                evidence,
                staff,
                profile,
                before.version() + 1,
                before.since(),
                at);
    }
}
