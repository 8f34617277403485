package io.rapport.ingest.domain;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.engagement.RejectionCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes the rows of one request in, one after the other: each is passed on, set aside, or known already. */
public final class Intake {

    private static final String SERVICE = "ingest";

    private final Arrival arrival;
    private final EngagementReader reader;
    private final Outlet outlet;
    private final Tally.Counts counts;
    private final Deliveries deliveries = new Deliveries();
    private final Map<UUID, Integer> bodies = new HashMap<>();
    private final List<Receipt.Rejected> rejected = new ArrayList<>();
    private int accepted;
    private int duplicates;

    /** An intake for one request. */
    public Intake(Arrival arrival, ContactHashes hashes, Outlet outlet, Tally tally) {
        this.arrival = arrival;
        this.reader = new EngagementReader(arrival, hashes);
        this.outlet = outlet;
        this.counts = tally.of(arrival.key());
    }

    /**
     * Takes one row in.
     *
     * @throws NotDelivered if nothing can be passed on just now
     */
    public void take(Row row) {
        try {
            take(reader.read(row.fields()));
        } catch (NotAccepted reason) {
            reject(row, reason);
        }
    }

    /**
     * What became of all of them, once it is certain.
     *
     * @throws NotDelivered if it is not
     */
    public Receipt receipt() {
        deliveries.settle();
        return new Receipt(accepted, duplicates, List.copyOf(rejected));
    }

    private void take(EngagementReceived engagement) {
        var before = bodies.putIfAbsent(engagement.id(), engagement.hashCode());
        if (before == null) {
            deliveries.add(outlet.accept(engagement), counts::accepted);
            accepted++;
        } else if (before == engagement.hashCode()) {
            counts.duplicate();
            duplicates++;
        } else {
            throw new NotAccepted(
                    RejectionCode.CONFLICT,
                    "sourceId",
                    "A row before this one has the same source and sourceId and another body. The first one counts; "
                            + "send a change under a sourceId of its own.");
        }
    }

    private void reject(Row row, NotAccepted reason) {
        deliveries.add(outlet.reject(rejection(row, reason)), counts::rejected);
        rejected.add(Receipt.Rejected.of(row, reason));
    }

    private EngagementRejected rejection(Row row, NotAccepted reason) {
        var origin = "request " + arrival.request() + ", row " + row.index();
        var known = Known.of(row, reader);
        return new EngagementRejected(
                DeterministicIds.of("rejection", arrival.key().key(origin)),
                arrival.brand().agency(),
                arrival.brand().brand(),
                known.source(),
                reason.code(),
                reason.message(),
                origin,
                known.id(),
                known.raw(),
                arrival.at(),
                SERVICE);
    }
}
