package io.rapport.identity.domain;

import java.time.Instant;
import java.util.List;

/** Finishes what somebody left half done: erasures and decisions first, for they publish in an order of their own, then all that is due. */
public final class Recovery {

    private static final int PAGE = 500;

    private final HandleStore handles;
    private final PersonStore people;
    private final Proceedings proceedings;
    private final Desk desk;
    private final Erasing erasing;
    private final Policies policies;
    private final Sweep sweep;

    Recovery(Identity.Stores stores, Desk desk, Erasing erasing, Unfinished unfinished) {
        this.handles = stores.handles();
        this.people = stores.people();
        this.proceedings = unfinished.proceedings();
        this.policies = unfinished.policies();
        this.sweep = unfinished.sweep();
        this.desk = desk;
        this.erasing = erasing;
    }

    /** What decides, what allows it, and what keeps the erased away. */
    record Unfinished(Proceedings proceedings, Policies policies, Sweep sweep) {}

    /**
     * Finishes everything there is to finish.
     *
     * @param at now
     * @throws Announcer.NotAnnounced if the broker is away
     */
    public void run(Instant at) {
        erasing.finish();
        for (var found = people.undecided(PAGE); !found.isEmpty(); found = people.undecided(PAGE)) {
            proceedings.finish(found.stream().map(StoredPerson::key).toList());
        }
        for (var due = handles.due(PAGE); !due.isEmpty(); due = handles.due(PAGE)) {
            desk.provisional(due);
            var renamed = desk.naming()
                    .rename(
                            due.stream()
                                    .map(handle -> PersonKey.of(handle.state()))
                                    .toList(),
                            at);
            desk.outbox().handles(due);
            desk.naming().publish(renamed);
            sweep.without(due.stream().map(StoredHandle::state).toList());
        }
        for (var due = freeAndDue(); !due.isEmpty(); due = freeAndDue()) {
            desk.outbox().people(due);
        }
        policies.recover();
    }

    private List<StoredPerson> freeAndDue() {
        return people.due(PAGE).stream().filter(StoredPerson::isFree).toList();
    }
}
