package io.rapport.identity.domain.recovery;

import io.rapport.identity.domain.decision.DecisionProtocol;
import io.rapport.identity.domain.erasure.PersonErasureService;
import io.rapport.identity.domain.erasure.SuppressedWriteCleanup;
import io.rapport.identity.domain.intake.PersonRenamer;
import io.rapport.identity.domain.intake.ProvisionalPeople;
import io.rapport.identity.domain.link.MatchingPolicyService;
import io.rapport.identity.domain.outbox.IdentityOutbox;
import io.rapport.identity.domain.outbox.NotPublishedException;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.person.StoredPerson;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.store.PersonRepository;
import java.time.Instant;
import java.util.List;

/**
 * Completes interrupted work: first erasures and decisions, which publish in an order of their own, then everything
 * in the outbox.
 */
public final class UnfinishedWorkRecovery {

    private static final int PAGE = 500;

    private final HandleRepository handles;
    private final PersonRepository people;
    private final ProvisionalPeople provisional;
    private final PersonRenamer renamer;
    private final IdentityOutbox outbox;
    private final DecisionProtocol protocol;
    private final PersonErasureService erasures;
    private final MatchingPolicyService policies;
    private final SuppressedWriteCleanup cleanup;

    public UnfinishedWorkRecovery(
            HandleRepository handles,
            PersonRepository people,
            ProvisionalPeople provisional,
            PersonRenamer renamer,
            IdentityOutbox outbox,
            DecisionProtocol protocol,
            PersonErasureService erasures,
            MatchingPolicyService policies,
            SuppressedWriteCleanup cleanup) {
        this.handles = handles;
        this.people = people;
        this.provisional = provisional;
        this.renamer = renamer;
        this.outbox = outbox;
        this.protocol = protocol;
        this.erasures = erasures;
        this.policies = policies;
        this.cleanup = cleanup;
    }

    /**
     * Completes all interrupted work.
     *
     * @param at the time of the resulting changes
     * @throws NotPublishedException if the broker is unavailable
     */
    public void run(Instant at) {
        erasures.completePending();
        for (var found = people.findUndecided(PAGE); !found.isEmpty(); found = people.findUndecided(PAGE)) {
            protocol.complete(found.stream().map(StoredPerson::key).toList());
        }
        for (var due = handles.findUnpublished(PAGE); !due.isEmpty(); due = handles.findUnpublished(PAGE)) {
            provisional.insertFor(due);
            var renamed = renamer.rename(
                    due.stream().map(handle -> PersonKey.of(handle.state())).toList(), at);
            outbox.publishHandles(due);
            renamer.publish(renamed);
            cleanup.retainHandles(due.stream().map(StoredHandle::state).toList());
        }
        for (var due = findUnpublishedPeople(); !due.isEmpty(); due = findUnpublishedPeople()) {
            outbox.publishPeople(due);
        }
        policies.publishPending();
    }

    private List<StoredPerson> findUnpublishedPeople() {
        return people.findUnpublished(PAGE).stream()
                .filter(StoredPerson::isFree)
                .toList();
    }
}
