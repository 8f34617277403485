package io.rapport.identity.domain;

import java.time.Instant;
import java.util.List;

/** Finishes what somebody left half done: decisions first, for they publish in an order of their own, then all that is due. */
public final class Recovery {

    private static final int PAGE = 500;

    private final HandleStore handles;
    private final PersonStore people;
    private final Proceedings proceedings;
    private final Desk desk;
    private final Policies policies;

    Recovery(HandleStore handles, PersonStore people, Proceedings proceedings, Desk desk, Policies policies) {
        this.handles = handles;
        this.people = people;
        this.proceedings = proceedings;
        this.desk = desk;
        this.policies = policies;
    }

    /**
     * Finishes everything there is to finish.
     *
     * @param at now
     * @throws Announcer.NotAnnounced if the broker is away
     */
    public void run(Instant at) {
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
