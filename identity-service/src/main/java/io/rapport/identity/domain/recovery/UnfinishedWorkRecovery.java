package io.rapport.identity.domain.recovery;

import io.rapport.identity.domain.outbox.IdentityEventPublisher;

import io.rapport.identity.domain.decision.DecisionProtocol;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.Identity;
import io.rapport.identity.domain.link.MatchingPolicyService;
import io.rapport.identity.domain.erasure.PersonErasureService;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.store.PersonRepository;
import io.rapport.identity.domain.intake.ProvisionalPeople;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.person.StoredPerson;
import io.rapport.identity.domain.erasure.SuppressedWriteCleanup;

import java.time.Instant;
import java.util.List;

/** Finishes what somebody left half done: erasures and decisions first, for they publish in an order of their own, then all that is due. */
public final class UnfinishedWorkRecovery {

    private static final int PAGE = 500;

    private final HandleRepository handles;
    private final PersonRepository people;
    private final DecisionProtocol proceedings;
    private final ProvisionalPeople desk;
    private final PersonErasureService erasing;
    private final MatchingPolicyService policies;
    private final SuppressedWriteCleanup sweep;

    public UnfinishedWorkRecovery(Identity.Stores stores, ProvisionalPeople desk, PersonErasureService erasing, Unfinished unfinished) {
        this.handles = stores.handles();
        this.people = stores.people();
        this.proceedings = unfinished.proceedings();
        this.policies = unfinished.policies();
        this.sweep = unfinished.sweep();
        this.desk = desk;
        this.erasing = erasing;
    }

    /** What decides, what allows it, and what keeps the erased away. */
    public record Unfinished(DecisionProtocol proceedings, MatchingPolicyService policies, SuppressedWriteCleanup sweep) {}

    /**
     * Finishes everything there is to finish.
     *
     * @param at now
     * @throws IdentityEventPublisher.NotAnnounced if the broker is away
     */
    public void run(Instant at) {
        erasing.completePending();
        for (var found = people.findUndecided(PAGE); !found.isEmpty(); found = people.findUndecided(PAGE)) {
            proceedings.complete(found.stream().map(StoredPerson::key).toList());
        }
        for (var due = handles.findUnpublished(PAGE); !due.isEmpty(); due = handles.findUnpublished(PAGE)) {
            desk.insertFor(due);
            var renamed = desk.naming()
                    .rename(
                            due.stream()
                                    .map(handle -> PersonKey.of(handle.state()))
                                    .toList(),
                            at);
            desk.outbox().publishHandles(due);
            desk.naming().publish(renamed);
            sweep.retainHandles(due.stream().map(StoredHandle::state).toList());
        }
        for (var due = findUnpublishedPeople(); !due.isEmpty(); due = findUnpublishedPeople()) {
            desk.outbox().publishPeople(due);
        }
        policies.publishPending();
    }

    private List<StoredPerson> findUnpublishedPeople() {
        return people.findUnpublished(PAGE).stream().filter(StoredPerson::isFree).toList();
    }
}
